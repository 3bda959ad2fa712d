/** What an answer in JSON shall be, whether a schema, an example or words said so. */
import { isMap, member, type Json, type JsonMap } from '../../json.ts'

export type Wish =
  | { readonly kind: 'object'; readonly members: readonly (readonly [name: string, wish: Wish])[] }
  | {
      readonly kind: 'list'
      readonly of: Wish
      readonly least: number
      readonly most: number
      readonly distinct: boolean
    }
  | { readonly kind: 'choice'; readonly values: readonly Json[] }
  | {
      readonly kind: 'number'
      readonly whole: boolean
      readonly least?: number
      readonly most?: number
      readonly step?: number
    }
  | { readonly kind: 'flag' }
  | { readonly kind: 'nothing' }
  /** `hint`: what was said of it. Lengths in characters. */
  | {
      readonly kind: 'text'
      readonly hint: string
      readonly least: number
      readonly most: number
      readonly form?: string
    }

export const anyText: Wish = { kind: 'text', hint: '', least: 0, most: Infinity }

/** Follows `$ref` inside the schema; the first of alternatives that is not null is taken. */
export function wishOfSchema(schema: Json, root: Json = schema, depth = 0): Wish {
  if (depth > 12) return { kind: 'nothing' }
  const ref = member(schema, '$ref')
  if (typeof ref === 'string') return wishOfSchema(resolve(root, ref), root, depth + 1)
  const choices = member(schema, 'enum')
  if (Array.isArray(choices) && choices.length > 0) return { kind: 'choice', values: choices }
  if (isMap(schema) && schema['const'] !== undefined) return { kind: 'choice', values: [schema['const']] }
  for (const name of ['anyOf', 'oneOf', 'allOf']) {
    const list = member(schema, name)
    const first = Array.isArray(list) ? list.find(one => member(one, 'type') !== 'null') : undefined
    if (first !== undefined) return wishOfSchema(first, root, depth + 1)
  }
  const declared = member(schema, 'type')
  const type = Array.isArray(declared) ? (declared.find(one => one !== 'null') ?? 'null') : declared
  if (type === 'object' || isMap(member(schema, 'properties'))) return objectOf(schema, root, depth)
  if (type === 'array') return listOf(schema, root, depth)
  return plainOf(schema, type)
}

function objectOf(schema: Json, root: Json, depth: number): Wish {
  const properties = member(schema, 'properties')
  if (!isMap(properties)) return { kind: 'object', members: [] }
  return {
    kind: 'object',
    members: Object.entries(properties).map(([name, inner]) => [name, wishOfSchema(inner, root, depth + 1)] as const)
  }
}

function listOf(schema: Json, root: Json, depth: number): Wish {
  const least = Number(member(schema, 'minItems') ?? 1)
  return {
    kind: 'list',
    of: wishOfSchema(member(schema, 'items') ?? { type: 'string' }, root, depth + 1),
    least,
    most: Number(member(schema, 'maxItems') ?? Math.max(least, 4)),
    distinct: member(schema, 'uniqueItems') === true
  }
}

function plainOf(schema: Json, type: Json | undefined): Wish {
  if (type === 'boolean') return { kind: 'flag' }
  if (type === 'null') return { kind: 'nothing' }
  if (type === 'integer' || type === 'number') {
    const above = member(schema, 'exclusiveMinimum')
    const below = member(schema, 'exclusiveMaximum')
    const gap = type === 'integer' ? 1 : 0.01
    const least = member(schema, 'minimum') ?? (typeof above === 'number' ? above + gap : undefined)
    const most = member(schema, 'maximum') ?? (typeof below === 'number' ? below - gap : undefined)
    const step = member(schema, 'multipleOf')
    return {
      kind: 'number',
      whole: type === 'integer',
      ...(typeof least === 'number' && { least }),
      ...(typeof most === 'number' && { most }),
      ...(typeof step === 'number' && { step })
    }
  }
  const pattern = member(schema, 'pattern')
  const form = typeof pattern === 'string' ? `/${pattern}/` : member(schema, 'format')
  const hint = member(schema, 'description')
  return {
    kind: 'text',
    hint: typeof hint === 'string' ? hint : '',
    least: Number(member(schema, 'minLength') ?? 0),
    most: Number(member(schema, 'maxLength') ?? Infinity),
    ...(typeof form === 'string' && { form })
  }
}

