/** Text of an input → value, or what is wrong with it. Inputs are text, whatever YAML made of them in the workflow. */
import { type Problem, problem } from '../problems.ts'
import { anyOf, nearest } from '../spec/nearest.ts'
import { quote } from '../spec/finding.ts'
import type { Pattern } from '../spec/patterns.ts'

/** Reads inputs by name and collects what is wrong with them; every reader gives a fallback and goes on. */
export class InputReader {
  readonly problems: Problem[] = []
  private readonly get: (name: string) => string

  constructor(get: (name: string) => string) {
    this.get = get
  }

  text(name: string): string | undefined {
    const value = this.get(name).trim()
    return value === '' ? undefined : value
  }

  matching(name: string, pattern: Pattern): string | undefined {
    const value = this.text(name)
    if (value === undefined || pattern.test.test(value)) return value
    this.refuse(name, pattern.expected, value)
    return undefined
  }

  oneOf<const Word extends string>(
    name: string,
    words: readonly Word[],
    others: Readonly<Record<string, string>> = {}
  ): Word | undefined {
    const value = this.text(name)
    const known = words.find(word => word === value)
    if (value === undefined || known !== undefined) return known
    const near = Object.hasOwn(others, value.toLowerCase()) ? others[value.toLowerCase()] : nearest(value, words)
    this.refuse(name, anyOf(words), value, near === undefined ? undefined : `Did you mean ${near}?`)
    return undefined
  }

  /** As `core.getBooleanInput` reads it: YAML's `true` and `false`, in three spellings. */
  flag(name: string): boolean {
    const value = this.text(name) ?? 'false'
    if (/^(true|True|TRUE)$/.test(value)) return true
    if (/^(false|False|FALSE)$/.test(value)) return false
    const meant = /^(yes|y|on|1|t)$/i.test(value) ? 'true' : /^(no|n|off|0|f)$/i.test(value) ? 'false' : undefined
    this.refuse(name, 'true or false', value, meant === undefined ? undefined : `Did you mean ${meant}?`)
    return false
  }

  number(name: string, range: NumberRange): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const read = readNumber(value, range)
    if (read === undefined) this.refuse(name, range.expected, value)
    return read
  }

  /** Entries are separated by line breaks or commas. */
  list(name: string, isEntry: (entry: string) => boolean, expected: string): readonly string[] {
    const entries = (this.text(name) ?? '').split(/[\n,]/).map(entry => entry.trim())
    return entries.filter(entry => {
      if (entry === '') return false
      if (!isEntry(entry)) this.refuse(name, expected, entry)
      return isEntry(entry)
    })
  }

  refuse(name: string, expected: string, value: string, hint?: string): void {
    this.problems.push(problem('error', `input ${name} must be ${expected}, not ${quote(value)}`, undefined, hint))
  }
}

export interface NumberRange {
  readonly least: number
  readonly most: number
  readonly whole?: true
  readonly expected: string
}

/** Plain decimal digits only: `1e3`, `0x10`, `5 USD` and `1,000` are not numbers here. Undefined for those, too. */
export function readNumber(text: string, { least, most, whole }: NumberRange): number | undefined {
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return undefined
  const value = Number(text)
  return value < least || value > most || (whole && !Number.isInteger(value)) ? undefined : value
}
