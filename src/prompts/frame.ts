/** The state of one render: what was written, what was assigned, what may still be spent. Templates are not known here. */
import { Context, type Token } from 'liquidjs'
import type { Fields } from '../dataset/row.ts'
import { engine } from './engine.ts'

/** Longest text that one template may give, in UTF-16 units. */
const maxOutput = 1024 * 1024
/** Loop turns, and filter calls weighted by the length of what they work on; about a second at most. */
export const maxSteps = 1_000_000

/** This row cannot be filled in: a mistake of the row, told at its place. */
export class RowFault extends Error {
  override readonly name = 'RowFault'
  readonly token: Token | undefined
  readonly hint: string | undefined

  constructor(message: string, token?: Token, hint?: string) {
    super(message)
    this.token = token
    this.hint = hint
  }
}

export class Frame {
  readonly fields: Fields
  text = ''
  /** What `assign` and `capture` made. */
  readonly locals = new Map<string, unknown>()
  /** The variables of the loops that are running, by compile-time number. */
  readonly loops: unknown[] = []
  private steps = 0
  private context: Context | undefined

  constructor(fields: Fields) {
    this.fields = fields
  }

  write(text: string): void {
    this.text += text
    if (this.text.length > maxOutput) throw new RowFault(`the prompt is longer than ${maxOutput} characters`)
  }

  spend(steps: number): void {
    this.steps += steps
    if (this.steps > maxSteps) throw new RowFault(`the template takes more than ${maxSteps} steps`)
  }

  /** What filters of liquidjs work in; counts the memory that they touch. */
  get filterContext(): Context {
    this.context ??= new Context({}, engine.options, { sync: true }, { liquid: engine })
    return this.context
  }
}
