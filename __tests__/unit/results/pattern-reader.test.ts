import { describe, expect, it } from '@jest/globals'
import { patternReader } from '../../../src/results/pattern-reader.ts'

describe('An answer read by a pattern', () => {
  it.each([
    ['\\d+', 'about 42 of them', '42'],
    ['Rating: ([1-5])', 'Rating: 4', '4'],
    ['(?<min>\\d+)(?: to (?<max>\\d+))?', '3 to 5', { min: '3', max: '5' }],
    ['(?<min>\\d+)(?: to (?<max>\\d+))?', '3', { min: '3', max: null }],
    ['a(b)?', 'a', null]
  ])('%s takes out of %j its groups', (pattern, text, value) => {
    expect(patternReader(pattern)(text)).toEqual({ value })
  })

  it('that does not match is told to people, and to the model with the pattern', () => {
    expect(patternReader('^[1-5]$')('six')).toEqual({
      reason: 'does not match the pattern',
      message: 'answer must match answer.pattern, and no part of it does',
      complaint: expect.stringMatching(/^Your answer cannot be used: .* regular expression \^\[1-5\]\$$/)
    })
  })
})
