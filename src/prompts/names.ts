/** What the words in a template stand for: a loop's variable, an assigned one, the row, or one of its columns. */
import type { Token } from 'liquidjs'
import type { Columns } from '../dataset/columns.ts'
import { namesHint, spelled } from '../dataset/nearest.ts'
import type { Place, Problems } from '../problems.ts'
import type { CellType } from '../spec/spec.ts'

export type Meaning =
  | { readonly kind: 'loop'; readonly slot: number }
  | { readonly kind: 'assigned'; readonly name: string; readonly column: boolean }
  | { readonly kind: 'row' }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'unknown' }

export interface NamesOptions {
  readonly columns: Columns
  readonly types: Readonly<Record<string, CellType>> | undefined
  readonly problems: Problems
  readonly placeAt: (token: Token) => Place
  /** A condition that names an unknown field would choose the wrong rows without a word. */
  readonly strict: boolean
}

export class Names {
  readonly used = new Set<string>()
  readonly options: NamesOptions
  private readonly loops: { readonly name: string; readonly slot: number }[] = []
  private readonly assigned = new Set<string>()
  private readonly tested: string[] = []
  private readonly told = new Set<string>()
  private slots = 0

  constructor(options: NamesOptions) {
    this.options = options
  }

  error(token: Token, message: string, hint?: string): void {
    this.options.problems.error(message, this.options.placeAt(token), hint)
  }

  declare(name: string): void {
    this.assigned.add(name)
  }

  /** A variable that lives as long as the loop's body is compiled. */
  enterLoop(name: string): number {
    this.loops.push({ name, slot: this.slots })
    return this.slots++
  }

  leaveLoop(): void {
    this.loops.pop()
  }

  /** What a condition looked at may be missing from a row; inside its branches it counts as guarded. */
  guarded<Result>(compile: () => Result, within: () => void): Result {
    const before = this.tested.length
    const result = compile()
    within()
    this.tested.length = before
    return result
  }

  meaning(name: string, token: Token, lenient: boolean): Meaning {
    const loop = this.loops.findLast(one => one.name === name)
    if (loop !== undefined) return { kind: 'loop', slot: loop.slot }
    if (this.assigned.has(name)) return { kind: 'assigned', name, column: this.options.columns.names.includes(name) }
    if (name === 'row') return { kind: 'row' }
    return this.column(name, token, lenient) ? { kind: 'column', name } : { kind: 'unknown' }
  }

  /** Notes the use of a column, and tells when there is none of that name. */
  column(name: string, token: Token, lenient: boolean): boolean {
    const { columns, strict } = this.options
    if (lenient) this.tested.push(name)
    this.used.add(name)
    if (columns.names.includes(name)) return true
    const maybe = !columns.complete && !strict && (lenient || this.tested.includes(name))
    if (this.told.has(`${name} ${token.begin}`)) return maybe
    this.told.add(`${name} ${token.begin}`)
    const hint = this.hint(name, token)
    const place = this.options.placeAt(token)
    if (maybe) this.options.problems.warning(`no row looked at has a field named ${spelled(name)}`, place, hint)
    else this.options.problems.error(`there is no field named ${spelled(name)}`, place, hint)
    return maybe
  }

  /** The whole row is used: every column counts. */
  useAll(): void {
    for (const name of this.options.columns.names) this.used.add(name)
  }

  typeOf(name: string): CellType | undefined {
    const { columns, types } = this.options
    if (!columns.complete || types === undefined || !columns.names.includes(name)) return undefined
    return Object.hasOwn(types, name) ? types[name] : 'text'
  }

  private hint(name: string, token: Token): string {
    const { names } = this.options.columns
    const dotted = token.getText().replace(/^row\./, '')
    if (dotted !== name && names.includes(dotted)) return `write row[${JSON.stringify(dotted)}]`
    return namesHint(name, names)
  }
}
