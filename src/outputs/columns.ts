/** A spec's columns → functions from a row and its answer to a cell. Formats and files are not known here. */
import { canonicalJson, type JsonObject, type JsonValue } from '../json.ts'
import type { Usage } from '../models/family.ts'
import type { Place, Problems } from '../problems.ts'
import type { Fields } from '../dataset/row.ts'
import { anyOf, nearest } from '../spec/nearest.ts'
import { defaultMerge } from '../spec/merge.ts'
import { hasBody } from '../spec/output-formats.ts'
import type { OutputSpec, Spec } from '../spec/spec.ts'
import { bodyName } from './body.ts'
import { openaiColumns } from './openai-batch.ts'
import { follow, parsePath, pathText, type Step } from './column-path.ts'

/** What a cell may be made of. Only `key` and `fields` are needed for columns that are not from the answer. */
export interface CellContext {
  readonly key: string
  readonly fields: Fields
  readonly answer?: JsonValue
  readonly reasoning?: string
  readonly usage?: Usage
  readonly recordId?: string
  readonly model?: string
  /** Why there is no answer, for formats that tell it. */
  readonly error?: { readonly code: string; readonly message: string }
}

export interface Column {
  /** Empty for what stands in a file beside its columns. */
  readonly name: string
  /** In its one spelling: `row["Product Name"]`, `answer.tags[0]`. */
  readonly path: string
  /** `key`: the row's name, as `key` or as the key's own field. `meta`: what is told of an answer beside it. */
  readonly from: 'row' | 'key' | 'answer' | 'meta'
  /** A list of numbers in it is a vector of an embedding model. */
  readonly vector: boolean
  /** Null where the path leads nowhere. */
  value(context: CellContext): JsonValue
}

/** Such a cell is carried over from the published file; the others are made anew from the dataset. */
export function isFromAnswer(column: Pick<Column, 'from'>): boolean {
  return column.from === 'answer' || column.from === 'meta'
}

/** What is known of a spec before its columns are read; what is left out is not checked. */
export interface KnownNames {
  readonly keyField?: string
  readonly fields?: readonly string[]
  readonly answerFormat?: Spec['answer']['format']
  readonly answerSchema?: JsonObject
}

const roots = ['row', 'key', 'answer', 'usage', 'recordId', 'model', 'reasoning'] as const
type Root = (typeof roots)[number]
const usages = ['inputTokens', 'outputTokens', 'cacheReadTokens', 'cacheWriteTokens'] as const satisfies (keyof Usage)[]

/** What is written of an output; the format decides where the answer goes by default. */
type Written = Pick<OutputSpec, 'path' | 'columns' | 'format' | 'body' | 'merge'>

/**
 * `placeOf` is asked with a column's name. Default columns: the key's field (or `key`) and `answer`, whatever its format;
 * where a file has a body, the answer is that. A format whose content is fixed has columns of its own.
 */
export function compileColumns(
  output: Written,
  known: KnownNames,
  placeOf: (column: string) => Place,
  problems: Problems
): readonly Column[] {
  const columns: Column[] = []
  for (const [name, path] of Object.entries(columnsOf(output, known.keyField))) {
    const column = compileColumn(name, path, known, (message, hint) => problems.error(message, placeOf(name), hint))
    if (column) columns.push(column)
  }
  return columns
}

function columnsOf(output: Written, keyField: string | undefined): Readonly<Record<string, string>> {
  if (output.merge === true) return output.columns ?? defaultMerge
  if (output.format === 'openai-batch') return openaiColumns
  if (!hasBody(output.format)) return output.columns ?? { ...keyColumnOf(keyField), answer: 'answer' }
  const front = output.format === 'markdown' ? (output.columns ?? keyColumnOf(keyField)) : {}
  return { ...front, [bodyName]: output.body ?? 'answer' }
}

function keyColumnOf(keyField: string | undefined): Readonly<Record<string, string>> {
  if (keyField === undefined || keyField === 'answer') return { key: 'key' }
  return Object.fromEntries([[keyField, pathText(['row', keyField])]])
}

type Refuse = (message: string, hint?: string) => void

