/** Text that is read as a whole, so bounded. Line ends are LF afterwards: what git makes of them on another machine is no change. */
import { mebibytes, tooLong, type ReaderOptions } from './reader.ts'

export class WholeText {
  broken = false
  private parts: string[] = []
  private length = 0
  private readonly options: ReaderOptions

  constructor(options: ReaderOptions) {
    this.options = options
  }

  push(text: string): void {
    if (this.broken) return
    this.parts.push(text)
    this.length += text.length
    if (this.length > this.options.maxRowBytes) this.refuse()
  }

  /** Undefined after a Problem. */
  end(): string | undefined {
    const text = this.parts.join('')
    this.parts = []
    if (!this.broken && tooLong(text, this.options.maxRowBytes)) this.refuse()
    return this.broken ? undefined : text.replaceAll('\r\n', '\n')
  }

  private refuse(): void {
    this.broken = true
    const message = `the file is larger than ${mebibytes(this.options.maxRowBytes)}`
    this.options.problems.error(message, { file: this.options.file }, 'one file is one row here: split it')
  }
}
