/** The `prompt` block and what multiplies its questions: `expand`, `samples`, `matrix`. */
import { z } from 'zod'
import { list, oneOf, text, wholeNumber } from './schema-fields.ts'

const textExpected = 'text, or a map with file: and a path'

/** Text, or a file of text. Examples stand before a transform: they are of what is written, not of what it becomes. */
const textSource = (...examples: (string | { file: string })[]) =>
  z
    .union(
      [
        text(),
        z.strictObject(
          {
            file: text('the path of a text file').meta({
              description: 'A text file.',
              examples: ['prompts/describe.md']
            })
          },
          { error: textExpected }
        )
      ],
      {
        error: textExpected
      }
    )
    .meta({ examples })
    .transform(source => (typeof source === 'string' ? { text: source } : source))

const mediaExpected = 'a path or s3:// URI as a template, or a list of them'

const media = (example: string, what: string) =>
  z
    .union([text(mediaExpected), list(text(mediaExpected))], { error: mediaExpected })
    .meta({ examples: [example, [example]] })
    .transform(written => (typeof written === 'string' ? [written] : written))
    .exactOptional()
    .meta({
      description: `${what}: a path from the root of the repository or an s3:// URI, as a template, or a list of them. One that comes out empty is left out; one that comes out as several lines names several.`
    })

const attachments = {
  images: media('{{ row.photo }}', 'Pictures to ask about'),
  documents: media('contracts/{{ row.id }}.pdf', 'Documents to ask about'),
  videos: media('s3://my-bucket/videos/{{ row.id }}.mp4', 'Videos to ask about')
}

const turn = z.strictObject(
  {
    role: oneOf(['user', 'assistant']).meta({ description: 'Who speaks.', examples: ['assistant'] }),
    text: textSource('And in one sentence?', { file: 'prompts/second.md' })
      .exactOptional()
      .meta({ description: 'What is said, a template: text, or {file: …}.' }),
    ...attachments
  },
  { error: 'a map with role and text' }
)

const question = {
  system: textSource('You write for a shop.', { file: 'prompts/system.md' })
    .exactOptional()
    .meta({ description: 'The system prompt, a template: text, or {file: …}.' }),
  user: textSource({ file: 'prompts/describe.md' }, 'Describe {{ row.name }} in one sentence.').exactOptional().meta({
    description:
      'The question, a template: text, or {file: …}. For embeddings the text to embed, for pictures what to draw, with api: verbatim the whole modelInput as JSON.'
  }),
  messages: list(turn, { of: 'turns', most: 100 })
    .exactOptional()
    .meta({
      description:
        'Several turns instead of user, the user’s first. An assistant’s turn at the end is the beginning of the answer, where the model allows it.',
      written: [
        [
          { role: 'user', text: 'Classify: I want my money back.' },
          { role: 'assistant', text: 'refund' },
          { role: 'user', text: 'Classify: {{ row.text }}' }
        ]
      ]
    }),
  ...attachments
}

export const promptSchema = z
  .strictObject(question, { error: 'a map such as {user: {file: prompts/describe.md}}' })
  .default({})
  .meta({
    description:
      'What the model is asked about each row. Only a dataset whose rows are questions already, such as an OpenAI batch file, goes without.'
  })

const expandExpected = 'a map from a name to a prompt'

export const expandSchema = z
  .record(z.string(), z.strictObject(question, { error: expandExpected }), { error: expandExpected })
  .exactOptional()
  .meta({
    description:
      'Several prompts per row, by name. Each takes from prompt what it does not say itself. The name is the row’s field `variant`.',
    written: [{ title: { user: 'A title for {{ row.name }}.' }, teaser: { user: 'Two lines on {{ row.name }}.' } }]
  })

export const samplesSchema = wholeNumber(1, 100)
  .default(1)
  .meta({
    description:
      'Answers per question, each its own record. With more than one the number of the answer is the row’s field `sample`.',
    unit: 'answers',
    examples: [3]
  })

const matrixExpected = 'a map from a field to a list of values'
const value = z.union([z.string(), z.number(), z.boolean()], { error: 'text, a number, true or false' })

export const matrixSchema = z
  .record(z.string(), list(value, { of: 'values', most: 1000 }), { error: matrixExpected })
  .exactOptional()
  .meta({
    description:
      'Every row once per value, in all combinations; the value is a field of the row, for prompts, columns and the output path.',
    examples: [{ lang: ['de', 'fr'] }]
  })

export const mediaSchema = z
  .strictObject(
    {
      maxPixels: wholeNumber(16, 8000)
        .exactOptional()
        .meta({
          description:
            'PNG and JPEG pictures whose longer side is above this are made smaller before they are sent. Default: sent as they are.',
          unit: 'pixels',
          examples: [1568]
        })
    },
    { error: 'a map with maxPixels' }
  )
  .default({})
  .meta({ description: 'How pictures are prepared.' })
