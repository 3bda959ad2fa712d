/** Which format a file name stands for. What is inside a format is known to dataset/ and outputs/. */

export const datasetFormats = ['csv', 'tsv', 'jsonl', 'json', 'yaml'] as const
export const outputFormats = ['jsonl', 'csv', 'json'] as const
export const cellTypes = ['text', 'number', 'boolean', 'json'] as const
export const answerFormats = ['text', 'json', 'label', 'embedding'] as const
export const publishWays = ['commit', 'pull-request', 'artifact', 'none'] as const
export const apis = ['auto', 'converse', 'invoke'] as const

export type DatasetFormat = (typeof datasetFormats)[number]
export type OutputFormatName = (typeof outputFormats)[number]
export type CellType = (typeof cellTypes)[number]
export type PublishVia = (typeof publishWays)[number]

const byExtension: Readonly<Record<string, DatasetFormat>> = {
  csv: 'csv',
  tsv: 'tsv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml'
}

/** By the extension, in any case; undefined where it says nothing to us. */
export function formatByExtension(path: string): DatasetFormat | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined
}

export function outputFormatByExtension(path: string): OutputFormatName | undefined {
  const format = formatByExtension(path)
  return outputFormats.find(known => known === format)
}
