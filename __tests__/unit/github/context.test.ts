import { describe, expect, it } from '@jest/globals'
import { readContext } from '../../../src/github/context.ts'

const env = {
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_REPOSITORY_ID: '42',
  GITHUB_RUN_ID: '7',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_WORKFLOW: 'Batch',
  GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/batch.yml@refs/heads/feature/a@b',
  GITHUB_REF: 'refs/heads/feature/x',
  GITHUB_SHA: 'abc',
  GITHUB_ACTOR: 'ann',
  GITHUB_SERVER_URL: 'https://github.example/',
  GITHUB_API_URL: 'https://github.example/api/v3',
  GITHUB_WORKSPACE: '/w',
  GITHUB_HEAD_REF: ''
}

describe('the context', () => {
  it('reads a workflow run on a branch', () => {
    expect(readContext(env, { repository: { id: 42, default_branch: 'main' } })).toEqual({
      onGithub: true,
      eventName: 'push',
      repository: 'o/r',
      repositoryId: '42',
      defaultBranch: 'main',
      runId: '7',
      runAttempt: 2,
      runUrl: 'https://github.example/o/r/actions/runs/7',
      workflow: 'Batch',
      workflowRef: 'o/r/.github/workflows/batch.yml@refs/heads/feature/a@b',
      workflowPath: '.github/workflows/batch.yml',
      ref: 'refs/heads/feature/x',
      branch: 'feature/x',
      sha: 'abc',
      actor: 'ann',
      workspace: '/w',
      serverUrl: 'https://github.example',
      apiUrl: 'https://github.example/api/v3'
    })
  })

  it('is nearly empty outside GitHub', () => {
    expect(readContext({}, undefined)).toEqual({
      onGithub: false,
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com'
    })
  })

  it.each([
    ['refs/tags/v1', undefined],
    ['refs/pull/7/merge', undefined],
    ['refs/heads/a/b', 'a/b']
  ])('takes %s for the branch %s', (ref, branch) => {
    expect(readContext({ GITHUB_REF: ref }, {}).branch).toBe(branch)
  })

  it.each<[string, unknown, boolean | undefined]>([
    ['a pull request of the repository', { repository: { id: 1 }, pull_request: { head: { repo: { id: 1 } } } }, false],
    ['a pull request of a fork', { repository: { id: 1 }, pull_request: { head: { repo: { id: 2 } } } }, true],
    ['a pull request of a fork that is gone', { repository: { id: 1 }, pull_request: { head: { repo: null } } }, true],
    [
      'a workflow run of the repository',
      { repository: { id: 1 }, workflow_run: { head_repository: { id: 1 } } },
      false
    ],
    ['a workflow run of a fork', { repository: { id: 1 }, workflow_run: { head_repository: { id: 2 } } }, true],
    ['an event without its repository', { pull_request: { head: { repo: { id: 2 } } } }, true],
    ['a push', { repository: { id: 1 } }, undefined],
    ['nonsense', [1], undefined]
  ])('knows whether %s is foreign', (_, event, foreign) => {
    expect(readContext({}, event).fromFork).toBe(foreign)
  })
})
