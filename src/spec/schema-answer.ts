/** The `answer` block: what the model's text is turned into. */
import { z } from 'zod'
import type { JsonObject } from '../json.ts'
import { flag, list, oneOf, text, wholeNumber } from './schema-fields.ts'
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
        description:
          'What an answer is. Default: json with a schema, label with labels, regex with a pattern, otherwise text.',
        examples: ['json']
      }),
    schema: jsonSchema.exactOptional().meta({
      description: 'The JSON Schema (2020-12) that a JSON answer must satisfy: a path, or the schema itself.'
    }),
    labels: list(text('a label'), { least: 2, most: 1000, of: 'labels' })
      .exactOptional()
      .meta({ description: 'The labels of which an answer is one.', examples: [['billing', 'delivery', 'other']] }),
    pattern: text('a regular expression')
      .exactOptional()
      .meta({
        description:
          'What is taken out of the text: a regular expression without look-around and back-references. Named groups make an object, one group a text, no group takes the whole match.',
        examples: ['Rating: (?<rating>[1-5])']
      }),
    repair: flag()
      .default(false)
      .meta({
        description:
          'Whether JSON that is almost right (a missing quote, a comma too many) is repaired before it is checked.',
        examples: [true]
      }),
    retryInvalid: wholeNumber(0, 3)
      .default(0)
      .meta({
        description:
          'How often a record whose answer cannot be used is asked again, with what was wrong with it. Each time is paid.',
        unit: 'times',
        examples: [1]
      })
  },
  { error: 'a map with format, schema, labels or pattern' }
)

function implied({ schema, labels, pattern }: z.output<typeof answer>): (typeof answerFormats)[number] {
  if (schema) return 'json'
  if (labels) return 'label'
  return pattern === undefined ? 'text' : 'regex'
}

export const answerSchema = answer
  .prefault({})
  .transform(written => ({
    ...written,
    format: written.format ?? implied(written)
  }))
  .meta({ description: 'What an answer is, and how it is checked.' })
