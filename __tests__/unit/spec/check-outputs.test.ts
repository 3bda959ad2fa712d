import { describe, expect, it } from '@jest/globals'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { mergedColumns } from '../../../src/spec/merge.ts'

function decode(outputs: string, dataset = 'data/a.csv', more = '') {
  const text = `name: shoes
model: amazon.nova-lite-v1:0
dataset: ${dataset}
prompt: {user: hi}
outputs: ${outputs}
${more}`
  return decodeSpec({ text, file: 'spec.yml' })
}

function told(outputs: string, dataset?: string, more?: string): readonly string[] {
  return decode(outputs, dataset, more).problems.map(({ message }) => message)
}

describe('Outputs', () => {
  it.each([
    ['content/{{ sku }}.md', [{ path: 'content/{{ sku }}.md', format: 'markdown' }]],
    ['{path: "i/{{ sku }}.png", body: answer}', [{ path: 'i/{{ sku }}.png', format: 'image', body: 'answer' }]],
    ['{merge: true}', [{ path: 'data/a.csv', format: 'csv', merge: true }]],
    [
      '[{path: b.jsonl, format: openai-batch}, t.md]',
      [
        { path: 'b.jsonl', format: 'openai-batch' },
        { path: 't.md', format: 'markdown-table' }
      ]
    ]
  ])('may be %s', (outputs, expected) => {
    const { spec, problems } = decode(outputs)

    expect(problems).toEqual([])
    expect(spec?.outputs).toEqual(expected)
  })

  it('of a merge stand where the dataset does, in its format', () => {
    const { spec } = decode('{merge: true, columns: {about: answer}}', '{path: [data/items-*.jsonl, b.jsonl]}')

    expect(spec?.outputs).toEqual([
      { path: 'data/items-*.jsonl,b.jsonl', format: 'jsonl', merge: true, columns: { about: 'answer' } }
    ])
    expect(spec && mergedColumns(spec)).toEqual(['about'])
  })

  it.each([
    ['a.txt', undefined, 'the output path "a.txt" is one file, but text writes one file per row'],
    ['"{{ a }}/../x.md"', undefined, 'the output path "{{ a }}/../x.md" leads out of its folder by ..'],
    ['".github/{{ a }}.md"', undefined, 'the output path ".github/{{ a }}.md" is inside .github/, where workflows lie'],
    ['"{{ a.md"', undefined, 'the output path "{{ a.md" has a hole that is never closed: write {{ sku }}'],
    [
      '"data/{{ a }}.csv"',
      'data/*.csv',
      'the output "data/{{ a }}.csv" would overwrite the dataset "data/*.csv", or be read as a part of it'
    ],
    [
      '[{path: "o/{{ a }}.jsonl", format: openai-batch}]',
      undefined,
      'the output path "o/{{ a }}.jsonl" has holes, but openai-batch writes one file'
    ],
    ['["o/{{ a }}.md", "o/{{ a }}.md"]', undefined, 'the output "o/{{ a }}.md" is written twice'],
    ['{merge: true, path: a.csv}', undefined, 'merge: true writes the dataset’s own files: remove path'],
    ['{merge: true, format: csv}', undefined, 'merge: true keeps the format of the dataset: remove format'],
    [
      '{merge: true}',
      'a.json',
      'merge is for datasets in CSV, TSV or JSONL: in other formats no column can be added in place'
    ],
    [
      '[{merge: true}, {merge: true, columns: {b: answer}}]',
      undefined,
      'two outputs merge into the dataset: put their columns into one'
    ],
    [
      '{merge: true}',
      'data/*.jsonl',
      'the errors file "data/shoes.errors.jsonl" would overwrite the dataset "data/*.jsonl", or be read as a part of it'
    ],
    ['{merge: true, columns: {b: row.a}}', undefined, '"row.a" stands in the dataset already'],
    ['{merge: true, columns: {sku: answer}}', '{path: a.csv, key: sku}', 'the column "sku" is the key of the dataset'],
    [
      '{columns: {a: answer}}',
      undefined,
      'the output has no path: write path: generated/answers.jsonl, or merge: true'
    ],
    ['{path: a.csv, body: answer}', undefined, 'outputs[0].body is for markdown, text and image; this output is csv'],
    [
      '{path: "{{ a }}.txt", columns: {a: answer}}',
      undefined,
      'there are no columns here: a text file holds one value'
    ],
    ['{path: "{{ a }}.md", body: answer.x}', undefined, '"answer.x" looks into an answer that is text']
  ])('may not be %s', (outputs, dataset, message) => {
    expect(told(outputs, dataset)).toContain(message)
  })

  it.each([
    ['samples: 3', 'samples'],
    ['matrix: {lang: [de, fr]}', 'matrix'],
    ['expand: {a: {user: b}}', 'expand']
  ])('cannot merge several answers into one row: %s', (more, what) => {
    expect(told('{merge: true}', undefined, more)).toContainEqual(expect.stringContaining(`and ${what} asks several`))
  })
})
