/** JSON Schema 2020-12 over ajv, loaded only where a spec has a schema: it costs 40 ms of start-up. */
import type { ErrorObject } from 'ajv/dist/2020.js'
import { isObject, type JsonObject, type JsonValue } from '../json.ts'

export interface Misfit {
  /** Stable and free of model text: `schema: /price must be number`. */
  readonly reason: string
  /** With the whole path: `answer.items[3].price must be number`. */
  readonly message: string
}

/** Undefined when the value fits. */
export type SchemaCheck = (value: JsonValue) => Misfit | undefined

/**
 * `format` is an annotation, as the 2020-12 default has it. A reference to a schema that is not inside this one is
 * an error: nothing is fetched. Throws Error with ajv's words for a schema that is broken.
 * https://json-schema.org/draft/2020-12/json-schema-validation
 */
export async function compileSchema(schema: JsonObject): Promise<SchemaCheck> {
  // By way of `default`: where the action is bundled, an import() of this module has no other names.
  const { default: module } = await import('ajv/dist/2020.js')
  const ajv = new module.Ajv2020({ strict: false, validateFormats: false, ownProperties: true, logger: false })
  const validate = ajv.compile(schema)
  const names = propertyNames(schema)
  return value => (validate(value) ? undefined : misfit(validate.errors ?? [], names))
}

function misfit(errors: readonly ErrorObject[], names: ReadonlySet<string>): Misfit {
  // Of a union that no branch fits, only the union itself is worth telling; otherwise the first error is the cause.
  const last = errors.at(-1)
  const error = last?.keyword === 'anyOf' || last?.keyword === 'oneOf' ? last : errors[0]
  const steps = (error?.instancePath ?? '').split('/').slice(1).map(unescape)
  const what = error?.message ?? 'does not fit the schema'
  const stable = steps.map(step => (names.has(step) ? step : '*')).join('/')
  return {
    reason: `schema: ${stable === '' ? 'answer' : `/${stable}`} ${what}`,
    message: `answer${steps.map(spelled).join('')} ${what}`
  }
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
