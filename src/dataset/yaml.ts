/** YAML: one document that is a list of mappings, at the top or at a path. Read as a whole, so bounded. */
import { isMap, isNode, isSeq, LineCounter, parseAllDocuments, visit, type Document, type Node } from 'yaml'
import type { JsonValue } from '../json.ts'
import { isObject } from '../json.ts'
import { fieldsOfObject } from './fields.ts'
import { kindOf } from './json-fault.ts'
import { namesHint, spelled } from './nearest.ts'
import { mebibytes, nothing, tooLong, type Found, type Reader, type ReaderOptions } from './reader.ts'

const maxDocumentBytes = 32 * 1024 * 1024
const maxAliases = 100
const maxDepth = 100

export class YamlReader implements Reader {
  readonly columns = undefined
  broken = false
  private text = ''
  private readonly lines = new LineCounter()
  private readonly options: ReaderOptions

  constructor(options: ReaderOptions) {
    this.options = options
  }

  push(text: string): Found {
    if (this.broken) return nothing()
    this.text += text
    if (tooLong(this.text, maxDocumentBytes)) {
      this.fail(
        `the document is larger than ${mebibytes(maxDocumentBytes)}`,
        1,
        'YAML is read as a whole; use JSONL or CSV for large datasets'
      )
    }
    return nothing()
  }

  end(): Found {
    if (this.broken) return nothing()
    const deep = tooDeep(this.text)
    if (deep !== undefined) return this.fail(`nested more than ${maxDepth} levels deep`, deep)
    try {
      const document = this.parse()
      const list = document === undefined ? undefined : this.list(document)
      return list === undefined || document === undefined ? nothing() : this.rows(list, document)
    } catch (error) {
      // The parser ran out of stack: nesting by indentation, or one bracket a line.
      if (error instanceof RangeError) return this.fail('the document is nested too deep', 1)
      throw error
    }
  }

  private parse(): Document.Parsed | undefined {
    const documents = parseAllDocuments(this.text, {
      lineCounter: this.lines,
      intAsBigInt: true,
      uniqueKeys: true,
      prettyErrors: false,
      logLevel: 'silent'
    })
    const [document, second] = Array.isArray(documents) ? documents : []
    if (document === undefined) return void this.fail('the file is empty', 1)
    if (second !== undefined) {
      return void this.fail('the file holds more than one document', this.lineOf(second.range[0]))
    }
    const { file, problems } = this.options
    for (const fault of [...document.errors, ...document.warnings]) {
      this.broken = true
      const { line, col } = this.lines.linePos(fault.pos[0])
      problems.error(`this is not YAML as it can be read here: ${fault.code.toLowerCase().replaceAll('_', ' ')}`, {
        file,
        line,
        column: col
      })
    }
    return this.broken ? undefined : document
  }

  private list(document: Document.Parsed): readonly Node[] | undefined {
    const steps = this.options.at === undefined || this.options.at === '' ? [] : this.options.at.split('.')
    const found = steps.length === 0 ? document.contents : document.getIn(steps, true)
    if (isSeq(found)) return found.items.filter(isNode)
    const line = isNode(found) ? this.lineOf(found.range?.[0] ?? 0) : 1
    const names = isMap(document.contents) ? document.contents.items.map(pair => String(pair.key)) : []
    if (steps.length > 0) {
      const missing = spelled(steps.join('.'))
      this.fail(`no list stands at ${missing}`, line, namesHint(steps[0] ?? '', names, 'members'))
    } else this.fail('the document must be a list of mappings', line, 'name the list inside with dataset.at')
    return undefined
  }

  private rows(list: readonly Node[], document: Document.Parsed): Found {
    if (this.aliases(document) > maxAliases) {
      return this.fail(`the document uses more than ${maxAliases} aliases`, 1, 'write the values out')
    }
    const found = nothing()
    for (const node of list) {
      const line = this.lineOf(node.range?.[0] ?? 0)
      let value: JsonValue
      try {
        value = plain(node.toJS(document, { maxAliasCount: maxAliases }))
      } catch {
        this.fail('the row refers to itself, or to more aliases than allowed', line)
        continue
      }
      if (isObject(value)) {
        found.fields.push(fieldsOfObject(value))
        found.lines.push(line)
      } else this.fail(`a row must be a mapping, not ${kindOf(value)}`, line)
    }
    return found
  }

  private aliases(document: Document.Parsed): number {
    let count = 0
    visit(document, {
      Alias: () => {
        count++
      }
    })
    return count
  }

  private lineOf(offset: number): number {
    return this.lines.linePos(offset).line
  }

  private fail(message: string, line: number, hint?: string): Found {
    this.broken = true
    this.options.problems.error(message, { file: this.options.file, line }, hint)
    return nothing()
  }
}

/** Whole numbers beyond a double keep their digits as text, as in JSON. Mappings become objects of own properties. */
export function plain(value: unknown): JsonValue {
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : String(value)
  }
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object') return null
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]))
}

/** The line with more brackets than allowed; told before parsing, because the parser is recursive. */
export function tooDeep(text: string): number | undefined {
  for (const [index, line] of text.split('\n').entries()) {
    let open = 0
    for (const char of line) {
      if (char === '[' || char === '{') open++
      else if (char === ']' || char === '}') open--
      if (open > maxDepth) return index + 1
    }
  }
  return undefined
}
