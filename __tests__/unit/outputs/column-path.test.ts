import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { follow, parsePath, pathText } from '../../../src/outputs/column-path.ts'

describe('a column path', () => {
  it.each([
    ['answer', ['answer'], 'answer'],
    ['row.sku', ['row', 'sku'], 'row.sku'],
    ['row["Product Name"]', ['row', 'Product Name'], 'row["Product Name"]'],
    ["row['it\\'s']", ['row', "it's"], 'row["it\'s"]'],
    [' answer . tags [ 0 ] ', ['answer', 'tags', 0], 'answer.tags[0]'],
    ['row["sku"]', ['row', 'sku'], 'row.sku'],
    ['row.größe', ['row', 'größe'], 'row["größe"]'],
    ['answer["0"]', ['answer', '0'], 'answer["0"]'],
    ['answer[0]["a.b"].c', ['answer', 0, 'a.b', 'c'], 'answer[0]["a.b"].c']
  ])('%j is %j', (text, steps, spelling) => {
    expect(parsePath(text)).toEqual(steps)
    expect(pathText(steps)).toBe(spelling)
  })

  it.each(['', '.', 'row.', 'row..a', 'row[', 'row["a]', 'row[-1]', '{{ row.sku }}', 'row sku', '[0]', '"row"'])(
    '%j is none',
    text => {
      expect(parsePath(text)).toBeUndefined()
    }
  )

  it('comes back from its spelling', () => {
    const step = fc.oneof(fc.string(), fc.nat(99), fc.constantFrom('a"b', '\\', 'x\ny'))

    fc.assert(
      fc.property(fc.array(step), rest => {
        expect(parsePath(pathText(['answer', ...rest]))).toEqual(['answer', ...rest])
      })
    )
  })

  it('leads to own members only', () => {
    const value = { tags: ['a', 'b'], n: null, text: 'abc' }

    expect(follow(value, ['tags', 1])).toBe('b')
    for (const steps of [
      ['tags', 2],
      ['tags', 'length'],
      ['n', 'x'],
      ['text', 0],
      ['toString'],
      ['__proto__'],
      ['tags', '1']
    ]) {
      expect(follow(value, steps)).toBeNull()
    }
  })
})
