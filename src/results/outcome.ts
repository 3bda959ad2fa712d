/** What became of one record: first as the line kept in S3, then as what it means for this spec. */
import type { JsonObject, JsonValue } from '../json.ts'
import type { Ending } from '../jobs/state.ts'
import type { StopReason, Usage } from '../models/family.ts'

/**
 * A line of `answers/<jobId>.jsonl`: what Bedrock said of one record, without the echo of the question.
 * Kept whole and unparsed, so that a changed schema, column or format costs nothing.
 */
export type AnswerLine =
  | { readonly recordId: string; readonly modelOutput: JsonObject }
  | { readonly recordId: string; readonly error: RecordError }
  | { readonly recordId: string; readonly missing: true; readonly ending?: Ending }
  | { readonly recordId: string; readonly conflict: true }

/** Bedrock's error object on an output line. */
export interface RecordError {
  readonly code?: number | string
  readonly message: string
  readonly expired?: boolean
  /** Bedrock's own word on whether a retry may help, where it gives one. */
  readonly retryable?: boolean
}

/** An AnswerLine read with the spec's answer settings. `reason` is short, stable and free of model text: failures are grouped by it. */
export type Outcome =
  | {
      readonly kind: 'answer'
      readonly value: JsonValue
      readonly reasoning?: string
      /** Its JSON was not quite right, and was repaired. */
      readonly repaired?: true
      readonly usage: Usage
    }
  | { readonly kind: 'error'; readonly reason: string; readonly message: string; readonly retryable: boolean }
  | {
      readonly kind: 'incomplete'
      readonly reason: string
      readonly stop: StopReason
      readonly raw: string
      readonly usage: Usage
    }
  | {
      readonly kind: 'invalid'
      readonly reason: string
      readonly message: string
      /** What is wrong, to tell the model so that it answers anew; absent where no other answer would be read. */
      readonly complaint?: string
      readonly raw: string
      readonly usage: Usage
    }
  | { readonly kind: 'missing'; readonly reason: 'missing'; readonly retryable: true }
  | { readonly kind: 'conflict'; readonly reason: 'conflict'; readonly retryable: true }
