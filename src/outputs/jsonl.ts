/** JSONL: one object a line, its members in the order of the columns. */
import { splitLines } from '../results/lines.ts'
import {
  OutputUnreadable,
  type Cells,
  type ColumnHead,
  type OutputFormat,
  type PublishedFile,
  type PublishedRow
} from './format.ts'
import { asRead, objectWriter, readObject } from './json-row.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

export const jsonl: OutputFormat = { write, read, asRead }

async function* write(columns: readonly ColumnHead[], rows: AsyncIterable<readonly Cells[]>): AsyncGenerator<string> {
  const object = objectWriter(columns)
  for await (const batch of rows) yield batch.map(cells => `${object(cells)}\n`).join('')
}

async function* read(file: PublishedFile): AsyncGenerator<readonly PublishedRow[]> {
  for await (const lines of splitLines(file.stream())) {
    const rows: PublishedRow[] = []
    for (const { bytes, number, tooLong } of lines) {
      if (tooLong) throw new OutputUnreadable('the line is too long', number)
      const text = decode(bytes, number)
      if (text.trim() !== '') rows.push(readObject(text, number))
    }
    yield rows
  }
}

function decode(bytes: Buffer, line: number): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new OutputUnreadable('the line is not UTF-8', line, 'save the file as UTF-8')
  }
}
