/** JSON as data: its types, its one canonical spelling, and readers that name the path they looked at. */

export type JsonValue = null | boolean | number | string | JsonArray | JsonObject
export type JsonArray = readonly JsonValue[]
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** A JSON text that does not have the shape its reader expects. `path` is where, as in `results[0].outputText`. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError'
  readonly path: string

  constructor(path: string, expected: string) {
    super(`expected ${expected} at ${path}`)
    this.path = path
  }
}

/** Objects with their keys in code-unit order, no white space: the same value is always the same text. */
export function canonicalJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const object = value as JsonObject
  let text = ''
  for (const key of Object.keys(object).sort()) {
    const member = object[key]
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a path such as `output.message.content[0].text`; undefined where any step is absent or null. */
export function at(value: JsonValue | undefined, path: string): JsonValue | undefined {
  let here: JsonValue | undefined = value
  for (const step of path.split(/[.[\]]+/).filter(part => part !== '')) {
    if (Array.isArray(here)) here = (here as JsonArray)[Number(step)]
    else if (isObject(here)) here = Object.hasOwn(here, step) ? here[step] : undefined
    else return undefined
  }
  return here ?? undefined
}

/** Throws ShapeError unless a string stands at the path. */
export function text(value: JsonValue, path: string): string {
  const found = at(value, path)
  if (typeof found !== 'string') throw new ShapeError(path, 'a string')
  return found
}

/** Throws ShapeError unless an array stands at the path. */
export function array(value: JsonValue, path: string): JsonArray {
  const found = at(value, path)
  if (!Array.isArray(found)) throw new ShapeError(path, 'an array')
  return found as JsonArray
}

/** Throws ShapeError unless an object stands at the path. */
export function object(value: JsonValue, path: string): JsonObject {
  const found = at(value, path)
  if (!isObject(found)) throw new ShapeError(path, 'an object')
  return found
}

/** A whole number at the path, or undefined: for counts that a service may leave out. */
export function count(value: JsonValue, path: string): number | undefined {
  const found = at(value, path)
  return typeof found === 'number' && Number.isSafeInteger(found) && found >= 0 ? found : undefined
}
