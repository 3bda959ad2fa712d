/**
 * CSV records as they stand in the text, quotes, line ends and all: what is put together again gives the same text. The
 * text was read by the dataset's own reader before, so that nothing in it is malformed.
 */
import { decodedWithMark, OutputUnreadable } from './format.ts'

export interface RawRecord {
  /** Blank lines and the like before it, as they are. */
  readonly before: string
  /** Each with its quotes. */
  readonly cells: readonly string[]
  /** `\n`, `\r\n`, or nothing at the end of the file. */
  readonly end: string
  /** Where it starts, from 1. */
  readonly line: number
}

const mostCharacters = 128 << 20

/** The last record may be one without cells, which holds what follows the last row. */
export async function* rawRecords(chunks: AsyncIterable<Uint8Array>, separator: string): AsyncGenerator<RawRecord> {
  const walker = new Walker(separator)
  for await (const piece of decodedWithMark(chunks)) yield* walker.push(piece)
  yield* walker.end()
}

class Walker {
  private rest = ''
  private line = 1
  private blank = ''
  private readonly separator: string

  constructor(separator: string) {
    this.separator = separator
  }

  *push(piece: string): Generator<RawRecord> {
    this.rest += piece
    if (this.rest.length > mostCharacters) throw new OutputUnreadable('the row is too long', this.line)
    yield* this.records(false)
  }

  *end(): Generator<RawRecord> {
    yield* this.records(true)
    if (this.blank !== '') yield { before: this.blank, cells: [], end: '', line: this.line }
  }

  private *records(last: boolean): Generator<RawRecord> {
    let start = 0
    while (start < this.rest.length) {
      const record = this.record(start, last)
      if (record === undefined) break
      start = record.stop
      if (record.cells.length === 1 && record.cells[0] === '') this.blank += record.end
      else {
        yield { before: this.blank, cells: record.cells, end: record.end, line: this.line }
        this.blank = ''
      }
      this.line += record.lines
    }
    this.rest = this.rest.slice(start)
  }

  /** Undefined where the text ends before the record does. */
  private record(
    start: number,
    last: boolean
  ): { readonly cells: string[]; readonly end: string; readonly stop: number; readonly lines: number } | undefined {
    const { rest: text, separator } = this
    const cells: string[] = []
    for (let from = start; ;) {
      const end = this.cellEnd(from)
      if (end === undefined) return undefined
      if (end === text.length) return last ? finished(text, start, end, [...cells, text.slice(from)], '') : undefined
      cells.push(text.slice(from, end))
      if (text[end] !== separator) {
        if (text[end] === '\r' && end + 1 === text.length && !last) return undefined
        const ending = text.startsWith('\r\n', end) ? '\r\n' : (text[end] ?? '')
        return finished(text, start, end + ending.length, cells, ending)
      }
      from = end + 1
    }
  }

  /** Where the cell's separator or line end stands; undefined where its quotes are not closed yet. */
  private cellEnd(from: number): number | undefined {
    const { rest: text, separator } = this
    // The mark at the head of a file belongs to no cell, and the quotes behind it count.
    let at = text[from] === '\uFEFF' && this.line === 1 && from === 0 ? from + 1 : from
    if (text[at] === '"') {
      at = closingQuote(text, at + 1)
      if (at < 0) return undefined
    }
    for (; at < text.length; at++) {
      const character = text[at]
      if (character === separator || character === '\n') return at
      if (character === '\r' && (at + 1 === text.length || text[at + 1] === '\n')) return at
    }
    return at
  }
}

/** Past the closing quote; -1 where none does. A quote at the very end may be half of a double one. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at + 1
  return -1
}

function finished(
  text: string,
  start: number,
  stop: number,
  cells: string[],
  end: string
): { readonly cells: string[]; readonly end: string; readonly stop: number; readonly lines: number } {
  let lines = 0
  for (let at = text.indexOf('\n', start); at >= 0 && at < stop; at = text.indexOf('\n', at + 1)) lines++
  return { cells, end, stop, lines }
}
