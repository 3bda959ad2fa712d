/** Any text file: one file, one row. */
import { fieldsOfCells } from './fields.ts'
import { pathFacts } from './files.ts'
import { nothing, type Found, type Reader, type ReaderOptions } from './reader.ts'
import { WholeText } from './whole-text.ts'

const columns = ['text', 'path', 'name', 'extension']

export class TextReader implements Reader {
  readonly columns = columns
  private readonly whole: WholeText
  private readonly file: string

  constructor(options: ReaderOptions) {
    this.whole = new WholeText(options)
    this.file = options.file
  }

  get broken(): boolean {
    return this.whole.broken
  }

  push(text: string): Found {
    this.whole.push(text)
    return nothing()
  }

  end(): Found {
    const text = this.whole.end()
    if (text === undefined) return nothing()
    const { path, name, extension } = pathFacts(this.file)
    return { fields: [fieldsOfCells(columns, [text, path, name, extension])], lines: [0] }
  }
}