function resolve(root: Json, ref: string): Json {
  return ref
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .reduce<Json>((here, step) => member(here, step.replaceAll('~1', '/').replaceAll('~0', '~')) ?? null, root)
}

/** From an example of the answer: its values say of which kind theirs shall be. */
export function wishOfExample(value: Json): Wish {
  if (Array.isArray(value)) {
    const first = value[0]
    const most = isMap(first) ? 5 : Math.max(3, Math.min(value.length, 5))
    return { kind: 'list', of: first === undefined ? anyText : wishOfExample(first), least: 1, most, distinct: true }
  }
  if (isMap(value)) return wishOfMembers(value)
  if (typeof value === 'boolean') return { kind: 'flag' }
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? { kind: 'number', whole: true }
      : { kind: 'number', whole: false, ...(value >= 0 && value <= 1 && { least: 0, most: 1 }) }
  return typeof value === 'string' ? wishOfWords(value) : { kind: 'nothing' }
}

function wishOfMembers(example: JsonMap): Wish {
  return {
    kind: 'object',
    members: Object.entries(example).map(([name, inner]) => [name, wishOfExample(inner)] as const)
  }
}

const span = /(-?\d+(?:\.\d+)?)\s*(?:-|–|to|and|\.\.)\s*(-?\d+(?:\.\d+)?)/

/** From what is said of a value: `positive | neutral | negative`, `integer from 1 to 5`, `list of three words`. */
export function wishOfWords(said: string): Wish {
  const words = said.trim().replace(/^[<[(]\s*|\s*[>\])]$/g, '')
  const values = valuesIn(words)
  if (values) return { kind: 'choice', values }
  if (
    /^(?:a |an |the )?(?:list|array|\d+ (?:to|-|–) \d+ (?:words|keywords|tags|items))\b/i.test(words) ||
    /\[\]$/.test(words)
  ) {
    const [least = 2, most = 4] = (span.exec(words) ?? []).slice(1).map(Number)
    return { kind: 'list', of: anyText, least: Math.max(1, least), most: Math.max(least, most), distinct: true }
  }
  if (/^(?:true or false|true\s*[|/]\s*false|bool(?:ean)?)\b/i.test(words)) return { kind: 'flag' }
  if (
    /^(?:an? )?(?:whole )?(?:number|integer|int|float|decimal)\b|^-?\d+(?:\.\d+)?\s*(?:-|–|to|\.\.)\s*-?\d+(?:\.\d+)?$/i.test(
      words
    )
  ) {
    const found = span.exec(words)
    const whole = !/float|decimal|\b0\.|\d\.\d/.test(words) && !(found?.[1] === '0' && found[2] === '1')
    return { kind: 'number', whole, ...(found && { least: Number(found[1]), most: Number(found[2]) }) }
  }
  return {
    kind: 'text',
    hint: words,
    least: 0,
    most: Infinity,
    ...(/\bYYYY-MM-DD\b|\bISO 8601\b/i.test(words) && { form: 'date' })
  }
}

/** The short words that a phrase offers to choose from. */
function valuesIn(said: string): string[] | undefined {
  const offered = /\b(?:one of|either|exactly one of)\b:?\s*(.+)$/i.exec(said)?.[1]
  const parts = (offered ?? said)
    .split(/\s*\|\s*|\s*\/\s*|(?<=.)\s*,\s*(?:or\s+)?|\s+or\s+/)
    .map(part => part.replace(/^["'`“]+|["'`”.]+$/g, '').trim())
    .filter(Boolean)
  const short = parts.every(part => part.length <= 40 && part.split(/\s+/).length <= 3)
  const marked = offered !== undefined || /\||\bor\b|\w\/\w/.test(said)
  const number = /^(?:true|false|null|\d+)$/
  return parts.length >= 2 && short && marked && !parts.every(part => number.test(part)) ? parts : undefined
}
