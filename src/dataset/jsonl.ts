/** JSONL: one JSON object a line. Lines end at `\n` only, so U+2028 inside a string splits nothing. */
import { isObject, type JsonObject, type JsonValue } from '../json.ts'
import { Backlog } from './backlog.ts'
import { exactJson } from './exact-json.ts'
import { fieldsOfObject } from './fields.ts'
import { jsonFault, kindOf } from './json-fault.ts'
import { mebibytes, nothing, tooLong, type Found, type Reader, type ReaderOptions } from './reader.ts'

export class JsonlReader implements Reader {
  readonly columns: readonly string[] | undefined = undefined
  broken = false
  private line = 1
  private readonly backlog: Backlog
  private seen = false
  protected readonly options: ReaderOptions

  constructor(options: ReaderOptions) {
    this.options = options
    this.backlog = new Backlog(options.maxRowBytes)
  }

  push(text: string): Found {
    const found = nothing()
    const whole = this.backlog.join(text)
    if (whole !== undefined) this.backlog.keep(this.lines(whole, found))
    return found
  }

  /** The last line needs no line end, but a line that was cut is not JSON. */
  end(): Found {
    const found = nothing()
    const last = this.broken ? '' : this.lines(this.backlog.take(), found)
    if (!this.broken) this.one(last, found)
    return found
  }

  /** Reads every whole line; what follows the last line end is given back. */
  private lines(text: string, found: Found): string {
    let start = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      this.one(text.slice(start, end), found)
      if (this.broken) return ''
      start = end + 1
      this.line++
    }
    const rest = text.slice(start)
    if (tooLong(rest, this.options.maxRowBytes)) this.tooLong()
    return rest
  }

  private one(line: string, found: Found): void {
    if (tooLong(line, this.options.maxRowBytes)) {
      this.tooLong()
      return
    }
    if (line.trim() === '') return
    const place = { file: this.options.file, line: this.line }
    let value: JsonValue
    try {
      value = exactJson(line)
    } catch (error) {
      const { message, column } = jsonFault(error, line, this.line)
      this.options.problems.error(`the line is not JSON: ${message}`, { ...place, ...(column && { column }) })
      return
    }
    if (!isObject(value)) {
      const hint = 'for one array that holds all rows use the format json'
      this.options.problems.error(`the line must be a JSON object, not ${kindOf(value)}`, place, hint)
      return
    }
    if (!this.seen) this.hint(value)
    this.seen = true
    this.row(value, this.line, found)
  }

  /** What a line becomes; other formats of one object a line say something else here. */
  protected row(value: JsonObject, line: number, found: Found): void {
    found.fields.push(fieldsOfObject(value))
    found.lines.push(line)
  }

  /** Told once a file, at its first row: lines that look like another format are rows all the same. */
  protected hint(value: JsonObject): void {
    const format = questionFormatOf(value)
    if (format === undefined) return
    const { file, problems } = this.options
    const place = { file, line: this.line }
    const message = `the lines look like ${format === 'openai-batch' ? 'an OpenAI batch file' : 'Bedrock’s own records'}`
    problems.warning(message, place, `to send them as the questions they are, set dataset.format to ${format}`)
  }

  private tooLong(): void {
    this.broken = true
    const message = `the line is longer than ${mebibytes(this.options.maxRowBytes)}`
    this.options.problems.error(message, { file: this.options.file, line: this.line }, 'one row, one line')
  }
}

function questionFormatOf(value: JsonObject): 'openai-batch' | 'bedrock-records' | undefined {
  const has = (...names: readonly string[]): boolean => names.every(name => Object.hasOwn(value, name))
  if (has('custom_id', 'url', 'body')) return 'openai-batch'
  return has('recordId', 'modelInput') ? 'bedrock-records' : undefined
}
