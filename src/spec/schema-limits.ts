/** The `limits` and `price` blocks: what a pass may do and cost. */
import { z } from 'zod'
import { amount, wholeNumber } from './schema-fields.ts'

const limits = z.strictObject(
  {
    maxRecords: wholeNumber(1)
      .exactOptional()
      .meta({ description: 'A pass that would ask more is refused.', unit: 'records', examples: [5000] }),
    maxCostUsd: amount(0, Infinity, { above: true })
      .exactOptional()
      .meta({
        description:
          'A pass whose estimate, at full maxTokens, is above this is refused, also where the price is unknown.',
        unit: 'USD',
        examples: [5]
      }),
    maxErrorRate: amount(0, 1)
      .default(0.02)
      .meta({
        description: 'The share of failed records above which a pass fails.',
        unit: 'share of 1',
        examples: [0.05]
      }),
    recordsPerJob: wholeNumber(1)
      .exactOptional()
      .meta({
        description: 'The most records in one batch job. Default: the quota of the model.',
        unit: 'records',
        examples: [20000]
      }),
    bytesPerJob: wholeNumber(1)
      .exactOptional()
      .meta({
        description: 'The largest input file of one batch job. Default: the quota of the model.',
        unit: 'bytes',
        examples: [500000000]
      }),
    minRecordsPerJob: wholeNumber(1)
      .exactOptional()
      .meta({
        description: 'The fewest records in one batch job. Default: the quota of the model.',
        unit: 'records',
        examples: [100]
      }),
    onDemandRecords: wholeNumber(0)
      .default(200)
      .meta({
        description:
          'The most records that one pass asks on demand because they are too few for a batch job, or were left at a deadline.',
        unit: 'records',
        examples: [50]
      }),
    activeJobs: wholeNumber(1)
      .exactOptional()
      .meta({
        description: 'The most batch jobs of this model at one time. Default: the quota of the model.',
        unit: 'jobs',
        examples: [10]
      }),
    maxRemovals: wholeNumber(0)
      .exactOptional()
      .meta({
        description: 'A pass that would remove more published rows is refused. Default: 10 % of them, at least 20.',
        unit: 'rows',
        examples: [200]
      }),
    retries: wholeNumber(0, 10)
      .default(2)
      .meta({ description: 'How often a failed record is asked again, and paid again.', unit: 'times', examples: [1] })
  },
  { error: 'a map of limits such as maxCostUsd' }
)

export const limitsSchema = limits.prefault({}).meta({ description: 'What a pass may do and cost.' })

const price = z.strictObject(
  {
    inputPerMillionUsd: amount(0).meta({
      description: 'The on-demand price of a million input tokens.',
      unit: 'USD',
      examples: [1]
    }),
    outputPerMillionUsd: amount(0).meta({
      description: 'The on-demand price of a million output tokens.',
      unit: 'USD',
      examples: [5]
    }),
    batchFactor: amount(0, 1)
      .exactOptional()
      .meta({ description: 'What batch costs of that price. Default: 0.5.', unit: 'share of 1', examples: [0.5] })
  },
  { error: 'a map with inputPerMillionUsd and outputPerMillionUsd' }
)

export const priceSchema = price
  .exactOptional()
  .meta({ description: 'The price of the model, where the built-in table is wrong or has none.' })