function compileColumn(name: string, text: string, known: KnownNames, refuse: Refuse): Column | undefined {
  if (name === 'error' && text === openaiColumns.error) return errorColumn
  const label = name === bodyName ? 'body' : `column ${JSON.stringify(name)}`
  const steps = parsePath(text)
  const [root, ...rest] = steps ?? []
  const wrong = steps ? check(root, rest, known) : noPath(text)
  if (wrong) refuse(`${label}: ${wrong.message}`, wrong.hint)
  if (wrong || !steps || !isRoot(root)) return undefined
  const isKey = root === 'key' || (root === 'row' && rest.length === 1 && rest[0] === known.keyField)
  const from = isKey ? 'key' : root === 'row' || root === 'answer' ? root : 'meta'
  const vector = root === 'answer' && rest.length === 0 && !isOther(known.answerFormat)
  return { name, path: pathText(steps), from, vector, value: valueOf(root, rest) }
}

const errorColumn: Column = {
  name: 'error',
  path: openaiColumns.error,
  from: 'meta',
  vector: false,
  value: ({ error }) => (error ? { ...error } : null)
}

/** An embedding model needs no answer.format: what is text by default may be a vector. */
function isOther(format: KnownNames['answerFormat']): boolean {
  return format !== undefined && format !== 'text' && format !== 'embedding'
}

function noPath(text: string): Wrong {
  return {
    message: `${JSON.stringify(text)} is not a path`,
    hint: 'write row.name, row["two words"] or answer.tags[0]'
  }
}

function isRoot(root: Step | undefined): root is Root {
  return roots.some(known => known === root)
}

function rootHint(root: Step | undefined, rest: readonly Step[], { fields, keyField }: KnownNames): string {
  const field = [...(fields ?? []), keyField].find(one => one === root)
  if (field !== undefined) return `write ${pathText(['row', field, ...rest])}`
  const near = nearest(String(root), roots)
  return near === undefined ? `it starts with ${anyOf(roots)}` : `did you mean ${near}?`
}

interface Wrong {
  readonly message: string
  readonly hint?: string
}

function check(root: Step | undefined, rest: readonly Step[], known: KnownNames): Wrong | undefined {
  if (!isRoot(root))
    return { message: `a path cannot start with ${JSON.stringify(root)}`, hint: rootHint(root, rest, known) }
  switch (root) {
    case 'row':
      return checkField(rest[0], known.fields)
    case 'answer':
      return checkAnswer(rest, known)
    case 'usage':
      if (rest.length === 1 && usages.some(one => one === rest[0])) return undefined
      return { message: `usage has ${anyOf(usages)}` }
    case 'key':
    case 'recordId':
    case 'model':
    case 'reasoning':
      return rest.length === 0 ? undefined : { message: `${root} is a text and has no members`, hint: `write ${root}` }
  }
}

function checkField(field: Step | undefined, fields: readonly string[] | undefined): Wrong | undefined {
  if (typeof field !== 'string')
    return { message: 'row must be followed by a field', hint: 'write row.name or row["two words"]' }
  if (!fields || fields.includes(field)) return undefined
  return { message: `the dataset has no field ${JSON.stringify(field)}`, hint: namesHint(field, fields) }
}

function checkAnswer(rest: readonly Step[], { answerFormat, answerSchema }: KnownNames): Wrong | undefined {
  const [first] = rest
  if (first === undefined || answerFormat === undefined) return undefined
  if (answerFormat === 'text' || answerFormat === 'label') {
    return { message: 'the answer is a text and has no members', hint: 'write answer, or set answer.format: json' }
  }
  const properties = answerSchema?.['properties']
  if (typeof first !== 'string' || answerSchema?.['additionalProperties'] !== false) return undefined
  const names = Object.keys((properties ?? {}) as JsonObject)
  if (names.includes(first)) return undefined
  return { message: `the schema of the answer has no property ${JSON.stringify(first)}`, hint: namesHint(first, names) }
}

function namesHint(wanted: string, names: readonly string[]): string {
  const near = nearest(wanted, names)
  if (near !== undefined) return `did you mean ${JSON.stringify(near)}?`
  const shown = names.slice(0, 20).map(name => JSON.stringify(name))
  return `there ${names.length === 1 ? 'is' : 'are'} ${shown.join(', ')}${names.length > shown.length ? ' …' : ''}`
}

function valueOf(root: Root, rest: readonly Step[]): Column['value'] {
  switch (root) {
    case 'row':
      return ({ fields }) => follow(fields, rest)
    case 'key':
      return ({ key }) => key
    case 'answer':
      return ({ answer }) => follow(answer, rest)
    case 'usage':
      return ({ usage }) => follow(usage && { ...usage }, rest)
    case 'recordId':
    case 'model':
    case 'reasoning':
      return context => context[root] ?? null
  }
}

/** A key as its cell spells it: numbers and booleans as JSON. */
export function keyText(cell: JsonValue | undefined): string {
  return typeof cell === 'string' ? cell : canonicalJson(cell ?? null)
}
