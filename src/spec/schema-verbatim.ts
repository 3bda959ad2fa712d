/** The `verbatim` block: where in a model's own JSON the answer stands, for a model that no family knows. */
import { z } from 'zod'
import { jsonPath } from './patterns.ts'
import { list, matching, oneOf, text } from './schema-fields.ts'

const path = (description: string, example: string) =>
  matching(jsonPath)
    .exactOptional()
    .meta({ description, examples: [example] })

const verbatim = z.strictObject(
  {
    api: oneOf(['invoke', 'converse'])
      .default('invoke')
      .meta({
        description: 'Whose body the template is: the model’s own (InvokeModel), or that of Converse.',
        examples: ['converse']
      }),
    text: path('Where the answer stands, when it is text. `[*]` is every element of a list.', 'content[0].text'),
    vector: path('Where the answer stands, when it is a vector.', 'embedding'),
    picture: path('Where the answer stands, when it is a picture in base64.', 'images[0]'),
    reasoning: path('Where the model’s thinking stands, kept apart from the answer.', 'content[*].thinking'),
    stop: path('Where the reason stands for which the model stopped. Default: every answer is whole.', 'stop_reason'),
    endValues: list(text('a word of the model'), { of: 'words' })
      .exactOptional()
      .meta({
        description:
          'Words at stop that mean a whole answer, beyond the usual ones such as end_turn, stop and COMPLETE.',
        examples: [['done']]
      }),
    inputTokens: path('Where the number of input tokens stands.', 'usage.input_tokens'),
    outputTokens: path('Where the number of output tokens stands.', 'usage.output_tokens'),
    cacheReadTokens: path('Where the number of tokens read from a cache stands.', 'usage.cache_read_input_tokens'),
    cacheWriteTokens: path('Where the number of tokens written to a cache stands.', 'usage.cache_creation_input_tokens')
  },
  { error: "a map such as {text: 'content[0].text'}" }
)

export const verbatimSchema = verbatim.exactOptional().meta({
  description:
    'With api: verbatim the template is the whole modelInput, as JSON; this says where in the modelOutput the answer stands. A change here reads known answers anew and asks nothing again.'
})
