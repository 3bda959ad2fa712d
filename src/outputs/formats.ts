/** The output formats by name. A new one costs a file and a line here. */
import type { OutputFormatName } from '../spec/spec.ts'
import { csv } from './csv.ts'
import type { OutputFormat } from './format.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'

const formats: Readonly<Record<OutputFormatName, OutputFormat>> = { csv, jsonl, json }

export function formatOf(name: OutputFormatName): OutputFormat {
  return formats[name]
}
