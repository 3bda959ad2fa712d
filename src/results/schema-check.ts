/** JSON Schema 2020-12 over ajv, loaded only where a spec has a schema: it costs 40 ms of start-up. */
import type { ErrorObject } from 'ajv/dist/2020.js'
import { isObject, type JsonObject, type JsonValue } from '../json.ts'
import { readPattern } from '../spec/pattern-syntax.ts'
import { compilePattern } from './pattern-match.ts'
import { misfit, type Misfit } from './reading.ts'

/** Undefined when the value fits. */
export type SchemaCheck = (value: JsonValue) => Misfit | undefined

/**
 * As `answer.pattern`: in one walk over the text, so that no answer can make a pass hang. What cannot be matched so
 * (look-around, back-references) is left to JavaScript. https://ajv.js.org/options.html#code
 */
const regExp = Object.assign(
  (source: string): { test: (text: string) => boolean; toString: () => string } => {
    // Throws for what is no pattern, in the words that ajv tells.
    const native = new RegExp(source, 'u')
    const reading = readPattern(source)
    const match = 'pattern' in reading ? compilePattern(reading.pattern) : undefined
    // By its spelling ajv tells one pattern from another.
    return match === undefined ? native : { test: text => match(text) !== undefined, toString: () => native.toString() }
  },
  { code: 'RegExp' }
)

const options = { strict: false, validateFormats: false, ownProperties: true, logger: false, code: { regExp } } as const

/**
 * `format` is an annotation, as the 2020-12 default has it. A reference to a schema that is not inside this one is
 * an error: nothing is fetched. Throws Error with ajv's words for a schema that is broken.
 * https://json-schema.org/draft/2020-12/json-schema-validation
 */
export async function compileSchema(schema: JsonObject): Promise<SchemaCheck> {
  // By way of `default`: where the action is bundled, an import() of this module has no other names.
  const { default: module } = await import('ajv/dist/2020.js')
  const validate = new module.Ajv2020(options).compile(schema)
  const names = propertyNames(schema)
  // Made when the first answer does not fit: to tell a model everything at once costs more than to say no.
  let all: typeof validate | undefined
  const everything = (value: JsonValue): readonly ErrorObject[] => {
    all ??= new module.Ajv2020({ ...options, allErrors: true }).compile(schema)
    return all(value) ? [] : (all.errors ?? [])
  }
  return value => (validate(value) ? undefined : misfitOf(validate.errors ?? [], everything(value), names))
}

function misfitOf(
  errors: readonly ErrorObject[],
  everything: readonly ErrorObject[],
  names: ReadonlySet<string>
): Misfit {
  // Of a union that no branch fits, only the union itself is worth telling; otherwise the first error is the cause.
  const last = errors.at(-1)
  const error = last?.keyword === 'anyOf' || last?.keyword === 'oneOf' ? last : errors[0]
  const steps = stepsOf(error)
  const what = error?.message ?? 'does not fit the schema'
  const stable = steps.map(step => (names.has(step) ? step : '*')).join('/')
  const message = `answer${steps.map(spelled).join('')} ${what}`
  const more = everything.map(one => `answer${stepsOf(one).map(spelled).join('')} ${whatOf(one)}`)
  const told = [...new Set(more.length > 0 ? more : [message])]
    .slice(0, mostTold)
    .map(one => one.slice(0, 300).toWellFormed())
  return {
    ...misfit(`schema: ${stable === '' ? 'answer' : `/${stable}`} ${what}`, told.join('; '), wanted),
    message
  }
}

const mostTold = 8
const wanted = 'Answer again with the whole JSON, corrected, and nothing else.'

function stepsOf(error: ErrorObject | undefined): readonly string[] {
  return (error?.instancePath ?? '').split('/').slice(1).map(unescape)
}

/** With the values that are allowed and the names that are not: a model that is told only that there are some would guess. */
function whatOf({ message = 'does not fit the schema', params }: ErrorObject): string {
  const { allowedValues, additionalProperty } = params as { allowedValues?: unknown; additionalProperty?: unknown }
  if (Array.isArray(allowedValues))
    return `must be one of ${allowedValues.map(value => JSON.stringify(value)).join(', ')}`
  return typeof additionalProperty === 'string' ? `${message}: ${JSON.stringify(additionalProperty)}` : message
}

function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

function spelled(step: string): string {
  if (/^\d+$/.test(step)) return `[${step}]`
  return /^[A-Za-z_$][\w$]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
}

/** Every name under a `properties`, wherever: other steps of a path are indices or names that the model made up. */
function propertyNames(schema: JsonValue, names = new Set<string>()): Set<string> {
  if (Array.isArray(schema)) for (const one of schema as readonly JsonValue[]) propertyNames(one, names)
  if (!isObject(schema)) return names
  const properties = schema['properties']
  if (isObject(properties)) for (const name of Object.keys(properties)) names.add(name)
  for (const member of Object.values(schema)) propertyNames(member, names)
  return names
}
