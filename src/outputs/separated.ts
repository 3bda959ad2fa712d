/**
 * CSV and TSV: RFC 4180 with LF, quotes only where they are needed. Texts stand as they are, anything else as JSON; null
 * is empty. A text that a spreadsheet would run as a formula gets a leading `'`, which reading takes off again.
 * https://www.rfc-editor.org/rfc/rfc4180 https://owasp.org/www-community/attacks/CSV_Injection
 */
import { CsvRecords } from '../dataset/csv-records.ts'
import { canonicalJson, type JsonValue } from '../json.ts'
import {
  decoded,
  newCells,
  OutputUnreadable,
  type Cells,
  type ColumnHead,
  type OutputFormat,
  type PublishedFile,
  type PublishedRow
} from './format.ts'

const maxRowBytes = 128 * 1024 * 1024

export type Separator = ',' | '\t'

export const csv: OutputFormat = separated(',')
export const tsv: OutputFormat = separated('\t')

function separated(separator: Separator): OutputFormat {
  return {
    write: (columns, rows) => write(separator, columns, rows),
    read: file => read(separator, file),
    asRead: cell => textOf(cell)
  }
}

async function* write(
  separator: Separator,
  columns: readonly ColumnHead[],
  rows: AsyncIterable<readonly Cells[]>
): AsyncGenerator<string> {
  const record = (cells: Cells): string => {
    // A lone empty cell would be a blank line, which readers skip.
    if (cells.length === 1 && textOf(cells[0] ?? null) === '') return '""\n'
    return `${cells.map(cell => writtenCell(cell, separator)).join(separator)}\n`
  }
  yield record(columns.map(({ name }) => name))
  for await (const batch of rows) yield batch.map(record).join('')
}

/** As it stands in the file, in quotes where it has to. */
export function writtenCell(cell: JsonValue, separator: Separator): string {
  const text = guarded(textOf(cell))
  const isPlain = !/["\n\r\uFEFF]/.test(text) && !text.includes(separator)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}

/** UTF-8 has no half surrogate pairs: they become U+FFFD here rather than unseen on the way to the file. */
export function textOf(cell: JsonValue): string {
  if (cell === null) return ''
  return (typeof cell === 'string' ? cell : canonicalJson(cell)).toWellFormed()
}

/** Numbers may start with `-` and are harmless. Decided by the text alone, so that a cell read back is written the same. */
const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** Own quotes before such a start count too: otherwise reading would take off one that was there before. */
function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) && !number.test(text) ? `'${text}` : text
}

export function unguarded(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}

async function* read(separator: Separator, file: PublishedFile): AsyncGenerator<readonly PublishedRow[]> {
  const table = new Table(separator)
  for await (const text of decoded(file.stream())) {
    table.records.push(text)
    yield table.taken()
  }
  table.records.end()
  yield table.taken()
}

/** The first record names the columns. */
class Table {
  readonly records: CsvRecords
  private columns: readonly string[] | undefined
  private rows: PublishedRow[] = []

  constructor(separator: Separator) {
    this.records = new CsvRecords(separator, maxRowBytes, {
      record: (cells, line) => this.record(cells.map(unguarded), line),
      fault: (message, line, _column, hint) => {
        throw new OutputUnreadable(message, line, hint)
      }
    })
  }

  taken(): readonly PublishedRow[] {
    const rows = this.rows
    this.rows = []
    return rows
  }

  private record(texts: readonly string[], line: number): void {
    const { columns } = this
    if (!columns) {
      this.header(texts, line)
      return
    }
    if (texts.length !== columns.length) {
      throw new OutputUnreadable(`the row has ${texts.length} cells and the header ${columns.length}`, line)
    }
    const cells = newCells()
    for (const [index, column] of columns.entries()) cells[column] = texts[index] ?? ''
    this.rows.push({ cells, line })
  }

  private header(columns: readonly string[], line: number): void {
    if (new Set(columns).size < columns.length) throw new OutputUnreadable('the header names a column twice', line)
    this.columns = columns
  }
}
