/** Answers are foreign text: a long run of space in one must not cost the square of its length. */
import { describe, expect, it } from '@jest/globals'
import { plainBody } from '../../../src/outputs/body.ts'
import { formatOf } from '../../../src/outputs/formats.ts'
import { batches, fileOf, gathered, heads, joined } from './streams.ts'

const million = 1_000_000

describe('a million line ends', () => {
  it.each([
    ['inside a text stay', `a${'\n'.repeat(million)}b`, `a${'\n'.repeat(million)}b`],
    ['around a text go', `${'\n'.repeat(million)}a${'\n'.repeat(million)}`, 'a'],
    ['alone go', '\n'.repeat(million), ''],
    ['with a stray carriage return go', '\n\ra\n\r', '\ra']
  ])('%s', (_what, text, body) => {
    expect(plainBody(text) === body).toBe(true)
  })
})

describe('a million spaces', () => {
  it('inside a cell of a Markdown table come back', async () => {
    const cell = `a${' '.repeat(million)}b`
    const format = formatOf('markdown-table')

    const written = await joined(format.write(heads(['text']), batches([[cell]])))
    const [row] = await gathered(format.read(fileOf(written)))

    expect(row?.cells['text'] === cell).toBe(true)
  })
})
