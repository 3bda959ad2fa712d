/** Expressions of the template language as closures over a Frame. Parsed by liquidjs; what a template writes is not known here. */
import { toValueSync, TypeGuards, type Filter, type FilterImplOptions, type Token, type Value } from 'liquidjs'
import { nearest } from '../dataset/nearest.ts'
import { allowedFilters, engine, refusedFilter } from './engine.ts'
import { maxSteps, RowFault, type Frame } from './frame.ts'
import type { Names } from './names.ts'
import { comparisonHint, comparisons, isTrue, kindOfValue, weight, type Kind } from './values.ts'
import { access } from './access.ts'

export type Eval = (frame: Frame) => unknown

/** A compiled operand, with the kind of its values where it is known before any row. */
export interface Operand {
  readonly evaluate: Eval
  readonly kind: Kind | undefined
}

const nothing: Operand = { evaluate: () => undefined, kind: undefined }

/** `lenient`: a missing value is null instead of a fault of the row, as in conditions and before `default`. */
export function compileValue(value: Value, names: Names, lenient: boolean, owner: Token): Eval {
  return filtered(value.initial.postfix, value.filters, names, lenient, owner)
}

function filtered(
  postfix: readonly Token[],
  filters: readonly Pick<Filter, 'name' | 'args'>[],
  names: Names,
  lenient: boolean,
  owner: Token
): Eval {
  const guarded = lenient || filters[0]?.name === 'default'
  let evaluate = compilePostfix(postfix, names, guarded, owner).evaluate
  for (const filter of filters) evaluate = compileFilter(filter, evaluate, names, owner)
  return evaluate
}

export function compilePostfix(postfix: readonly Token[], names: Names, lenient: boolean, owner: Token): Operand {
  const operands: { operand: Operand; token: Token }[] = []
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) {
      operands.push({ operand: compileToken(token, names, lenient), token })
      continue
    }
    const right = operands.pop()
    const left = token.operator === 'not' ? right : operands.pop()
    if (right === undefined || left === undefined) {
      names.error(token, `a value is missing beside ${token.operator}`)
      return nothing
    }
    operands.push({ operand: operation(token, token.operator, left.operand, right.operand, names), token: left.token })
  }
  const [first, second] = operands
  if (first === undefined) return nothing
  if (second !== undefined) adjacent(owner, second.token, names)
  return first.operand
}

/** `{{ Product Name }}` would silently be `{{ Product }}`. */
function adjacent(owner: Token, second: Token, names: Names): void {
  const words = owner
    .getText()
    .replace(/^\{[{%]-?|-?[%}]\}$/g, '')
    .trim()
  const field = nearest(words.replace(/^row\./, ''), names.options.columns.names)
  const hint =
    field !== undefined && /\s/.test(field) ? `write row[${JSON.stringify(field)}]` : 'join values with a filter'
  names.error(second, `${second.getText()} follows another value without an operator`, hint)
}

export function compileToken(token: Token, names: Names, lenient: boolean): Operand {
  if (TypeGuards.isPropertyAccessToken(token)) return access(token, names, lenient)
  if (TypeGuards.isRangeToken(token)) return { evaluate: range(token, names), kind: undefined }
  if (TypeGuards.isFilteredValueToken(token)) {
    if (token.filters.length === 0) return compilePostfix(token.initial.postfix, names, lenient, token)
    return { evaluate: filtered(token.initial.postfix, token.filters, names, lenient, token), kind: undefined }
  }
  if (TypeGuards.isQuotedToken(token) || TypeGuards.isNumberToken(token) || TypeGuards.isLiteralToken(token)) {
    const content: unknown = token.content
    return { evaluate: () => content, kind: kindOfValue(content) }
  }
  names.error(token, `${token.getText()} cannot be understood`)
  return nothing
}

function operation(token: Token, name: string, left: Operand, right: Operand, names: Names): Operand {
  const { evaluate: a } = left
  const { evaluate: b } = right
  if (name === 'and') return { evaluate: frame => isTrue(a(frame)) && isTrue(b(frame)), kind: 'boolean' }
  if (name === 'or') return { evaluate: frame => isTrue(a(frame)) || isTrue(b(frame)), kind: 'boolean' }
  if (name === 'not') return { evaluate: frame => !isTrue(a(frame)), kind: 'boolean' }
  const compare = comparisons[name]
  if (compare === undefined) {
    names.error(token, `${name} is no operator`)
    return nothing
  }
  if (name !== 'contains' && left.kind !== undefined && right.kind !== undefined && left.kind !== right.kind) {
    names.error(token, `a ${left.kind} is compared with a ${right.kind}`, comparisonHint)
  }
  return { evaluate: frame => compare(a(frame), b(frame), frame, token), kind: 'boolean' }
}

function range(token: Token & { readonly lhs: Token; readonly rhs: Token }, names: Names): Eval {
  const low = compileToken(token.lhs, names, false).evaluate
  const high = compileToken(token.rhs, names, false).evaluate
  const { lhs, rhs } = token
  if (TypeGuards.isNumberToken(lhs) && TypeGuards.isNumberToken(rhs) && rhs.content - lhs.content >= maxSteps) {
    names.error(token, `the range ${token.getText()} has more than ${maxSteps} numbers`)
  }
  return frame => {
    const [from, to] = [Number(low(frame)), Number(high(frame))]
    if (!Number.isFinite(from) || !Number.isFinite(to)) {
      throw new RowFault(`${token.getText()} needs a number on both sides`, token)
    }
    if (to < from) return []
    frame.spend(to - from + 1)
    return Array.from({ length: Math.floor(to - from + 1) }, (_, index) => from + index)
  }
}

function compileFilter(filter: Pick<Filter, 'name' | 'args'>, input: Eval, names: Names, owner: Token): Eval {
  const { name } = filter
  const known = Object.hasOwn(engine.filters, name) ? engine.filters[name] : undefined
  if (known === undefined) {
    const why = refusedFilter(name)
    const near = nearest(name, allowedFilters)
    const hint = why ?? (near === undefined ? undefined : `did you mean ${near}?`)
    names.error(owner, `there is no filter named ${name} here`, hint)
    return input
  }
  const call = handlerOf(known)
  const args = filter.args.map(arg => compileArgument(arg, names))
  return frame => {
    const value = input(frame)
    frame.spend(weight(value))
    const self = { context: frame.filterContext, token: owner, liquid: engine }
    return toValueSync(call.apply(self, [value, ...args.map(argument => argument(frame))]))
  }
}

type Call = (this: object, value: unknown, ...args: readonly unknown[]) => unknown

function handlerOf(filter: FilterImplOptions): Call {
  return (typeof filter === 'function' ? filter : filter.handler) as Call
}

/** A plain argument, or a named one as the pair that liquidjs hands to filters. */
function compileArgument(arg: Filter['args'][number], names: Names): Eval {
  if (!Array.isArray(arg)) return compileToken(arg, names, false).evaluate
  const [name, token] = arg
  const value: Eval = token === undefined ? () => undefined : compileToken(token, names, false).evaluate
  return frame => [name, value(frame)]
}
