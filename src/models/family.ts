/** One model family: our adapter for one JSON dialect. */
import type { JsonObject } from '../json.ts'
import type { documentFormats, imageFormats, Request, videoFormats } from '../prompts/request.ts'

/** The `parameters` block of a spec. Absent members are left to the model's own default. */
export interface Parameters {
  readonly maxTokens?: number
  readonly temperature?: number
  readonly topP?: number
  readonly topK?: number
  readonly stop?: readonly string[]
  /** Merged verbatim into modelInput, over what the family wrote. */
  readonly extra?: JsonObject
}

/** Why the model stopped, in one small set. Only `end` and `stop-sequence` make an answer by default. */
export type StopReason = 'end' | 'stop-sequence' | 'max-tokens' | 'refusal' | 'filtered' | 'tool-use' | 'other'

/** Tokens; absent where the model does not tell. */
export interface Usage {
  readonly inputTokens?: number
  readonly outputTokens?: number
  readonly cacheReadTokens?: number
  readonly cacheWriteTokens?: number
}

/** A picture that the model drew. */
export interface Picture {
  readonly format: 'png' | 'jpeg' | 'webp'
  readonly base64: string
}

export type AnswerKind = 'text' | 'vector' | 'picture'

export interface Completion {
  /** The model's text, its vector, or its picture. */
  readonly content: string | readonly number[] | Picture
  /** Thinking that the model showed, kept apart from the answer. */
  readonly reasoning?: string
  readonly stop: StopReason
  /** The model's own word for why it stopped, for messages. */
  readonly stopDetail?: string
  readonly usage: Usage
}

export interface ModelFamily {
  /** For people, in docs/models.md. */
  readonly title?: string
  /** AWS's page about this JSON dialect. */
  readonly source?: string
  /** As in docs/models.md: `claude`, `nova`, `titan-embed-text-v2`, `converse`. */
  readonly name: string
  /** Raised when render would write other JSON for the same request; the lock pins it. */
  readonly revision: number
  /** Matches the bare model id: region prefix and ARN peeled off. */
  readonly modelIds: RegExp
  readonly api: 'InvokeModel' | 'Converse'
  readonly kind: Request['kind']
  /** What it answers with, where the kind of question does not tell: see answers.ts. */
  readonly answers?: AnswerKind
  /** → modelInput. The same request and parameters give the same JSON. */
  render(request: Request, parameters: Parameters): JsonObject
  /** ← modelOutput. Null members count as absent. Throws ShapeError that names the path. */
  parse(modelOutput: JsonObject): Completion
  /** What this model takes besides one text of the user. Absent: nothing else. */
  can?(bareId: string): Abilities
  /**
   * The question once more, after the model's answer and what was wrong with it, as two more turns. Absent where the
   * dialect has no turns.
   */
  followUp?(modelInput: JsonObject, answer: string, complaint: string): JsonObject
  /** Parameters that this model refuses or needs, as messages; `field` is relative to `parameters`. */
  check?(bareId: string, parameters: Parameters): readonly ParameterProblem[]
}

/** What a model cannot do is a Problem before anything is spent. Documented per model, by AWS's own page about it. */
export interface Abilities {
  readonly system: boolean
  /** Several turns; without, the one user's turn. */
  readonly turns: boolean
  /** An assistant's turn at the end. */
  readonly prefill: boolean
  /** Empty: none. */
  readonly images: readonly (typeof imageFormats)[number][]
  readonly documents: readonly (typeof documentFormats)[number][]
  readonly videos: readonly (typeof videoFormats)[number][]
  /** Media may lie in S3. */
  readonly s3Media: boolean
  /** Bytes of one image as a file, pixels of its longer side; absent where AWS says nothing. */
  readonly maxImageBytes?: number
  readonly maxImagePixels?: number
  readonly maxImages?: number
  readonly maxDocumentBytes?: number
  /** Of an embedding or a picture to draw: text and image go together into one question. Absent: one of both. */
  readonly textWithImage?: boolean
  /** What no question may lack. */
  readonly needs?: 'video'
}

export interface ParameterProblem {
  /** Default `error`. A warning where the model is likely to refuse, but nobody has said so. */
  readonly severity?: 'error' | 'warning'
  readonly field: keyof Parameters
  readonly message: string
  readonly hint?: string
}
