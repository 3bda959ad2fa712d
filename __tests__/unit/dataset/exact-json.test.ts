import { describe, expect, it } from '@jest/globals'
import { exactJson } from '../../../src/dataset/exact-json.ts'

describe('JSON without rounding', () => {
  it.each([
    ['12345678901234567890', '12345678901234567890'],
    ['{"id":-9007199254740993,"n":1e21}', { id: '-9007199254740993', n: 1e21 }],
    ['9007199254740991', 9007199254740991],
    ['0.12345678901234567890', 0.12345678901234568],
    ['"12345678901234567890"', '12345678901234567890']
  ])('reads %s', (text, expected) => {
    expect(exactJson(text)).toEqual(expected)
  })

  it('bounds the depth', () => {
    const nested = (levels: number): string => '[1,'.repeat(levels) + '1' + ']'.repeat(levels)

    expect(() => exactJson(nested(150))).not.toThrow()
    expect(() => exactJson(nested(500))).toThrow('nested more than 200 levels deep')
  })
})
