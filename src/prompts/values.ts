/** What the template language does with values: members, truth, comparison, printing. As liquidjs, but strict about kinds. */
import { defaultOperators, Drop, toValue, toValueSync, type Token } from 'liquidjs'
import { RowFault, type Frame } from './frame.ts'

/** The drop that `forloop` is. */
export class ForLoop {
  i = 0
  readonly length: number

  constructor(length: number) {
    this.length = length
  }

  read(name: unknown): unknown {
    switch (name) {
      case 'index':
        return this.i + 1
      case 'index0':
        return this.i
      case 'rindex':
        return this.length - this.i
      case 'rindex0':
        return this.length - this.i - 1
      case 'first':
        return this.i === 0
      case 'last':
        return this.i === this.length - 1
      case 'length':
        return this.length
      default:
        return undefined
    }
  }
}

/** Own properties only; `size`, `first` and `last` where there is no property of that name. */
export function member(value: unknown, key: unknown): unknown {
  if (value === null || value === undefined) return value
  if (value instanceof ForLoop) return value.read(key)
  if (Array.isArray(value) && typeof key === 'number') return value[key < 0 ? value.length + key : key] as unknown
  const own = ownProperty(value, key)
  if (own !== undefined) return own
  if (key === 'size') return sizeOf(value)
  if (Array.isArray(value) && key === 'first') return value[0] as unknown
  if (Array.isArray(value) && key === 'last') return value.at(-1) as unknown
  return undefined
}

function ownProperty(value: unknown, key: unknown): unknown {
  if (typeof key !== 'string' && typeof key !== 'number') return undefined
  if (typeof value === 'string') return typeof key === 'number' ? value[key] : undefined
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<string, unknown>)[key]
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  return typeof value === 'object' && value !== null ? Object.keys(value).length : undefined
}

export function isTrue(value: unknown): boolean {
  const plain: unknown = toValue(value)
  return plain !== false && plain !== null && plain !== undefined
}

export function printed(value: unknown, token: Token): string {
  if (typeof value === 'string') return value
  const plain: unknown = toValue(value)
  if (plain === null || plain === undefined) return ''
  if (typeof plain === 'number' || typeof plain === 'boolean' || typeof plain === 'string') return String(plain)
  const kind = Array.isArray(plain) ? 'a list' : 'an object'
  throw new RowFault(
    `${token.getText()} is ${kind}, which has no text of its own`,
    token,
    Array.isArray(plain) ? 'use `| join: ", "` or `| json`' : 'use `| json`'
  )
}

/** Weight of a value for a filter or a search: its length, where it has one. */
export function weight(value: unknown): number {
  if (typeof value === 'string') return 1 + (value.length >> 6)
  return Array.isArray(value) ? 1 + value.length : 1
}

export type Kind = 'text' | 'number' | 'boolean'

/** The kind of a value that can be compared by order; undefined for anything else. */
export function kindOfValue(value: unknown): Kind | undefined {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  return typeof value === 'boolean' ? 'boolean' : undefined
}

export type Comparison = (left: unknown, right: unknown, frame: Frame, token: Token) => boolean

export const comparisons: Readonly<Record<string, Comparison>> = {
  '==': equal,
  '!=': (left, right, frame, token) => !equal(left, right, frame, token),
  '<': (left, right, _frame, token) => inOrder(left, right, token, sign => sign < 0),
  '>': (left, right, _frame, token) => inOrder(left, right, token, sign => sign > 0),
  '<=': (left, right, _frame, token) => inOrder(left, right, token, sign => sign <= 0),
  '>=': (left, right, _frame, token) => inOrder(left, right, token, sign => sign >= 0),
  contains: (left, right, frame) => {
    frame.spend(weight(left))
    return Boolean(toValueSync(operator('contains')(left, right, frame.filterContext)))
  }
}

function equal(left: unknown, right: unknown, frame: Frame, token: Token): boolean {
  const [leftKind, rightKind] = [kindOfValue(left), kindOfValue(right)]
  if (leftKind !== undefined && rightKind !== undefined) {
    refuseMixed(left, right, token)
    return left === right
  }
  frame.spend(weight(left))
  return Boolean(toValueSync(operator('==')(left, right, frame.filterContext)))
}

/** False where a side has no value; `empty`, `blank` and `nil` have no order. */
function inOrder(left: unknown, right: unknown, token: Token, holds: (sign: number) => boolean): boolean {
  if (left === null || left === undefined || right === null || right === undefined) return false
  if (left instanceof Drop || right instanceof Drop) return false
  refuseMixed(left, right, token)
  if (typeof left === 'number' && typeof right === 'number') return holds(left - right)
  if (typeof left === 'string' && typeof right === 'string') return holds(left < right ? -1 : left === right ? 0 : 1)
  throw new RowFault(`${token.getText()} needs two numbers or two texts`, token)
}

/** Text is never compared with a number: "9" > 10 would be decided by luck. */
function refuseMixed(left: unknown, right: unknown, token: Token): void {
  const [leftKind, rightKind] = [kindOfValue(left), kindOfValue(right)]
  if (leftKind === rightKind || leftKind === undefined || rightKind === undefined) return
  throw new RowFault(`a ${leftKind} is compared with a ${rightKind}`, token, comparisonHint)
}

export const comparisonHint = 'cells of a CSV are text until `dataset.types` says otherwise: {price: number}'

function operator(
  name: '==' | 'contains'
): (left: unknown, right: unknown, context: Frame['filterContext']) => unknown {
  return defaultOperators[name] as (left: unknown, right: unknown, context: Frame['filterContext']) => unknown
}
