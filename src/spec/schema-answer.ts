/** The `answer` block: what the model's text is turned into. */
import { z } from 'zod'
import type { JsonObject } from '../json.ts'
import { list, oneOf, text } from './schema-fields.ts'
import { answerFormats } from './formats.ts'

const schemaExpected = 'the path of a JSON Schema, or a JSON Schema as a map'

/** A map whose only member is a `file` of text is a file: no JSON Schema keyword has that name. */
const jsonSchema = z
  .union([text(schemaExpected), z.looseObject({}, { error: schemaExpected })], { error: schemaExpected })
  .meta({ examples: ['schemas/description.json', { type: 'object', required: ['title'] }] })
  .transform((written): { file: string } | { inline: JsonObject } => {
    if (typeof written === 'string') return { file: written }
    const file = Object.keys(written).length === 1 ? written['file'] : undefined
    return typeof file === 'string' ? { file } : { inline: written as JsonObject }
  })

const answer = z.strictObject(
  {
    format: oneOf(answerFormats)
      .exactOptional()
      .meta({
        description: 'What an answer is. Default: json with a schema, label with labels, otherwise text.',
        examples: ['json']
      }),
    schema: jsonSchema.exactOptional().meta({
      description: 'The JSON Schema (2020-12) that a JSON answer must satisfy: a path, or the schema itself.'
    }),
    labels: list(text('a label'), { least: 2, most: 1000, of: 'labels' })
      .exactOptional()
      .meta({ description: 'The labels of which an answer is one.', examples: [['billing', 'delivery', 'other']] })
  },
  { error: 'a map with format, schema or labels' }
)

export const answerSchema = answer
  .prefault({})
  .transform(written => ({
    ...written,
    format: written.format ?? (written.schema ? 'json' : written.labels ? 'label' : 'text')
  }))
  .meta({ description: 'What an answer is, and how it is checked.' })
