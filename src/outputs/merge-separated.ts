/** Columns added to CSV or TSV: new ones at the end of each record, known ones where they stand. */
import type { JsonValue } from '../json.ts'
import { OutputUnreadable, type Cells } from './format.ts'
import type { Merge } from './merge.ts'
import { RowsByLine } from './merged-rows.ts'
import { rawRecords, type RawRecord } from './raw-records.ts'
import { textOf, unguarded, writtenCell, type Separator } from './separated.ts'

export async function* mergeSeparated(
  separator: Separator,
  file: AsyncIterable<Uint8Array>,
  merge: Merge
): AsyncGenerator<string> {
  const rows = new RowsByLine(merge.rows)
  let layout: Layout | undefined
  let text = ''
  for await (const record of rawRecords(file, separator)) {
    if (record.cells.length === 0) text += record.before
    else if (layout === undefined) {
      layout = new Layout(record, separator, merge)
      text += layout.header(record)
    } else text += layout.row(record, (await rows.cellsOn(record.line)) ?? [])
    if (text.length < 1 << 16) continue
    yield text
    text = ''
  }
  yield text
}

/** Where our columns stand in the file, by its header. */
class Layout {
  /** By column of the file: one of ours, -1 for one that goes, undefined for one that stays as it is. */
  private readonly places: readonly (number | undefined)[]
  /** Ours that the file does not have yet. */
  private readonly added: readonly number[]
  private readonly separator: Separator
  private readonly merge: Merge

  constructor(header: RawRecord, separator: Separator, merge: Merge) {
    this.separator = separator
    this.merge = merge
    const names = header.cells.map(unquoted)
    this.places = names.map(name => {
      const ours = merge.columns.findIndex(column => column.name === name)
      if (ours >= 0) return ours
      return merge.former.includes(name) ? -1 : undefined
    })
    this.added = merge.columns.map((_, index) => index).filter(index => !this.places.includes(index))
  }

  header(record: RawRecord): string {
    return this.written(
      record,
      this.merge.columns.map(({ name }) => name)
    )
  }

  row(record: RawRecord, cells: Cells): string {
    if (record.cells.length !== this.places.length) {
      const message = `the row has ${record.cells.length} cells and the header ${this.places.length}`
      throw new OutputUnreadable(message, record.line)
    }
    return this.written(record, cells)
  }

  private written(record: RawRecord, cells: Cells): string {
    const kept = record.cells.flatMap((raw, index) => {
      const place = this.places[index]
      if (place === undefined) return [raw]
      return place < 0 ? [] : [this.replaced(raw, cells[place] ?? null)]
    })
    const more = this.added.map(index => writtenCell(cells[index] ?? null, this.separator))
    const { before, end } = record
    return `${before}${[...kept, ...more].join(this.separator)}${end}`
  }

  /** A cell that says the same already keeps its quotes. */
  private replaced(raw: string, cell: JsonValue): string {
    return unguarded(unquoted(raw)) === textOf(cell) ? raw : writtenCell(cell, this.separator)
  }
}

function unquoted(raw: string): string {
  const text = raw.replace(/^\uFEFF/, '')
  return text.startsWith('"') && text.length > 1 ? text.slice(1, -1).replaceAll('""', '"') : text
}
