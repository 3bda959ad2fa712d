/** JSON.parse that does not round whole numbers. */
import type { JsonValue } from '../json.ts'

/** Deepest nesting of arrays and objects; later steps walk values recursively. */
const maxDepth = 200

/**
 * Throws SyntaxError. A whole number that a double cannot hold (an id of 19 digits) stays as its own text: a rounded
 * one would reach the model as another number.
 */
export function exactJson(text: string): JsonValue {
  const value = (/\d{16}/.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text)) as JsonValue
  // A level of nesting needs a bracket and its partner, so short texts cannot be deep.
  if (text.length > 2 * maxDepth && depth(value, maxDepth) < 0) {
    throw new SyntaxError(`nested more than ${maxDepth} levels deep`)
  }
  return value
}

function keepDigits(this: unknown, _key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  return context?.source !== undefined && /^-?\d+$/.test(context.source) ? context.source : value
}

/** What is left of the allowed depth; below zero when there is more. */
function depth(value: JsonValue, left: number): number {
  if (left < 0 || value === null || typeof value !== 'object') return left
  let least = left
  for (const member of Object.values(value)) {
    if (member === null || typeof member !== 'object') continue
    least = Math.min(least, depth(member, left - 1))
    if (least < 0) return least
  }
  return least
}
