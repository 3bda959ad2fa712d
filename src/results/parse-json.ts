/** JSON text → value, without an exception: its words would quote foreign text. */
import type { JsonValue } from '../json.ts'

/** Undefined where the text is not JSON. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}

/** Undefined also where whoever walks through the value would run out of stack. */
export function parseShallow(text: string): JsonValue | undefined {
  const value = parseJson(text)
  return value === undefined || isShallow(value) ? value : undefined
}

/** In levels. JSON.parse takes any number of them, JSON.stringify and we ourselves a few thousand. */
export const deepest = 500

/** Whether whoever walks through the value has stack enough. */
export function isShallow(value: JsonValue, left = deepest): boolean {
  if (value === null || typeof value !== 'object') return true
  if (left === 0) return false
  for (const member of Array.isArray(value) ? (value as readonly JsonValue[]) : Object.values(value))
    if (!isShallow(member, left - 1)) return false
  return true
}
