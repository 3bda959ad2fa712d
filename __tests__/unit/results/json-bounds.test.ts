import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { valueEnd } from '../../../src/results/json-bounds.ts'

const end = (text: string): number => valueEnd(Buffer.from(text), 0)
const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('valueEnd', () => {
  it('finds the end of every JSON value, compact or laid out', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
        const written = JSON.stringify(JSON.parse(text), null, indent)
        expect(end(`${written},"next"`)).toBe(Buffer.byteLength(written))
      })
    )
  })

  it('accepts what JSON.parse accepts and nothing else', () => {
    const parts = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '\\u12',
      '0',
      '1',
      '-',
      '.5',
      'e+1',
      'true',
      'null',
      ' ',
      '\n'
    ]
    const text = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map(list => list.join('').trim())

    fc.assert(
      fc.property(text, candidate => {
        expect(end(candidate) === Buffer.byteLength(candidate)).toBe(isJson(candidate))
      }),
      { numRuns: 3000 }
    )
  })

  it.each([
    '"\t"',
    '"\\x"',
    '"\\u12G4"',
    '01',
    '-',
    '1.',
    '.5',
    '+1',
    'nul',
    '{"a"}',
    '[1,]',
    '{"a":1,}',
    '"open',
    '',
    'NaN'
  ])('refuses %j', text => {
    expect(end(text)).not.toBe(Buffer.byteLength(text) || 0)
  })

  it('leaves what nests deeper than 200 to the full parser', () => {
    expect(end('['.repeat(200) + ']'.repeat(200))).toBe(400)
    expect(end('['.repeat(201) + ']'.repeat(201))).toBe(-1)
  })
})
