/** Markdown: one file, one row. The front matter's members are fields, what stands below it is `body`. */
import type { JsonObject, JsonValue } from '../json.ts'
import { pathFacts } from './files.ts'
import { fieldsOfObject } from './fields.ts'
import { readFrontMatter } from './front-matter.ts'
import { nothing, type Found, type Reader, type ReaderOptions } from './reader.ts'
import { WholeText } from './whole-text.ts'

export class MarkdownReader implements Reader {
  readonly columns = undefined
  broken = false
  private readonly whole: WholeText
  private readonly options: ReaderOptions

  constructor(options: ReaderOptions) {
    this.whole = new WholeText(options)
    this.options = options
  }

  push(text: string): Found {
    this.whole.push(text)
    this.broken ||= this.whole.broken
    return nothing()
  }

  end(): Found {
    const text = this.whole.end()
    if (text === undefined) return nothing()
    const { file, problems } = this.options
    const read = readFrontMatter(text)
    if ('message' in read) {
      const { message, line, column, hint } = read
      this.broken = true
      problems.error(message, { file, line, ...(column !== undefined && { column }) }, hint)
      return nothing()
    }
    return { fields: [fieldsOfObject(this.fields(read.matter, read.body))], lines: [1] }
  }

  /** A file says what it is called better than its path does; where it lies and what it holds it cannot know. */
  private fields(matter: JsonObject, body: string): JsonObject {
    const { file, problems } = this.options
    const { path, name } = pathFacts(file)
    for (const own of ['path', 'body'].filter(member => Object.hasOwn(matter, member))) {
      const message = `the front matter has a field ${own}, which is hidden by the file’s own`
      problems.warning(message, { file, line: 1 }, 'rename it to use it in a prompt')
    }
    const fields = new Map<string, JsonValue>([
      ['name', name],
      ...Object.entries(matter),
      ['path', path],
      ['body', body]
    ])
    return Object.fromEntries(fields)
  }
}
