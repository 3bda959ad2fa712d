/** The committed schema and the tables of docs/spec.md are made from the schema; `UPDATE=1` writes them. */
import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isObject } from '../../../src/json.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { specFields, specJsonSchema } from '../../../src/spec/json-schema.ts'
import { documentWithTables, schemaFile } from '../../support/spec-reference.ts'

const update = process.env['UPDATE'] !== undefined
const schemaPath = 'schema/spec.schema.json'
const documentPath = 'docs/spec.md'

describe('schema/spec.schema.json', () => {
  it('is what the schema makes', async () => {
    const made = await schemaFile()
    if (update) writeFileSync(schemaPath, made)

    expect(readFileSync(schemaPath, 'utf8')).toBe(made)
  })

  it('describes every field, with an example for every one that is not a block', () => {
    const fields = specFields()
    const bare = fields.filter(({ schema }) => typeof schema['description'] !== 'string')
    const isBlock = (path: string) => fields.some(other => other.path.startsWith(`${path}.`))
    const exampleless = fields.filter(({ path, schema }) => !Array.isArray(schema['examples']) && !isBlock(path))

    expect(bare.map(({ path }) => path)).toEqual([])
    expect(exampleless.map(({ path }) => path)).toEqual([])
  })

  it('takes its own examples', () => {
    const ajv = new Ajv2020({ strict: false })

    const refused = specFields().flatMap(({ path, schema }) => {
      const examples = Array.isArray(schema['examples']) ? (schema['examples'] as unknown[]) : []
      return examples
        .filter(example => !ajv.validate(schema, example))
        .map(example => `${path}: ${JSON.stringify(example)}`)
    })

    expect(refused).toEqual([])
  })

  it('judges as the decoder does', () => {
    const validate = new Ajv2020({ strict: false }).compile(specJsonSchema())

    expect(validate(parse(examples()[0] ?? ''))).toBe(true)
    expect(validate({ name: 'x' })).toBe(false)
    expect(validate({ ...minimal(), parameters: { max_tokens: 5 } })).toBe(false)
    expect(validate({ ...minimal(), aws: { timeoutHours: 500 } })).toBe(false)
  })
})

describe('docs/spec.md', () => {
  it('has the tables that the schema makes', async () => {
    const made = await documentWithTables(readFileSync(documentPath, 'utf8'))
    if (update) writeFileSync(documentPath, made)

    expect(readFileSync(documentPath, 'utf8')).toBe(made)
  })

  it('tells of every field', () => {
    const document = readFileSync(documentPath, 'utf8')

    const untold = specFields().filter(({ path }) => !document.includes(`| \`${path}\``))

    expect(untold).toEqual([])
  })

  it('has examples that are right', () => {
    expect(examples().length).toBeGreaterThan(10)
    for (const text of examples()) {
      const whole: unknown = parse(text)
      const spec =
        isObject(whole) && 'name' in whole ? text : `${JSON.stringify({ ...minimal(), ...(whole as object) })}\n`

      expect({ text, problems: decodeSpec({ text: spec, file: 'batch.yml' }).problems }).toEqual({ text, problems: [] })
    }
  })
})

function minimal() {
  return { name: 'x', model: 'amazon.nova-lite-v1:0', dataset: 'd.csv', prompt: { user: 'hi' }, outputs: 'o.csv' }
}

function examples(): string[] {
  return [...readFileSync(documentPath, 'utf8').matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '')
}
