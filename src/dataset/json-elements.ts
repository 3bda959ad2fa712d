/**
 * Cuts a JSON document into the elements of one array, in pieces of any size, so that the document is never held as a
 * whole. It only balances brackets and strings; whether an element is JSON is for JSON.parse to say.
 */
import { Backlog } from './backlog.ts'
import { JsonPath, type PathFault } from './json-path.ts'
import { countLines } from './lines.ts'
import { mebibytes, tooLong } from './reader.ts'

export interface JsonEvents {
  /** The text of one element and the line on which it starts, from 1. */
  element(text: string, line: number): void
  fault(message: string, line: number, hint?: string): void
}

const code = { quote: 34, comma: 44, colon: 58, open: 91, backslash: 92, close: 93, openBrace: 123, closeBrace: 125 }
const maxDepth = 1000

export class JsonElements {
  /** A fault was told; nothing more is read. */
  broken = false
  private buffer = ''
  private position = 0
  /** Line ends were counted up to here; `line` is the line there. */
  private counted = 0
  private line = 1
  private readonly stack: number[] = []
  private state: 'seeking' | 'inside' | 'done' = 'seeking'
  /** Depth at which the elements of the wanted array stand. */
  private depth = 0
  private elementStart = -1
  private commaBefore = false
  private readonly path: JsonPath
  private readonly backlog: Backlog
  private readonly maxRowBytes: number
  private readonly events: JsonEvents

  constructor(path: string | undefined, maxRowBytes: number, events: JsonEvents) {
    this.path = new JsonPath(path)
    this.backlog = new Backlog(maxRowBytes)
    this.maxRowBytes = maxRowBytes
    this.events = events
  }

  push(text: string): void {
    if (this.broken) return
    const whole = this.backlog.join(text)
    if (whole !== undefined) this.read(whole)
  }

  end(): void {
    if (!this.broken) this.read(this.backlog.take())
    if (this.broken) return
    const isOpen = this.stack.length > 0 || this.position < this.buffer.length
    if (isOpen) this.fail('the document breaks off', this.buffer.length, 'was the file written to its end?')
    else if (this.state === 'seeking') this.refuse(this.path.missing())
  }

  /** What was left over stands at the head of the text again, so positions in it still hold. */
  private read(text: string): void {
    this.buffer = text
    if (!this.scan()) return
    this.forget(this.elementStart === -1 ? this.position : this.elementStart)
    this.backlog.keep(this.buffer)
    if (!tooLong(this.buffer, this.maxRowBytes)) return
    const message = `what starts here is longer than ${mebibytes(this.maxRowBytes)}`
    this.fail(message, 0, 'is a quote or a bracket not closed?')
  }

  /** False after a fault. */
  private scan(): boolean {
    while (this.position < this.buffer.length && !this.broken) {
      const char = this.buffer.charCodeAt(this.position)
      if (char === code.quote) {
        this.begin()
        const end = stringEnd(this.buffer, this.position)
        if (end === -1) return !this.broken
        if (this.state === 'seeking') this.path.text(this.buffer.slice(this.position + 1, end - 1), this.stack.length)
        this.position = end
        continue
      }
      if (char > 32) this.mark(char)
      this.position++
    }
    return !this.broken
  }

  private mark(char: number): void {
    switch (char) {
      case code.open:
      case code.openBrace: {
        this.open(char)
        return
      }
      case code.close:
      case code.closeBrace: {
        this.close(char)
        return
      }
      case code.comma: {
        this.comma()
        return
      }
      default:
        this.begin()
    }
  }

  /** An element starts here, unless it did before. */
  private begin(): void {
    if (this.stack.length === 0) {
      const after = this.state === 'done' ? 'text follows the end of the document' : this.path.missing().fault
      this.fail(after, this.position)
      return
    }
    if (this.elementStart === -1 && this.isBetweenElements()) this.elementStart = this.position
  }

  private open(char: number): void {
    if (this.state === 'seeking') {
      const step = this.path.open(char === code.open ? '[' : '{', this.stack.length)
      if (typeof step === 'object') {
        this.refuse(step)
        return
      }
      if (step === 'found') [this.state, this.depth] = ['inside', this.stack.length + 1]
      else if (this.stack.length === 0 && char === code.open) {
        this.refuse(this.path.missing())
        return
      }
    } else this.begin()
    if (this.stack.length >= maxDepth) {
      this.fail(`nested more than ${maxDepth} levels deep`, this.position)
      return
    }
    this.stack.push(char)
  }

  private close(char: number): void {
    // In ASCII each closing bracket stands two behind its opening one.
    if (this.isBetweenElements()) this.finishArray()
    if (this.broken) return
    if (this.stack.pop() !== char - 2) {
      this.fail('a bracket closes that was not opened', this.position)
      return
    }
    if (this.state === 'seeking') this.path.close(this.stack.length)
  }

  private comma(): void {
    if (this.stack.length === 0) {
      this.begin()
      return
    }
    if (this.state === 'seeking') this.path.comma()
    if (!this.isBetweenElements()) return
    if (this.elementStart === -1) {
      this.fail('a row is missing before this comma', this.position)
      return
    }
    this.finishElement()
    this.commaBefore = true
  }

  private finishArray(): void {
    if (this.elementStart !== -1) this.finishElement()
    else if (this.commaBefore) {
      this.fail('a comma stands before the end of the array', this.position)
      return
    }
    this.state = 'done'
  }

  private finishElement(): void {
    const start = this.elementStart
    this.elementStart = -1
    this.commaBefore = false
    this.events.element(this.buffer.slice(start, this.position), this.lineAt(start))
  }

  /** Directly in the wanted array; an element may be open all the same, when it is a number or a text. */
  private isBetweenElements(): boolean {
    return this.state === 'inside' && this.stack.length === this.depth
  }

  private forget(offset: number): void {
    this.lineAt(offset)
    this.buffer = this.buffer.slice(offset)
    this.position -= offset
    this.counted -= offset
    if (this.elementStart !== -1) this.elementStart -= offset
  }

  private lineAt(offset: number): number {
    if (offset > this.counted) {
      this.line += countLines(this.buffer, this.counted, offset)
      this.counted = offset
    }
    return this.line
  }

  private refuse({ fault, hint }: PathFault): void {
    this.fail(fault, this.position, hint)
  }

  private fail(message: string, position: number, hint?: string): void {
    this.broken = true
    this.events.fault(message, this.lineAt(position), hint)
  }
}

/** The offset after the closing quote, or -1 where the text ends before it. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === code.backslash) slashes++
    if (slashes % 2 === 0) return end + 1
  }
  return -1
}
