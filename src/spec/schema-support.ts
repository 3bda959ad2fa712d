/** The `support` block: what AWS does with the model today, where the action's dated table of models says otherwise. */
import { z } from 'zod'
import { region } from './patterns.ts'
import { flag, list, matching } from './schema-fields.ts'

const support = z.strictObject(
  {
    batch: flag()
      .exactOptional()
      .meta({
        description:
          'Whether AWS does the model in batch. What it does not is asked on demand with inference: auto. Default: as AWS listed it when this action was released.',
        examples: [true]
      }),
    regions: list(matching(region), { of: 'regions' })
      .exactOptional()
      .meta({
        description: 'The regions from which AWS takes the model in batch, named as the spec names it.',
        examples: [['eu-west-3']]
      })
  },
  { error: 'a map such as {batch: true}' }
)

export const supportSchema = support.exactOptional().meta({
  description:
    'What AWS does with this model in batch, where the built-in table is out of date. The table serves advice; nothing is refused because of it.'
})
