/** The dataset as a river of rows, in batches. Where bytes come from and what rows are for is not known here. */
import type { Place, Problems } from '../problems.ts'
import type { CellType, DatasetFormat } from '../spec/spec.ts'
import { CsvReader } from './csv.ts'
import { formatOf } from './format.ts'
import { JsonReader } from './json.ts'
import { JsonlReader } from './jsonl.ts'
import { rowKeys, type Keys } from './keys.ts'
import { spelled } from './nearest.ts'
import { pieces } from './pieces.ts'
import type { Found, Reader, ReaderOptions } from './reader.ts'
import type { Fields, Row } from './row.ts'
import { Utf8Text } from './utf8.ts'
import { YamlReader } from './yaml.ts'

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
  readonly where?: (fields: Fields, place: Place) => boolean
  /** Longest row in bytes; default 16 MiB. */
  readonly maxRowBytes?: number
}

export type Open = (path: string) => AsyncIterable<Uint8Array>

/**
 * Source bytes of a batch. More is not faster (100 rows hide the cost of a turn), but texts above some 100 KiB live in a part
 * of V8's heap that is cleaned late: with a mebibyte the same pass takes twice the memory.
 */
const batchBytes = 64 * 1024
const defaultMaxRowBytes = 16 * 1024 * 1024

type MakeReader = (options: ReaderOptions) => Reader

const readers: Readonly<Record<DatasetFormat, MakeReader>> = {
  csv: options => new CsvReader(',', options),
  tsv: options => new CsvReader('\t', options),
  jsonl: options => new JsonlReader(options),
  json: options => new JsonReader(options),
  yaml: options => new YamlReader(options)
}

/**
 * Rows in dataset order, in batches of about 64 KiB of source. Mistakes go to `problems`, and the rows that have
 * none go on being yielded; whoever reads has to look at `problems` before using them. Reading ends early at `limit`,
 * and when more Problems were found than are kept.
 */
export async function* readDataset(
  source: DatasetSource,
  open: Open,
  problems: Problems
): AsyncGenerator<readonly Row[]> {
  const format = formatOf(source.files, source.format, problems)
  if (format === undefined || !isReadable(source, format, problems)) return
  const keys = rowKeys(source.key, problems)
  const state = new Reading(source, keys, problems)
  for (const file of source.files) {
    const reader = readers[format](readerOptions(source, file, problems))
    let rows = 0
    for await (const found of foundIn(file, open, reader, problems)) {
      if (!state.agree(reader, file)) return
      rows += found.fields.length
      const batch = state.batch(found, file)
      if (batch.length > 0) yield batch
      if (state.isOver) break
    }
    if (state.isOver) break
    if (rows === 0 && !problems.any) problems.error(emptyMessage(reader), { file })
  }
  state.finish()
}

/** What a reader finds, piece by piece. A file that cannot be read on ends early, with a Problem. */
export async function* foundIn(file: string, open: Open, reader: Reader, problems: Problems): AsyncGenerator<Found> {
  const utf8 = new Utf8Text(file, problems)
  for await (const bytes of pieces(open(file), batchBytes)) {
    const text = utf8.push(bytes)
    if (text === undefined) return
    yield reader.push(text)
    if (reader.broken) return
  }
  const rest = utf8.end()
  if (rest === undefined) return
  yield reader.push(rest)
  if (!reader.broken) yield reader.end()
}

export function readerFor(format: DatasetFormat, options: ReaderOptions): Reader {
  return readers[format](options)
}

export function readerOptions(source: DatasetSource, file: string, problems: Problems): ReaderOptions {
  const { at, types, maxRowBytes = defaultMaxRowBytes } = source
  return { file, at, types, maxRowBytes, problems }
}

export function emptyMessage(reader: Reader): string {
  return reader.columns === undefined ? 'the file holds no rows' : 'the file has a header and no rows'
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
    const { where, limit } = this.source
    const rows: Row[] = []
    for (const [index, fields] of found.fields.entries()) {
      const place: Place = { file, line: found.lines[index] ?? 0 }
      this.seen++
      if (where !== undefined && !where(fields, place)) continue
      const key = this.keys.keyOf(fields, place)
      if (key === undefined) continue
      rows.push({ key, fields, place })
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
  agree(reader: Reader, file: string): boolean {
    const { columns } = reader
    if (columns === undefined) return true
    this.columns ??= columns
    if (this.columns === columns) return true
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
    this.problems.warning(`dataset.where holds for none of ${this.seen} rows`)
  }
}
