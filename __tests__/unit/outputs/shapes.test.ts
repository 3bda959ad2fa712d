/** What the formats look like, byte by byte, where a person or another program reads them. */
import { createHash } from 'node:crypto'
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from '@jest/globals'
import { at, type JsonValue } from '../../../src/json.ts'
import type { Cells, ColumnHead } from '../../../src/outputs/format.ts'
import { formatOf } from '../../../src/outputs/formats.ts'
import { openaiColumns } from '../../../src/outputs/openai-batch.ts'
import type { OutputFormatName } from '../../../src/spec/output-formats.ts'
import { batches, bytesIn, heads, joined } from './streams.ts'

async function text(
  name: OutputFormatName,
  columns: readonly ColumnHead[],
  ...rows: readonly Cells[]
): Promise<string> {
  return joined(formatOf(name).write(columns, batches(rows)))
}

describe('TSV', () => {
  it('quotes tabs, not commas', async () => {
    expect(await text('tsv', heads(['a', 'b']), ['x,y', 'x\ty'], [null, '=1'])).toBe('a\tb\nx,y\t"x\ty"\n\t\'=1\n')
  })
})

describe('YAML', () => {
  it('is a list of maps, with text as text', async () => {
    const rows: Cells[] = [
      ['A1', 'First line\nSecond line', ['a', 'b'], null],
      ['007', 'yes', { b: 1, a: 'x: y' }, true]
    ]

    expect(await text('yaml', heads(['sku', 'text', 'data', 'n']), ...rows)).toBe(
      [
        '- sku: A1',
        '  text: |-',
        '    First line',
        '    Second line',
        '  data:',
        '    - a',
        '    - b',
        '  n: null',
        '- sku: "007"',
        '  text: yes',
        '  data:',
        '    a: "x: y"',
        '    b: 1',
        '  n: true',
        ''
      ].join('\n')
    )
    expect(await text('yaml', heads(['a']))).toBe('[]\n')
  })
})

describe('A Markdown table', () => {
  it('lets nothing in a cell come alive', async () => {
    const written = await text(
      'markdown-table',
      heads(['a|b', 'c']),
      ['**x** [l](javascript:1) <img src=x> a|b', 'one\ntwo\\'],
      [' pad ', ['x']]
    )

    expect(written).toBe(
      [
        '| a\\|b | c |',
        '| --- | --- |',
        '| \\*\\*x\\*\\* \\[l\\](javascript:1) &lt;img src=x\\> a\\|b | one<br>two\\\\ |',
        '| &#32;pad&#32; | \\["x"\\] |',
        ''
      ].join('\n')
    )
  })
})

describe('Markdown with front matter', () => {
  const columns = [...heads(['title', 'tags']), { name: '' }]

  it('keeps the columns above and the answer below', async () => {
    expect(await text('markdown', columns, ['Boot: "red"', ['a'], '\n# Boot\n\nWarm.\n\n'])).toBe(
      '---\ntitle: \'Boot: "red"\'\ntags:\n  - a\n---\n\n# Boot\n\nWarm.\n'
    )
    expect(await text('markdown', columns, ['---', [], null])).toBe('---\ntitle: ---\ntags: []\n---\n')
  })

  it('shows an answer that is no text as JSON', async () => {
    expect(await text('text', [{ name: '' }], [{ b: 1, a: [2] }])).toBe('{\n  "a": [\n    2\n  ],\n  "b": 1\n}\n')
  })
})

describe('A JSON object', () => {
  it('is indented, in the order of the columns', async () => {
    expect(await text('json-object', heads(['sku', '7']), ['A1', { b: 1, a: [true] }])).toBe(
      '{\n  "sku": "A1",\n  "7": {\n    "a": [\n      true\n    ],\n    "b": 1\n  }\n}\n'
    )
  })
})

describe('A picture', () => {
  it('is its bytes, and is read as their digest', async () => {
    const picture = { format: 'png', base64: Buffer.from([137, 80, 0, 255]).toString('base64') }
    const column = { name: '' }

    expect([...(await bytesIn(formatOf('image').write([column], batches([[picture]]))))]).toEqual([137, 80, 0, 255])
    expect(formatOf('image').asRead(picture, column)).toEqual({
      sha256: createHash('sha256')
        .update(Buffer.from([137, 80, 0, 255]))
        .digest('hex')
    })
  })
})

