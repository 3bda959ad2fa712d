import { describe, expect, it } from '@jest/globals'
import { counted, dollars, duration, whole } from '../../src/figures.ts'

describe('figures', () => {
  it.each([
    [undefined, 'unknown'],
    [0, '$0'],
    [0.00001, '< $0.0001'],
    [0.0042, '$0.0042'],
    [0.5, '$0.50'],
    [12.345, '$12.35'],
    [1234567.891, '$1,234,567.89']
  ])('write %p dollars as %s', (usd, text) => {
    expect(dollars(usd)).toBe(text)
  })

  it.each([
    [400, '0 s'],
    [59_000, '59 s'],
    [59_600, '1 min'],
    [192_000, '3 min 12 s'],
    [7_500_000, '2 h 5 min']
  ])('write %d ms as %s', (ms, text) => {
    expect(duration(ms)).toBe(text)
  })

  it('count in the singular and the plural', () => {
    expect([counted(1, 'row'), counted(0, 'row'), counted(1200, 'row'), counted(2, 'try', 'tries')]).toEqual([
      '1 row',
      '0 rows',
      '1,200 rows',
      '2 tries'
    ])
    expect(whole(1e6)).toBe('1,000,000')
  })
})
