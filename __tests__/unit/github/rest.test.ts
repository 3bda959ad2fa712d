import { describe, expect, it } from '@jest/globals'
import { rulesAgainst } from '../../../src/github/branch-rules.ts'
import { patience, RestError } from '../../../src/github/rest.ts'
import type { Rest } from '../../../src/github/rest.ts'

const error = (status: number, message = '', headers: Record<string, string> = {}): Error =>
  Object.assign(new Error(message), { status, response: { headers } })

describe('patience with GitHub', () => {
  it.each<[string, unknown, number | undefined]>([
    ['a 500', error(500), 500],
    ['a 503 that names a time', error(503, '', { 'retry-after': '7' }), 7000],
    ['a time longer than we wait', error(429, '', { 'retry-after': '3600' }), undefined],
    ['a 429', error(429), 5000],
    ['a rate limit told as 403', error(403, 'You have exceeded a secondary rate limit'), 5000],
    ['a lost connection', new TypeError('fetch failed'), 500],
    ['a 403', error(403, 'Resource not accessible by integration'), undefined],
    ['a 404', error(404), undefined],
    ['a 422', error(422), undefined]
  ])('after %s', (_, given, ms) => {
    expect(patience(given, 1, 0.5)).toBe(ms)
  })

  it('doubles', () => {
    expect([1, 2, 3].map(tried => patience(error(500), tried, 0.5))).toEqual([500, 1000, 2000])
  })
})

describe('the rules of a branch', () => {
  const rest = (rules: unknown, bypass: unknown): Rest => ({
    request: async route => {
      if (rules instanceof Error) throw rules
      return route.includes('/rules/') ? rules : { current_user_can_bypass: bypass }
    }
  })

  it.each<[string, unknown, unknown, string | undefined]>([
    ['none', [], 'never', undefined],
    [
      'one that asks for a pull request',
      [{ type: 'pull_request', ruleset_id: 1 }],
      'never',
      'a ruleset of o/r asks for a pull request before merging on main, and this token may not bypass it'
    ],
    [
      'one for pull requests only',
      [{ type: 'update', ruleset_id: 1 }],
      'pull_requests_only',
      'a ruleset of o/r restricts who may update the branch on main, and this token may not bypass it'
    ],
    ['one that we may bypass', [{ type: 'pull_request', ruleset_id: 1 }], 'always', undefined],
    ['one that does not tell', [{ type: 'pull_request', ruleset_id: 1 }], undefined, undefined],
    [
      'one that no push breaks',
      [
        { type: 'deletion', ruleset_id: 1 },
        { type: 'non_fast_forward', ruleset_id: 1 }
      ],
      'never',
      undefined
    ],
    ['those we may not see', new RestError(404, 'Not Found', undefined), 'never', undefined],
    ['nonsense', { a: 1 }, 'never', undefined]
  ])('%s', async (_, rules, bypass, sentence) => {
    expect(await rulesAgainst(rest(rules, bypass), 'o/r', 'main')).toBe(sentence)
  })
})
