/** What outputs are made of: their columns and bodies, given their format and what an answer is. */
import { type ColumnFault, columnFault } from './columns.ts'
import { type Finding, quote } from './finding.ts'
import { isMerge } from './merge.ts'
import { hasBody } from './output-formats.ts'
import type { Path } from './places.ts'
import type { OutputSpec, Spec } from './spec.ts'

export function checkContent(output: OutputSpec, index: number, spec: Spec): readonly Finding[] {
  const at = ['outputs', index]
  return [...checkColumns(output, at, spec), ...checkBody(output, at, spec)]
}

/** Formats whose content is fixed. */
const withoutColumns: Readonly<Record<string, string>> = {
  text: 'a text file holds one value',
  image: 'an image file holds one picture',
  'openai-batch': 'the lines of an OpenAI batch have members of their own'
}

function checkColumns(output: OutputSpec, at: Path, spec: Spec): readonly Finding[] {
  const path = [...at, 'columns']
  if (output.columns === undefined) return []
  const fixed = withoutColumns[output.format]
  if (fixed !== undefined && !isMerge(output)) {
    const hint = hasBody(output.format) ? 'Remove columns, and say with body what is written.' : 'Remove columns.'
    return [{ path, message: `there are no columns here: ${fixed}`, hint }]
  }
  const columns = Object.entries(output.columns)
  if (columns.length === 0)
    return [
      {
        path,
        message: `outputs[${at[1] ?? 0}].columns is empty`,
        hint: 'Leave it out for the key and the answer.'
      }
    ]
  return columns.flatMap(([column, written]): readonly Finding[] => {
    if (column.trim() === '' || /[\p{Cc}\uFEFF]/u.test(column))
      return [{ path: [...path, column], message: `${quote(column)} cannot be the name of a column`, atKey: true }]
    const fault: ColumnFault | undefined =
      columnFault(written, spec.answer.format) ?? mergeFault(output, column, written, spec)
    return fault ? [{ path: [...path, column], ...fault }] : []
  })
}

/** Columns of the dataset are there already, and the key must not be written over. */
function mergeFault(output: OutputSpec, column: string, written: string, { dataset }: Spec): ColumnFault | undefined {
  if (!isMerge(output)) return undefined
  if (/^(?:row|key)(?![\w-])/.test(written))
    return {
      message: `${quote(written)} stands in the dataset already`,
      hint: 'A merge adds what comes from the answer.'
    }
  if (column !== dataset.key) return undefined
  return {
    message: `the column ${quote(column)} is the key of the dataset`,
    hint: 'Give the merged column another name.'
  }
}

function checkBody({ body, format }: OutputSpec, at: Path, spec: Spec): readonly Finding[] {
  if (body === undefined) return []
  const path = [...at, 'body']
  if (!hasBody(format))
    return [
      {
        path,
        message: `outputs[${at[1] ?? 0}].body is for markdown, text and image; this output is ${format}`,
        hint: 'Name the value among the columns.'
      }
    ]
  const fault = columnFault(body, spec.answer.format)
  return fault ? [{ path, ...fault }] : []
}
