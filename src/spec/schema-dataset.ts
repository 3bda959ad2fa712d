/** The `dataset` block: where the rows come from. */
import { z } from 'zod'
import { cellTypes, datasetFormats } from './formats.ts'
import { list, oneOf, stringRecord, text, wholeNumber } from './schema-fields.ts'

const pathList = z
  .union([text('a path'), list(text('a path'))], { error: 'a path, a glob or a list of them' })
  .meta({
    examples: [
      'data/products.csv',
      ['data/2025.csv', 'data/2026.csv'],
      'images/**/*.jpg',
      's3://my-bucket/products/*.parquet'
    ]
  })
  .transform(path => (typeof path === 'string' ? [path] : path))

const dataset = z.strictObject(
  {
    path: pathList.meta({
      description:
        'The files to read: a path, a glob or a list of them, relative to the root of the repository, or S3 URIs. Sorted.'
    }),
    format: oneOf(datasetFormats)
      .exactOptional()
      .meta({
        description:
          'How the files are written, see datasets.md. Default: by extension. With openai-batch and bedrock-records the rows are whole questions, and the spec has no prompt.',
        examples: ['csv', 'openai-batch']
      }),
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
          'The column whose value names a row, unique and never empty. Default: custom_id of an OpenAI batch, recordId of Bedrock’s records, path where a file is a row; else the content of the row, with a warning.',
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

export const datasetSchema = z
  .union([text('a path'), dataset], { error: 'a path, or a map with path and key' })
  .meta({ examples: ['data/products.csv', { path: 'data/products.csv', key: 'sku' }] })
  .transform(written => (typeof written === 'string' ? { path: [written], types: {} } : written))
  .meta({ description: 'The rows: a path, or a map.' })
