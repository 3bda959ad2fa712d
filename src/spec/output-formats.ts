/** Which form an output has, by its name and its path. How a form is written and read is known to outputs/. */
import { hasHoles } from './path-template.ts'

/** Files that hold many rows. */
const tables = ['jsonl', 'csv', 'tsv', 'json', 'yaml', 'parquet', 'markdown-table', 'openai-batch'] as const
/** One row, one file. */
const files = ['markdown', 'json-object', 'text', 'image'] as const

export const outputFormats = [...tables, ...files] as const
export type OutputFormatName = (typeof outputFormats)[number]

/** Formats into which columns can be merged without touching another byte. */
export const mergeFormats = ['csv', 'tsv', 'jsonl'] as const
export type MergeFormatName = (typeof mergeFormats)[number]

/** By the extension: what it stands for in a plain path, in a path with holes, and what else may be written under it. */
const byExtension: Readonly<Record<string, readonly [plain: OutputFormatName, rows: OutputFormatName, ...string[]]>> = {
  csv: ['csv', 'csv'],
  tsv: ['tsv', 'tsv'],
  tab: ['tsv', 'tsv'],
  jsonl: ['jsonl', 'jsonl', 'openai-batch'],
  ndjson: ['jsonl', 'jsonl', 'openai-batch'],
  json: ['json', 'json-object'],
  yaml: ['yaml', 'yaml'],
  yml: ['yaml', 'yaml'],
  parquet: ['parquet', 'parquet'],
  md: ['markdown-table', 'markdown', 'text'],
  markdown: ['markdown-table', 'markdown', 'text'],
  mdx: ['markdown', 'markdown', 'text'],
  txt: ['text', 'text'],
  png: ['image', 'image'],
  jpg: ['image', 'image'],
  jpeg: ['image', 'image'],
  webp: ['image', 'image']
}

/** Undefined where the extension says nothing to us. */
export function outputFormatByExtension(path: string): OutputFormatName | undefined {
  const known = formsOf(path)
  return known?.[hasHoles(path) ? 1 : 0]
}

/** Whether a file of this name may be written in this form; an extension that is not known may hold anything. */
export function fitsExtension(path: string, format: OutputFormatName): boolean {
  const known = formsOf(path)
  return known === undefined || known.includes(format)
}

function formsOf(path: string): readonly [OutputFormatName, OutputFormatName, ...string[]] | undefined {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined
}

/** Whether every row has a file of its own. */
export function isPerRow(format: OutputFormatName): boolean {
  return files.some(known => known === format)
}

/** Whether the file holds one value besides its columns, or nothing else. */
export function hasBody(format: OutputFormatName): boolean {
  return format === 'markdown' || format === 'text' || format === 'image'
}
