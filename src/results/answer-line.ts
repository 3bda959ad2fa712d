/** AnswerLine ⇄ text: a line of `answers/<jobId>.jsonl`. The recordId always comes first. */
import type { Ending } from '../jobs/state.ts'
import { isObject, type JsonValue } from '../json.ts'
import type { AnswerLine, RecordError } from './outcome.ts'
import { parseShallow } from './parse-json.ts'
import { bounded } from './record-error.ts'

export interface AnswerText {
  readonly recordId: string
  readonly kind: 'output' | 'error' | 'missing' | 'conflict'
  /** The JSON text of an AnswerLine, without newline. */
  readonly text: string
  /** An output after another output of the same record. */
  readonly again?: true
}

/** `modelOutput` is JSON text and is taken over as it is. */
export function outputText(recordId: string, modelOutput: string): AnswerText {
  return { recordId, kind: 'output', text: `{"recordId":${JSON.stringify(recordId)},"modelOutput":${modelOutput}}` }
}

export function errorText(recordId: string, error: RecordError): AnswerText {
  return { recordId, kind: 'error', text: JSON.stringify({ recordId, error } satisfies AnswerLine) }
}

export function missingText(recordId: string): AnswerText {
  return { recordId, kind: 'missing', text: JSON.stringify({ recordId, missing: true } satisfies AnswerLine) }
}

export function conflictText(recordId: string): AnswerText {
  return { recordId, kind: 'conflict', text: JSON.stringify({ recordId, conflict: true } satisfies AnswerLine) }
}

/** Undefined for a text that is no AnswerLine, such as a line that was cut. */
export function readAnswerLine(text: string): AnswerLine | undefined {
  const value = parseShallow(text)
  if (!isObject(value)) return undefined
  const { recordId, modelOutput, error } = value as { [name: string]: JsonValue | undefined }
  if (typeof recordId !== 'string') return undefined
  if (isObject(modelOutput)) return { recordId, modelOutput }
  if (isObject(error)) return { recordId, error: readError(error) }
  if (value['missing'] === true) return { recordId, missing: true, ...readEnding(value['ending']) }
  if (value['conflict'] === true) return { recordId, conflict: true }
  return undefined
}

const endings: readonly Ending[] = ['completed', 'partially-completed', 'failed', 'stopped', 'expired']

function readEnding(value: JsonValue | undefined): { readonly ending: Ending } | undefined {
  const ending = endings.find(one => one === value)
  return ending && { ending }
}

function readError(error: { readonly [name: string]: JsonValue }): RecordError {
  const { code, message, expired, retryable } = error as { [name: string]: JsonValue | undefined }
  return bounded({
    ...((typeof code === 'number' || typeof code === 'string') && { code }),
    message: typeof message === 'string' ? message : '',
    ...(typeof expired === 'boolean' && { expired }),
    ...(typeof retryable === 'boolean' && { retryable })
  })
}