describe('An OpenAI batch', () => {
  const columns = heads(Object.keys(openaiColumns))

  it('tells an answer as a completion, and what failed as an error', async () => {
    const lines = (
      await text(
        'openai-batch',
        columns,
        ['A1', { a: 1 }, 'hm', 12, 3, '4fR0kqXn1Zc', 'm', null],
        ['A2', null, null, null, null, '0PzT5yHd8Mj', 'm', { code: 'max_tokens', message: 'cut' }]
      )
    )
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as JsonValue)

    expect(lines).toEqual([
      {
        id: 'batch_req_4fR0kqXn1Zc',
        custom_id: 'A1',
        response: {
          status_code: 200,
          request_id: '4fR0kqXn1Zc',
          body: {
            id: 'chatcmpl-4fR0kqXn1Zc',
            object: 'chat.completion',
            created: 0,
            model: 'm',
            choices: [
              {
                index: 0,
                message: { role: 'assistant', content: '{"a":1}', reasoning_content: 'hm' },
                logprobs: null,
                finish_reason: 'stop'
              }
            ],
            usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 }
          }
        },
        error: null
      },
      { id: 'batch_req_0PzT5yHd8Mj', custom_id: 'A2', response: null, error: { code: 'max_tokens', message: 'cut' } }
    ])
  })

  it('tells a vector as an embedding', async () => {
    const vectors = columns.map(column => ({ ...column, vector: column.name === 'answer' }))

    const line = await text('openai-batch', vectors, ['A1', [0.5, -1], null, 4, null, '4fR0kqXn1Zc', 'm', null])

    expect(at(JSON.parse(line) as JsonValue, 'response.body')).toEqual({
      object: 'list',
      data: [{ object: 'embedding', index: 0, embedding: [0.5, -1] }],
      model: 'm',
      usage: { prompt_tokens: 4, total_tokens: 4 }
    })
  })
})

describe('Parquet', () => {
  it('gives each column the type that all its cells have', async () => {
    const columns: ColumnHead[] = [...heads(['s', 'b', 'i', 'd', 'mixed', 'tags', 'none']), { name: 'v', vector: true }]
    const rows: Cells[] = [
      ['x', true, 1, 1, 'x', ['a'], null, [0.1, 0.25]],
      [null, false, -5, 0.5, { a: 1 }, [], null, [1, 2]]
    ]

    const bytes = await bytesIn(formatOf('parquet').write(columns, batches(rows)))

    const file = Uint8Array.from(bytes).buffer
    const { schema, created_by: by } = await parquetMetadataAsync(file)
    const types = schema
      .filter(element => element.type !== undefined)
      .map(({ name, type, converted_type: logical }) => [name, type, logical].join(' ').trim())
    expect(by).toBe('bedrock-batch-action')
    expect(types).toEqual([
      's BYTE_ARRAY UTF8',
      'b BOOLEAN',
      'i INT64',
      'd DOUBLE',
      'mixed BYTE_ARRAY JSON',
      'element BYTE_ARRAY UTF8',
      'none BYTE_ARRAY UTF8',
      'element FLOAT'
    ])
    expect((await parquetReadObjects({ file }))[0]).toMatchObject({ v: [Math.fround(0.1), 0.25], i: 1n, tags: ['a'] })
  })

  it('writes many rows in groups that do not depend on how they come', async () => {
    const rows = Array.from({ length: 12_000 }, (_, index): Cells => [`row ${index}`])
    const write = async (size: number): Promise<Buffer> =>
      bytesIn(formatOf('parquet').write(heads(['a']), batches(rows, size)))

    const bytes = await write(100)

    expect((await parquetMetadataAsync(Uint8Array.from(bytes).buffer)).row_groups).toHaveLength(3)
    expect(bytes.equals(await write(7))).toBe(true)
  })
})
