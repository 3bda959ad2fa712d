import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { JsonValue } from '../../../src/json.ts'
import type { Cells } from '../../../src/outputs/format.ts'
import { formatOf } from '../../../src/outputs/formats.ts'
import type { OutputFormatName } from '../../../src/spec/spec.ts'
import { batches, fileOf, gathered, heads, joined } from './streams.ts'

const names = ['csv', 'jsonl', 'json'] as const

async function write(
  name: OutputFormatName,
  columns: readonly string[],
  rows: readonly Cells[],
  size?: number
): Promise<string> {
  return joined(formatOf(name).write(heads(columns), batches(rows, size)))
}

async function read(
  name: OutputFormatName,
  text: string | Buffer,
  size?: number
): Promise<[number, Record<string, JsonValue>][]> {
  const rows = await gathered(formatOf(name).read(fileOf(text, size)))
  return rows.map(({ line, cells }) => [line, Object.fromEntries(Object.entries(cells))])
}

const nasty = fc.constantFrom(
  '=1+1',
  '-5',
  "'=x",
  '"',
  ',',
  '\r\n',
  '\n',
  '',
  ' ',
  '\u2028',
  '\uFEFF',
  '😀',
  '__proto__',
  '@',
  "''-",
  '-5.5e3',
  '\t'
)
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  nasty,
  fc.tuple(nasty, fc.string()).map(parts => parts.join(''))
)
const cell: fc.Arbitrary<JsonValue> = fc.oneof(
  text,
  fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)) as JsonValue)
)
const columnNames = fc.uniqueArray(fc.oneof(text, fc.constantFrom('sku', 'answer', '7')), {
  minLength: 1,
  maxLength: 4
})
const table = columnNames.chain(columns =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), { maxLength: 5 })
  })
)

describe.each(names)('%s', name => {
  it('has no rows in an empty file', async () => {
    expect(await read(name, '')).toEqual([])
    expect(await read(name, await write(name, ['a'], []))).toEqual([])
  })

  it('tells the line on which a row stands', async () => {
    const written = await write(
      name,
      ['a', 'b'],
      [
        ['1\n2', 'x'],
        ['3', 'y']
      ]
    )
    const lines = { csv: [2, 4], jsonl: [1, 2], json: [2, 3] }[name]

    expect((await read(name, written, 3)).map(([line]) => line)).toEqual(lines)
  })
})

describe('csv', () => {
  it('quotes only where it must, and guards formulas but not numbers', async () => {
    const rows: Cells[] = [
      ['plain text', 'a "quote"', 'a, b', 'line\nbreak'],
      ['=SUM(A1)', '+49', '-5', -5],
      ['@x', '\tx', "'=x", '- item'],
      [null, true, { b: 1, a: [null] }, '']
    ]

    const written = await write('csv', ['a', 'b', 'c d', '=e'], rows)

    expect(written).toBe(
      [
        "a,b,c d,'=e",
        'plain text,"a ""quote""","a, b","line\nbreak"',
        "'=SUM(A1),'+49,-5,-5",
        "'@x,'\tx,''=x,'- item",
        ',true,"{""a"":[null],""b"":1}",',
        ''
      ].join('\n')
    )
  })

  it('is read by csv-parse as it is by us, but for the guard', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, rows }) => {
        const written = await write('csv', columns, rows)
        const records: string[][] = parse(written, { bom: true, relax_column_count: false })
        const strip = (one: string): string => (/^'+[=+\-@\t\r]/.test(one) ? one.slice(1) : one)
        const expected = [columns, ...rows].map(cells => cells.map(one => formatOf('csv').asRead(one, { name: 'a' })))
        expect(records.map(cells => cells.map(strip))).toEqual(expected)
      })
    )
  })

  it('reads what a spreadsheet saved: mark, CRLF, quotes everywhere', async () => {
    expect(await read('csv', '\uFEFF"sku","answer"\r\n"A1","x, ""y"""\r\n"A2",""\r\n')).toEqual([
      [2, { sku: 'A1', answer: 'x, "y"' }],
      [3, { sku: 'A2', answer: '' }]
    ])
  })

  it.each([
    ['a,b\n1\n', 2, /1 cells and the header 2/],
    ['a,a\n1,2\n', 1, /column twice/],
    ['a,b\n1,"open\n', 2, /never closed/]
  ])('refuses %j at its line', async (broken, line, message) => {
    const error = await read('csv', broken).catch((thrown: unknown) => thrown)

    expect(error).toMatchObject({ name: 'OutputUnreadable', line, message: expect.stringMatching(message) })
  })
})

describe('jsonl and json', () => {
  const rows: Cells[] = [
    ['A1', { b: 1, a: { d: 1, c: 2 } }],
    ['A2', null]
  ]

  it('keep the order of the columns and sort the keys inside a cell', async () => {
    const first = '{"sku":"A1","7":{"a":{"c":2,"d":1},"b":1}}'

    expect(await write('jsonl', ['sku', '7'], rows)).toBe(`${first}\n{"sku":"A2","7":null}\n`)
    expect(await write('json', ['sku', '7'], rows, 1)).toBe(`[\n${first},\n{"sku":"A2","7":null}\n]\n`)
    expect(await write('json', ['sku'], [])).toBe('[]\n')
  })

  it('read what a formatter laid out', async () => {
    const laidOut = JSON.stringify([{ sku: 'A1' }, { sku: 'A2', answer: ['x', '}'] }], null, 2)

    expect(await read('json', laidOut, 5)).toEqual([
      [2, { sku: 'A1' }],
      [5, { sku: 'A2', answer: ['x', '}'] }]
    ])
    expect(await read('jsonl', '\n { "sku": "A1" } \r\n')).toEqual([[2, { sku: 'A1' }]])
  })

  it.each<[OutputFormatName, string, number]>([
    ['jsonl', '{"a":1}\n{"a":\n', 2],
    ['jsonl', '[1]\n', 1],
    ['json', '[\n{"a":1},\n{"a":oops}\n]\n', 3],
    ['json', '[\n{"a":1},\n', 3],
    ['json', '{"a":1}', 1],
    ['json', '[\n1\n]\n', 2]
  ])('refuse as %s: %j', async (name, broken, line) => {
    await expect(read(name, broken)).rejects.toMatchObject({ name: 'OutputUnreadable', line })
  })
})
