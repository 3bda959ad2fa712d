/** A family is asked only questions of its own kind; these say so once for all of them. */
import type { ChatRequest, EmbedRequest, Part, Request } from '../prompts/request.ts'

export function chatOf(request: Request): ChatRequest {
  if (request.kind !== 'chat') throw new TypeError('a chat family was given a text to embed')
  return request
}

export function embedOf(request: Request): EmbedRequest {
  if (request.kind !== 'embed') throw new TypeError('an embedding family was given a conversation')
  return request
}

/** For dialects of text alone: the abilities say so, and such a request is refused before it comes here. */
export function textOf(part: Part): string {
  if (!('text' in part)) throw new TypeError('a family of texts was given media')
  return part.text
}
