/** The answer in JSON that a prompt asks for: by a schema, an example, or a list of keys. */
import { isMap, parseJson, type Json, type JsonMap } from '../../json.ts'
import { unique } from './facts.ts'
import { anyText, wishOfExample, wishOfSchema, wishOfWords, type Wish } from './wish.ts'

/** Undefined where no JSON is asked for. */
export function wishIn(text: string): Wish | undefined {
  const objects = objectsIn(withKindsOfNumbers(text))
  const schema = objectsIn(text).find(
    one => isMap(one['properties']) || (one['type'] === 'object' && Array.isArray(one['required']))
  )
  if (schema) return wishOfSchema(schema)
  if (!/\bjson\b/i.test(text)) return undefined
  const said = descriptionsIn(text)
  const example = exampleIn(text, objects)
  if (example) return refined(example, said)
  const keys = unique([...keysIn(text), ...(said.size > 1 ? said.keys() : [])])
  if (keys.length === 0) return undefined
  return refined({ kind: 'object', members: keys.map(key => [key, wishOfName(key)] as const) }, said)
}

/** `0.0` in an example asks for a fraction; as a number it would be a whole one. */
function withKindsOfNumbers(text: string): string {
  return text.replace(
    /(:\s*)(\d+)\.\d+(?=\s*[,}\]])/g,
    (_, before: string, units: string) => `${before}"${Number(units) > 1 ? 'float' : 'float 0 to 1'}"`
  )
}

/** The pattern of the answer stands last, or after a word that says so; what is given may be JSON too. */
function exampleIn(text: string, objects: readonly JsonMap[]): Wish | undefined {
  const loose = looseObject(text)
  const strict = objects.filter(one => Object.keys(one).length > 0)
  if (strict.length === 0) return loose
  const announced =
    /\b(?:form|format|like|shape|pattern|example|answer|return|reply|respond|output|structure|schema)\b[^{}]{0,120}?(\{)/i.exec(
      text
    )
  const start = announced ? text.indexOf('{', announced.index) : -1
  const chosen =
    strict.find(
      one =>
        start >= 0 &&
        parseJson(text.slice(start, closing(text, start) + 1)) !== undefined &&
        sameKeys(one, text.slice(start))
    ) ?? strict.at(-1)
  return chosen && wishOfExample(chosen)
}

function sameKeys(object: JsonMap, text: string): boolean {
  const first = Object.keys(object)[0] ?? ''
  return text.slice(0, first.length + 12).includes(`"${first}"`)
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
    const value: Json | undefined = parseJson(text.slice(start, end + 1))
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

/** An example that is no JSON, such as {"title": ..., "mood": "good" | "bad", "tags": [...]}, still tells its keys. */
function looseObject(text: string): Wish | undefined {
  const whole = /\{[^{}]*"[\w-]+"\s*:[\s\S]*?\}(?!\s*[,\]}])/.exec(text)?.[0]
  if (whole === undefined) return undefined
  const members = [...whole.matchAll(/"([\w-]+)"\s*:\s*([\s\S]*?)(?=,\s*"[\w-]+"\s*:|\}\s*$)/g)].map(
    match => [match[1] ?? '', looseValue((match[2] ?? '').trim())] as const
  )
  return members.length > 0 ? { kind: 'object', members } : undefined
}

function looseValue(written: string): Wish {
  const parsed = parseJson(written)
  if (parsed !== undefined) return wishOfExample(parsed)
  if (written.startsWith('[')) {
    const inside = written.replace(/^\[\s*|\s*\]$/g, '').replace(/,?\s*(?:\.\.\.|…)\s*$/, '')
    const of = inside === '' ? anyText : (looseObject(inside) ?? wishOfWords(inside.replaceAll('"', '')))
    return {
      kind: 'list',
      of: of.kind === 'list' ? anyText : of,
      least: 1,
      most: of.kind === 'object' ? 5 : 4,
      distinct: true
    }
  }
  return wishOfWords(written.replaceAll('"', ''))
}

/** Lines such as "- `mood`: one of good, bad", and brackets such as `mood (good or bad)`. */
function descriptionsIn(text: string): Map<string, string> {
  const lines = [
    ...text.matchAll(
      /^\s*(?:[-*•]|\d+[.)])\s*[`"'*]{0,3}([A-Za-z_][\w-]*)[`"'*]{0,3}\s*(?:\([^)\n]*\)\s*)?(?::|–|—| - )\s*([^\n]+)$/gm
    )
  ]
  const brackets = [...text.matchAll(/[`"']?\b([A-Za-z_]\w*)[`"']?\s+\(([^()\n]{3,120})\)/g)]
  return new Map(
    [...brackets, ...lines].map(match => [match[1] ?? '', (match[2] ?? '').replace(/[.;]\s*$/, '')] as const)
  )
}

/** Of which kind a member with such a name is wont to be. */
function wishOfName(name: string): Wish {
  if (/(tags|keywords|list|items|features|categories|highlights|skills|bullets|points|topics)$/i.test(name))
    return { kind: 'list', of: anyText, least: 1, most: 4, distinct: true }
  if (/(score|rating|count|number|year|price|age|confidence|population)$/i.test(name))
    return { kind: 'number', whole: true }
  return /^(is|has|can)[A-Z_]|^(active|valid|available)$/.test(name) ? { kind: 'flag' } : anyText
}

/** What is said of a member makes a wish for any text more certain. */
function refined(wish: Wish, said: ReadonlyMap<string, string>): Wish {
  if (wish.kind !== 'object') return wish
  return {
    kind: 'object',
    members: wish.members.map(([name, inner]) => {
      const words = said.get(name)
      return [
        name,
        words !== undefined && inner.kind === 'text' && inner.hint.length < words.length ? wishOfWords(words) : inner
      ] as const
    })
  }
}

/** Keys named after "keys" or "fields". */
function keysIn(text: string): string[] {
  const named =
    /\b(?:keys?|fields?|properties|members)\b[:\s]+((?:["'`]?[A-Za-z_][\w-]*["'`]?(?:\s*\([^)]*\))?(?:\s*,\s*(?:and\s+)?|\s+and\s+)?)+)/i.exec(
      text
    )
  if (!named?.[1]) return objectsOfOrder(text)
  const listed = named[1].replace(/\([^)]*\)/g, ' ')
  const quoted = [...listed.matchAll(/["'`]([\w-]+)["'`]/g)].map(match => match[1] ?? '')
  if (quoted.length > 0) return unique(quoted)
  return unique(listed.split(/\s*,\s*(?:and\s+)?|\s+and\s+/).map(one => one.trim().split(/\s+/)[0] ?? ''))
}

/** `Give a title, a short description and keywords as JSON.` */
function objectsOfOrder(text: string): string[] {
  const order =
    /\b(?:give|return|write|produce|extract|answer with|reply with)\s+([^.\n{}]{5,200}?)\s+(?:as|in)\s+(?:a\s+|one\s+)?json\b/i.exec(
      text
    )?.[1]
  if (order === undefined) return []
  const names = order.split(/\s*,\s*(?:and\s+)?|\s+and\s+/).map(one => one.trim().split(/\s+/).at(-1) ?? '')
  return names.length > 1 && names.every(name => /^[A-Za-z_]\w*$/.test(name)) ? unique(names) : []
}
