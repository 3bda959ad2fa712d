import { describe, expect, it } from '@jest/globals'
import {
  compileColumns,
  isFromAnswer,
  type CellContext,
  type Column,
  type KnownNames
} from '../../../src/outputs/columns.ts'
import { Problems } from '../../../src/problems.ts'

const context: CellContext = {
  key: 'A1',
  fields: { sku: 'A1', 'Product Name': 'Shoe', n: 7 },
  answer: { title: 'T', tags: ['x'] },
  reasoning: 'hm',
  usage: { inputTokens: 10 },
  recordId: '0A1b2C3d4E5',
  model: 'm'
}

function compile(
  columns: Record<string, string> | undefined,
  known: KnownNames = {}
): { columns: readonly Column[]; problems: Problems } {
  const problems = new Problems()
  const output = { path: 'out.csv', format: 'csv' as const, ...(columns && { columns }) }
  return { columns: compileColumns(output, known, column => ({ file: `batch.yml#${column}` }), problems), problems }
}

describe('compileColumns', () => {
  it.each([
    ['row.sku', 'A1', 'row'],
    ['row["Product Name"]', 'Shoe', 'row'],
    ['row.n', 7, 'row'],
    ['row.absent', null, 'row'],
    ['key', 'A1', 'key'],
    ['answer', { title: 'T', tags: ['x'] }, 'answer'],
    ['answer.tags[0]', 'x', 'answer'],
    ['answer.tags[1]', null, 'answer'],
    ['usage.inputTokens', 10, 'meta'],
    ['usage.outputTokens', null, 'meta'],
    ['reasoning', 'hm', 'meta'],
    ['recordId', '0A1b2C3d4E5', 'meta'],
    ['model', 'm', 'meta']
  ])('reads %s', (path, value, from) => {
    const { columns, problems } = compile({ name: path })

    expect(problems.list).toEqual([])
    expect(columns).toMatchObject([{ name: 'name', path, from }])
    expect(columns[0]?.value(context)).toEqual(value)
  })

  it('knows the key by its own field', () => {
    const { columns } = compile({ id: "row['sku']", other: 'row.n' }, { keyField: 'sku' })

    expect(columns.map(({ path, from }) => [path, from])).toEqual([
      ['row.sku', 'key'],
      ['row.n', 'row']
    ])
  })

  it.each([
    [
      { keyField: 'sku' },
      [
        ['sku', 'row.sku'],
        ['answer', 'answer']
      ]
    ],
    [
      { keyField: 'Product Name' },
      [
        ['Product Name', 'row["Product Name"]'],
        ['answer', 'answer']
      ]
    ],
    [
      { keyField: 'answer' },
      [
        ['key', 'key'],
        ['answer', 'answer']
      ]
    ],
    [
      {},
      [
        ['key', 'key'],
        ['answer', 'answer']
      ]
    ]
  ])('takes key and answer by default: %j', (known, expected) => {
    const { columns } = compile(undefined, known)

    expect(columns.map(({ name, path }) => [name, path])).toEqual(expected)
    expect(columns.map(isFromAnswer)).toEqual([false, true])
  })

  const known: KnownNames = {
    keyField: 'sku',
    fields: ['sku', 'colour'],
    answerFormat: 'json',
    answerSchema: { properties: { title: {} }, additionalProperties: false }
  }
  it.each<[string, KnownNames, string, string]>([
    ['row.', {}, 'column "c": "row." is not a path', 'write row.name, row["two words"] or answer.tags[0]'],
    ['sku', known, 'column "c": a path cannot start with "sku"', 'write row.sku'],
    ['colour.x', known, 'column "c": a path cannot start with "colour"', 'write row.colour.x'],
    ['anwser.title', known, 'column "c": a path cannot start with "anwser"', 'did you mean answer?'],
    [
      'zzz',
      {},
      'column "c": a path cannot start with "zzz"',
      'it starts with row, key, answer, usage, recordId, model or reasoning'
    ],
    ['row', known, 'column "c": row must be followed by a field', 'write row.name or row["two words"]'],
    ['row.color', known, 'column "c": the dataset has no field "color"', 'did you mean "colour"?'],
    ['row.weight', known, 'column "c": the dataset has no field "weight"', 'there are "sku", "colour"'],
    ['answer.titel', known, 'column "c": the schema of the answer has no property "titel"', 'did you mean "title"?'],
    [
      'answer.title',
      { answerFormat: 'text' },
      'column "c": the answer is a text and has no members',
      'write answer, or set answer.format: json'
    ],
    ['key.x', {}, 'column "c": key is a text and has no members', 'write key']
  ])('refuses %s', (path, names, message, hint) => {
    const { columns, problems } = compile({ c: path, good: 'key' }, names)

    expect(columns.map(column => column.name)).toEqual(['good'])
    expect(problems.list).toEqual([{ severity: 'error', message, hint, place: { file: 'batch.yml#c' } }])
  })

  it('lists the members of usage', () => {
    expect(compile({ c: 'usage.tokens' }).problems.list[0]?.message).toContain('inputTokens, outputTokens')
  })

  it('does not check an open schema or unknown fields', () => {
    const open: KnownNames = { answerFormat: 'json', answerSchema: { properties: { title: {} } } }

    expect(compile({ a: 'answer.other', b: 'row.any' }, open).problems.list).toEqual([])
  })
})
