/**
 * Simulated answers: no model, no meaning, but the same prompt always gives the same text, and the text takes up what
 * stands in the prompt, in the form that the prompt asks for (a label, a JSON object, a sentence).
 */
import { isMap, member, parseJson, type Json, type JsonMap } from '../../json.ts'
import { hash32, randomFrom } from '../../random.ts'

export interface TextOptions {
  /** Ends answers in prose with ` (simulated)`; labels and JSON have to parse and stay without. */
  readonly marker: boolean
}

export function simulateText(system: string, prompt: string, options: TextOptions): string {
  const whole = `${system}\n${prompt}`
  const random = randomFrom(hash32(whole))
  const schema = schemaIn(whole)
  if (schema) return JSON.stringify(fromSchema(schema, prompt, random, ''))
  const keys = /\bjson\b/i.test(whole) ? keysIn(whole) : []
  if (keys.length > 0) return JSON.stringify(Object.fromEntries(keys.map(key => [key, guess(key, prompt, random)])))
  const labels = labelsIn(system) ?? labelsIn(prompt)
  if (labels) return labels[Math.floor(random() * labels.length)] ?? ''
  return sentence(prompt, random) + (options.marker ? ' (simulated)' : '')
}

/** A balanced JSON object in the text that is a JSON Schema of an object. */
function schemaIn(text: string): JsonMap | undefined {
  return objectsIn(text).find(one => isMap(one['properties']) || (one['type'] === 'object' && isMap(one['required'])))
}

/** Every JSON object that stands in the text, outermost first. */
function objectsIn(text: string): JsonMap[] {
  const found: JsonMap[] = []
  for (let start = text.indexOf('{'); start >= 0 && found.length < 20; start = text.indexOf('{', start + 1)) {
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
function keysIn(text: string): string[] {
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

const listStart =
  /\b(?:one of(?: the following| these)?(?: labels| categories| words| values| options)?|labels?|categories|choose from|classify (?:it |this |the \w+ )?as)\b(?: are| is)?\s*[:=-]?\s*/gi

/** "one of: a, b or c", or a bulleted list after it. */
function labelsIn(text: string): string[] | undefined {
  for (const match of text.matchAll(listStart)) {
    const rest = text.slice(match.index + match[0].length)
    const bullets = /^\s*((?:[-*•]|\d+[.)])\s+[^\n]+\n?)+/.exec(rest)?.[0]
    const inline = /^[^\n.;]+/.exec(rest)?.[0] ?? ''
    const parts = bullets ? bullets.split('\n') : inline.split(/\s*[,|/]\s*(?:or\s+|and\s+)?|\s+or\s+/)
    const labels = unique(
      parts.map(part => part.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').replace(/^["'`\s]+|["'`\s]+$/g, ''))
    )
    // A list of labels is short words; anything else was a sentence that happened to begin so.
    if (labels.length >= 2 && labels.every(label => label.length <= 40 && label.split(/\s+/).length <= 4)) return labels
  }
  return undefined
}

function fromSchema(schema: Json, prompt: string, random: () => number, name: string): Json {
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
  let text = String(guess(name, prompt, random) as string)
  while (text.length < least) text += ` ${text || 'simulated'}`
  return text.slice(0, most)
}

/** A value that fits the name of its key. */
function guess(key: string, prompt: string, random: () => number): Json {
  if (/^(is|has|can)[A-Z_]|^(active|valid|available)$/.test(key)) return random() < 0.5
  if (/(score|rating|count|number|year|price|age|confidence|population)$/i.test(key)) return Math.floor(random() * 100)
  if (/(tags|keywords|list|items|features|categories|highlights)$/i.test(key)) return words(prompt, random, 3)
  if (/(title|name|headline|slug)$/i.test(key)) return subject(prompt)
  if (/(language|lang)$/i.test(key)) return 'en'
  if (/sentiment$/i.test(key)) return ['positive', 'neutral', 'negative'][Math.floor(random() * 3)] ?? 'neutral'
  return sentence(prompt, random)
}

interface Facts {
  readonly pairs: readonly (readonly [name: string, value: string])[]
  readonly quoted: readonly string[]
  readonly numbers: readonly string[]
}

function factsIn(prompt: string): Facts {
  return {
    pairs: [...prompt.matchAll(/^[\s*-]*([\p{L}][\p{L}\p{N} _-]{0,30}):[ \t]+(\S[^\n]{0,160})$/gmu)].map(
      match => [(match[1] ?? '').trim(), (match[2] ?? '').trim()] as const
    ),
    quoted: [...prompt.matchAll(/["“«]([^"”»\n]{2,80})["”»]/gu)].map(match => match[1] ?? ''),
    numbers: unique([...prompt.matchAll(/\b\d[\d.,]*\d\b|\b\d\b/g)].map(match => match[0]))
  }
}

/** What the prompt is about, as well as its form tells. */
function subject(prompt: string): string {
  const { pairs, quoted } = factsIn(prompt)
  const named = pairs.find(([name]) => /name|title|product|city|country|subject|term|word/i.test(name))?.[1]
  const capitalised = [
    ...prompt.matchAll(/(?<=[\p{Ll},;:] )\p{Lu}[\p{L}\p{N}'’-]+(?: \p{Lu}[\p{L}\p{N}'’-]+)*/gu)
  ][0]?.[0]
  const found =
    named ?? quoted[0] ?? capitalised ?? pairs[0]?.[1] ?? words(prompt, randomFrom(hash32(prompt)), 2).join(' ')
  return found.replace(/[.,;:]+$/, '').slice(0, 80)
}

const openings = ['{s} stands out', 'Here is {s} in short', '{s}, briefly told', 'About {s}', 'What to know of {s}']
const links = ['with', 'together with', 'known for', 'marked by', 'and']

function sentence(prompt: string, random: () => number): string {
  const about = subject(prompt)
  const { pairs, quoted, numbers } = factsIn(prompt)
  const details = unique([
    ...pairs.map(([name, value]) => `${name.toLowerCase()} ${value.replace(/[.;]+$/, '')}`),
    ...quoted
  ])
    .filter(detail => !detail.includes(about))
    .slice(0, 3)
  const opening = (openings[Math.floor(random() * openings.length)] ?? '{s}').replace('{s}', () => about)
  const link = links[Math.floor(random() * links.length)] ?? 'with'
  const rest = details.length > 0 ? details.join(', ') : words(prompt, random, 4).join(', ')
  const number = details.length === 0 && numbers[0] !== undefined ? `, ${numbers[0]} in number` : ''
  return `${opening}: ${link} ${rest}${number}.`
}

const common = new Set(
  'about above after again also because before being below between could does from have here into just more most only other over same should some such than that their them then there these they this those through under very what when where which while with would your write answer please following sentence words short'.split(
    ' '
  )
)

/** Distinct words of some length, drawn from the prompt. */
function words(prompt: string, random: () => number, most: number): string[] {
  const found = unique((prompt.match(/\p{L}{4,}/gu) ?? []).filter(word => !common.has(word.toLowerCase())))
  const drawn: string[] = []
  while (drawn.length < most && found.length > 0) drawn.push(...found.splice(Math.floor(random() * found.length), 1))
  return drawn.length > 0 ? drawn : ['nothing']
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list.filter(one => one !== ''))]
}
