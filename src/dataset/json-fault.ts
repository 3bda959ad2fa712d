/** What is wrong with a JSON text, in words of ours: the engine's message would quote the user's data. */
import type { JsonValue } from '../json.ts'
import { columnAt, countLines } from './lines.ts'

export interface JsonFault {
  readonly message: string
  readonly line: number
  readonly column?: number
}

/** `text` starts at `line`; the place is known where the engine told a position. */
export function jsonFault(error: unknown, text: string, line: number): JsonFault {
  const told = error instanceof Error ? error.message : ''
  if (/nested more than/.test(told)) return { message: told, line }
  if (/Unexpected end|Unterminated/.test(told)) return { message: 'it breaks off', line: line + countLines(text) }
  const position = Number(/at position (\d+)/.exec(told)?.[1] ?? NaN)
  if (position >= text.trimEnd().length) return { message: 'it breaks off', line: line + countLines(text) }
  const message = Number.isNaN(position) ? 'it has a mistake' : `unexpected ${named(text, position)}`
  if (Number.isNaN(position)) return { message, line }
  return { message, line: line + countLines(text, 0, position), column: columnAt(text, position) }
}

function named(text: string, position: number): string {
  const code = text.codePointAt(position)
  if (code === undefined) return 'end'
  return code < 32 ? `control character ${code}` : JSON.stringify(String.fromCodePoint(code))
}

export function kindOf(value: JsonValue): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`
}
