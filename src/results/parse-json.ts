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
