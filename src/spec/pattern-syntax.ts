/**
 * A regular expression as a tree, in JavaScript's syntax without what cannot be matched in one walk over the text:
 * look-around, back-references and modifiers inside. How the tree is matched is not known here.
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Regular_expressions
 */

export type PatternNode =
  /** One code point; `source` is a regular expression of it. */
  | { readonly kind: 'one'; readonly source: string }
  | { readonly kind: 'assert'; readonly what: 'start' | 'end' | 'word' | 'inside' }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly PatternNode[] }
  /** `group` counts from 1. */
  | { readonly kind: 'group'; readonly group: number; readonly item: PatternNode }
  | {
      readonly kind: 'repeat'
      readonly item: PatternNode
      readonly least: number
      readonly most: number
      readonly lazy: boolean
      /** The groups inside, first and behind the last: each round starts without what an earlier one took. */
      readonly groups: readonly [number, number]
    }

export interface Pattern {
  readonly root: PatternNode
  /** By number, from 1; undefined for a group without a name. */
  readonly groups: readonly (string | undefined)[]
  /** Of `(?i)`, `(?s)` and `(?m)` at the start. */
  readonly flags: string
}

export type PatternReading = { readonly pattern: Pattern } | { readonly fault: string; readonly hint?: string }

const longest = 2000
const deepest = 100
/** Matching takes as many steps per character, at worst. */
const mostSteps = 1900

export function readPattern(text: string): PatternReading {
  if (text.length > longest) return { fault: `is longer than ${longest} characters` }
  const [head = '', flags = ''] = /^\(\?([ims]+)\)/.exec(text) ?? []
  const source = text.slice(head.length)
  try {
    new RegExp(source, `u${[...new Set(flags)].join('')}`)
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^Invalid regular expression: .*\/[a-z]*: /s, '') : ''
    return { fault: `is not a regular expression: ${why}`, hint: hintFor(why) }
  }
  try {
    const parser = new Parser(source)
    const root = parser.whole()
    if (sizeOf(root) > mostSteps)
      return { fault: `is too large once its counts are written out`, hint: 'Use * or + instead of high counts.' }
    return checkGroups({ root, groups: parser.groups, flags: [...new Set(flags)].join('') })
  } catch (error) {
    if (error instanceof Unsupported) return { fault: error.message, hint: error.hint }
    throw error
  }
}

/** Steps of a program that matches it, at most. */
function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case 'one':
    case 'assert':
      return 1
    case 'sequence':
    case 'choice':
      return node.items.reduce((sum, item) => sum + sizeOf(item) + (node.kind === 'choice' ? 2 : 0), 0)
    case 'group':
      return sizeOf(node.item) + 2
    case 'repeat':
      return (node.most === Infinity ? node.least + 1 : node.most) * (sizeOf(node.item) + 2) + 1
  }
}

function hintFor(why: string): string {
  return /escape/i.test(why)
    ? 'Only characters with a meaning are escaped, and in double quotes YAML wants each backslash twice: use single quotes.'
    : "Write it as in JavaScript, in single quotes: 'Rating: ([1-5])'."
}

function checkGroups(pattern: Pattern): PatternReading {
  const named = pattern.groups.filter(name => name !== undefined)
  if (pattern.groups.length < 2 || named.length === pattern.groups.length) return { pattern }
  return {
    fault: 'has several groups, and not all of them have a name',
    hint: 'Name them, (?<price>\\d+), or write (?:…) for a group that is not taken.'
  }
}

class Unsupported extends Error {
  readonly hint: string

  constructor(what: string, hint: string) {
    super(`uses ${what}, which cannot be matched in bounded time`)
    this.hint = hint
  }
}

const around = 'Take more of the text, and put a group around what is wanted.'

/** Reads what RegExp has accepted: nothing here is malformed, but it may be unsupported. */
class Parser {
  readonly groups: (string | undefined)[] = []
  private at = 0
  private depth = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  whole(): PatternNode {
    return this.choice()
  }

  private choice(): PatternNode {
    if (++this.depth > deepest) throw new Unsupported('more than 100 nested groups', 'Write it flatter.')
    const items = [this.sequence()]
    while (this.take('|')) items.push(this.sequence())
    this.depth--
    return items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'choice', items }
  }

  private sequence(): PatternNode {
    const items: PatternNode[] = []
    while (this.at < this.text.length && this.peek() !== '|' && this.peek() !== ')') items.push(this.quantified())
    return { kind: 'sequence', items }
  }

  private quantified(): PatternNode {
    const before = this.groups.length
    const item = this.atom()
    const counts = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})(\??)/.exec(this.text.slice(this.at, this.at + 40))
    if (!counts) return item
    const [whole, least, comma, most, lazy] = counts
    this.at += whole.length
    return {
      kind: 'repeat',
      item,
      ...timesOf(whole, least, comma, most),
      lazy: lazy === '?',
      groups: [before + 1, this.groups.length + 1]
    }
  }

  private atom(): PatternNode {
    const character = this.character()
    switch (character) {
      case '^':
        return { kind: 'assert', what: 'start' }
      case '$':
        return { kind: 'assert', what: 'end' }
      case '(':
        return this.group()
      case '[':
        return this.characterClass()
      case '\\':
        return this.escape()
      case '.':
        return { kind: 'one', source: '.' }
      default:
        return { kind: 'one', source: character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&') }
    }
  }

  private group(): PatternNode {
    const rest = this.text.slice(this.at)
    if (/^\?(?:=|!|<=|<!)/.test(rest)) throw new Unsupported('look-around', around)
    const name = /^\?<([^>]+)>/.exec(rest)
    const plain = rest.startsWith('?:')
    if (rest.startsWith('?') && !plain && !name)
      throw new Unsupported('a modifier inside', 'Write (?i) at the very start.')
    this.at += plain ? 2 : (name?.[0].length ?? 0)
    const number = plain ? 0 : this.groups.push(name?.[1])
    const item = this.choice()
    this.at++
    return plain ? item : { kind: 'group', group: number, item }
  }

  private characterClass(): PatternNode {
    const start = this.at - 1
    for (; this.peek() !== ']'; this.at++) if (this.peek() === '\\') this.at++
    this.at++
    return { kind: 'one', source: this.text.slice(start, this.at) }
  }

  private escape(): PatternNode {
    const rest = this.text.slice(this.at)
    if (/^[1-9]|^k</.test(rest)) throw new Unsupported('a back-reference', around)
    if (rest[0] === 'b' || rest[0] === 'B') {
      this.at++
      return { kind: 'assert', what: rest[0] === 'b' ? 'word' : 'inside' }
    }
    const pair = /^u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/.exec(rest)
    const [whole] = pair ??
      /^(?:u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|c[A-Za-z]|[^])/u.exec(rest) ?? ['']
    this.at += whole.length
    return { kind: 'one', source: `\\${whole}` }
  }

  private character(): string {
    const character = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0)
    this.at += character.length
    return character
  }

  private peek(): string {
    return this.text.charAt(this.at)
  }

  private take(character: string): boolean {
    if (this.peek() !== character) return false
    this.at++
    return true
  }
}

function timesOf(
  sign: string,
  least: string | undefined,
  comma: string | undefined,
  most: string | undefined
): { readonly least: number; readonly most: number } {
  if (least === undefined) return { least: sign.startsWith('+') ? 1 : 0, most: sign.startsWith('?') ? 1 : Infinity }
  if (comma === undefined) return { least: Number(least), most: Number(least) }
  return { least: Number(least), most: most === undefined || most === '' ? Infinity : Number(most) }
}
