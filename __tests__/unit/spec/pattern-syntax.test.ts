import { describe, expect, it } from '@jest/globals'
import { readPattern } from '../../../src/spec/pattern-syntax.ts'

describe('A pattern', () => {
  it('knows its groups and flags', () => {
    expect(readPattern('(?is)(?<year>\\d{4})-(?<month>\\d\\d)')).toMatchObject({
      pattern: { groups: ['year', 'month'], flags: 'is' }
    })
    expect(readPattern('a(?:b)(c)')).toMatchObject({ pattern: { groups: [undefined], flags: '' } })
  })

  it.each([
    ['a(?=b)', /look-around/],
    ['(?<!a)b', /look-around/],
    ['(?<x>a)\\k<x>', /back-reference/],
    ['a(?i:b)', /a modifier inside/],
    [`${'('.repeat(150)}a${')'.repeat(150)}`, /nested groups/],
    ['a'.repeat(3000), /longer than 2000 characters/],
    ['x{1000}y{1000}', /too large/],
    ['[z-a]', /is not a regular expression/],
    ['\\q', /is not a regular expression/]
  ])('%s is refused, with what to do', (source, fault) => {
    expect(readPattern(source)).toMatchObject({ fault: expect.stringMatching(fault) })
  })
})
