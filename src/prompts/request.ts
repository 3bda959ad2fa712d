/** The filled, model-neutral question. What a model's JSON looks like is not known here. */
import type { JsonObject } from '../json.ts'

export type Request = ChatRequest | EmbedRequest | DrawRequest | VerbatimRequest

export interface ChatRequest {
  readonly kind: 'chat'
  readonly system?: string
  /** Turns about, the user's first. An assistant's turn at the end is the beginning of the answer. */
  readonly messages: readonly Message[]
}

export interface Message {
  readonly role: 'user' | 'assistant'
  readonly content: readonly Part[]
}

export type Part =
  { readonly text: string } | { readonly image: Media } | { readonly document: Media } | { readonly video: Media }

export const imageFormats = ['png', 'jpeg', 'gif', 'webp'] as const
/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html */
export const documentFormats = ['pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md'] as const
/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html */
export const videoFormats = ['mkv', 'mov', 'mp4', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', 'three_gp'] as const

export type MediaFormat =
  (typeof imageFormats)[number] | (typeof documentFormats)[number] | (typeof videoFormats)[number]

export interface Media {
  /** What the bytes are, not what the file is called. */
  readonly format: MediaFormat
  /** Of a document: what the model is told that it is called. Letters, digits, spaces, `-`, `(`, `)`, `[`, `]`. */
  readonly name?: string
  readonly source: MediaSource
}

/** `path`: not yet read; no family ever sees one. */
export type MediaSource =
  | { readonly path: string }
  | { readonly base64: string }
  | { readonly s3Uri: string; readonly sha256: string; readonly etag?: string; readonly bucketOwner?: string }

/** At least one of both. */
export interface EmbedRequest {
  readonly kind: 'embed'
  readonly text?: string
  readonly image?: Media
}

export interface DrawRequest {
  readonly kind: 'draw'
  readonly text: string
  /** Where the picture starts from. */
  readonly image?: Media
}

/** Goes to Bedrock as it is. */
export interface VerbatimRequest {
  readonly kind: 'verbatim'
  readonly modelInput: JsonObject
}
