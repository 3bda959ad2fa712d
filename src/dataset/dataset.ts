/** The dataset as a river of rows, in batches. Where bytes come from and what rows are for is not known here. */
import { counted } from '../figures.ts'
import type { Place, Problems } from '../problems.ts'
import type { CellType, DatasetFormat } from '../spec/spec.ts'
import { openFile, type DatasetFile } from './dataset-file.ts'
import type { Files } from './files.ts'
import { formatOf } from './format.ts'
import { rowKeys, type Keys } from './keys.ts'
import { spelled } from './nearest.ts'
import type { Found, ReaderOptions } from './reader.ts'
import type { Fields, Row } from './row.ts'

export interface DatasetSource {
  /** Read in this order; relative to the repository's root. */
  readonly files: readonly string[]
  readonly format?: DatasetFormat
  /** Where the array stands in a JSON or YAML document. */
  readonly at?: string
  readonly key?: string
  /** For CSV and TSV. */
  readonly types: Readonly<Record<string, CellType>>
  /** Rows after `where`. */
  readonly limit?: number
  /** Columns that are no part of a row, although they stand in the files: what this action has written there. */
  readonly hidden?: readonly string[]
  readonly where?: (fields: Fields, place: Place) => boolean
  /** Longest row in bytes; default 16 MiB. */
  readonly maxRowBytes?: number
}

const defaultMaxRowBytes = 16 * 1024 * 1024

/**
 * Rows in dataset order, in batches of about 64 KiB of source. Mistakes go to `problems`, and the rows that have
 * none go on being yielded; whoever reads has to look at `problems` before using them. Reading ends early at `limit`,
 * and when more Problems were found than are kept.
 */
export async function* readDataset(
  source: DatasetSource,
  files: Files,
  problems: Problems
): AsyncGenerator<readonly Row[]> {
  const format = formatOf(source.files, source.format, problems)
  if (format === undefined || !isReadable(source, format, problems)) return
  const keys = rowKeys(source.key, problems)
  const state = new Reading(source, keys, problems)
  for (const file of source.files) {
    const opened = openFile(format, readerOptions(source, file, problems), files)
    let rows = 0
    for await (const found of opened.found()) {
      if (!state.agree(opened, file)) return
      rows += found.fields.length
      const batch = state.batch(found, file)
      if (batch.length > 0) yield batch
      if (state.isOver) break
    }
    if (state.isOver) break
    if (rows === 0 && !problems.any) problems.error(emptyMessage(opened, format), { file })
  }
  state.finish()
}

export function readerOptions(source: DatasetSource, file: string, problems: Problems): ReaderOptions {
  const { at, types, maxRowBytes = defaultMaxRowBytes } = source
  return { file, at, types, maxRowBytes, problems }
}

export function emptyMessage({ columns }: DatasetFile, format: DatasetFormat): string {
  const isHeaded = columns !== undefined && (format === 'csv' || format === 'tsv')
  return isHeaded ? 'the file has a header and no rows' : 'the file holds no rows'
}

function isReadable(source: DatasetSource, format: DatasetFormat, problems: Problems): boolean {
  const inDocument = format === 'json' || format === 'yaml'
  if (source.at !== undefined && !inDocument) {
    problems.error(`dataset.at is for json and yaml, the dataset is ${format}`, undefined, 'remove it')
    return false
  }
  const typed = Object.keys(source.types)[0]
  if (typed !== undefined && format !== 'csv' && format !== 'tsv') {
    const message = `dataset.types is for csv and tsv; in ${format} the value of ${spelled(typed)} has its own type`
    problems.error(message, undefined, 'remove it')
    return false
  }
  return true
}

/** From what a reader found to rows: condition, key, limit. */
class Reading {
  isOver = false
  private seen = 0
  private kept = 0
  private columns: readonly string[] | undefined
  private readonly source: DatasetSource
  private readonly keys: Keys
  private readonly problems: Problems

  constructor(source: DatasetSource, keys: Keys, problems: Problems) {
    this.source = source
    this.keys = keys
    this.problems = problems
  }

  batch(found: Found, file: string): readonly Row[] {
    const { where, limit, hidden } = this.source
    const rows: Row[] = []
    for (const [index, whole] of found.fields.entries()) {
      const fields = withoutHidden(whole, hidden)
      const line = found.lines[index] ?? 0
      const place: Place = line === 0 ? { file } : { file, line }
      this.seen++
      if (where !== undefined && !where(fields, place)) continue
      const key = this.keys.keyOf(fields, place)
      if (key === undefined) continue
      const brought = found.brought?.[index]
      rows.push(brought === undefined ? { key, fields, place } : { key, fields, place, ...brought })
      if (++this.kept === limit) {
        this.isOver = true
        return rows
      }
    }
    // A file with a mistake in every line is not read to its end for the sake of counting them.
    if (this.problems.omitted > 0) this.isOver = true
    return rows
  }

  /** Whether the columns of this file are those of the first, for formats with a header. */
  agree({ columns: all }: DatasetFile, file: string): boolean {
    const columns = visibleOf(all, this.source)
    if (columns === undefined) return true
    this.columns ??= columns
    const first = this.columns
    const missing = first.filter(name => !columns.includes(name))
    const more = columns.filter(name => !first.includes(name))
    if (missing.length + more.length === 0) return true
    const differences = [
      ...(missing.length > 0 ? [`lacks ${missing.map(spelled).join(', ')}`] : []),
      ...(more.length > 0 ? [`adds ${more.map(spelled).join(', ')}`] : [])
    ]
    const message = `the header ${differences.join(' and ')}, compared with ${this.source.files[0] ?? ''}`
    this.problems.error(message, { file, line: 1 }, 'the files of one dataset must have the same columns')
    return false
  }

  finish(): void {
    this.keys.finish()
    if (this.seen === 0 || this.kept > 0 || this.problems.any || this.source.where === undefined) return
    this.problems.warning(`dataset.where holds for none of ${counted(this.seen, 'row')}`)
  }
}

/** Names of columns without the hidden ones. */
export function visibleOf(
  names: readonly string[] | undefined,
  { hidden = [] }: Pick<DatasetSource, 'hidden'>
): readonly string[] | undefined {
  return names === undefined || hidden.length === 0 ? names : names.filter(name => !hidden.includes(name))
}

function withoutHidden(fields: Fields, hidden: readonly string[] = []): Fields {
  if (!hidden.some(name => Object.hasOwn(fields, name))) return fields
  const visible = Object.create(null) as Record<string, Fields[string]>
  for (const [name, value] of Object.entries(fields)) if (!hidden.includes(name)) visible[name] = value
  return visible
}
