/** The schema as others read it: JSON Schema 2020-12 for editors, a flat list of fields for documentation and hints. */
import { z } from 'zod'
import { isObject, type JsonObject, type JsonValue } from '../json.ts'
import { specSchema } from './schema.ts'

/** One member of a spec. `[]` stands for any item of a list: `outputs[].path`. */
export interface Field {
  readonly path: string
  readonly schema: JsonObject
  readonly required: boolean
}

/** What a user writes, not what it becomes. Draft 2020-12; `unit` is an annotation of ours. */
export function specJsonSchema(): JsonObject {
  return z.toJSONSchema(specSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => {
      // The whole of a block has no default worth showing: its members have theirs.
      if (isObject(jsonSchema.default) && Object.keys(jsonSchema.default).length === 0) delete jsonSchema.default
      // zod drops the examples of what holds a transform, since it cannot tell whose they are.
      if (Array.isArray(jsonSchema['written'])) jsonSchema.examples = jsonSchema['written']
      delete jsonSchema['written']
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    }
  }) as JsonObject
}

let known: readonly Field[] | undefined

/** Every member that a spec may have. Made once: it is asked for at every name that is not known. */
export function specFields(): readonly Field[] {
  known ??= fieldsOf(specJsonSchema())
  return known
}

/** In the order of the schema, blocks before what they hold. */
function fieldsOf(schema: JsonObject, path = ''): readonly Field[] {
  const found = new Map<string, Field>()
  const collect = (fields: readonly Field[]) =>
    fields.forEach(field => found.has(field.path) || found.set(field.path, field))
  // Where a list of maps may be written as one map, the members are told once, as those of the list.
  const branches = objects(schema['anyOf'])
  const lists = branches.filter(branch => isObject(branch['items']) && branches.length > 1)
  for (const branch of lists.length > 0 ? lists : branches) collect(fieldsOf(branch, path))
  if (isObject(schema['items'])) collect(fieldsOf(schema['items'], `${path}[]`))
  const required = Array.isArray(schema['required']) ? (schema['required'] as readonly JsonValue[]) : []
  for (const [name, member] of Object.entries(isObject(schema['properties']) ? schema['properties'] : {})) {
    if (!isObject(member)) continue
    const inner = path === '' ? name : `${path}.${name}`
    collect([{ path: inner, schema: member, required: required.includes(name) }])
    collect(fieldsOf(member, inner))
  }
  return [...found.values()]
}

function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isObject) : []
}
