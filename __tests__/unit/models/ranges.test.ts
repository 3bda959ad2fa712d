import { describe, expect, it } from '@jest/globals'
import { aboveCeiling, shortByDefault, tooManyStops } from '../../../src/models/ranges.ts'

describe('aboveCeiling', () => {
  const ceilings = [
    { models: /^a-small/, maxTokens: 10 },
    { models: /^a-/, maxTokens: 20, disputed: true as const }
  ]

  it.each([
    ['a-small', 10, []],
    ['a-small', 11, ['error maxTokens is at most 10 for a-small, not 11']],
    ['a-big', 20, []],
    ['a-big', 21, ['warning a-big is documented with at most 20 tokens of answer; 21 may be refused record by record']],
    ['b', 1_000_000, []]
  ])('judges %s with %d tokens', (bareId, maxTokens, expected) => {
    const found = aboveCeiling(bareId, { maxTokens }, ceilings)

    expect(found.map(({ severity = 'error', message }) => `${severity} ${message}`)).toEqual(expected)
  })

  it('has nothing to say where no tokens are given', () => {
    expect(aboveCeiling('a-small', {}, ceilings)).toEqual([])
  })
})

it.each([
  [{}, 0],
  [{ stop: ['a', 'b'] }, 0],
  [{ stop: ['a', 'b', 'c'] }, 1]
])('counts the stop sequences of %j', (parameters, problems) => {
  expect(tooManyStops(parameters, 2, 'It')).toHaveLength(problems)
})

it.each([
  [{}, 1],
  [{ maxTokens: 5 }, 0],
  [{ extra: { max_tokens: 5 } }, 0],
  [{ extra: { maxTokens: 5 } }, 1]
])('warns of a short default with %j', (parameters, problems) => {
  const found = shortByDefault(parameters, 'max_tokens', 20, 'It')

  expect(found).toHaveLength(problems)
  expect(found.every(({ severity }) => severity === 'warning')).toBe(true)
})
