import { describe, expect, it } from '@jest/globals'
import { whatMayHappen } from '../../../src/action/trust.ts'
import type { Mode, Origin, Permission } from '../../../src/action/trust.ts'
import { Failure } from '../../../src/problems.ts'

type Row = [
  what: string,
  origin: Partial<Origin>,
  allowed: string[],
  mode: Mode,
  expected: Partial<Permission> | 'refused'
]

const table: Row[] = [
  ['a push', { eventName: 'push' }, [], 'run', { aws: true, pay: true, mode: 'run', onlyIfHead: false }],
  ['a schedule', { eventName: 'schedule' }, [], 'submit', { aws: true, pay: true, onlyIfHead: false }],
  ['a push that collects', { eventName: 'push' }, [], 'collect', { aws: true, pay: false, mode: 'collect' }],
  ['a push that plans', { eventName: 'push' }, [], 'plan', { aws: true, pay: false, mode: 'plan' }],
  ['a push that stops', { eventName: 'push' }, [], 'stop', { aws: true, pay: false, mode: 'stop' }],
  ['a re-run', { eventName: 'push', runAttempt: 2 }, [], 'run', { pay: true, onlyIfHead: true }],
  ['a re-run that collects', { eventName: 'push', runAttempt: 2 }, [], 'collect', { pay: false, onlyIfHead: false }],
  ['no workflow at all', { onGithub: false }, [], 'run', { aws: true, pay: true, onlyIfHead: false }],
  [
    'a pull request',
    { eventName: 'pull_request', fromFork: false },
    [],
    'run',
    { aws: true, pay: false, mode: 'plan' }
  ],
  [
    'a pull request that is allowed',
    { eventName: 'pull_request', fromFork: false },
    ['pull_request'],
    'run',
    { pay: true, mode: 'run' }
  ],
  [
    'a pull request of a fork',
    { eventName: 'pull_request', fromFork: true },
    [],
    'run',
    { aws: false, pay: false, mode: 'plan' }
  ],
  [
    'a pull request of a fork, allowed or not',
    { eventName: 'pull_request', fromFork: true },
    ['pull_request'],
    'run',
    { aws: false, pay: false }
  ],
  [
    'a review of a fork',
    { eventName: 'pull_request_review', fromFork: true },
    [],
    'submit',
    { aws: false, pay: false }
  ],
  ['a merge queue', { eventName: 'merge_group' }, [], 'run', { aws: true, pay: false, mode: 'plan' }],
  ['pull_request_target', { eventName: 'pull_request_target', fromFork: false }, [], 'run', 'refused'],
  ['pull_request_target that collects', { eventName: 'pull_request_target' }, [], 'collect', 'refused'],
  [
    'pull_request_target that plans',
    { eventName: 'pull_request_target' },
    [],
    'plan',
    { aws: false, pay: false, mode: 'plan' }
  ],
  [
    'pull_request_target that is listed',
    { eventName: 'pull_request_target' },
    ['pull_request_target'],
    'run',
    { aws: true, pay: true }
  ],
  ['a comment', { eventName: 'issue_comment' }, [], 'run', 'refused'],
  ['a comment, with another event listed', { eventName: 'issue_comment' }, ['pull_request_target'], 'run', 'refused'],
  [
    'workflow_run of this repository',
    { eventName: 'workflow_run', fromFork: false },
    [],
    'run',
    { aws: true, pay: true }
  ],
  ['workflow_run of another', { eventName: 'workflow_run', fromFork: true }, [], 'run', 'refused'],
  ['workflow_run of nobody knows where', { eventName: 'workflow_run' }, [], 'run', 'refused'],
  ['an event named like a member of every object', { eventName: 'constructor' }, [], 'run', { aws: true, pay: true }]
]

describe('what may happen', () => {
  it.each(table)('on %s', (_, origin, allowed, mode, expected) => {
    const permission = whatMayHappen({ onGithub: true, ...origin }, allowed, mode)

    if (expected === 'refused') {
      expect(permission).toBeInstanceOf(Failure)
      expect(permission).toMatchObject({ code: 'not-allowed-here', remedy: expect.stringContaining('allow-events') })
    } else {
      expect(permission).toMatchObject(expected)
    }
  })

  it('says so whenever it is less than was asked', () => {
    const silent = table.filter(([, origin, allowed, mode, expected]) => {
      if (expected === 'refused') return false
      const permission = whatMayHappen({ onGithub: true, ...origin }, allowed, mode)
      if (permission instanceof Failure) return false
      return (permission.mode !== mode || !permission.aws) && permission.notice === undefined
    })

    expect(silent).toEqual([])
  })
})
