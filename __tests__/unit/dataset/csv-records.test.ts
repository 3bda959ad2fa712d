import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { CsvRecords } from '../../../src/dataset/csv-records.ts'

interface Cut {
  readonly records: string[][]
  readonly lines: number[]
  readonly faults: string[]
}

function cut(text: string, sizes: readonly number[] = [text.length], maxRowBytes = 1 << 20): Cut {
  const result: Cut = { records: [], lines: [], faults: [] }
  const records = new CsvRecords(',', maxRowBytes, {
    record: (cells, line) => {
      result.records.push(cells)
      result.lines.push(line)
    },
    fault: (message, line, column) => void result.faults.push(`${line}:${column ?? ''} ${message}`)
  })
  let at = 0
  for (let turn = 0; at < text.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1)
    records.push(text.slice(at, at + size))
    at += size
  }
  records.end()
  return result
}

/** Cells of the characters that mean something, and records of equal width; the first is the header. */
const cell = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ',', '"', '\n', '\r\n', ' ', '\u2028'), maxLength: 6 })
const table = fc
  .integer({ min: 2, max: 4 })
  .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))

function written(rows: readonly (readonly string[])[], lineEnd: string, quoteAll: boolean): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const one = (text: string): string => (quoteAll || /[",\r\n]/.test(text) ? quoted(text) : text)
  return rows.map(row => row.map(one).join(',')).join(lineEnd)
}

describe('CSV records', () => {
  it('are those of csv-parse, whatever the chunks, quotes and line ends', () => {
    const property = fc.property(
      table,
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.constantFrom('', '\n', '\r\n'),
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }),
      (rows, lineEnd, quoteAll, end, sizes) => {
        const text = written(rows, lineEnd, quoteAll) + end

        const { records, faults } = cut(text, sizes)

        const oracle = parse(text, {
          record_delimiter: ['\r\n', '\n'],
          skip_empty_lines: true,
          relax_column_count: true
        })
        expect(faults).toEqual([])
        expect(records).toEqual(oracle)
      }
    )

    fc.assert(property, { numRuns: 300 })
  })

  it('refuse exactly what csv-parse refuses', () => {
    const raw = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n'), maxLength: 14 })
    const property = fc.property(raw, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (text, sizes) => {
      const { records, faults } = cut(text, sizes)

      let oracle: string[][] | undefined
      try {
        oracle = parse(text, { skip_empty_lines: true, relax_column_count: true, record_delimiter: '\n' })
      } catch {
        oracle = undefined
      }
      expect(faults.length > 0).toBe(oracle === undefined)
      if (oracle !== undefined) expect(records).toEqual(oracle)
    })

    fc.assert(property, { numRuns: 500 })
  })

  it('know the line on which they start', () => {
    const { records, lines } = cut('a,b\n\n"x\ny",1\r\n\r\nz,"\n\n"\nend,1', [3])

    expect(records.map(record => record[0])).toEqual(['a', 'x\ny', 'z', 'end'])
    expect(lines).toEqual([1, 3, 6, 9])
  })

  it('are bounded, so that an open quote does not swallow the file into memory', () => {
    const { faults } = cut(`a,b\n1,"${'x'.repeat(5000)}`, [100], 1000)

    expect(faults).toEqual(['2: the row that starts here does not end within 1000 bytes'])
  })
})
