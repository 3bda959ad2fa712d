/** One JSON dialect of models: what its body must be, and how an answer looks in it. */
import type { JsonMap } from '../../json.ts'

/** A question, whatever the dialect it came in. */
export interface Question {
  readonly system: string
  /** What the user said, all turns and text parts, in order. */
  readonly text: string
  /** Undefined: the model's own default. */
  readonly maxTokens?: number
  readonly stop: readonly string[]
  /** Pictures, documents, … each counts some tokens. */
  readonly attachments: number
}

export type Stop = 'end' | 'max-tokens' | 'stop-sequence' | 'refusal' | 'filtered'

export interface Answer {
  readonly text: string
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
  read(body: JsonMap, bareId: string): Question
  write(answer: Answer, body: JsonMap, bareId: string): JsonMap
}

/** A model whose answer is no text: vectors, pictures. */
export interface OtherDialect extends DialectCommon {
  readonly kind: 'other'
  /** Throws Refused where the model would. */
  answer(
    body: JsonMap,
    bareId: string
  ): { readonly modelOutput: JsonMap; readonly inputTokens: number; readonly outputTokens: number }
}

export type Dialect = ChatDialect | OtherDialect
