/** The filled, model-neutral question. What a model's JSON looks like is not known here. */

export type Request = ChatRequest | EmbedRequest

export interface ChatRequest {
  readonly kind: 'chat'
  readonly system?: string
  readonly messages: readonly Message[]
}

interface Message {
  readonly role: 'user' | 'assistant'
  readonly content: readonly Part[]
}

interface Part {
  readonly text: string
}

export interface EmbedRequest {
  readonly kind: 'embed'
  readonly text: string
}
