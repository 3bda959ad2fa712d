import { describe, expect, it } from '@jest/globals'
import { fitsExtension, hasBody, isPerRow, outputFormatByExtension } from '../../../src/spec/output-formats.ts'

describe('The format of an output', () => {
  it.each([
    ['a.csv', 'csv'],
    ['a.TSV', 'tsv'],
    ['a.ndjson', 'jsonl'],
    ['a.json', 'json'],
    ['{{ sku }}.json', 'json-object'],
    ['a.yml', 'yaml'],
    ['a.parquet', 'parquet'],
    ['a.md', 'markdown-table'],
    ['{{ sku }}.md', 'markdown'],
    ['{{ sku }}.txt', 'text'],
    ['{{ sku }}.jpeg', 'image'],
    ['{{ lang }}.jsonl', 'jsonl'],
    ['a.out', undefined],
    ['a.{{ ext }}', undefined]
  ])('of %s is %s', (path, format) => {
    expect(outputFormatByExtension(path)).toBe(format)
  })

  it.each([
    ['a.jsonl', 'openai-batch', true],
    ['a.csv', 'json', false],
    ['a.out', 'json', true],
    ['{{ a }}.md', 'text', true],
    ['{{ a }}.png', 'text', false]
  ] as const)('%s may be %s: %s', (path, format, fits) => {
    expect(fitsExtension(path, format)).toBe(fits)
  })

  it('is one of many rows or of one', () => {
    expect([isPerRow('markdown'), isPerRow('json-object'), isPerRow('markdown-table')]).toEqual([true, true, false])
    expect([hasBody('markdown'), hasBody('image'), hasBody('json-object')]).toEqual([true, true, false])
  })
})
