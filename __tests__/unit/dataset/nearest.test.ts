import { describe, expect, it } from '@jest/globals'
import { namesHint, nearest } from '../../../src/dataset/nearest.ts'

describe('did you mean', () => {
  it.each([
    ['colour', ['color', 'size'], 'color'],
    ['product_name', ['Product Name', 'sku'], 'Product Name'],
    ['Price', ['price', 'prices'], 'price'],
    ['ab', ['xy'], undefined],
    ['description', ['sku'], undefined],
    ['x', [], undefined]
  ])('%s among %j is %s', (wanted, names, expected) => {
    expect(nearest(wanted, names)).toBe(expected)
  })

  it('lists a dozen names at most, quoted where they are more than a word', () => {
    const names = ['Product Name', ...Array.from({ length: 20 }, (_, index) => `c${index}`)]

    expect(namesHint('zzz', names)).toMatch(/^fields: "Product Name", c0, .* and 9 more$/)
  })
})
