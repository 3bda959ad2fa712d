import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { JsonElements } from '../../../src/dataset/json-elements.ts'

interface Cut {
  readonly elements: unknown[]
  readonly lines: number[]
  readonly faults: string[]
}

function cut(text: string, path?: string, size = 1000, maxRowBytes = 1 << 20): Cut {
  const result: Cut = { elements: [], lines: [], faults: [] }
  const elements = new JsonElements(path, maxRowBytes, {
    element: (element, line) => {
      result.elements.push(JSON.parse(element))
      result.lines.push(line)
    },
    fault: (message, line, hint) => void result.faults.push([`${line} ${message}`, hint].filter(Boolean).join('; '))
  })
  for (let at = 0; at < text.length; at += size) elements.push(text.slice(at, at + size))
  elements.end()
  return result
}

describe('the elements of a JSON array', () => {
  it('are those of JSON.parse, whatever the chunks and white space', () => {
    const property = fc.property(
      fc.array(fc.jsonValue(), { maxLength: 5 }),
      fc.constantFrom(undefined, 1, '\t'),
      fc.integer({ min: 1, max: 20 }),
      (values, space, size) => {
        const { elements, faults } = cut(JSON.stringify(values, null, space), undefined, size)

        expect(faults).toEqual([])
        expect(elements).toEqual(JSON.parse(JSON.stringify(values)))
      }
    )

    fc.assert(property, { numRuns: 300 })
  })

  it('are found at a path, past members that look alike', () => {
    const document = {
      note: 'data',
      items: [0],
      other: { items: [1], data: { items: [2] } },
      data: { more: [3], items: [{ a: '],"' }, { a: '\\' }], rest: { items: [4] } },
      items2: [5]
    }

    for (const size of [1, 7, 1000]) {
      expect(cut(JSON.stringify(document), 'data.items', size)).toMatchObject({
        elements: [{ a: '],"' }, { a: '\\' }],
        faults: []
      })
    }
  })

  it('know their line', () => {
    const { lines } = cut('[\n{"a":\n1},\n\n  {"a":2}, {"a":3}]\n', undefined, 3)

    expect(lines).toEqual([2, 5, 5])
  })

  it.each([
    ['', '1 the document must be an array of objects'],
    ['{"a":1}', '1 the document must be an array of objects'],
    [
      '{"meta":{"x":[1]},\n"rows":[{}]}',
      '2 the document is an object, not an array of rows; an array stands at rows: set dataset.at to read the rows from it'
    ],
    ['"text"', '1 the document must be an array of objects'],
    ['[1,,2]', '1 a row is missing before this comma'],
    ['[1,\n]', '2 a comma stands before the end of the array'],
    ['[1]\n]', '2 a bracket closes that was not opened'],
    ['[1}', '1 a bracket closes that was not opened'],
    ['[{"a":1}', '1 the document breaks off; was the file written to its end?'],
    ['[{"a":"1', '1 the document breaks off; was the file written to its end?'],
    ['[1] x', '1 text follows the end of the document'],
    ['[1] [2]', '1 text follows the end of the document']
  ])('are refused with a reason: %s', (text, expected) => {
    expect(cut(text).faults).toEqual([expected])
  })

  it.each([
    ['{"data":{"item":[1]}}', 'data.items', '1 no array stands at "data.items"; members: item'],
    ['{"dta":[1]}', 'data', '1 no array stands at data; did you mean dta? members: dta'],
    ['{"data":{}}', 'data', '1 data is an object, not an array'],
    ['[1]', 'data', '1 the document is an array, so nothing stands at data; shorten `at`']
  ])('are missed with a reason where the path leads nowhere: %s at %s', (text, path, expected) => {
    expect(cut(text, path).faults).toEqual([expected])
  })

  it('are bounded in length and depth', () => {
    expect(cut(`[{"a":"${'x'.repeat(3000)}`, undefined, 100, 1000).faults[0]).toContain('is longer than 1000 bytes')
    expect(cut('['.repeat(3000)).faults[0]).toContain('nested more than 1000 levels deep')
  })
})
