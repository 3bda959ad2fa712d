/** The real Octokit against the emulated REST API. */
import { describe, expect, it } from '@jest/globals'
import { getOctokit } from '@actions/github'
import type { GithubOptions } from '../../../../src/emulator/github/project.ts'
import { plainGithub } from '../../../../src/emulator/github/project.ts'
import { startEmulator, type Emulator } from '../../../../src/emulator/emulator.ts'

type Octokit = ReturnType<typeof getOctokit>
interface World extends AsyncDisposable {
  readonly emulator: Emulator
  readonly octokit: Octokit
}

const ours = { owner: 'octo', repo: 'demo' }
const proposal = { ...ours, head: 'update', base: 'main', title: 'New answers' }

async function github(options: Partial<GithubOptions> = {}, token = plainGithub.token): Promise<World> {
  const emulator = await startEmulator({ github: options })
  emulator.github.project.branches.set('update', 'f'.repeat(40))
  const ignore = (): void => undefined
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore }
  return {
    emulator,
    [Symbol.asyncDispose]: () => emulator.close(),
    octokit: getOctokit(token, { baseUrl: emulator.environment()['GITHUB_API_URL'] ?? '', log })
  }
}

async function refused(promise: Promise<unknown>): Promise<[status: number | undefined, message: string]> {
  try {
    await promise
  } catch (error) {
    return [(error as { status?: number }).status, (error as Error).message]
  }
  throw new Error('nothing was refused')
}

describe('pull requests', () => {
  it('are opened, found by their head, changed, labelled and closed', async () => {
    await using world = await github()
    const { octokit } = world

    const opened = await octokit.rest.pulls.create({ ...proposal, body: 'b' })
    await octokit.rest.issues.addLabels({ ...ours, issue_number: 1, labels: ['batch'] })
    await octokit.rest.pulls.update({ ...ours, pull_number: 1, title: 'Newer' })
    const found = await octokit.rest.pulls.list({ ...ours, head: 'octo:update', state: 'open' })
    const others = await octokit.rest.pulls.list({ ...ours, head: 'octo:other' })
    await octokit.rest.pulls.update({ ...ours, pull_number: 1, state: 'closed' })

    expect(opened).toMatchObject({ status: 201, data: { number: 1, html_url: 'https://github.com/octo/demo/pull/1' } })
    expect(found.data).toMatchObject([{ title: 'Newer', labels: [{ name: 'batch' }], head: { sha: 'f'.repeat(40) } }])
    expect(others.data).toEqual([])
    expect((await octokit.rest.pulls.list({ ...ours, state: 'open' })).data).toEqual([])
  })

  it.each([
    { head: 'nowhere', says: /Validation Failed.*"field":"head"/ },
    { base: 'nowhere', says: /"field":"base"/ },
    { head: 'main', says: /No commits between main and main/ },
    { title: 'x'.repeat(257), says: /too long/ }
  ])('are not opened with %j', async ({ says, ...more }) => {
    await using world = await github()
    const { octokit } = world

    const [status, message] = await refused(octokit.rest.pulls.create({ ...proposal, ...more }))

    expect(status).toBe(422)
    expect(message).toMatch(says)
  })

  it('are opened once per head and base', async () => {
    await using world = await github()
    const { octokit } = world
    await octokit.rest.pulls.create(proposal)

    const [status, message] = await refused(octokit.rest.pulls.create(proposal))

    expect([status, message]).toEqual([422, expect.stringMatching(/A pull request already exists for octo:update\./)])
  })

  it.each([
    [{ actionsMayOpenPulls: false }, 403, /GitHub Actions is not permitted to create or approve pull requests/],
    [
      { permissions: { ...plainGithub.permissions, 'pull-requests': 'read' } },
      403,
      /Resource not accessible by integration/
    ],
    [{ draftPulls: false }, 422, /Draft pull requests are not supported/]
  ] as [Partial<GithubOptions>, number, RegExp][])('are refused with %j', async (options, status, says) => {
    await using world = await github(options)
    const { octokit } = world

    const [found, message] = await refused(octokit.rest.pulls.create({ ...proposal, draft: true }))

    expect(found).toBe(status)
    expect(message).toMatch(says)
  })
})

