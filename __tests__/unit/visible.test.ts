import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cut, visible } from '../../src/visible.ts'

describe('visible text', () => {
  it.each([
    ['escape sequences', '\u001b[31mred', '\\u{1B}[31mred'],
    ['an override of the direction', 'a\u202egnp.exe', 'a\\u{202E}gnp.exe'],
    ['isolates', '\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['invisible tags', 'a\u{e0041}', 'a\\u{E0041}'],
    ['line separators', 'a\u2028b\u0085c', 'a\\u{2028}b\\u{85}c'],
    ['a lone surrogate', 'a\ud800', 'a\\u{D800}'],
    ['a carriage return in the middle', 'safe\rEVIL', 'safe\\u{D}EVIL']
  ])('shows %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it.each(['größe 日本 עברית', '👩‍👩‍👧 👍🏽', 'a\tb\nc', 'نمی‌خواهم'])('leaves %s as it is', text => {
    expect(visible(text)).toBe(text)
  })

  it('reads CRLF as one line end', () => {
    expect(visible('a\r\nb')).toBe('a\nb')
  })

  it('cuts to a length, never inside a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.integer({ min: 1, max: 30 }), (text, most) => {
        const short = cut(text, most)

        expect(short.length).toBeLessThanOrEqual(most)
        expect(short.isWellFormed()).toBe(true)
        expect(short === text || short.endsWith('…')).toBe(true)
      })
    )
  })
})
