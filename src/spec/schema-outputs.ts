/** The `outputs` block: a path, a map, or a list of either. */
import { z } from 'zod'
import { flag, oneOf, stringRecord, text } from './schema-fields.ts'
import { quote } from './finding.ts'
import { outputPathFault } from './paths.ts'
import { outputFormatByExtension, outputFormats, type OutputFormatName } from './output-formats.ts'
import { hasHoles, templateFault, withStandIns } from './path-template.ts'

const expected = 'a path, a map with path or merge, or a list of them'

const output = z.strictObject(
  {
    path: text('a path')
      .exactOptional()
      .meta({
        description:
          'The file to write, relative to the root of the repository; with {{ holes }}, as many files as the rows say. Beside the first output stand lock and manifest.',
        examples: ['generated/descriptions.csv', 'content/{{ sku }}.md']
      }),
    format: oneOf(outputFormats)
      .exactOptional()
      .meta({ description: 'How the file is written. Default: by extension.', examples: ['csv'] }),
    columns: stringRecord(text('a path such as row.sku or answer.title'), 'a map from column to path')
      .exactOptional()
      .meta({
        description:
          'The columns, in this order: row.…, key, answer, answer.…, usage.inputTokens, usage.outputTokens, recordId, model or reasoning. Default: the key’s column and answer. Of a Markdown file per row, its front matter.',
        examples: [{ sku: 'row.sku', title: 'answer.title' }]
      }),
    body: text('a path such as answer or answer.text')
      .exactOptional()
      .meta({
        description:
          'What a markdown, text or image file holds, as the path of a value; with one file per row. Default: answer.',
        examples: ['answer.text']
      }),
    merge: flag()
      .exactOptional()
      .meta({
        description:
          'Instead of a path: add the columns to the dataset’s own files (CSV, TSV, JSONL), and touch nothing else in them.',
        examples: [true]
      })
  },
  { error: expected }
)

const noFormat =
  'does not say how the file is written: end it in .jsonl, .csv, .tsv, .json, .yaml, .parquet or .md, or set format'

/** Where an output stands and what it holds. A merge gets path and format from the dataset, once that is known. */
interface Whole {
  readonly path: string
  readonly format: OutputFormatName
  readonly columns?: Readonly<Record<string, string>>
  readonly body?: string
  readonly merge?: true
}

const oneOutput = z.union([text('a path'), output], { error: expected }).transform((written, context): Whole => {
  const { merge, path, format, ...whole } = typeof written === 'string' ? { path: written } : written
  const refuse = (message: string, member: string): never => {
    context.issues.push({ code: 'custom', input: path, path: typeof written === 'string' ? [] : [member], message })
    return z.NEVER
  }
  if (merge === true) {
    if (path !== undefined) return refuse('merge: true writes the dataset’s own files: remove path', 'path')
    if (format !== undefined) return refuse('merge: true keeps the format of the dataset: remove format', 'format')
    return { ...whole, path: '', format: 'csv', merge }
  }
  if (path === undefined)
    return refuse('the output has no path: write path: generated/answers.jsonl, or merge: true', 'path')
  const known = format ?? outputFormatByExtension(path)
  const fault = pathFault(path) ?? (known === undefined ? noFormat : undefined)
  if (fault === undefined && known !== undefined) return { ...whole, path, format: known }
  return refuse(`the output path ${quote(path)} ${fault ?? noFormat}`, 'path')
})

function pathFault(path: string): string | undefined {
  if (!hasHoles(path)) return outputPathFault(path)
  return templateFault(path) ?? outputPathFault(withStandIns(path))
}

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
