/** `parameters.extra`, merged into the modelInput that a family wrote. What the members mean is not known here. */
import { isObject, type JsonObject, type JsonValue } from '../json.ts'

/**
 * Objects merge member by member, at any depth; everything else (text, numbers, arrays, null) replaces what stood there.
 * So `{ inferenceConfig: { topK: 20 } }` adds one member, and `{ stop_sequences: [] }` empties a list.
 */
export function withExtra(body: JsonObject, extra: JsonObject | undefined): JsonObject {
  if (extra === undefined) return body
  const merged: Record<string, JsonValue> = { ...body }
  for (const [key, value] of Object.entries(extra)) {
    const before = Object.hasOwn(merged, key) ? merged[key] : undefined
    const after = isObject(before) && isObject(value) ? withExtra(before, value) : value
    // A plain assignment to `__proto__` would be no member.
    if (key === '__proto__') Object.defineProperty(merged, key, { value: after, enumerable: true, writable: true })
    else merged[key] = after
  }
  return merged
}

/** The object without its undefined members, so that an absent parameter leaves no trace in modelInput. */
export function present(members: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const found: Record<string, JsonValue> = {}
  for (const key in members) {
    const value = members[key]
    if (value !== undefined) found[key] = value
  }
  return found
}
