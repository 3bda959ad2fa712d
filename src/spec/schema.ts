/**
 * The spec's one source of truth: the TypeScript type, the checks and the published JSON Schema all come from here.
 * The text given as `error` completes "<field> must be …"; issues.ts makes the sentence, with what stands there instead.
 */
import { z } from 'zod'
import type { JsonObject } from '../json.ts'
import { answerSchema } from './schema-answer.ts'
import { awsSchema } from './schema-aws.ts'
import { amount, flag, list, oneOf, stringRecord, text, wholeNumber } from './schema-fields.ts'
import { outputsSchema } from './schema-outputs.ts'
import { apis, cellTypes, datasetFormats, publishWays } from './formats.ts'
import { specName } from './patterns.ts'

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

const pathList = z
  .union([text('a path'), list(text('a path'))], { error: 'a path, a glob or a list of them' })
  .meta({ examples: ['data/products.csv', ['data/2025.csv', 'data/2026.csv'], 'data/**/*.jsonl'] })
  .transform(path => (typeof path === 'string' ? [path] : path))

const dataset = z.strictObject(
  {
    path: pathList.meta({
      description:
        'The files to read: a path, a glob or a list of them, relative to the root of the repository. Sorted.'
    }),
    format: oneOf(datasetFormats)
      .exactOptional()
      .meta({ description: 'How the files are written. Default: by extension.', examples: ['csv'] }),
    at: text('a path such as data.items')
      .exactOptional()
      .meta({
        description: 'Where the list of rows stands inside a JSON or YAML document. Default: the document is the list.',
        examples: ['data.items']
      }),
    key: text('the name of a column')
      .exactOptional()
      .meta({
        description:
          'The column whose value names a row, unique and never empty. Default: the content of the row, with a warning.',
        examples: ['sku']
      }),
    types: stringRecord(oneOf(cellTypes), 'a map from column to text, number, boolean or json')
      .default({})
      .meta({
        description: 'What the cells of a CSV or TSV column are. Columns that are not named here are text.',
        examples: [{ price: 'number', active: 'boolean' }]
      }),
    where: text('a condition')
      .exactOptional()
      .meta({
        description: 'Rows for which this condition of the template language does not hold are left out.',
        examples: ['price > 10 and category == "shoes"']
      }),
    limit: wholeNumber(1)
      .exactOptional()
      .meta({ description: 'Only the first rows, after where.', unit: 'rows', examples: [500] })
  },
  { error: 'a path, or a map with path and key' }
)

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

const publish = z.strictObject(
  {
    via: oneOf(publishWays)
      .default('commit')
      .meta({ description: 'How answers reach the repository.', examples: ['pull-request'] }),
    when: oneOf(['complete', 'partial'])
      .default('complete')
      .meta({
        description: 'Whether to publish once every row is answered or given up, or after every job.',
        examples: ['partial']
      }),
    branch: text('the name of a branch')
      .exactOptional()
      .meta({
        description:
          'The branch to commit to, or that the pull request comes from. Default: the current one, or one of its own.',
        examples: ['generated/descriptions']
      }),
    base: text('the name of a branch')
      .exactOptional()
      .meta({ description: 'The branch that the pull request goes to. Default: the current one.', examples: ['main'] }),
    commitMessage: text()
      .exactOptional()
      .meta({ description: 'The message of the commit.', examples: ['Update product descriptions'] }),
    title: text()
      .exactOptional()
      .meta({ description: 'The title of the pull request.', examples: ['New product descriptions'] }),
    body: text()
      .exactOptional()
      .meta({
        description: 'Text before the counts in the body of the pull request.',
        examples: ['Please read ten of them.']
      }),
    labels: list(text('a label'), { most: 100, least: 0 })
      .default([])
      .meta({ description: 'Labels of the pull request.', examples: [['generated']] }),
    draft: flag()
      .default(false)
      .meta({ description: 'Whether the pull request is opened as a draft.', examples: [true] })
  },
  { error: 'a map such as {via: pull-request}' }
)

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
          description: 'In which form the model is asked. What auto chose is pinned in the lock file.',
          examples: ['converse']
        }),
      dataset: z
        .union([text('a path'), dataset], { error: 'a path, or a map with path and key' })
        .meta({ examples: ['data/products.csv', { path: 'data/products.csv', key: 'sku' }] })
        .transform(written => (typeof written === 'string' ? { path: [written], types: {} } : written))
        .meta({ description: 'The rows: a path, or a map.' }),
      prompt: z
        .strictObject(
          {
            system: textSource('You write for a shop.', { file: 'prompts/system.md' })
              .exactOptional()
              .meta({ description: 'The system prompt, a template: text, or {file: …}.' }),
            user: textSource({ file: 'prompts/describe.md' }, 'Describe {{ row.name }} in one sentence.').meta({
              description: 'The question, a template: text, or {file: …}. For embeddings, the text to embed.'
            })
          },
          { error: 'a map such as {user: {file: prompts/describe.md}}' }
        )
        .meta({ description: 'What the model is asked about each row.' }),
      parameters: parameters.prefault({}).meta({ description: 'How the model answers.' }),
      answer: answerSchema,
      outputs: outputsSchema,
      belowMinimum: oneOf(['hold', 'fail'])
        .default('hold')
        .meta({
          description:
            'What to do with fewer records than the model takes in one job: hold them for a later pass, or fail.',
          examples: ['fail']
        }),
      aws: awsSchema,
      limits: limits.prefault({}).meta({ description: 'What a pass may do and cost.' }),
      price: price
        .exactOptional()
        .meta({ description: 'The price of the model, where the built-in table is wrong or has none.' }),
      publish: publish.prefault({}).meta({ description: 'Where the files go.' }),
      adopt: flag()
        .default(false)
        .meta({
          description: 'Take over output files that this spec did not write. Their rows are asked once more.',
          examples: [true]
        })
    },
    { error: 'a map of fields' }
  )
  .meta({
    title: 'Bedrock batch spec',
    description: 'What to ask a model about each row of a dataset, and where the answers go.'
  })
