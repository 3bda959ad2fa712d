/** JSON that a prompt asks for: which keys or which schema it names, and values that fit them. */
import { asText, isMap, member, parseJson, type Json, type JsonMap } from '../../json.ts'
import { sentence, subject, unique, words } from './prose.ts'

/** A balanced JSON object in the text that is a JSON Schema of an object. */
export function schemaIn(text: string): JsonMap | undefined {
  return objectsIn(text).find(one => isMap(one['properties']) || (one['type'] === 'object' && isMap(one['required'])))
}

/** Every JSON object that stands in the text, outermost first. */
function objectsIn(text: string): JsonMap[] {
  const found: JsonMap[] = []
  let tried = 0
  // Bounded: every brace that opens may have the whole rest searched for its end.
  for (let start = text.indexOf('{'); start >= 0 && tried < 30; start = text.indexOf('{', start + 1)) {
    tried++
    const end = closing(text, start)
    if (end < 0) continue
    const value = parseJson(text.slice(start, end + 1))
    if (!isMap(value)) continue
    found.push(value)
    start = end
  }
  return found
}

/** Where the brace that opens at `start` closes; -1 where it does not. Braces inside strings do not count. */
function closing(text: string, start: number): number {
  let depth = 0
  let quoted = false
  for (let i = start; i < text.length; i++) {
    const char = text[i]
    if (quoted) {
      if (char === '\\') i++
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return i
  }
  return -1
}

/** The keys that a prompt asks for: of an example object, or named after "keys" or "fields". */
export function keysIn(text: string): string[] {
  const example = objectsIn(text).at(-1)
  if (example && Object.keys(example).length > 0) return Object.keys(example)
  // An example that is no JSON, such as {"title": ..., "tags": [...]}, still names its keys.
  const loose = /\{[^{}]*"\w+"\s*:[^{}]*\}/.exec(text)?.[0]
  if (loose !== undefined) return unique([...loose.matchAll(/"([\w-]+)"\s*:/g)].map(match => match[1] ?? ''))
  const named =
    /\b(?:keys?|fields?|properties|members)\b[:\s]+((?:["'`]?[A-Za-z_][\w-]*["'`]?(?:\s*\([^)]*\))?(?:\s*,\s*(?:and\s+)?|\s+and\s+)?)+)/i.exec(
      text
    )
  if (!named?.[1]) return []
  const listed = named[1].replace(/\([^)]*\)/g, ' ')
  const quoted = [...listed.matchAll(/["'`]([\w-]+)["'`]/g)].map(match => match[1] ?? '')
  if (quoted.length > 0) return unique(quoted)
  return unique(listed.split(/\s*,\s*(?:and\s+)?|\s+and\s+/).map(one => one.trim().split(/\s+/)[0] ?? '')).filter(
    Boolean
  )
}

export function fromSchema(schema: Json, prompt: string, random: () => number, name: string): Json {
  const choices = member(schema, 'enum')
  if (Array.isArray(choices) && choices.length > 0) return choices[Math.floor(random() * choices.length)] ?? null
  const constant = member(schema, 'const')
  if (constant !== undefined) return constant
  const [alternative] = [member(schema, 'anyOf'), member(schema, 'oneOf')].filter(one => Array.isArray(one))
  if (Array.isArray(alternative) && alternative[0] !== undefined)
    return fromSchema(alternative[0], prompt, random, name)
  const declared = member(schema, 'type')
  const type = Array.isArray(declared) ? declared.find(one => one !== 'null') : declared
  if (type === 'object' || isMap(member(schema, 'properties'))) return objectFrom(schema, prompt, random)
  if (type === 'array') {
    const least = Number(member(schema, 'minItems') ?? 1)
    const most = Number(member(schema, 'maxItems') ?? Math.max(least, 3))
    const length = least + Math.floor(random() * (most - least + 1))
    return Array.from({ length }, () => fromSchema(member(schema, 'items') ?? { type: 'string' }, prompt, random, name))
  }
  if (type === 'integer' || type === 'number') return numberFrom(schema, type, random)
  if (type === 'boolean') return random() < 0.5
  if (type === 'null') return null
  return textFrom(schema, name, prompt, random)
}

function objectFrom(schema: Json, prompt: string, random: () => number): JsonMap {
  const properties = member(schema, 'properties')
  if (!isMap(properties)) return {}
  return Object.fromEntries(
    Object.entries(properties).map(([key, inner]) => [key, fromSchema(inner, prompt, random, key)])
  )
}

function numberFrom(schema: Json, type: 'integer' | 'number', random: () => number): number {
  const least = Number(member(schema, 'minimum') ?? member(schema, 'exclusiveMinimum') ?? 0)
  const most = Number(member(schema, 'maximum') ?? member(schema, 'exclusiveMaximum') ?? least + 10)
  if (type === 'number') return Number((least + (0.1 + random() * 0.8) * (most - least)).toFixed(2))
  const lowest = Math.ceil(least) + (member(schema, 'exclusiveMinimum') === undefined ? 0 : 1)
  const highest = Math.floor(most) - (member(schema, 'exclusiveMaximum') === undefined ? 0 : 1)
  return lowest + Math.floor(random() * (highest - lowest + 1))
}

function textFrom(schema: Json, name: string, prompt: string, random: () => number): string {
  const most = Number(member(schema, 'maxLength') ?? Infinity)
  const least = Number(member(schema, 'minLength') ?? 0)
  let text = asText(guess(name, prompt, random))
  while (text.length < least) text += ` ${text || 'simulated'}`
  return text.slice(0, most)
}

/** A value that fits the name of its key. */
export function guess(key: string, prompt: string, random: () => number): Json {
  if (/^(is|has|can)[A-Z_]|^(active|valid|available)$/.test(key)) return random() < 0.5
  if (/(score|rating|count|number|year|price|age|confidence|population)$/i.test(key)) return Math.floor(random() * 100)
  if (/(tags|keywords|list|items|features|categories|highlights)$/i.test(key)) return words(prompt, random, 3)
  if (/(title|name|headline|slug)$/i.test(key)) return subject(prompt)
  if (/(language|lang)$/i.test(key)) return 'en'
  if (/sentiment$/i.test(key)) return ['positive', 'neutral', 'negative'][Math.floor(random() * 3)] ?? 'neutral'
  return sentence(prompt, random)
}
