/** JSON in what a model wrote: alone, in a fenced block, or with words around it. */
import type { JsonValue } from '../json.ts'
import { isShallow, parseJson } from './parse-json.ts'

/** The space before the closing fence is JSON's own: matched apart, a long run of it would be walked again and again. */
const fence = /```[\w-]*[ \t]*\r?\n([\s\S]*?)```/g

/**
 * Candidates, best first: the whole text (any JSON value), then each fenced block, then every outermost object or
 * array in the order of the text. Empty where there is none. Work is bounded by the length of the text. What is nested
 * so deep that those who walk through it would run out of stack is no candidate.
 */
export function* jsonIn(text: string): Generator<JsonValue> {
  for (const value of candidatesIn(text)) if (isShallow(value)) yield value
}

function* candidatesIn(text: string): Generator<JsonValue> {
  const whole = parseJson(text)
  if (whole !== undefined) {
    yield whole
    return
  }
  for (const [, inside] of text.matchAll(fence)) {
    const value = parseJson(inside ?? '')
    if (value !== undefined) yield value
  }
  yield* bracketed(text)
}

function* bracketed(text: string): Generator<JsonValue> {
  // A text of n open brackets would be walked n times: past this many characters it is not worth more.
  let budget = Math.max(1_000_000, text.length * 16)
  let at = nextOpening(text, 0)
  while (at !== -1 && budget > 0) {
    const end = closing(text, at)
    budget -= (end === -1 ? text.length : end) - at
    const value = end === -1 ? undefined : parseJson(text.slice(at, end))
    if (value !== undefined) yield value
    at = nextOpening(text, value === undefined ? at + 1 : end)
  }
}

function nextOpening(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '{' || text[at] === '[') return at
  return -1
}

/** Past the bracket that closes the one at `from`; -1 where none does. */
function closing(text: string, from: number): number {
  let depth = 0
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (quoted && character === '\\') at++
    else if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === '{' || character === '[') depth++
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1
  }
  return -1
}
