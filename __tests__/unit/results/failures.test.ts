import { describe, expect, it } from '@jest/globals'
import { failureGroups, remedyFor } from '../../../src/results/failures.ts'

describe('failureGroups', () => {
  it('counts rows by reason, the most frequent first', () => {
    const groups = failureGroups()
    groups.add('refusal', 'a')
    for (let row = 0; row < 7; row++) groups.add('http 418: teapot', `r${row}`, `first ${row}`)

    expect(groups.list()).toEqual([
      { reason: 'http 418: teapot', count: 7, example: 'first 0', keys: ['r0', 'r1', 'r2', 'r3', 'r4'] },
      { reason: 'refusal', count: 1, keys: ['a'], remedy: expect.stringContaining('Reword the prompt') }
    ])
  })

  it('is bounded in groups, and loses no row', () => {
    const groups = failureGroups()
    for (let row = 0; row < 1000; row++) groups.add(`reason ${row}`, `${row}`, 'x'.repeat(1000))

    const list = groups.list()

    expect(list).toHaveLength(101)
    expect(list[0]).toMatchObject({ reason: 'other reasons', count: 900 })
    expect(list.reduce((sum, group) => sum + group.count, 0)).toBe(1000)
    expect(list[1]?.example).toHaveLength(300)
  })
})

describe('remedyFor', () => {
  it.each([
    ['max_tokens', /maxTokens/],
    ['refusal', /declined/],
    ['schema: /price must be number', /schema/],
    ['http 400: temperature and top_p cannot both be specified', /only one/],
    ['http 400: prompt is too long: N tokens > N maximum', /too long for the model/],
    ['http 400: max_tokens: N > N', /within the range/],
    ['http 400: anything else', /refused the request/],
    ['http 503: busy', /service failed/],
    ['expired: late', /timeoutHours/]
  ])('knows %s', (reason, remedy) => {
    expect(remedyFor(reason)).toMatch(remedy)
  })

  it('knows nothing of the rest', () => {
    expect(remedyFor('stopped')).toBeUndefined()
  })
})
