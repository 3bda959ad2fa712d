/**
 * Bounds a YAML text before it is parsed: how deep it nests, how many values and aliases it has. A recursive parser
 * meets neither 2,000 brackets nor an alias bomb. Works on the lexer's flat tokens; knows nothing of a spec's fields.
 */
import { CST, Lexer } from 'yaml'

const maxDepth = 64
const maxAliases = 100
const maxTokens = 200_000

export interface Breach {
  readonly message: string
  readonly hint: string
  /** In UTF-16 code units. */
  readonly offset: number
}

/** The first bound that the text breaks, or undefined. */
export function firstBreach(text: string): Breach | undefined {
  return deepLine(text) ?? deepTokens(text)
}

const tooDeep = {
  message: `the YAML nests deeper than ${maxDepth} levels`,
  hint: 'A spec needs five. Put quotes around a text that begins with brackets.'
}

/** The lexer itself recurses over `- - - -` at the start of a line, so that is looked at before. */
function deepLine(text: string): Breach | undefined {
  const run = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${maxDepth},}`, 'm').exec(text)
  return run ? { ...tooDeep, offset: run.index } : undefined
}

function deepTokens(text: string): Breach | undefined {
  const nesting = new Nesting()
  let offset = 0
  let tokens = 0
  let aliases = 0
  let marked = false
  for (const source of new Lexer().lex(text)) {
    const type: CST.TokenType | null = marked ? 'scalar' : CST.tokenType(source)
    // The lexer's own marks are not in the text; one of them says that what follows is a scalar, whatever it looks like.
    const isMark: boolean = !marked && (type === 'doc-mode' || type === 'scalar' || type === 'flow-error-end')
    marked = isMark && type === 'scalar'
    if (isMark) continue
    if (nesting.after(type, source, offset) > maxDepth) return { ...tooDeep, offset }
    if (type === 'alias' && ++aliases > maxAliases) {
      return { message: `the YAML has more than ${maxAliases} aliases`, hint: 'Write the values out.', offset }
    }
    if (++tokens > maxTokens) {
      return { message: 'the YAML has too many values', hint: 'Put data into a file of its own.', offset }
    }
    offset += source.length
  }
  return undefined
}

/** Open brackets, plus the columns at which block collections have begun on the lines above. */
class Nesting {
  private brackets = 0
  private readonly columns: number[] = []
  private lineStart = 0
  private freshLine = true

  after(type: CST.TokenType | null, source: string, offset: number): number {
    if (type === 'flow-map-start' || type === 'flow-seq-start') this.brackets++
    else if (type === 'flow-map-end' || type === 'flow-seq-end') this.brackets = Math.max(0, this.brackets - 1)
    else if (type !== 'newline' && type !== 'space' && this.brackets === 0) this.block(type, offset - this.lineStart)
    this.endLine(source, offset)
    return this.brackets + this.columns.length
  }

  private block(type: CST.TokenType | null, column: number): void {
    const indicator = type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind'
    if (this.freshLine) {
      while ((this.columns.at(-1) ?? -1) >= column) this.columns.pop()
      this.columns.push(column)
      this.freshLine = false
    } else if (indicator) this.columns.push(column)
  }

  /** A scalar may span lines, and a block scalar ends with one. */
  private endLine(source: string, offset: number): void {
    const newline = source.lastIndexOf('\n')
    if (newline < 0) return
    this.lineStart = offset + newline + 1
    this.freshLine = newline === source.length - 1
  }
}
