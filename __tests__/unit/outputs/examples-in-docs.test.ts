/** docs/outputs.md shows what the code writes: its examples are read, written again and compared. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { readErrors, writeErrors } from '../../../src/outputs/errors-file.ts'
import { formatOf } from '../../../src/outputs/formats.ts'
import { readLock, writeLock, type LockRow } from '../../../src/outputs/lock.ts'
import { nextManifest, readManifest, writeManifest } from '../../../src/outputs/manifest.ts'
import { openaiColumns } from '../../../src/outputs/openai-batch.ts'
import { batches, bytesOf, gathered, heads, joined } from './streams.ts'

const docs = readFileSync(new URL('../../../docs/outputs.md', import.meta.url), 'utf8')

/** The first block of a language in a section. */
function example(heading: string, language: string): string {
  const section = docs.slice(docs.indexOf(`\n## ${heading}\n`))
  const block = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(section)?.[1]
  return block ?? `no ${language} under ${heading}`
}

const columns = ['sku', 'title', 'tags']
const rows = [
  ['A1', 'Boot, "red"', ['leather', 'new']],
  ['A2', '=SUM(A1)', null]
]

describe('the examples of docs/outputs.md', () => {
  it.each([
    ['csv', 'csv'],
    ['tsv', 'tsv'],
    ['jsonl', 'jsonl'],
    ['json', 'json'],
    ['yaml', 'yaml'],
    ['markdown-table', 'markdown']
  ] as const)('show %s as it is written', async (name, language) => {
    expect(await joined(formatOf(name).write(heads(columns), batches(rows)))).toBe(example('Formats', language))
  })

  it('show a Markdown file per row as it is written', async () => {
    const page = [...heads(['title', 'price']), { name: '' }]
    const row = ['Boot', 79, 'A warm boot for cold days.']

    expect(await joined(formatOf('markdown').write(page, batches([row])))).toBe(example('A file per row', 'markdown'))
  })

  it('show an OpenAI batch as it is written', async () => {
    const names = heads(Object.keys(openaiColumns))
    const model = 'us.amazon.nova-lite-v1:0'
    const lines = [
      ['A1', 'Boot', null, 12, 3, '4fR0kqXn1Zc', model, null],
      ['A2', null, null, null, null, '0PzT5yHd8Mj', model, { code: 'max_tokens', message: 'max_tokens' }]
    ]

    expect(await joined(formatOf('openai-batch').write(names, batches(lines)))).toBe(example('OpenAI batch', 'jsonl'))
  })

  it('show a lock as it is written', async () => {
    const text = example('The lock', 'json')
    const taken: LockRow[] = []

    const reading = await readLock(bytesOf(text), row => taken.push(row))

    expect(reading.kind).toBe('ok')
    if (reading.kind === 'ok') expect(await joined(writeLock(reading.header, batches(taken)))).toBe(text)
  })

  it('show a manifest as it is written', () => {
    const text = example('The manifest', 'json')

    const reading = readManifest(text)

    expect(reading.kind).toBe('ok')
    if (reading.kind === 'ok') expect(writeManifest(nextManifest(undefined, reading.manifest))).toBe(text)
  })

  it('show an errors file as it is written', async () => {
    const text = example('The errors file', 'jsonl')
    const lines = await gathered(readErrors(bytesOf(text)))
    const failed = lines.flatMap(line => ('row' in line ? [line.row] : []))
    const quarantined = lines.flatMap(line => ('quarantined' in line ? [line.quarantined] : []))

    expect(lines).toHaveLength(2)
    expect(await joined(writeErrors(batches(failed), quarantined))).toBe(text)
  })
})
