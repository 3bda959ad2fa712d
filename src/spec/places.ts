/** Where things stand: offsets → lines and columns, paths of members → places. */
import type { Place } from '../problems.ts'

/** Names of members and indices of items, from the root. */
export type Path = readonly (string | number)[]

/** Lines and columns of one text. `endColumn` is the column after the last character. Columns count UTF-16 code units. */
export class Lines {
  readonly file: string
  private readonly text: string
  private readonly starts = [0]

  constructor(text: string, file: string) {
    this.file = file
    this.text = text
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  /** White space at the end of the range is not part of the place: a block scalar ends with its last line. */
  place(from: number, to: number): Place {
    let end = Math.max(from, to)
    while (end > from && /\s/.test(this.text.charAt(end - 1))) end--
    const start = this.position(from)
    const last = this.position(end)
    return { file: this.file, ...start, endLine: last.line, endColumn: last.column }
  }

  private position(offset: number): { line: number; column: number } {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 }
  }
}

interface Mark {
  value?: readonly [number, number]
  key?: readonly [number, number]
  source?: string
  broken?: true
}

/** What the reader of the YAML knows of every member, by path. */
export class Places {
  private readonly marks = new Map<string, Mark>()
  private readonly lines: Lines

  constructor(lines: Lines) {
    this.lines = lines
  }

  mark(path: Path, range: readonly [number, number], source: string | undefined): void {
    const mark = this.at(path)
    mark.value = range
    if (source !== undefined) mark.source = source
  }

  markKey(path: Path, range: readonly [number, number]): void {
    this.at(path).key = range
  }

  /** The member stands there, but what it is could not be read, and that has been said. */
  markBroken(path: Path): void {
    this.at(path).broken = true
  }

  isBroken(path: Path): boolean {
    return path.some((_, index) => this.marks.get(name(path.slice(0, index + 1)))?.broken === true)
  }

  /** How a scalar was written: `1e3`, where its value is 1000. */
  source(path: Path): string | undefined {
    return this.marks.get(name(path))?.source
  }

  /** The place of the value, of its name where it has no value, of the nearest parent where it is not there. */
  of(path: Path): Place {
    for (let length = path.length; length > 0; length--) {
      const mark = this.marks.get(name(path.slice(0, length)))
      const range = mark?.value ?? mark?.key
      if (range) return this.lines.place(...range)
    }
    return { file: this.lines.file }
  }

  /** Where the document begins. */
  get root(): Place {
    const start = this.marks.get('')?.value?.[0] ?? 0
    return this.lines.place(start, start)
  }

  ofKey(path: Path): Place {
    const range = this.marks.get(name(path))?.key
    return range ? this.lines.place(...range) : this.of(path)
  }

  has(path: Path): boolean {
    return this.marks.has(name(path))
  }

  private at(path: Path): Mark {
    const key = name(path)
    const known = this.marks.get(key)
    if (known) return known
    const mark: Mark = {}
    this.marks.set(key, mark)
    return mark
  }
}

function name(path: Path): string {
  return path.map(String).join('\u0000')
}
