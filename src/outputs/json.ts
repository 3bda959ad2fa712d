/** JSON: one array, one element a line, so that git shows and merges rows. */
import { JsonElements } from '../dataset/json-elements.ts'
import {
  decoded,
  OutputUnreadable,
  type Cells,
  type ColumnHead,
  type OutputFormat,
  type PublishedFile,
  type PublishedRow
} from './format.ts'
import { asRead, objectWriter, readObject } from './json-row.ts'

const maxRowBytes = 128 * 1024 * 1024

export const json: OutputFormat = { write, read, asRead }

async function* write(columns: readonly ColumnHead[], rows: AsyncIterable<readonly Cells[]>): AsyncGenerator<string> {
  const object = objectWriter(columns)
  let before = '[\n'
  let any = false
  for await (const batch of rows) {
    let text = ''
    for (const cells of batch) {
      text += `${before}${object(cells)}`
      before = ',\n'
      any = true
    }
    yield text
  }
  yield any ? '\n]\n' : '[]\n'
}

/** An empty file has no rows, as an empty array has none. */
async function* read(file: PublishedFile): AsyncGenerator<readonly PublishedRow[]> {
  let rows: PublishedRow[] = []
  let blank = true
  const elements = new JsonElements(undefined, maxRowBytes, {
    element: (text, line) => rows.push(readObject(text, line)),
    fault: (message, line, hint) => {
      throw new OutputUnreadable(message, line, hint)
    }
  })
  for await (const text of decoded(file.stream())) {
    blank &&= text.trim() === ''
    elements.push(text)
    if (rows.length > 0) yield rows
    rows = []
  }
  if (!blank) elements.end()
  if (rows.length > 0) yield rows
}
