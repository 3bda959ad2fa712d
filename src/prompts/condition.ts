/** `dataset.where`: a condition of the template language as a function of a row. */
import { LiquidError, Tokenizer, type Token } from 'liquidjs'
import type { Columns } from '../dataset/columns.ts'
import type { Fields } from '../dataset/row.ts'
import { Problems, type Place } from '../problems.ts'
import type { CellType } from '../spec/spec.ts'
import { engine } from './engine.ts'
import { compilePostfix, type Eval } from './expression.ts'
import { Frame } from './frame.ts'
import { Names } from './names.ts'
import { placeIn } from './place.ts'
import { faultOf } from './template.ts'
import { isTrue } from './values.ts'

/** Tells a Problem at the row, and false, where the row cannot be compared. */
export type Condition = (fields: Fields, place: Place) => boolean

/**
 * `price > 10 and category == "shoes"`; operators == != > < >= <= contains and or not, parentheses, `and` and `or` from
 * left to right. A field without a value compares false. Undefined after a Problem: bad syntax, a field that does not
 * exist, text compared with a number.
 */
export function compileCondition(
  text: string,
  place: Place,
  columns: Columns,
  types: Readonly<Record<string, CellType>>,
  problems: Problems
): Condition | undefined {
  const here = new Problems()
  const evaluate = compile(text, place, columns, types, here)
  problems.add(...here.list)
  if (evaluate === undefined || here.any) return undefined
  return (fields, where) => holds(evaluate, fields, where, problems)
}

function compile(
  text: string,
  place: Place,
  columns: Columns,
  types: Readonly<Record<string, CellType>>,
  problems: Problems
): Eval | undefined {
  const parsed = parse(text, place, problems)
  if (parsed === undefined) return undefined
  const names = new Names({ columns, types, problems, placeAt: token => at(token, text, place), strict: true })
  return compilePostfix(parsed.postfix, names, true, parsed.whole).evaluate
}

function holds(evaluate: Eval, fields: Fields, place: Place, problems: Problems): boolean {
  try {
    return isTrue(evaluate(new Frame(fields)))
  } catch (error) {
    const fault = faultOf(error)
    problems.error(`dataset.where: ${fault.message}`, place, fault.hint)
    return false
  }
}

interface ParsedCondition {
  readonly postfix: readonly Token[]
  readonly whole: Token
}

function parse(text: string, place: Place, problems: Problems): ParsedCondition | undefined {
  try {
    const tokenizer = new Tokenizer(text, engine.options.operators, undefined, undefined, true)
    const whole = tokenizer.readFilteredValue()
    tokenizer.skipBlank()
    if (tokenizer.end() && whole.filters.length === 0) return { postfix: whole.initial.postfix, whole }
    const rest = JSON.stringify(text.slice(tokenizer.p, tokenizer.p + 40))
    const message = tokenizer.end() ? 'dataset.where takes no filters' : `dataset.where cannot be read from ${rest} on`
    problems.error(message, place, operatorsHint)
  } catch (error) {
    if (!(error instanceof Error && LiquidError.is(error))) throw error
    const message = (error.message.split('\n')[0] ?? '').replace(/, line:\d+, col:\d+$/, '')
    problems.error(`dataset.where cannot be read: ${message}`, at(error.token, text, place), operatorsHint)
  }
  return undefined
}

const operatorsHint = 'as in: price > 10 and category == "shoes"; operators: == != > < >= <= contains and or not'

function at(token: Token, text: string, place: Place): Place {
  const [line = 1, column = 1] = token.getPosition()
  return placeIn(place, text, line, column)
}
