/** What every output format can do. Files, locks and what a column means are not known here. */
import type { JsonValue } from '../json.ts'

export interface PublishedRow {
  /** By column name, as an object without prototype. */
  readonly cells: Readonly<Record<string, JsonValue>>
  /** Where the row starts in the file, from 1. */
  readonly line: number
}

/** The cells of one row, in the order of the columns. */
export type Cells = readonly JsonValue[]

export interface OutputFormat {
  /** The same rows give the same text, which ends in a newline. One piece per batch. */
  write(columns: readonly string[], rows: AsyncIterable<readonly Cells[]>): AsyncIterable<string>
  /** Also reads what a person, a spreadsheet or a formatter made of it. Throws OutputUnreadable. */
  read(chunks: AsyncIterable<Uint8Array>): AsyncIterable<readonly PublishedRow[]>
  /** What `read` gives back for a cell that was written: hashes are taken of this. */
  asRead(cell: JsonValue): JsonValue
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
