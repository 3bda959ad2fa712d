import { describe, expect, it } from '@jest/globals'
import { failureGroups } from '../../../src/results/failures.ts'

describe('failureGroups', () => {
  it('counts rows by reason, the most frequent first', () => {
    const groups = failureGroups()
    groups.add('refusal', 'a')
    for (let row = 0; row < 7; row++) groups.add('http 418: teapot', `r${row}`, `first ${row}`)

    expect(groups.list()).toEqual([
      { reason: 'http 418: teapot', count: 7, example: 'first 0', keys: ['r0', 'r1', 'r2', 'r3', 'r4'] },
      { reason: 'refusal', count: 1, keys: ['a'] }
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

  it('counts reasons together that differ in a word or two, where they are more than a hundred', () => {
    const groups = failureGroups()
    groups.add('http 429: Too many requests', 'busy')
    for (let row = 0; row < 500; row++) {
      const word = `word${'abcdefghij'[row % 10]!}${'abcdefghij'[Math.floor(row / 10) % 10]!}${'abcdefghij'[Math.floor(row / 100)]!}`
      groups.add(`http 400: Request ${word}: temperature and top_p cannot both be specified`, `r${row}`, `first ${row}`)
      groups.add(`http 500: Request ${word} failed`, `s${row}`)
    }

    expect(groups.list()).toEqual([
      {
        reason: 'http 400: Request … temperature and top_p cannot both be specified',
        count: 500,
        example: 'first 0',
        keys: ['r0', 'r1', 'r2', 'r3', 'r4']
      },
      { reason: 'http 500: Request … failed', count: 500, keys: ['s0', 's1', 's2', 's3', 's4'] },
      { reason: 'http 429: Too many requests', count: 1, keys: ['busy'] }
    ])
  })

  it('says of which all rows may be asked again', () => {
    const groups = failureGroups()
    groups.add('missing', 'a', undefined, true)
    groups.add('expired', 'a', undefined, true)
    groups.add('expired', 'b')

    expect(groups.list()).toEqual([
      { reason: 'expired', count: 2, keys: ['a', 'b'] },
      { reason: 'missing', count: 1, keys: ['a'], mayRetry: true }
    ])
  })
})
