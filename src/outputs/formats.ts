/** The output formats by name. A new one costs a file and a line here. */
import type { OutputFormatName } from '../spec/spec.ts'
import type { OutputFormat } from './format.ts'
import { image } from './image.ts'
import { json } from './json.ts'
import { jsonObject } from './json-object.ts'
import { jsonl } from './jsonl.ts'
import { markdown } from './markdown.ts'
import { markdownTable } from './markdown-table.ts'
import { openaiBatch } from './openai-batch.ts'
import { parquet } from './parquet.ts'
import { csv, tsv } from './separated.ts'
import { text } from './text.ts'
import { yaml } from './yaml.ts'

const formats: Readonly<Record<OutputFormatName, OutputFormat>> = {
  csv,
  tsv,
  jsonl,
  json,
  yaml,
  parquet,
  'markdown-table': markdownTable,
  'openai-batch': openaiBatch,
  markdown,
  'json-object': jsonObject,
  text,
  image
}

export function formatOf(name: OutputFormatName): OutputFormat {
  return formats[name]
}
