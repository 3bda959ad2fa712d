/** JSON as the emulator sees it. Its own reading on purpose: it shares no code with the action that it is there to test. */

export type Json = null | boolean | number | string | Json[] | JsonMap
export interface JsonMap {
  [key: string]: Json
}

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member of that name, or undefined where it is absent, null, or the value is no object. */
export function member(value: unknown, name: string): Json | undefined {
  return isMap(value) && Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined
}

/** Strings as they are, numbers and booleans in their spelling, nothing for everything else. */
export function asText(value: Json | undefined): string {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''
}

/** Undefined where the text is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** Keys sorted at every level, so that one question has one spelling whatever its sender's key order. */
export function sortedJson(value: Json): string {
  return JSON.stringify(value, (_key, inner: Json) =>
    isMap(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner
  )
}
