/** What every output format can do. Files, locks and what a column means are not known here. */
import type { JsonValue } from '../json.ts'

export interface PublishedRow {
  /** By column name, as an object without prototype. */
  readonly cells: Readonly<Record<string, JsonValue>>
  /** Where the row starts in the file, from 1; its number where the file has no lines. */
  readonly line: number
}

/** The cells of one row, in the order of the columns. */
export type Cells = readonly JsonValue[]

/** What a format has to know of a column. */
export interface ColumnHead {
  /** Empty for what stands in a file beside its columns: the text below the front matter, a picture. */
  readonly name: string
  /** A list of numbers in it is a vector of 32-bit floating-point numbers. */
  readonly vector?: boolean
}

/** A file as it lies in the checkout. */
export interface PublishedFile {
  readonly bytes: number
  stream(): AsyncIterable<Uint8Array>
  /** Bytes from `from` up to, not including, `to`. */
  slice(from: number, to: number): Promise<Uint8Array>
}

export interface OutputFormat {
  /** Rows that were given up stand in the file too: their cells are made of the reason. */
  readonly tellsFailures?: true
  /**
   * The same rows give the same bytes. Text ends in a newline. `rows` may be walked through more than once. A format of
   * one row per file takes the first.
   */
  write(columns: readonly ColumnHead[], rows: AsyncIterable<readonly Cells[]>): AsyncIterable<string | Uint8Array>
  /** Also reads what a person, a spreadsheet or a formatter made of it. Throws OutputUnreadable. */
  read(file: PublishedFile): AsyncIterable<readonly PublishedRow[]>
  /** What `read` gives back for a cell that was written: hashes are taken of this. */
  asRead(cell: JsonValue, column: ColumnHead): JsonValue
}

/** A published file that is no longer in its format: a person broke it. */
export class OutputUnreadable extends Error {
  override readonly name = 'OutputUnreadable'
  readonly line: number | undefined
  readonly hint: string | undefined

  constructor(message: string, line?: number, hint?: string) {
    super(message)
    this.line = line
    this.hint = hint
  }
}

/** Throws OutputUnreadable where the bytes are not UTF-8. A byte-order mark is dropped. */
export async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of chunks) yield decode(() => decoder.decode(chunk, { stream: true }))
  yield decode(() => decoder.decode())
}

/** The same with the mark, which stands in the text as U+FEFF. */
export async function* decodedWithMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for await (const chunk of chunks) yield decode(() => decoder.decode(chunk, { stream: true }))
  yield decode(() => decoder.decode())
}

/** A file as one text, for formats that cannot be read in pieces. Throws OutputUnreadable above 256 MiB. */
export async function wholeText(file: PublishedFile): Promise<string> {
  if (file.bytes > 256 << 20) throw new OutputUnreadable('the file is larger than 256 MiB')
  let text = ''
  for await (const piece of decoded(file.stream())) text += piece
  return text
}

function decode(text: () => string): string {
  try {
    return text()
  } catch {
    throw new OutputUnreadable('the file is not UTF-8', undefined, 'save it as UTF-8')
  }
}

/** An own property even where the name is `__proto__`. */
export function newCells(): Record<string, JsonValue> {
  return Object.create(null) as Record<string, JsonValue>
}
