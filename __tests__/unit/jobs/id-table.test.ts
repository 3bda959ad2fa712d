import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { IdTable, isRecordId } from '../../../src/jobs/id-table.ts'
import { base62 } from '../../../src/jobs/record.ts'

const id = fc.uint8Array({ minLength: 8, maxLength: 8 }).map(bytes => base62(Buffer.from(bytes)))

describe('a table of ids', () => {
  it('behaves like a map from id to order of arrival', () => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 5000 }), ids => {
        const table = new IdTable()
        const model = new Map<string, number>()
        for (const one of ids) {
          if (!model.has(one)) model.set(one, model.size)
          expect(table.add(one)).toBe(model.get(one))
        }
        expect(table.size).toBe(model.size)
        for (const [one, index] of model) {
          expect(table.find(one)).toBe(index)
          expect(table.idAt(index)).toBe(one)
        }
      }),
      { numRuns: 20 }
    )
  })

  it('does not know what was never added', () => {
    const table = new IdTable()
    table.add('00000000001')

    expect(table.find('00000000002')).toBe(-1)
    expect(table.has('00000000001')).toBe(true)
  })

  it('keeps the largest of all ids', () => {
    const table = new IdTable()

    const index = table.add('LygHa16AHYF')

    expect(table.idAt(index)).toBe('LygHa16AHYF')
  })
})

describe('isRecordId', () => {
  it.each([
    ['LygHa16AHYF', true],
    ['LygHa16AHYG', false],
    ['0000000000', false],
    ['0000000000-', false],
    ['zzzzzzzzzzz', false]
  ])('%s: %s', (text, expected) => {
    expect(isRecordId(text)).toBe(expected)
  })
})
