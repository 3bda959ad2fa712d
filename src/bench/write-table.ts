/** Writes rows to a file of the workspace, in a format of the outputs. */
import type { Cells } from '../outputs/format.ts'
import { formatOf } from '../outputs/formats.ts'
import { openWorkspace } from '../node/workspace.ts'
import { columnNames, tableFormats, tableRow } from './table-files.ts'

const batchRows = 200

/** `words`: folder, format, rows. */
export async function writeTable(words: readonly string[]): Promise<() => Promise<object>> {
  const [folder = '.', name = '', rows = '0'] = words
  const format = tableFormats.find(one => one === name)
  if (format === undefined) throw new Error(`no table is written as ${name}`)
  const workspace = await openWorkspace(folder)
  await import('hyparquet-writer')
  tableRow(0)
  const columns = columnNames.map(column => ({ name: column }))
  return () =>
    workspace.write(
      `out.${format}`,
      formatOf(format).write(columns, { [Symbol.asyncIterator]: () => batches(Number(rows)) })
    )
}

async function* batches(rows: number): AsyncGenerator<readonly Cells[]> {
  for (let from = 0; from < rows; from += batchRows)
    yield Array.from({ length: Math.min(batchRows, rows - from) }, (_, index) => tableRow(from + index))
}
