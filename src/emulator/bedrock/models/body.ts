/** Reading of request bodies, with the complaints of the models behind Bedrock. */
import { isMap, member, type Json, type JsonMap } from '../../json.ts'
import { Refused } from './dialect.ts'

/** Bedrock's own schema check in front of a model: `Malformed input request: #: …`. */
export function malformed(detail: string): Refused {
  return new Refused(`Malformed input request: ${detail}, please reformat your input and try again.`)
}

export function refuseStrangers(body: JsonMap, known: readonly string[], where = '#'): void {
  for (const key of Object.keys(body))
    if (!known.includes(key)) throw malformed(`${where}: extraneous key [${key}] is not permitted`)
}

/** Undefined where absent. Throws Refused when it is no number in the range. */
export function numberIn(
  body: JsonMap,
  name: string,
  least: number,
  most: number,
  where = `#/${name}`
): number | undefined {
  const value = member(body, name)
  if (value === undefined) return undefined
  if (typeof value !== 'number') throw malformed(`${where}: expected type: Number, found: ${typeName(value)}`)
  if (value < least) throw malformed(`${where}: ${value} is not greater or equal to ${least}`)
  if (value > most) throw malformed(`${where}: ${value} is not less or equal to ${most}`)
  return value
}

/** Empty where absent. Throws Refused when it is no list of strings. */
export function strings(body: JsonMap, name: string, where = `#/${name}`): string[] {
  const value = member(body, name)
  if (value === undefined) return []
  if (!Array.isArray(value) || value.some(one => typeof one !== 'string'))
    throw malformed(`${where}: expected type: JSONArray of String, found: ${typeName(value)}`)
  return value.map(String)
}

export function typeName(value: Json | undefined): string {
  if (value === undefined || value === null) return 'Null'
  if (Array.isArray(value)) return 'JSONArray'
  return isMap(value)
    ? 'JSONObject'
    : { string: 'String', number: 'Number', boolean: 'Boolean' }[typeof value as 'string']
}

/** A token is taken for four bytes of UTF-8. The emulator's own estimate; no model's tokenizer. */
export function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 4)
}
