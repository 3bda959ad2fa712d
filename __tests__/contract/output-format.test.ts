/** What every output format promises: what was written is read back, however it was batched and cut, and is written the same again. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { JsonValue } from '../../src/json.ts'
import { OutputUnreadable, type Cells, type ColumnHead } from '../../src/outputs/format.ts'
import { formatOf } from '../../src/outputs/formats.ts'
import { outputFormats, type OutputFormatName } from '../../src/spec/output-formats.ts'
import { batches, bytesIn, fileOf, gathered } from '../unit/outputs/streams.ts'

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
  '  two  ',
  '\u2028',
  '\uFEFF',
  '😀',
  '__proto__',
  '@',
  "''-",
  '-5.5e3',
  '\t',
  '|',
  '\\|',
  '<br>',
  '&amp;',
  '---',
  '# no comment',
  'null',
  '~',
  'yes',
  '2026-01-01',
  '0x1f',
  '- item',
  'key: value',
  '\u0085',
  '\u00a0',
  '`*_[x](y)'
)
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  nasty,
  fc.tuple(nasty, fc.string(), nasty).map(parts => parts.join(''))
)
const json = fc.jsonValue().map(value => JSON.parse(JSON.stringify(value)) as JsonValue)
const cell: fc.Arbitrary<JsonValue> = fc.oneof(
  text,
  json,
  fc.constantFrom(null, 0, -1.5, 1e21, true, [], {}, ['a'], [1])
)
// A spec refuses a byte-order mark in the name of a column.
const name = fc.oneof(text, fc.constantFrom('sku', 'answer', '7', 'a.b')).map(one => one.replaceAll('\uFEFF', ''))
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 4 })

interface Table {
  readonly columns: readonly ColumnHead[]
  readonly rows: readonly Cells[]
}

function table(columns: fc.Arbitrary<readonly ColumnHead[]>, most: number, least = 0): fc.Arbitrary<Table> {
  return columns.chain(heads =>
    fc.record({
      columns: fc.constant(heads),
      rows: fc.array(fc.array(cell, { minLength: heads.length, maxLength: heads.length }), {
        minLength: least,
        maxLength: most
      })
    })
  )
}

const anyColumns = names.map(list => list.map(name => ({ name })))
const body: ColumnHead = { name: '' }
const picture = fc.record({
  format: fc.constant('png'),
  base64: fc.uint8Array({ minLength: 1 }).map(bytes => Buffer.from(bytes).toString('base64'))
})

const openai = fc
  .record({
    key: text,
    answer: fc.oneof(text, json),
    reasoning: fc.option(text),
    usage: fc.option(fc.record({ input: fc.nat(), output: fc.nat() }))
  })
  .map(({ key, answer, reasoning, usage }): Cells => {
    const counts = [usage?.input ?? null, usage?.output ?? null]
    return [key, answer, reasoning, ...counts, '4fR0kqXn1Zc', 'some.model-v1:0', null]
  })
const openaiHeads: readonly ColumnHead[] = [
  'custom_id',
  'answer',
  'reasoning',
  'input_tokens',
  'output_tokens',
  'recordId',
  'model',
  'error'
].map(name => ({ name }))

/** What each format can be asked to hold. */
const tables: Readonly<Record<OutputFormatName, fc.Arbitrary<Table>>> = {
  csv: table(anyColumns, 5),
  tsv: table(anyColumns, 5),
  jsonl: table(anyColumns, 5),
  json: table(anyColumns, 5),
  yaml: table(anyColumns, 5),
  parquet: table(anyColumns, 5),
  'markdown-table': table(anyColumns, 5),
  'openai-batch': fc.array(openai, { maxLength: 4 }).map(rows => ({ columns: openaiHeads, rows })),
  markdown: table(
    anyColumns.map(columns => [...columns.filter(({ name }) => name !== ''), body]),
    1,
    1
  ),
  'json-object': table(anyColumns, 1, 1),
  text: table(fc.constant([body]), 1, 1),
  image: picture.map(cell => ({ columns: [body], rows: [[cell]] }))
}

async function write(name: OutputFormatName, { columns, rows }: Table, size?: number): Promise<Buffer> {
  return bytesIn(formatOf(name).write(columns, batches(rows, size)))
}

