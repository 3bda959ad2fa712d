/**
 * Text to CSV records, as RFC 4180 has them, in pieces of any size. Strict: a quote either encloses a whole cell or is
 * doubled inside one. Headers and types are not known here. https://www.rfc-editor.org/rfc/rfc4180.html
 *
 * csv-parse is the oracle of its test, not its engine: this reads ten times as fast and tells line and column.
 */
import { Backlog } from './backlog.ts'
import { columnAt, countLines } from './lines.ts'
import { mebibytes, tooLong } from './reader.ts'

export interface CsvEvents {
  /** `line` is where the record starts, from 1. */
  record(cells: string[], line: number): void
  fault(message: string, line: number, column: number | undefined, hint: string): void
}

const quote = '"'
const quoteCode = 34
const newlineCode = 10
const returnCode = 13
/** The record does not end in the text there is. */
const openEnded = -1

export class CsvRecords {
  /** After a quote that closes nowhere, every later line would be read the wrong way round. */
  broken = false
  private line = 1
  private readonly backlog: Backlog
  private readonly delimiter: string
  private readonly maxRowBytes: number
  private readonly events: CsvEvents

  constructor(delimiter: string, maxRowBytes: number, events: CsvEvents) {
    this.delimiter = delimiter
    this.maxRowBytes = maxRowBytes
    this.backlog = new Backlog(maxRowBytes)
    this.events = events
  }

  push(text: string): void {
    const whole = this.broken ? undefined : this.backlog.join(text)
    if (whole !== undefined) this.read(whole, false)
  }

  end(): void {
    if (!this.broken) this.read(this.backlog.take(), true)
  }

  private read(text: string, last: boolean): void {
    let position = 0
    let nextQuote = text.indexOf(quote)
    while (position < text.length && !this.broken) {
      if (nextQuote !== -1 && nextQuote < position) nextQuote = text.indexOf(quote, position)
      const newline = text.indexOf('\n', position)
      const plain = nextQuote === -1 || (newline !== -1 && nextQuote > newline)
      if (plain && newline === -1 && !last) break
      const next = plain ? this.plainRecord(text, position, newline) : this.quotedRecord(text, position, last)
      if (next === openEnded) break
      position = next
    }
    const rest = text.slice(position)
    this.backlog.keep(rest)
    if (!this.broken && tooLong(rest, this.maxRowBytes)) this.tooLong()
  }

  /** A record without quotes is one line. */
  private plainRecord(text: string, start: number, newline: number): number {
    const stop = newline === -1 ? text.length : newline
    const end = stop > start && text.charCodeAt(stop - 1) === returnCode ? stop - 1 : stop
    if (end > start) this.events.record(text.slice(start, end).split(this.delimiter), this.line)
    this.line++
    return stop + 1
  }

  private quotedRecord(text: string, start: number, last: boolean): number {
    const cells: string[] = []
    let position = start
    for (;;) {
      const quoted = text.charCodeAt(position) === quoteCode
      const cell = quoted ? this.quotedCell(text, start, position, last) : this.plainCell(text, start, position, last)
      if (typeof cell === 'number') return cell
      cells.push(cell.text)
      position = cell.end
      if (position === text.length && !last) return openEnded
      if (text.charCodeAt(position) !== this.delimiter.charCodeAt(0)) break
      position++
      if (position === text.length && !last) return openEnded
    }
    this.events.record(cells, this.line)
    const end = text.charCodeAt(position) === returnCode ? position + 2 : position + 1
    this.line += countLines(text, start, end)
    return end
  }

  /** The cell and where it ends, or a position to go on from after a fault. */
  private quotedCell(text: string, start: number, opening: number, last: boolean): Cell | number {
    let value = ''
    let from = opening + 1
    for (;;) {
      const closing = text.indexOf(quote, from)
      if (closing === -1) return last ? this.unclosed(text, start, opening) : openEnded
      if (closing + 1 === text.length && !last) return openEnded
      value += text.slice(from, closing)
      if (text.charCodeAt(closing + 1) !== quoteCode) return this.afterQuote(text, start, closing + 1, value, last)
      value += quote
      from = closing + 2
    }
  }

  private afterQuote(text: string, start: number, position: number, value: string, last: boolean): Cell | number {
    const code = text.charCodeAt(position)
    if (position === text.length || code === this.delimiter.charCodeAt(0) || code === newlineCode) {
      return { text: value, end: position }
    }
    if (code === returnCode) {
      if (position + 1 === text.length && !last) return openEnded
      if (position + 1 === text.length || text.charCodeAt(position + 1) === newlineCode) {
        return { text: value, end: position }
      }
    }
    const message = 'text follows the closing quote of a cell'
    return this.stop(text, start, position, message, 'double the quotes inside a quoted cell: "5"" pipe"')
  }

  private plainCell(text: string, start: number, position: number, last: boolean): Cell | number {
    const newline = text.indexOf('\n', position)
    const delimiter = text.indexOf(this.delimiter, position)
    if (newline === -1 && !last) return openEnded
    const lineEnd = newline === -1 ? text.length : newline
    const isLast = delimiter === -1 || delimiter > lineEnd
    const stop = isLast ? lineEnd : delimiter
    const end = isLast && stop > position && text.charCodeAt(stop - 1) === returnCode ? stop - 1 : stop
    const value = text.slice(position, end)
    const inner = value.indexOf(quote)
    if (inner === -1) return { text: value, end }
    const line = this.line + countLines(text, start, position)
    const message = 'a quote stands inside a cell that does not start with one'
    this.events.fault(
      message,
      line,
      columnAt(text, position + inner),
      'enclose the whole cell in quotes and double the quotes inside: "5"" pipe"'
    )
    this.line = line + 1
    return lineEnd + 1
  }

  private unclosed(text: string, start: number, opening: number): number {
    return this.stop(text, start, opening, 'this quote is never closed', 'every quoted cell must end with a quote')
  }

  private stop(text: string, start: number, position: number, message: string, hint: string): number {
    this.broken = true
    this.events.fault(message, this.line + countLines(text, start, position), columnAt(text, position), hint)
    return text.length
  }

  private tooLong(): void {
    this.broken = true
    const message = `the row that starts here does not end within ${mebibytes(this.maxRowBytes)}`
    this.events.fault(message, this.line, undefined, 'is a quote not closed?')
  }
}

interface Cell {
  readonly text: string
  readonly end: number
}