describe('the repository', () => {
  it('says whether the token may push, and what its default branch is', async () => {
    await using world = await github({ permissions: { ...plainGithub.permissions, contents: 'read' } })
    const { octokit } = world

    const { data } = await octokit.rest.repos.get(ours)

    expect(data).toMatchObject({ default_branch: 'main', permissions: { push: false, pull: true } })
  })

  it('shows a branch, its rules and who may pass them by, and hides classic protection', async () => {
    await using world = await github({
      protectedBranches: ['main'],
      rules: { main: [{ type: 'pull_request', ruleset_id: 3 }] }
    })
    const { octokit } = world

    const branch = await octokit.rest.repos.getBranch({ ...ours, branch: 'main' })
    const rules = await octokit.rest.repos.getBranchRules({ ...ours, branch: 'main' })
    const ruleset = await octokit.rest.repos.getRepoRuleset({ ...ours, ruleset_id: 3 })
    const [status] = await refused(octokit.rest.repos.getBranchProtection({ ...ours, branch: 'main' }))

    expect(branch.data).toMatchObject({ protected: true, commit: { sha: plainGithub.sha } })
    expect(rules.data).toMatchObject([{ type: 'pull_request', ruleset_id: 3 }])
    expect(ruleset.data).toMatchObject({ current_user_can_bypass: 'never' })
    expect(status).toBe(403)
  })

  it('keeps references and files', async () => {
    await using world = await github({ files: { '.github/workflows/batch.yml': 'name: Batch\n' } })
    const { octokit } = world

    await octokit.rest.git.createRef({ ...ours, ref: 'refs/heads/a/b', sha: 'a'.repeat(40) })
    await octokit.rest.git.updateRef({ ...ours, ref: 'heads/a/b', sha: 'b'.repeat(40) })
    const { data } = await octokit.rest.git.getRef({ ...ours, ref: 'heads/a/b' })
    await octokit.rest.git.deleteRef({ ...ours, ref: 'heads/a/b' })
    const gone = await refused(octokit.rest.git.getRef({ ...ours, ref: 'heads/a/b' }))
    const file = await octokit.rest.repos.getContent({ ...ours, path: '.github/workflows/batch.yml' })

    expect(data.object.sha).toBe('b'.repeat(40))
    expect(gone[0]).toBe(404)
    expect(file.data).toMatchObject({ encoding: 'base64', content: Buffer.from('name: Batch\n').toString('base64') })
  })

  it('is there for its own token and its own name only', async () => {
    await using world = await github()
    const { emulator, octokit } = world
    const stranger = getOctokit('wrong', { baseUrl: `${emulator.url}/api/v3` })

    expect(await refused(stranger.rest.repos.get(ours))).toEqual([401, expect.stringMatching(/^Bad credentials/)])
    expect((await refused(octokit.rest.repos.get({ ...ours, repo: 'other' })))[0]).toBe(404)
  })
})

describe('workflow runs', () => {
  it('are told with their state and their origin', async () => {
    await using world = await github()
    const { emulator, octokit } = world
    emulator.github.project.startRun({ id: 8, fork: 'mallory/demo', event: 'pull_request' })
    emulator.github.project.endRun(plainGithub.runId, 'failure')

    const ended = await octokit.rest.actions.getWorkflowRun({ ...ours, run_id: plainGithub.runId })
    const fork = await octokit.rest.actions.getWorkflowRun({ ...ours, run_id: 8 })
    const going = await octokit.rest.actions.listWorkflowRunsForRepo({ ...ours, status: 'in_progress' })
    const [missing] = await refused(octokit.rest.actions.getWorkflowRun({ ...ours, run_id: 9 }))

    expect(ended.data).toMatchObject({ status: 'completed', conclusion: 'failure', run_attempt: 1 })
    expect(fork.data).toMatchObject({ event: 'pull_request', head_repository: { full_name: 'mallory/demo' } })
    expect(going.data.workflow_runs.map(run => run.id)).toEqual([8])
    expect(missing).toBe(404)
  })
})

describe('artifacts', () => {
  it('are listed by name, newest first, in pages, and gone when they are too old', async () => {
    await using world = await github()
    const { emulator, octokit } = world
    const { artifacts } = emulator.github
    for (const [i, name] of ['a', 'b', 'a', 'a'].entries()) {
      const made = artifacts.create(name, { id: i + 1, attempt: 1 }, 'application/zip', i === 0 ? 1 : undefined)
      Object.assign(made!, { finalized: true, content: Buffer.from('zip'), digest: 'sha256:x' })
    }

    const named = await octokit.rest.actions.listArtifactsForRepo({ ...ours, name: 'a', per_page: 2, page: 1 })
    const rest = await octokit.rest.actions.listArtifactsForRepo({ ...ours, name: 'a', per_page: 2, page: 2 })
    const old = rest.data.artifacts[0]!
    const [status] = await refused(
      octokit.rest.actions.downloadArtifact({ ...ours, artifact_id: old.id, archive_format: 'zip' })
    )

    expect(named.data).toMatchObject({
      total_count: 3,
      artifacts: [{ workflow_run: { id: 4 } }, { workflow_run: { id: 3 } }]
    })
    expect(old).toMatchObject({
      expired: true,
      digest: 'sha256:x',
      workflow_run: { id: 1, repository_id: plainGithub.repositoryId }
    })
    expect(status).toBe(410)
  })

  it('are not deleted without the right', async () => {
    await using world = await github()
    const { octokit } = world

    expect(await refused(octokit.rest.actions.deleteArtifact({ ...ours, artifact_id: 1 }))).toEqual([
      403,
      expect.stringMatching(/^Resource not accessible by integration/)
    ])
  })
})