describe.each(outputFormats)('%s', name => {
  const format = formatOf(name)

  it('keeps a text as it is, whatever stands in it', async () => {
    if (name === 'image') return
    const isBody = name === 'text' || name === 'markdown'
    const columns = name === 'openai-batch' ? openaiHeads : [isBody ? body : { name: 'answer' }]
    const at = columns.length === 1 ? 0 : 1
    for (const one of ['\uFEFFa\u2028b', '😀 | x', '"q"', "'=1", '<br>', '`a` & &amp;']) {
      const cells = columns.map(({ name: heading }, index) =>
        index === at ? one : heading === 'custom_id' ? 'k' : null
      )

      const [row] = await gathered(format.read(fileOf(await write(name, { columns, rows: [cells] }))))

      // A file that begins with a byte-order mark begins with a mark, not with a text.
      const expected = isBody ? one.replace('\uFEFF', '') : one
      expect(row?.cells[columns[at]?.name ?? '']).toBe(expected)
    }
  })

  it('reads back what it wrote, in chunks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(tables[name], fc.integer({ min: 1, max: 40 }), async (given, size) => {
        const { columns, rows } = given
        const found = await gathered(format.read(fileOf(await write(name, given), size)))
        const expected = rows.map(cells =>
          columns.map((column, index) => [column.name, format.asRead(cells[index] ?? null, column)])
        )

        expect(found.map(({ cells }) => columns.map(column => [column.name, cells[column.name] ?? null]))).toEqual(
          expected
        )
      }),
      { numRuns: 120 }
    )
  })

  it('writes the same rows to the same bytes, however they are batched', async () => {
    await fc.assert(
      fc.asyncProperty(tables[name], async given => {
        expect(await write(name, given, 1)).toEqual(await write(name, given, 7))
      }),
      { numRuns: 40 }
    )
  })

  it('takes what it reads as what it read: a cell carried over is the same cell', async () => {
    await fc.assert(
      fc.asyncProperty(tables[name], async ({ columns, rows }) => {
        for (const cells of rows) {
          for (const [index, column] of columns.entries()) {
            const once = format.asRead(cells[index] ?? null, column)
            expect(format.asRead(once, column)).toEqual(once)
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  it('writes what it read to the same bytes', async () => {
    // A picture is carried over as a file; what is read of it is its digest.
    if (name === 'image') return
    await fc.assert(
      fc.asyncProperty(tables[name], async given => {
        const written = await write(name, given)
        const found = await gathered(format.read(fileOf(written)))
        const again = found.map(({ cells }) => given.columns.map(column => cells[column.name] ?? null))
        expect((await write(name, { columns: given.columns, rows: again })).toString()).toBe(written.toString())
      }),
      { numRuns: 80 }
    )
  })
})

const texts = outputFormats.filter(name => name !== 'parquet' && name !== 'image')

describe.each(texts)('%s as text', name => {
  it('refuses bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xe9]), Buffer.from('"}\n')])

    await expect(gathered(formatOf(name).read(fileOf(bytes)))).rejects.toThrow(OutputUnreadable)
  })

  it('ends in a newline, where it holds anything', async () => {
    await fc.assert(
      fc.asyncProperty(tables[name], async given => {
        const written = (await write(name, given)).toString()
        expect(written === '' || written.endsWith('\n')).toBe(true)
      }),
      { numRuns: 30 }
    )
  })
})

/** The same rows as people, spreadsheets and formatters save them. */
const variants: readonly (readonly [OutputFormatName, string, string])[] = [
  ['csv', 'mark, CRLF, quotes everywhere', '\uFEFF"sku","title"\r\n"A1","x, ""y"""\r\n"A2",""\r\n'],
  ['tsv', 'quotes and CRLF', 'sku\ttitle\r\nA1\t"x, ""y"""\r\nA2\t\r\n'],
  ['jsonl', 'blank lines and spaces', '\n { "sku": "A1", "title": "x, \\"y\\"" } \r\n{"sku":"A2","title":""}'],
  [
    'json',
    'a formatter',
    '[\n  {\n    "sku": "A1",\n    "title": "x, \\"y\\""\n  },\n  { "sku": "A2", "title": "" }\n]'
  ],
  [
    'yaml',
    'other quotes, comments, a document mark',
    '---\n# by hand\n- sku: A1\n  title: \'x, "y"\'\n\n- {sku: A2, title: ""}\n'
  ],
  ['yaml', 'an indented list', '  - sku: A1\n    title: x, "y"\n  - sku: A2\n    title: ""\n'],
  [
    'markdown-table',
    'padded columns',
    '| sku | title     |\n| :-- | --------: |\n| A1  | x, "y"    |\n| A2  |           |\n'
  ],
  [
    'markdown-table',
    'text around it, and CRLF',
    '# Title\r\n\r\n| sku | title |\r\n| - | - |\r\n| A1 | x, "y" |\r\n| A2 | |\r\n\r\nThe end.\r\n'
  ]
]

describe('A file that a person saved', () => {
  it.each(variants)('as %s (%s) is read', async (name, _how, content) => {
    const found = await gathered(formatOf(name).read(fileOf(content, 5)))

    expect(found.map(({ cells }) => ({ ...cells }))).toEqual([
      { sku: 'A1', title: 'x, "y"' },
      { sku: 'A2', title: '' }
    ])
  })

  it.each([
    [
      'markdown',
      '\uFEFF---\r\nsku: "A1"\r\n---\r\n\r\n\r\n# Boot\r\n\r\nWarm.\r\n\r\n',
      { sku: 'A1', '': '# Boot\n\nWarm.' }
    ],
    ['markdown', 'no front matter', { '': 'no front matter' }],
    ['json-object', '{"sku":"A1",\n\n"tags":["x"]}', { sku: 'A1', tags: ['x'] }],
    ['text', 'Warm.\r\n', { '': 'Warm.' }]
  ] as const)('as %s: %j is read', async (name, content, cells) => {
    const [row] = await gathered(formatOf(name).read(fileOf(content, 5)))

    expect({ ...row?.cells }).toEqual(cells)
  })

  it.each([
    ['markdown', '---\nsku: A1\n', /not closed/],
    ['markdown', '---\n- A1\n---\n', /not a map/],
    ['yaml', 'a: 1\n', /not a list/],
    ['yaml', '- a: "open\n', /not YAML/],
    ['json-object', '[1]\n', /not a JSON object/],
    ['markdown-table', '| a |\n| b |\n', /no rule/],
    ['markdown-table', '| a |\n| - |\n| b | c |\n', /2 cells and the header 1/],
    ['parquet', 'PAR1 is not enough', /cannot be read/],
    ['openai-batch', '{"id":"x"}\n', /no custom_id/]
  ] as const)('as %s: %j is refused where it is broken', async (name, content, message) => {
    await expect(gathered(formatOf(name).read(fileOf(content)))).rejects.toThrow(message)
  })
})
