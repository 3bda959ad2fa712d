import { describe, expect, it } from '@jest/globals'
import { pullRequestPublisher } from '../../../src/github/pull-request.ts'
import type { PullRequestOptions } from '../../../src/github/pull-request.ts'
import { connectRest } from '../../../src/github/rest.ts'
import type { Publication } from '../../../src/ports.ts'
import { clock, failureOf, recordedLog, repositories } from './repositories.ts'
import type { Repositories } from './repositories.ts'
import { pullServer } from './servers.ts'
import type { PullServer } from './servers.ts'

const branch = 'bedrock-batch/products'
const publication: Publication = {
  specName: 'products',
  changed: ['out/answers.csv'],
  removed: [],
  message: 'Update products',
  title: 'Update 3 answers of products',
  body: 'Cost: $0.01'
}

interface World extends AsyncDisposable {
  readonly given: Repositories
  readonly server: PullServer
  readonly work: string
  readonly log: ReturnType<typeof recordedLog>
  publisher(more?: Partial<PullRequestOptions>): ReturnType<typeof pullRequestPublisher>
}

async function world(): Promise<World> {
  const given = repositories()
  const server = await pullServer(head => given.git(given.remote, 'rev-parse', head).trim())
  const work = given.checkout('work', '--depth=1')
  const log = recordedLog()
  given.write(work, 'out/answers.csv', 'new\n')
  return {
    given,
    server,
    work,
    log,
    publisher: more =>
      pullRequestPublisher({
        workspace: work,
        env: given.env,
        serverUrl: 'https://github.com',
        repository: 'o/r',
        specName: 'products',
        runBranch: 'main',
        labels: [],
        draft: false,
        rest: connectRest({ token: 'ghs_token', apiUrl: server.url, clock }),
        clock,
        log,
        ...more
      }),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      given[Symbol.dispose]()
    }
  }
}

describe('a pull request', () => {
  it('is opened from a branch of its own with exactly our files', async () => {
    await using here = await world()

    const published = await here.publisher({ labels: ['generated'], draft: true }).publish(publication)

    expect(published.pullRequest).toEqual({ number: 1, url: 'https://github.com/o/r/pull/1' })
    expect(published.commitSha).toBe(here.given.git(here.given.remote, 'rev-parse', branch).trim())
    expect(here.server.pulls).toMatchObject([
      {
        title: 'Update 3 answers of products',
        body: 'Cost: $0.01',
        head: branch,
        base: 'main',
        draft: true,
        labels: ['generated']
      }
    ])
    expect(here.given.git(here.given.remote, 'diff', '--name-only', 'main', branch)).toBe('out/answers.csv\n')
    expect(here.given.onRemote('out/answers.csv')).toBe('old\n')
  })

  it('is brought up to date, on the new head of its base', async () => {
    await using here = await world()
    await here.publisher().publish(publication)
    here.given.someoneElse('README.md', 'moved on\n')
    here.given.write(here.work, 'out/answers.csv', 'newer\n')

    const published = await here.publisher().publish({ ...publication, title: 'Update 4 answers of products' })

    expect(published.pullRequest?.number).toBe(1)
    expect(here.server.pulls).toMatchObject([{ title: 'Update 4 answers of products' }])
    expect(here.given.onRemote('out/answers.csv', branch)).toBe('newer\n')
    expect(here.given.git(here.given.remote, 'merge-base', 'main', branch)).toBe(
      here.given.git(here.given.remote, 'rev-parse', 'main')
    )
  })

  it('is left alone when it proposes exactly our files already', async () => {
    await using here = await world()
    await here.publisher().publish(publication)
    const before = here.given.git(here.given.remote, 'rev-parse', branch)
    here.given.someoneElse('README.md', 'moved on\n')

    const published = await here.publisher().publish(publication)

    expect(published.pullRequest?.number).toBe(1)
    expect(here.given.git(here.given.remote, 'rev-parse', branch)).toBe(before)
    expect(here.server.requests.filter(request => !request.startsWith('GET'))).toEqual(['POST /repos/o/r/pulls'])
  })

  it('is not opened when the base holds our files', async () => {
    await using here = await world()
    here.given.write(here.work, 'out/answers.csv', 'old\n')

    const published = await here.publisher().publish(publication)

    expect(published).toEqual({})
    expect(here.server.requests).toEqual([])
  })

  it('is not opened again after somebody closed it with these very files', async () => {
    await using here = await world()
    await here.publisher().publish(publication)
    here.server.pulls[0]!.state = 'closed'

    const published = await here.publisher().publish(publication)

    expect(published.pullRequest?.number).toBe(1)
    expect(here.server.pulls).toHaveLength(1)
    expect(here.log.lines).toEqual([
      'Pull request #1 proposed exactly these files and was closed: it is not opened again.'
    ])
  })

  it('is opened again after it was merged', async () => {
    await using here = await world()
    await here.publisher().publish(publication)
    Object.assign(here.server.pulls[0]!, { state: 'closed', merged_at: '2026-01-01T00:00:00Z' })
    here.given.write(here.work, 'out/answers.csv', 'newer\n')

    const published = await here.publisher().publish(publication)

    expect(published.pullRequest?.number).toBe(2)
  })

  it("never throws away somebody's commit on its branch", async () => {
    await using here = await world()
    await here.publisher().publish(publication)
    here.given.someoneElse('out/answers.csv', 'by hand\n', branch)
    here.given.write(here.work, 'out/answers.csv', 'newer\n')

    const failure = await failureOf(here.publisher().publish(publication))

    expect(failure).toMatchObject({
      code: 'cannot-publish',
      message: `the branch ${branch} has commits that this action did not make`
    })
    expect(here.given.onRemote('out/answers.csv', branch)).toBe('by hand\n')
  })

  it('takes the merge of "Update branch" for no work of anybody', async () => {
    await using here = await world()
    await here.publisher().publish(publication)
    here.given.someoneElse('README.md', 'moved on\n')
    const other = `${here.given.folder}/someone`
    here.given.git(other, 'fetch', '--quiet')
    here.given.git(other, 'checkout', '--quiet', '-B', 'theirs', `origin/${branch}`)
    here.given.git(other, 'merge', '--quiet', '--no-edit', 'origin/main')
    here.given.git(other, 'push', '--quiet', 'origin', `theirs:${branch}`)
    here.given.write(here.work, 'out/answers.csv', 'newer\n')

    await here.publisher().publish(publication)

    expect(here.given.onRemote('out/answers.csv', branch)).toBe('newer\n')
  })
})

