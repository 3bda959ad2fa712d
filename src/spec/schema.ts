/** The spec's one source of truth: the TypeScript type, the checks and the published JSON Schema all come from here. */
import { z } from 'zod'

const textSource = z.union([z.string(), z.strictObject({ file: z.string() })])

export const datasetFormats = ['csv', 'tsv', 'jsonl', 'json', 'yaml'] as const
export const outputFormats = ['jsonl', 'csv', 'json'] as const
export const cellTypes = ['text', 'number', 'boolean', 'json'] as const

const dataset = z.strictObject({
  path: z.union([z.string(), z.array(z.string()).min(1)]),
  format: z.enum(datasetFormats).optional(),
  at: z.string().optional(),
  key: z.string().optional(),
  types: z.record(z.string(), z.enum(cellTypes)).optional(),
  where: z.string().optional(),
  limit: z.int().positive().optional()
})

const output = z.strictObject({
  path: z.string(),
  format: z.enum(outputFormats).optional(),
  columns: z.record(z.string(), z.string()).optional()
})

export const specSchema = z.strictObject({
  name: z.string(),
  model: z.string(),
  api: z.enum(['auto', 'converse', 'invoke']).default('auto'),
  dataset: z.union([z.string(), dataset]),
  prompt: z.strictObject({ system: textSource.optional(), user: textSource }),
  parameters: z.looseObject({}).optional(),
  outputs: z.union([z.string(), z.array(output)])
})
