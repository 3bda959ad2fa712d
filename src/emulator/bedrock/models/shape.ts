/**
 * What a member of a body must be, as functions that complain in the words of Bedrock's schema check. One table per
 * dialect says it all: `object({ prompt: text({ least: 1 }), top_p: number(0, 1) }, ['prompt'])`.
 */
import { isMap, type Json, type JsonMap } from '../../json.ts'
import { malformed, typeName } from './body.ts'

/** Throws Refused. `where` is a JSON pointer such as `#/inferenceConfig/topP`. */
export type Shape = (value: Json, where: string) => void

interface Length {
  readonly least?: number
  readonly most?: number
}

/** Null members count as absent. Keys that the table does not know are refused. */
export function object(members: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape {
  return (value, where) => {
    if (!isMap(value)) throw malformed(`${where}: expected type: JSONObject, found: ${typeName(value)}`)
    for (const key of Object.keys(value))
      if (!Object.hasOwn(members, key)) throw malformed(`${where}: extraneous key [${key}] is not permitted`)
    for (const key of required)
      if ((value[key] ?? null) === null) throw malformed(`${where}: required key [${key}] not found`)
    for (const [key, shape] of Object.entries(members)) {
      const inner = value[key] ?? null
      if (inner !== null) shape(inner, `${where}/${key}`)
    }
  }
}

export function text({ least = 0, most = Infinity }: Length = {}): Shape {
  return (value, where) => {
    if (typeof value !== 'string') throw malformed(`${where}: expected type: String, found: ${typeName(value)}`)
    if (value.length < least) throw malformed(`${where}: expected minLength: ${least}, actual: ${value.length}`)
    if (value.length > most) throw malformed(`${where}: expected maxLength: ${most}, actual: ${value.length}`)
  }
}

export function number(least: number, most = Infinity): Shape {
  return (value, where) => {
    if (typeof value !== 'number') throw malformed(`${where}: expected type: Number, found: ${typeName(value)}`)
    if (value < least) throw malformed(`${where}: ${value} is not greater or equal to ${least}`)
    if (value > most) throw malformed(`${where}: ${value} is not less or equal to ${most}`)
  }
}

export function whole(least: number, most = Infinity): Shape {
  const inRange = number(least, most)
  return (value, where) => {
    inRange(value, where)
    if (!Number.isInteger(value)) throw malformed(`${where}: expected type: Integer, found: Number`)
  }
}

export const flag: Shape = (value, where) => {
  if (typeof value !== 'boolean') throw malformed(`${where}: expected type: Boolean, found: ${typeName(value)}`)
}

export function oneOf(...values: readonly Json[]): Shape {
  return (value, where) => {
    if (!values.includes(value)) throw malformed(`${where}: ${asShown(value)} is not a valid enum value`)
  }
}

export function list(item: Shape, { least = 0, most = Infinity }: Length = {}): Shape {
  return (value, where) => {
    if (!Array.isArray(value)) throw malformed(`${where}: expected type: JSONArray, found: ${typeName(value)}`)
    if (value.length < least) throw malformed(`${where}: expected minimum item count: ${least}, found: ${value.length}`)
    if (value.length > most) throw malformed(`${where}: expected maximum item count: ${most}, found: ${value.length}`)
    for (const [i, one] of value.entries()) item(one, `${where}/${i}`)
  }
}

export const anything: Shape = () => undefined

/** Any of the shapes will do; the last one complains. */
export function either(first: Shape, second: Shape): Shape {
  return (value, where) => {
    try {
      first(value, where)
    } catch {
      second(value, where)
    }
  }
}

/** A body, from its root. */
export function checkBody(body: JsonMap, shape: Shape): void {
  shape(body, '#')
}

function asShown(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
