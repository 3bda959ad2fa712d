/** What every format is read through: text goes in piece by piece, rows come out. Files and bytes are not known here. */
import type { Problems } from '../problems.ts'
import type { CellType } from '../spec/spec.ts'
import type { Fields, Row } from './row.ts'

/** What a row brings besides its fields. */
export type Brought = Pick<Row, 'request' | 'parameters' | 'media'>

/** Rows as arrays of the same length, so that a row costs no object of its own before it has its key. */
export interface Found {
  readonly fields: Fields[]
  /** The line on which the row starts, from 1; of a Parquet file the number of the row; 0 where the file is the row. */
  readonly lines: number[]
  /** For formats whose rows are more than fields. */
  readonly brought?: Brought[]
}

export interface Reader {
  /** The rows that ended in this piece of text. */
  push(text: string): Found
  /** The rows that were still open; whatever is cut off becomes a Problem. */
  end(): Found
  /** A Problem was told after which the rest of the file cannot be read. */
  readonly broken: boolean
  /** Every column in file order, for formats that tell them in a header, once it was read. */
  readonly columns: readonly string[] | undefined
  /** What the values of these columns are. */
  readonly types?: Readonly<Record<string, CellType>>
}

export interface ReaderOptions {
  readonly file: string
  /** Where the array stands in a document: `data.items`. */
  readonly at: string | undefined
  readonly types: Readonly<Record<string, CellType>>
  /** Longest row in bytes of UTF-8. */
  readonly maxRowBytes: number
  readonly problems: Problems
}

export function nothing(): Found {
  return { fields: [], lines: [] }
}

/** Whether a text takes more bytes of UTF-8 than allowed; a UTF-16 unit takes one to three. */
export function tooLong(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) return true
  return text.length * 3 > maxBytes && Buffer.byteLength(text) > maxBytes
}

export function mebibytes(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.round((bytes / (1 << 20)) * 10) / 10} MiB` : `${bytes} bytes`
}
