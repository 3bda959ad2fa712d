/** The `outputs` block: a path, a map, or a list of either. */
import { z } from 'zod'
import { oneOf, stringRecord, text } from './schema-fields.ts'
import { quote } from './finding.ts'
import { anyOf } from './nearest.ts'
import { outputPathFault } from './paths.ts'
import { outputFormatByExtension, outputFormats } from './formats.ts'

const expected = 'a path, a map with path, or a list of them'

const output = z.strictObject(
  {
    path: text('a path').meta({
      description:
        'The file to write, relative to the root of the repository. Beside the first one stand lock and manifest.',
      examples: ['generated/descriptions.csv']
    }),
    format: oneOf(outputFormats)
      .exactOptional()
      .meta({ description: 'How the file is written. Default: by extension.', examples: ['csv'] }),
    columns: stringRecord(text('a path such as row.sku or answer.title'), 'a map from column to path')
      .exactOptional()
      .meta({
        description:
          'The columns, in this order: row.…, key, answer, answer.…, usage.inputTokens, usage.outputTokens, recordId, model or reasoning. Default: the key’s column and answer.',
        examples: [{ sku: 'row.sku', title: 'answer.title' }]
      })
  },
  { error: expected }
)

const noFormat = `does not say how the file is written: end it in ${anyOf(outputFormats.map(known => `.${known}`))}, or set format`

const oneOutput = z.union([text('a path'), output], { error: expected }).transform((written, context) => {
  const whole = typeof written === 'string' ? { path: written } : written
  const format = whole.format ?? outputFormatByExtension(whole.path)
  const fault = outputPathFault(whole.path) ?? (format === undefined ? noFormat : undefined)
  if (fault === undefined && format !== undefined) return { ...whole, format }
  context.issues.push({
    code: 'custom',
    input: whole.path,
    path: typeof written === 'string' ? [] : ['path'],
    message: `the output path ${quote(whole.path)} ${fault ?? noFormat}`
  })
  return z.NEVER
})

export const outputsSchema = z
  .union(
    [
      oneOutput,
      z
        .array(oneOutput, { error: expected })
        .min(1, { error: expected })
        .max(20, { error: 'a list of at most 20 files' })
    ],
    {
      error: expected
    }
  )
  .meta({ written: ['generated/descriptions.csv', ['generated/descriptions.csv', 'generated/descriptions.jsonl']] })
  .transform(written => (Array.isArray(written) ? written : [written]))
  .meta({ description: 'The files to write: a path, a map, or a list of them.' })