describe('a REST API that stumbles', () => {
  it('is asked again, and a pull request whose answer was lost is found', async () => {
    await using here = await world()
    here.server.mishaps.push(
      { method: 'GET', status: 502, message: 'Bad gateway' },
      { method: 'POST', status: 500, message: 'Oops', applied: true }
    )

    const published = await here.publisher().publish(publication)

    expect(published.pullRequest?.number).toBe(1)
    expect(here.server.pulls).toHaveLength(1)
  })

  it('is a service in trouble when it never recovers', async () => {
    await using here = await world()
    for (let times = 0; times < 9; times++)
      here.server.mishaps.push({ method: 'GET', status: 503, message: 'Unavailable' })

    const failure = await failureOf(here.publisher().publish(publication))

    expect(failure).toMatchObject({ code: 'service-trouble', message: expect.stringContaining('503') })
    expect(here.server.requests).toHaveLength(4)
  })

  it.each([
    [
      403,
      'GitHub Actions is not permitted to create or approve pull requests.',
      'Tick "Allow GitHub Actions to create and approve pull requests"'
    ],
    [403, 'Resource not accessible by integration', 'Add "permissions: pull-requests: write"'],
    [422, 'Validation Failed', 'Check publish.base']
  ])('says what to do after %i %s', async (status, message, remedy) => {
    await using here = await world()
    here.server.mishaps.push({ method: 'POST', status, message })

    const failure = await failureOf(here.publisher().publish(publication))

    expect(failure).toMatchObject({
      code: 'cannot-publish',
      message: expect.stringContaining(message),
      remedy: expect.stringContaining(remedy)
    })
  })

  it('goes without a draft where the repository has none, and without labels it may not set', async () => {
    await using here = await world()
    here.server.mishaps.push({
      method: 'POST',
      status: 422,
      message: 'Draft pull requests are not supported in this repository.'
    })

    const published = await here.publisher({ draft: true }).publish(publication)

    expect(published.pullRequest?.number).toBe(1)
    expect(here.server.pulls).toMatchObject([{ draft: false }])
    expect(here.log.lines).toEqual(['warning: This repository has no draft pull requests: an ordinary one is opened.'])
  })
})

describe('the check before anything is paid', () => {
  it('passes, and leaves no branch behind', async () => {
    await using here = await world()

    await here.publisher({ paths: ['out/answers.csv'] }).check()

    expect(here.given.git(here.given.remote, 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main\n')
  })

  it.each<[string, Partial<PullRequestOptions>, string]>([
    ['a missing token', { rest: undefined }, 'a pull request needs a token'],
    ['a base that is not there', { base: 'release' }, 'the remote has no branch release'],
    ['a branch onto itself', { branch: 'main' }, 'publish.branch and the base are both main']
  ])('refuses %s', async (_, more, message) => {
    await using here = await world()

    const failure = await failureOf(here.publisher(more).check())

    expect(failure).toMatchObject({ code: 'cannot-publish', message, remedy: expect.any(String) })
  })
})
