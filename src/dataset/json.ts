/** JSON: an array of objects, at the top or at a path. Streamed: one element is parsed at a time. */
import { isObject, type JsonValue } from '../json.ts'
import { exactJson } from './exact-json.ts'
import { fieldsOfObject } from './fields.ts'
import { JsonElements } from './json-elements.ts'
import { jsonFault, kindOf } from './json-fault.ts'
import { nothing, type Found, type Reader, type ReaderOptions } from './reader.ts'

export class JsonReader implements Reader {
  readonly columns = undefined
  private found: Found = nothing()
  private readonly elements: JsonElements
  private readonly options: ReaderOptions

  constructor(options: ReaderOptions) {
    this.options = options
    this.elements = new JsonElements(options.at, options.maxRowBytes, {
      element: (text, line) => this.element(text, line),
      fault: (message, line, hint) => options.problems.error(message, { file: options.file, line }, hint)
    })
  }

  get broken(): boolean {
    return this.elements.broken
  }

  push(text: string): Found {
    this.found = nothing()
    this.elements.push(text)
    return this.found
  }

  end(): Found {
    this.found = nothing()
    this.elements.end()
    return this.found
  }

  private element(text: string, line: number): void {
    const { file, problems } = this.options
    let value: JsonValue
    try {
      value = exactJson(text)
    } catch (error) {
      const { message, ...where } = jsonFault(error, text, line)
      // The first line of an element does not start at the element, so its columns are not known.
      const column = where.line === line ? undefined : where.column
      problems.error(`the row is not JSON: ${message}`, { file, line: where.line, ...(column && { column }) })
      return
    }
    if (!isObject(value)) {
      problems.error(`a row must be an object, not ${kindOf(value)}`, { file, line })
      return
    }
    this.found.fields.push(fieldsOfObject(value))
    this.found.lines.push(line)
  }
}
