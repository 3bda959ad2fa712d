/**
 * A Markdown table, in which every cell shows its text and nothing else: no mark, tag or link of it comes alive. Texts
 * stand as they are, anything else as JSON; null is empty. https://github.github.com/gfm/#tables-extension-
 */
import type { JsonValue } from '../json.ts'
import { decoded, newCells, OutputUnreadable, type Cells, type OutputFormat, type PublishedRow } from './format.ts'
import { textOf } from './separated.ts'

export const markdownTable: OutputFormat = {
  async *write(columns, rows) {
    const head = row(columns.map(({ name }) => name))
    yield `${head}| ${columns.map(() => '---').join(' | ')} |\n`
    for await (const batch of rows) yield batch.map(row).join('')
  },

  async *read(file) {
    const table = new Table()
    let rest = ''
    for await (const text of decoded(file.stream())) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      yield lines.flatMap(line => table.line(line))
    }
    yield table.line(rest)
    table.end()
  },

  asRead: cell => textOf(cell)
}

function row(cells: Cells): string {
  return `| ${cells.map(written).join(' | ')} |\n`
}

/** Space at the ends of a cell, and line ends, would be lost. */
function written(cell: JsonValue): string {
  return textOf(cell)
    .replace(/[\\`*_[\]{}<>|~$&#!]/g, '\\$&')
    .replaceAll('\\&', '&amp;')
    .replaceAll('\\<', '&lt;')
    .replace(/\n/g, '<br>')
    .replace(/[\r\t\v\f\u00a0\u2028\u2029\uFEFF\u0085]/g, character => `&#${character.charCodeAt(0)};`)
    .replace(/^ +|(?<! ) +$/g, spaces => '&#32;'.repeat(spaces.length))
}

function unwritten(cell: string): string {
  return cell.replace(/\\([!-/:-@[-`{-~])|<br\s*\/?>|&(amp|lt|gt|quot|nbsp|#\d{1,7});/gi, (whole, escaped, entity) => {
    if (typeof escaped === 'string') return escaped
    return typeof entity === 'string' ? characterOf(entity.toLowerCase()) : whole.startsWith('<') ? '\n' : whole
  })
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

function characterOf(entity: string): string {
  const code = entity.startsWith('#') ? Number(entity.slice(1)) : NaN
  return named[entity] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD')
}

/** Text before the table is passed over; a blank line ends it. */
class Table {
  private columns: readonly string[] | undefined
  private state: 'before' | 'rule' | 'rows' | 'behind' = 'before'
  private number = 0

  line(text: string): PublishedRow[] {
    this.number++
    // It would end the table, and the rows behind it would be lost.
    if (text.startsWith('<<<<<<< ')) throw new OutputUnreadable('it has merge-conflict markers', this.number)
    const cells = cellsIn(text.replace(/\r$/, ''))
    switch (this.state) {
      case 'before':
        if (cells) this.header(cells)
        return []
      case 'rule':
        if (!cells?.every(cell => /^:?-+:?$/.test(cell)))
          throw new OutputUnreadable('no rule follows the header', this.number)
        this.state = 'rows'
        return []
      case 'rows':
        if (cells) return [this.row(cells)]
        this.state = 'behind'
        return []
      case 'behind':
        return []
    }
  }

  end(): void {
    if (this.state === 'rule') throw new OutputUnreadable('no rule follows the header', this.number)
  }

  private header(cells: readonly string[]): void {
    this.columns = cells.map(unwritten)
    if (new Set(this.columns).size < cells.length)
      throw new OutputUnreadable('the header names a column twice', this.number)
    this.state = 'rule'
  }

  private row(texts: readonly string[]): PublishedRow {
    const columns = this.columns ?? []
    if (texts.length !== columns.length) {
      throw new OutputUnreadable(`the row has ${texts.length} cells and the header ${columns.length}`, this.number)
    }
    const cells = newCells()
    for (const [index, column] of columns.entries()) cells[column] = unwritten(texts[index] ?? '')
    return { cells, line: this.number }
  }
}

/** Undefined where the line is no row of a table: one begins with a bar, as we write it and formatters leave it. */
function cellsIn(line: string): readonly string[] | undefined {
  const text = line.trim()
  if (!text.startsWith('|')) return undefined
  const cells: string[] = []
  let start = 1
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '|') {
      cells.push(trimmed(text.slice(start, at)))
      start = at + 1
    }
  }
  if (text.slice(start).trim() !== '') cells.push(trimmed(text.slice(start)))
  return cells
}

/** Only what a formatter pads with. A run of it that is not at the end is looked at once. */
function trimmed(cell: string): string {
  return cell.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '')
}
