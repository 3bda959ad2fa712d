/**
 * One line of Bedrock's output → what it says, without judging whose it is.
 * The usual line is cut at its members and never parsed whole; any other goes through JSON.parse.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html
 */
import { isObject, type JsonObject, type JsonValue } from '../json.ts'
import { topLevelSlices, type Slice } from './line-slices.ts'
import type { RecordError } from './outcome.ts'
import { deepest, isShallow, parseJson } from './parse-json.ts'
import { bounded } from './record-error.ts'

/** The echoed modelInput: proven to be the record's question, or JSON text, or parsed, or absent. */
export type Echo = 'agrees' | { readonly text: string } | { readonly value: JsonObject } | undefined

type Output = Extract<Said, { kind: 'output' }>

export type Said =
  | { readonly kind: 'output'; readonly recordId: string; readonly echo: Echo; readonly modelOutput: string }
  | { readonly kind: 'error'; readonly recordId: string; readonly echo: Echo; readonly error: RecordError }
  | { readonly kind: 'nothing'; readonly recordId: string }

/**
 * Undefined where the usual form is not met: not a verdict, ask `readWhole`.
 * We submit canonical JSON: where Bedrock gives it back as it was, its bytes name the record and nothing needs parsing.
 */
export function readSlices(line: Buffer, nameOf: (text: string) => string): Output | undefined {
  const guessed = slicesOf(line, 'guess')
  if (guessed?.echo && 'text' in guessed.echo && nameOf(guessed.echo.text) === guessed.recordId) {
    return { ...guessed, echo: 'agrees' }
  }
  return slicesOf(line, 'read')
}

function slicesOf(line: Buffer, how: 'guess' | 'read'): (Output & { echo: Exclude<Echo, 'agrees'> }) | undefined {
  const slices = topLevelSlices(line, how)
  if (!slices?.recordId || !slices.modelOutput || line[slices.modelOutput.start] !== 123) return undefined
  // An echo that is no object counts as absent in readWhole; here it is only unusual.
  if (slices.modelInput && line[slices.modelInput.start] !== 123) return undefined
  const recordId = plainString(line, slices.recordId)
  if (recordId === undefined) return undefined
  const echo = slices.modelInput && { text: cut(line, slices.modelInput) }
  return { kind: 'output', recordId, echo, modelOutput: cut(line, slices.modelOutput) }
}

/** Undefined where the line is no JSON object with a recordId. Members that are null count as absent. */
export function readWhole(text: string): Said | undefined {
  const value = parseJson(text)
  if (!isObject(value)) return undefined
  const recordId = own(value, 'recordId')
  if (typeof recordId !== 'string') return undefined
  const modelInput = own(value, 'modelInput')
  const echo = isObject(modelInput) ? { value: modelInput } : undefined
  const error = own(value, 'error')
  const modelOutput = own(value, 'modelOutput')
  // An error beside an output is not documented; the cautious reading is that the record failed, if it says anything.
  const isError = isObject(error) || typeof error === 'string'
  if (isError && !(isObject(modelOutput) && saysNothing(error, value)))
    return { kind: 'error', recordId, echo, error: recordError(error, value) }
  if (!isObject(modelOutput)) return { kind: 'nothing', recordId }
  // Of the line that it is kept in it is a member.
  if (!isShallow(modelOutput, deepest - 1)) return { kind: 'error', recordId, echo, error: tooDeep }
  return { kind: 'output', recordId, echo, modelOutput: JSON.stringify(modelOutput) }
}

/** Paid, and no better when asked again. It stays where Bedrock wrote it. */
const tooDeep: RecordError = { message: 'the output is nested too deeply to be read', retryable: false }

function saysNothing(error: JsonObject | string, line: JsonObject): boolean {
  const said = typeof error === 'string' ? [error.trim()] : Object.values(error)
  return own(line, 'expired') !== true && said.every(one => one === null || one === '' || one === 0 || one === false)
}

/** `errorCode` is an integer in AWS's page and a string in the wild; `expired` and `retryable` may stand inside or beside it. */
function recordError(error: JsonObject | string, line: JsonObject): RecordError {
  if (typeof error === 'string') return bounded({ message: error })
  const code = own(error, 'errorCode') ?? own(error, 'code')
  const message = own(error, 'errorMessage') ?? own(error, 'message')
  const expired = own(error, 'expired') ?? own(line, 'expired')
  const retryable = own(error, 'retryable') ?? own(line, 'retryable')
  return bounded({
    ...((typeof code === 'number' || typeof code === 'string') && { code: numeric(code) }),
    message: typeof message === 'string' ? message : '',
    ...(expired === true && { expired }),
    ...(typeof retryable === 'boolean' && { retryable })
  })
}

function numeric(code: number | string): number | string {
  return typeof code === 'string' && /^\d{3}$/.test(code) ? Number(code) : code
}

function own(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined
}

function cut(line: Buffer, slice: Slice): string {
  return line.toString('utf8', slice.start, slice.end)
}

/** The inside of a string of letters and digits; undefined for any other value. */
function plainString(line: Buffer, slice: Slice): string | undefined {
  const inside = line.toString('latin1', slice.start + 1, slice.end - 1)
  return line[slice.start] === 34 && /^[0-9A-Za-z_-]+$/.test(inside) ? inside : undefined
}
