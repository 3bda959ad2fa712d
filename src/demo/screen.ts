/** What the demo prints: titles, sentences, tables, and one line at the bottom that changes. Colours only where they show. */
import { cut, visible } from '../visible.ts'

export interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

type Style = 'bold' | 'dim' | 'green' | 'red' | 'cyan'
const codes = { bold: [1, 22], dim: [2, 22], green: [32, 39], red: [31, 39], cyan: [36, 39] } as const satisfies Record<
  Style,
  readonly [number, number]
>

export class Screen {
  readonly live: boolean
  private readonly terminal: Terminal
  private readonly colours: boolean
  private bottom = ''

  constructor(terminal: Terminal, env: Readonly<Record<string, string | undefined>>) {
    this.terminal = terminal
    this.live = terminal.isTTY === true && env['TERM'] !== 'dumb'
    this.colours = this.live && (env['NO_COLOR'] ?? '') === ''
  }

  get width(): number {
    return Math.max(60, Math.min(this.terminal.columns ?? 110, 120))
  }

  title(text: string): void {
    this.line()
    this.line(this.style('bold', text))
    this.line()
  }

  /** Wrapped, two spaces in. */
  say(text: string): void {
    for (const line of wrap(text, this.width - 2)) this.line(`  ${line}`)
  }

  good(text: string): void {
    this.line(`  ${this.style('green', '✓')} ${text}`)
  }

  /** Lines of another program; long ones go on below, further in. */
  quote(text: string): void {
    for (const line of visible(text).split('\n')) {
      const [first = '', ...rest] = displayWidth(line) <= this.width - 4 ? [line] : wrap(line, this.width - 8)
      for (const piece of [first, ...rest.map(more => `    ${more}`)]) this.line(`  ${this.style('dim', '│')} ${piece}`)
    }
  }

  /** Names in one column, what there is to say in the next. */
  pairs(rows: readonly (readonly [name: string, text: string])[]): void {
    const left = Math.max(...rows.map(([name]) => displayWidth(name)))
    for (const [name, text] of rows) this.line(`  ${this.style('cyan', pad(name, left))}  ${text}`)
  }

  /** Every cell is cut to one line; only the last column, which takes what is left, goes on for up to three. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): void {
    const clean = rows.map(row => row.map(cell => visible(cell).replaceAll('\n', ' ')))
    const widths = columnWidths([head, ...clean], this.width - 2)
    const draw = (row: readonly string[]): string =>
      `  ${row.map((cell, index) => pad(cutTo(cell, widths[index] ?? 0), widths[index] ?? 0)).join('  ')}`.trimEnd()
    this.line(this.style('dim', draw(head)))
    for (const row of clean) {
      const [first = '', ...more] = upToThreeLines(row.at(-1) ?? '', widths.at(-1) ?? 0)
      this.line(draw([...row.slice(0, -1), first]))
      for (const line of more) this.line(draw([...row.slice(0, -1).map(() => ''), line]))
    }
  }

  line(text = ''): void {
    this.erase()
    this.terminal.write(`${text}\n`)
  }

  /** The line at the bottom, replaced by the next one. Without a terminal it is not shown. */
  status(text: string): void {
    if (!this.live || text === this.bottom) return
    this.erase()
    this.terminal.write(cut(text, this.width))
    this.bottom = text
  }

  erase(): void {
    if (this.bottom !== '') this.terminal.write('\r\u001b[2K')
    this.bottom = ''
  }

  style(style: Style, text: string): string {
    const [on, off] = codes[style]
    return this.colours ? `\u001b[${on}m${text}\u001b[${off}m` : text
  }
}

export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function upToThreeLines(text: string, width: number): string[] {
  const lines = wrap(text, width)
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), lines.slice(2).join(' ')]
}

/** Columns on a terminal: Chinese, Japanese and Korean take two, marks above letters none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text)
    width += /\p{M}|\u200d/u.test(char)
      ? 0
      : /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u.test(char)
        ? 2
        : 1
  return width
}

export function cutTo(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let shown = ''
  for (const char of text) {
    if (displayWidth(shown + char) > width - 1) break
    shown += char
  }
  return `${shown.trimEnd()}…`
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

function columnWidths(rows: readonly (readonly string[])[], all: number): number[] {
  const columns = rows[0]?.length ?? 0
  const wanted = Array.from({ length: columns }, (_, index) =>
    Math.max(...rows.map(row => displayWidth(row[index] ?? '')))
  )
  const first = wanted.slice(0, -1).map(width => Math.min(width, Math.floor(all / columns)))
  const left = all - first.reduce((sum, width) => sum + width + 2, 0)
  return [...first, Math.min(wanted.at(-1) ?? 0, left)]
}
