/** CSV and TSV: a header of distinct names, then rows with exactly as many cells. Keys are not known here. */
import type { JsonValue } from '../json.ts'
import type { CellType } from '../spec/spec.ts'
import { readCell } from './cell.ts'
import { CsvRecords } from './csv-records.ts'
import { fieldsOfCells } from './fields.ts'
import { namesHint, spelled } from './nearest.ts'
import { nothing, type Found, type Reader, type ReaderOptions } from './reader.ts'

interface TypedColumn {
  readonly index: number
  readonly name: string
  readonly type: CellType
}

export class CsvReader implements Reader {
  columns: readonly string[] | undefined
  private found: Found = nothing()
  private typed: readonly TypedColumn[] = []
  private headerBroken = false
  private readonly records: CsvRecords
  private readonly options: ReaderOptions

  constructor(delimiter: ',' | '\t', options: ReaderOptions) {
    this.options = options
    this.records = new CsvRecords(delimiter, options.maxRowBytes, {
      record: (cells, line) => this.record(cells, line),
      fault: (message, line, column, hint) =>
        options.problems.error(message, { file: options.file, line, ...(column !== undefined && { column }) }, hint)
    })
  }

  get broken(): boolean {
    return this.headerBroken || this.records.broken
  }

  push(text: string): Found {
    this.found = nothing()
    this.records.push(text)
    return this.found
  }

  end(): Found {
    this.found = nothing()
    this.records.end()
    return this.found
  }

  private record(cells: string[], line: number): void {
    if (this.broken) return
    if (this.columns === undefined) {
      this.header(cells, line)
      return
    }
    if (cells.length !== this.columns.length) {
      this.ragged(cells.length, this.columns, line)
      return
    }
    const values: readonly JsonValue[] = this.typed.length === 0 ? cells : this.typedCells(cells, line)
    this.found.fields.push(fieldsOfCells(this.columns, values))
    this.found.lines.push(line)
  }

  private header(names: readonly string[], line: number): void {
    const { file, problems, types } = this.options
    const fail = (message: string, hint?: string): void => {
      this.headerBroken = true
      problems.error(message, { file, line }, hint)
    }
    if (names.some(name => /\r(?!\n)/.test(name))) {
      fail('the lines end with a lone CR', 'save the file with LF or CRLF line ends')
      return
    }
    const firsts = new Map<string, number>()
    for (const [index, name] of names.entries()) {
      const first = firsts.get(name) ?? index
      firsts.set(name, first)
      if (name.trim() === '') fail(`column ${index + 1} of the header has no name`)
      else if (first !== index) fail(`columns ${first + 1} and ${index + 1} are both named ${spelled(name)}`)
    }
    for (const name of Object.keys(types).filter(typed => !names.includes(typed))) {
      fail(`dataset.types names a column that is not there: ${spelled(name)}`, namesHint(name, names, 'columns'))
    }
    if (names.length === 1 && /[;\t|]/.test(names[0] ?? '')) {
      problems.warning(
        'the header is one single column',
        { file, line },
        'cells are separated by commas in .csv and by tabs in .tsv'
      )
    }
    if (this.headerBroken) return
    this.columns = names
    this.typed = names.flatMap((name, index) => {
      const type = Object.hasOwn(types, name) ? types[name] : undefined
      return type === undefined || type === 'text' ? [] : [{ index, name, type }]
    })
  }

  private ragged(cells: number, columns: readonly string[], line: number): void {
    const message = `the row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, the header has ${columns.length}`
    const hint = cells > columns.length ? 'a cell that holds the separator needs quotes around it' : undefined
    this.options.problems.error(message, { file: this.options.file, line }, hint)
  }

  private typedCells(cells: readonly string[], line: number): readonly JsonValue[] {
    const values: JsonValue[] = [...cells]
    for (const { index, name, type } of this.typed) {
      const cell = cells[index] ?? ''
      const reading = readCell(cell, type)
      if ('value' in reading) {
        values[index] = reading.value
        continue
      }
      const message = `column ${spelled(name)} must be ${reading.expected}, not ${JSON.stringify(cell.slice(0, 40))}`
      this.options.problems.error(message, { file: this.options.file, line }, reading.hint)
    }
    return values
  }
}
