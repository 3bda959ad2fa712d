import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compilePattern, type Match } from '../../../src/results/pattern-match.ts'
import { readPattern } from '../../../src/spec/pattern-syntax.ts'

function match(source: string, text: string): Match | undefined {
  const reading = readPattern(source)
  if (!('pattern' in reading)) throw new Error(reading.fault)
  return compilePattern(reading.pattern)!(text)
}

/** What JavaScript's own engine says. */
function native(source: string, text: string, flags = 'u'): Match | undefined {
  const found = new RegExp(source, flags).exec(text)
  return found === null ? undefined : { text: found[0], groups: found.slice(1) }
}

describe('A pattern', () => {
  it.each([
    ['Rating: ([1-5])', 'My Rating: 4, I think. Rating: 2'],
    ['^\\s*(yes|no)\\b', ' yes!'],
    ['a*?b', 'aaab'],
    ['(?<a>a+)(?<b>b*)c', 'xaabcaabbc'],
    ['(?:(a)|b)*', 'ab'],
    ['(?<a>a|ab)(?<b>c|bcd)(?<c>d*)', 'abcd'],
    ['x{2,3}', 'xxxx'],
    ['x{2,3}?', 'xxxx'],
    ['(?<d>\\d{4})-(?<m>\\d\\d)', 'on 2026-09-21'],
    ['\\p{L}+', '12 Größe 3'],
    ['.', '😀'],
    ['[^\\]]+', ']a]'],
    ['\\u{1F600}', 'a😀'],
    ['\\uD83D\\uDE00', 'a😀'],
    ['\\Bx', 'ax x'],
    ['', 'abc'],
    ['c$', 'abc'],
    ['nothing', 'else']
  ])('%s finds in %j what JavaScript finds', (source, text) => {
    expect(match(source, text)).toEqual(native(source, text))
  })

  it.each([
    ['(?i)straße', 'STRAßE', 'iu'],
    ['(?s)a.b', 'a\nb', 'su'],
    ['(?m)^b$', 'a\nb\nc', 'mu']
  ])('%s heeds its flags', (source, text, flags) => {
    expect(match(source, text)).toEqual(native(source.replace(/^\(\?\w+\)/, ''), text, flags))
  })

  it('finds what JavaScript finds, whatever it is made of', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '1', '\\b')
    const count = fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?')
    const one = fc.tuple(atom, count).map(([what, times]) => (what === '\\b' ? what : what + times))
    const sequence = fc.array(one, { minLength: 1, maxLength: 4 }).map(parts => parts.join(''))
    const choice = fc.array(sequence, { minLength: 1, maxLength: 3 }).map(parts => parts.join('|'))
    // A group that is repeated holds at least one character: rounds that match nothing differ between engines.
    const group = fc
      .tuple(choice, fc.constantFrom('(a', '(?:b', '(.'), count)
      .map(([inside, open, times]) => `${open}(?:${inside}))${times}`)
    const pattern = fc.array(fc.oneof(sequence, group), { minLength: 1, maxLength: 3 }).map(parts => parts.join(''))
    const named = pattern.map(source => {
      let number = 0
      return source.replace(/\((?!\?)/g, () => `(?<g${++number}>`)
    })

    fc.assert(
      fc.property(
        named,
        fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', 'x'), maxLength: 12 }),
        (source, text) => {
          expect(match(source, text)).toEqual(native(source, text))
        }
      ),
      { numRuns: 3000 }
    )
  })

  it('takes time that grows with the text, where others would take for ever', () => {
    const text = `${'a'.repeat(20_000)}!`

    expect(match('^(a+)+$', text)).toBeUndefined()
    expect(match('(a|aa|a*)*b', 'a'.repeat(5000))).toBeUndefined()
    expect(match('(.*)(.*)(.*)x'.replaceAll('(', '(?:'), 'y'.repeat(5000))).toBeUndefined()
  }, 10_000)
})
