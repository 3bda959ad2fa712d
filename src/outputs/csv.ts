/**
 * CSV: RFC 4180 with LF, quotes only where they are needed. Texts stand as they are, anything else as JSON; null is
 * empty. A text that a spreadsheet would run as a formula gets a leading `'`, which reading takes off again.
 * https://www.rfc-editor.org/rfc/rfc4180 https://owasp.org/www-community/attacks/CSV_Injection
 */
import { CsvRecords } from '../dataset/csv-records.ts'
import { canonicalJson, type JsonValue } from '../json.ts'
import { decoded, newCells, OutputUnreadable, type Cells, type OutputFormat, type PublishedRow } from './format.ts'

const maxRowBytes = 128 * 1024 * 1024

export const csv: OutputFormat = { write, read, asRead: textOf }

async function* write(columns: readonly string[], rows: AsyncIterable<readonly Cells[]>): AsyncGenerator<string> {
  yield record(columns)
  for await (const batch of rows) yield batch.map(record).join('')
}

function record(cells: Cells): string {
  // A lone empty cell would be a blank line, which readers skip.
  if (cells.length === 1 && textOf(cells[0] ?? null) === '') return '""\n'
  return `${cells.map(written).join(',')}\n`
}

function written(cell: JsonValue): string {
  const text = guarded(textOf(cell))
  return /["\n\r,\uFEFF]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** UTF-8 has no half surrogate pairs: they become U+FFFD here rather than unseen on the way to the file. */
function textOf(cell: JsonValue): string {
  if (cell === null) return ''
  return (typeof cell === 'string' ? cell : canonicalJson(cell)).toWellFormed()
}

/** Numbers may start with `-` and are harmless. Decided by the text alone, so that a cell read back is written the same. */
const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** Own quotes before such a start count too: otherwise reading would take off one that was there before. */
function guarded(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) && !number.test(text) ? `'${text}` : text
}

function unguarded(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}

async function* read(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly PublishedRow[]> {
  const table = new Table()
  for await (const text of decoded(chunks)) {
    table.records.push(text)
    yield table.taken()
  }
  table.records.end()
  yield table.taken()
}

/** The first record names the columns. */
class Table {
  readonly records = new CsvRecords(',', maxRowBytes, {
    record: (cells, line) => this.record(cells.map(unguarded), line),
    fault: (message, line, _column, hint) => {
      throw new OutputUnreadable(message, line, hint)
    }
  })
  private columns: readonly string[] | undefined
  private rows: PublishedRow[] = []

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
