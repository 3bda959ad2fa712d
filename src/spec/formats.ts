/** Which format a file name stands for. What is inside a format is known to dataset/ and outputs/. */

export const datasetFormats = [
  'csv',
  'tsv',
  'jsonl',
  'json',
  'yaml',
  'parquet',
  'markdown',
  'text',
  'image',
  'document',
  'openai-batch',
  'bedrock-records'
] as const
export const cellTypes = ['text', 'number', 'boolean', 'json'] as const
export const answerFormats = ['text', 'json', 'label', 'regex', 'embedding'] as const
export const publishWays = ['commit', 'pull-request', 'artifact', 'none'] as const
export const apis = ['auto', 'converse', 'invoke', 'verbatim'] as const

export type DatasetFormat = (typeof datasetFormats)[number]
export type CellType = (typeof cellTypes)[number]
export type PublishVia = (typeof publishWays)[number]

/** By the file's ending, in lower case. */
export const formatsByExtension: Readonly<Record<string, DatasetFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  parquet: 'parquet',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  pdf: 'document',
  doc: 'document',
  docx: 'document'
}

/** By the extension, in any case; undefined where it says nothing to us. */
export function formatByExtension(path: string): DatasetFormat | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(formatsByExtension, extension) ? formatsByExtension[extension] : undefined
}

/** Rows of these are whole questions: what a spec's prompt would say stands in the file. */
export function bringsQuestions(format: DatasetFormat | undefined): boolean {
  return format === 'openai-batch' || format === 'bedrock-records'
}

/** What names a row where the spec does not say: an id that the format has, or the path where a file is a row. */
export function keyOfFormat(format: DatasetFormat | undefined): string | undefined {
  return format === undefined ? undefined : ownKeys[format]
}

const ownKeys: Partial<Readonly<Record<DatasetFormat, string>>> = {
  markdown: 'path',
  text: 'path',
  image: 'path',
  document: 'path',
  'openai-batch': 'custom_id',
  'bedrock-records': 'recordId'
}
