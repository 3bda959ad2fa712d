/** The `parameters` block, model-neutral: what a single model takes of it is known to models/. */
import { z } from 'zod'
import type { JsonObject } from '../json.ts'
import { amount, list, text, wholeNumber } from './schema-fields.ts'

const parameters = z.strictObject(
  {
    maxTokens: wholeNumber(1)
      .exactOptional()
      .meta({
        description: 'The longest answer. Cost limits reckon with it. Default: what the model takes without it.',
        unit: 'tokens',
        examples: [400]
      }),
    temperature: amount(0, 2)
      .exactOptional()
      .meta({ description: 'How freely the model picks words. Many models stop at 1.', examples: [0.2] }),
    topP: amount(0, 1)
      .exactOptional()
      .meta({ description: 'The share of likely words to pick from.', examples: [0.9] }),
    topK: wholeNumber(0)
      .exactOptional()
      .meta({ description: 'The number of likely words to pick from.', unit: 'words', examples: [40] }),
    stop: list(text('text that ends the answer'), { most: 2500 })
      .exactOptional()
      .meta({ description: 'Texts at which the model stops.', examples: [['END']] }),
    extra: z
      .looseObject({}, { error: 'a map of the model’s own parameters' })
      .meta({ examples: [{ thinking: { type: 'disabled' } }] })
      // The YAML reader makes nothing but JSON values: no dates, no infinities.
      .transform(members => members as JsonObject)
      .exactOptional()
      .meta({
        description: 'Goes verbatim into modelInput, over what was written there.'
      })
  },
  { error: 'a map of parameters such as maxTokens' }
)

export const parametersSchema = parameters.prefault({}).meta({ description: 'How the model answers.' })
