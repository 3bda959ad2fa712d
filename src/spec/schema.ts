/**
 * The spec's one source of truth: the TypeScript type, the checks and the published JSON Schema all come from here.
 * The text given as `error` completes "<field> must be …"; issues.ts makes the sentence, with what stands there instead.
 */
import { z } from 'zod'
import { apis } from './formats.ts'
import { specName } from './patterns.ts'
import { answerSchema } from './schema-answer.ts'
import { awsSchema } from './schema-aws.ts'
import { datasetSchema } from './schema-dataset.ts'
import { flag, oneOf, wholeNumber } from './schema-fields.ts'
import { limitsSchema, priceSchema } from './schema-limits.ts'
import { outputsSchema } from './schema-outputs.ts'
import { parametersSchema } from './schema-parameters.ts'
import { expandSchema, matrixSchema, mediaSchema, promptSchema, samplesSchema } from './schema-prompt.ts'
import { publishSchema } from './schema-publish.ts'
import { supportSchema } from './schema-support.ts'
import { verbatimSchema } from './schema-verbatim.ts'

export const specSchema = z
  .strictObject(
    {
      name: z
        .string({ error: specName.expected })
        .regex(specName.test, { error: specName.expected })
        .meta({
          description:
            'Names the spec; unique in the repository. Another name is another spec, with its own jobs and answers.',
          examples: [specName.example]
        }),
      model: z
        .string({ error: 'a model id' })
        .regex(/^[\x21-\x7e]{1,2048}$/, { error: 'a model id, an inference-profile id or an ARN, without spaces' })
        .meta({
          description: 'A model id, an inference-profile id or an ARN.',
          examples: ['us.anthropic.claude-haiku-4-5-20251001-v1:0']
        }),
      api: oneOf(apis)
        .default('auto')
        .meta({
          description:
            'In which form the model is asked. What auto chose is pinned in the lock file. With verbatim the template is the whole modelInput.',
          examples: ['converse']
        }),
      verbatim: verbatimSchema,
      dataset: datasetSchema,
      prompt: promptSchema,
      expand: expandSchema,
      samples: samplesSchema,
      matrix: matrixSchema,
      media: mediaSchema,
      parameters: parametersSchema,
      answer: answerSchema,
      outputs: outputsSchema,
      inference: oneOf(['auto', 'batch', 'on-demand'])
        .default('auto')
        .meta({
          description:
            'By which way records are asked: batch jobs and, for what is too little for one, on demand (auto); batch jobs only; or on demand only, at the full price.',
          examples: ['batch']
        }),
      belowMinimum: oneOf(['on-demand', 'pad', 'hold', 'fail'])
        .default('on-demand')
        .meta({
          description:
            'What to do with fewer records than the model takes in one job: ask them on demand, at the full price; fill the job up with the cheapest records and throw those away; hold them for a later pass; or fail.',
          examples: ['hold']
        }),
      deadlineHours: wholeNumber(1, 168)
        .exactOptional()
        .meta({
          description:
            'A job that has not ended so long after it was submitted is stopped. What it left unanswered is asked on demand, up to limits.onDemandRecords in a pass; beyond that, and with inference: batch, as any other record.',
          unit: 'hours',
          examples: [36]
        }),
      aws: awsSchema,
      support: supportSchema,
      limits: limitsSchema,
      price: priceSchema,
      publish: publishSchema,
      adopt: flag()
        .default(false)
        .meta({
          description:
            'Take over output files that this spec did not write. Their rows are asked, unless their answers are in S3.',
          examples: [true]
        })
    },
    { error: 'a map of fields' }
  )
  .meta({
    title: 'Bedrock batch spec',
    description: 'What to ask a model about each row of a dataset, and where the answers go.'
  })
