/** A family is asked only questions of its own kind; these say so once for all of them. */
import type { ChatRequest, EmbedRequest, Request } from '../prompts/request.ts'

export function chatOf(request: Request): ChatRequest {
  if (request.kind !== 'chat') throw new TypeError('a chat family was given a text to embed')
  return request
}

export function embedOf(request: Request): EmbedRequest {
  if (request.kind !== 'embed') throw new TypeError('an embedding family was given a conversation')
  return request
}
