/** The lock's parts as data, checked: a header, and one row per key of the dataset. How they stand in a file is not known here. */
import { array, isObject, object, ShapeError, text, type JsonObject, type JsonValue } from '../json.ts'
import { outputFormats } from '../spec/output-formats.ts'
import type { OutputFormatName, OutputSpec } from '../spec/spec.ts'
import type { Column } from './columns.ts'

export const lockSchema = 1

export interface LockHeader {
  readonly schema: typeof lockSchema
  readonly spec: string
  readonly model: string
  readonly api: 'InvokeModel' | 'Converse'
  readonly family: string
  /** Of the family: pinned, so that an upgrade of the action asks nothing again. */
  readonly revision: number
  readonly promptSha256: string
  readonly parametersSha256: string
  readonly answerSha256: string
  readonly outputs: readonly LockOutput[]
}

/** How an output was laid out when it was written. */
export interface LockOutput {
  readonly path: string
  readonly format: OutputFormatName
  /** Its columns stand in the dataset's own files. */
  readonly merge?: true
  /** The column that holds the row's key, where one does. */
  readonly key?: string
  /** Name → path, in its one spelling. */
  readonly columns: Readonly<Record<string, string>>
}

/** A row with an answer has a hash per output ('' = not in that output); a row given up has its reason instead. */
export interface LockRow {
  readonly key: string
  readonly recordId: string
  /** Of the answer's cells, in the order of the header's outputs. */
  readonly answers: readonly string[]
  /** The file that the row stands in, in the same order; '' where the output's own path says it. */
  readonly paths?: readonly string[]
  readonly failure?: string
}

export function lockOutput(
  output: Pick<OutputSpec, 'path' | 'format' | 'merge'>,
  columns: readonly Column[]
): LockOutput {
  const key = columns.find(column => column.from === 'key')?.name
  return {
    path: output.path,
    format: output.format,
    ...(output.merge === true && { merge: true }),
    ...(key !== undefined && { key }),
    columns: Object.fromEntries(columns.map(({ name, path }) => [name, path]))
  }
}

const id = /^[0-9A-Za-z]{11}$/
const sha256 = /^[0-9a-f]{64}$/
const longestFailure = 200

/** `["recordId", "hash", …]`, `["recordId", "hash content/a1.md", …]` or `["recordId", "!reason"]`. */
export function rowText({ key, recordId, answers, paths = [], failure }: LockRow): string {
  const placed = answers.map((hash, index) => (paths[index] ? `${hash} ${paths[index]}` : hash))
  const told = failure === undefined ? placed : [`!${failure.slice(0, longestFailure).toWellFormed()}`]
  return `${JSON.stringify(key)}: ${JSON.stringify([recordId, ...told])}`
}

/** Throws ShapeError. */
export function readRow(key: string, value: JsonValue | undefined): LockRow {
  const path = `rows[${JSON.stringify(key.slice(0, 80))}]`
  const [recordId, ...told] = Array.isArray(value) ? (value as readonly JsonValue[]) : []
  if (typeof recordId !== 'string' || !id.test(recordId))
    throw new ShapeError(path, 'a list that starts with a recordId')
  const [first] = told
  if (typeof first === 'string' && first.startsWith('!')) return { key, recordId, answers: [], failure: first.slice(1) }
  if (!told.every(isPlaced)) throw new ShapeError(path, 'hashes after the recordId')
  const paths = told.map(one => one.slice(12))
  const answers = told.map(one => one.slice(0, 11))
  return { key, recordId, answers, ...(paths.some(one => one !== '') && { paths }) }
}

/** A hash, and behind a space the file. */
function isPlaced(value: JsonValue): value is string {
  return (
    typeof value === 'string' && (value === '' || id.test(value.slice(0, 11))) && /^(?:.{11} .+|.{11}|)$/s.test(value)
  )
}

/** Throws ShapeError. */
export function readHeader(value: JsonObject): LockHeader {
  return {
    schema: lockSchema,
    spec: text(value, 'spec'),
    model: text(value, 'model'),
    api: oneOf(value, 'api', ['InvokeModel', 'Converse'] as const),
    family: text(value, 'family'),
    revision: wholeNumber(value, 'revision'),
    promptSha256: matching(value, 'promptSha256', sha256),
    parametersSha256: matching(value, 'parametersSha256', sha256),
    answerSha256: matching(value, 'answerSha256', sha256),
    outputs: array(value, 'outputs').map((_, index) => readOutput(value, `outputs[${index}]`))
  }
}

function readOutput(value: JsonObject, at: string): LockOutput {
  const key = object(value, at)['key']
  const columns = Object.entries(object(value, `${at}.columns`))
  if (!columns.every((column): column is [string, string] => typeof column[1] === 'string')) {
    throw new ShapeError(`${at}.columns`, 'paths')
  }
  return {
    path: text(value, `${at}.path`),
    format: oneOf(value, `${at}.format`, outputFormats),
    ...(object(value, at)['merge'] === true && { merge: true }),
    ...(typeof key === 'string' && { key }),
    columns: Object.fromEntries(columns)
  }
}

function oneOf<Word extends string>(value: JsonObject, path: string, words: readonly Word[]): Word {
  const found = text(value, path)
  const word = words.find(one => one === found)
  if (word === undefined) throw new ShapeError(path, words.join(' or '))
  return word
}

function matching(value: JsonObject, path: string, pattern: RegExp): string {
  const found = text(value, path)
  if (!pattern.test(found)) throw new ShapeError(path, 'a SHA-256 in hex')
  return found
}

function wholeNumber(value: JsonObject, path: string): number {
  const found = value[path]
  if (typeof found !== 'number' || !Number.isSafeInteger(found)) throw new ShapeError(path, 'a whole number')
  return found
}

/** The schema number; undefined where there is none. */
export function schemaOf(value: JsonValue): number | undefined {
  const schema = isObject(value) && Object.hasOwn(value, 'schema') ? value['schema'] : undefined
  return typeof schema === 'number' ? schema : undefined
}
