/** One JSON dialect of models: what its body must be, and how an answer looks in it. */
import type { JsonMap } from '../../json.ts'
import type { Medium } from '../media/medium.ts'
import type { Library } from '../media/stored.ts'

/** A question, whatever the dialect it came in. */
export interface Question {
  readonly system: string
  /** What the user said, all turns and text parts, in order. */
  readonly text: string
  /** The user's last turn, where there were others before it: what the answer is about. Part of `text`. */
  readonly last?: string
  /** Undefined: the model's own default. */
  readonly maxTokens?: number
  readonly stop: readonly string[]
  /** Pictures, documents, recordings, in order. */
  readonly media: readonly Medium[]
  /** What the assistant's own last turn said: the beginning of the answer. */
  readonly prefill?: string
  /** The model shows its reasoning. */
  readonly thinks?: boolean
  /** A JSON Schema that the body itself asks to keep. */
  readonly schema?: JsonMap
}

export type Stop = 'end' | 'max-tokens' | 'stop-sequence' | 'refusal' | 'filtered'

export interface Answer {
  readonly text: string
  readonly reasoning?: string
  readonly stop: Stop
  /** The sequence that was met. */
  readonly stopSequence?: string
  readonly inputTokens: number
  readonly outputTokens: number
  /** Eight digits that name this answer, for ids. */
  readonly digits: string
}

/** A body that the model refuses: the record's `error`, or a 400 on demand. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: number

  constructor(message: string, code = 400) {
    super(message)
    this.code = code
  }
}

/** Whom a body is for, and what it may look up. */
export interface Reading {
  readonly bareId: string
  readonly batch: boolean
  /** What lies in S3 where the body points. */
  readonly library: Library
}

interface DialectCommon {
  readonly name: string
  /** Against the bare model id. */
  readonly models: RegExp
  /** Tokens of an answer when the body does not say. */
  readonly defaultMaxTokens: number
}

/** A model that writes. */
export interface ChatDialect extends DialectCommon {
  readonly kind: 'chat'
  /** Throws Refused where the model would. */
  read(body: JsonMap, reading: Reading): Question
  write(answer: Answer, body: JsonMap, bareId: string): JsonMap
}

/** A model whose answer is no text: vectors, pictures. */
export interface OtherDialect extends DialectCommon {
  readonly kind: 'other'
  /** Throws Refused where the model would. */
  answer(body: JsonMap, reading: Reading): OtherAnswer
}

export interface OtherAnswer {
  readonly modelOutput: JsonMap
  readonly inputTokens: number
  readonly outputTokens: number
}

export type Dialect = ChatDialect | OtherDialect
