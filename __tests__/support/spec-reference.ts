/** The spec's schema as tables of docs/spec.md, and the way both generated files are formatted. */
import { readFileSync } from 'node:fs'
import { format } from 'prettier'
import { isObject, type JsonObject, type JsonValue } from '../../src/json.ts'
import { type Field, specFields, specJsonSchema } from '../../src/spec/json-schema.ts'

/** `UPDATE=1 npm test -- __tests__/unit/spec/reference.test.ts` writes what these return. */
export async function schemaFile(): Promise<string> {
  return formatted(JSON.stringify(specJsonSchema()), 'json')
}

/** The document with its tables renewed: each stands between `<!-- fields: block -->` and `<!-- /fields -->`. */
export async function documentWithTables(document: string): Promise<string> {
  const fields = specFields()
  const renewed = document.replace(
    /(<!-- fields: (\w+) -->\n).*?(<!-- \/fields -->)/gs,
    (_all, open: string, block: string, close: string) => {
      const belongs = fields.filter(({ path }) =>
        block === 'top' ? !/[.[]/.test(path) : path.startsWith(`${block}.`) || path.startsWith(`${block}[`)
      )
      return `${open}\n${table(belongs)}\n\n${close}`
    }
  )
  return formatted(renewed, 'markdown')
}

async function formatted(text: string, parser: string): Promise<string> {
  const { prettier } = JSON.parse(readFileSync('package.json', 'utf8')) as { prettier: object }
  return format(text, { ...prettier, parser })
}

function table(fields: readonly Field[]): string {
  const head = ['Field', 'Type', 'Unit', 'Default', 'Example', 'Meaning']
  return [head, head.map(() => '---'), ...fields.map(row)].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

function row({ path, schema, required }: Field): readonly string[] {
  const whole = typeof schema['description'] === 'string' ? schema['description'] : ''
  const told = /\s*Default: (.*?)\.(?=\s|$)/.exec(whole)
  const meaning = told ? whole.replace(told[0], '') : whole
  const standard = schema['default'] === undefined ? told?.[1] : code(schema['default'])
  const unit = typeof schema['unit'] === 'string' ? schema['unit'] : ''
  const [example] = Array.isArray(schema['examples']) ? (schema['examples'] as readonly JsonValue[]) : []
  return [
    `\`${path}\``,
    typeOf(schema),
    unit,
    standard ?? (required ? '**required**' : ''),
    example === undefined ? '' : code(example),
    meaning
  ].map(cell => cell.replaceAll('|', '\\|'))
}

/** As one would write it in YAML, in one line. */
function code(value: JsonValue): string {
  return `\`${flow(value)}\``
}

function flow(value: JsonValue, inside = false): string {
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(item => flow(item, true)).join(', ')}]`
  if (isObject(value))
    return `{${Object.entries(value)
      .map(([name, member]) => `${name}: ${flow(member, true)}`)
      .join(', ')}}`
  if (typeof value !== 'string') return JSON.stringify(value)
  const plain = /^[A-Za-z][\w ./@-]*$/.test(value) || (!inside && /^(?!\d+$)[\w][\w ./:{}>"='*@-]*$/.test(value))
  return plain ? value : JSON.stringify(value)
}

function typeOf(schema: JsonObject): string {
  const branches = (Array.isArray(schema['anyOf']) ? (schema['anyOf'] as readonly JsonValue[]) : []).filter(isObject)
  if (branches.length > 0) return [...new Set(branches.map(typeOf))].join(' or ')
  if (Array.isArray(schema['enum']))
    return (schema['enum'] as readonly JsonValue[]).map(word => `\`${JSON.stringify(word).slice(1, -1)}\``).join(', ')
  if (schema['type'] === 'array')
    return `list of ${isObject(schema['items']) ? plural(typeOf(schema['items'])) : 'values'}`
  if (schema['type'] === 'integer' || schema['type'] === 'number')
    return `${schema['type'] === 'integer' ? 'whole number' : 'number'}${range(schema)}`
  return (
    { string: 'text', boolean: 'true or false', object: 'map' }[
      typeof schema['type'] === 'string' ? schema['type'] : ''
    ] ?? 'any'
  )
}

function plural(type: string): string {
  return type
    .split(' or ')
    .map(one => ({ text: 'texts', map: 'maps' })[one] ?? one)
    .join(' or ')
}

function range(schema: JsonObject): string {
  const { minimum, maximum, exclusiveMinimum } = schema
  if (typeof exclusiveMinimum === 'number') return ` above ${exclusiveMinimum}`
  if (typeof minimum !== 'number') return ''
  return typeof maximum === 'number' ? ` ${minimum}–${maximum}` : ` ≥ ${minimum}`
}
