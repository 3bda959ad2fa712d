/** A family is asked only questions of its own kind; these say so once for all of them. */
import type { ChatRequest, DrawRequest, EmbedRequest, Part, Request, VerbatimRequest } from '../prompts/request.ts'

export function chatOf(request: Request): ChatRequest {
  if (request.kind !== 'chat') throw new TypeError('a chat family was given a text to embed')
  return request
}

export function embedOf(request: Request): EmbedRequest {
  if (request.kind !== 'embed') throw new TypeError('an embedding family was given a conversation')
  return request
}

export function drawOf(request: Request): DrawRequest {
  if (request.kind !== 'draw')
    throw new TypeError('a family of pictures was given something else than a picture to draw')
  return request
}

export function verbatimOf(request: Request): VerbatimRequest {
  if (request.kind !== 'verbatim') throw new TypeError('the family verbatim was given no modelInput')
  return request
}

/** For dialects of text alone: the abilities say so, and such a request is refused before it comes here. */
export function textOf(part: Part): string {
  if (!('text' in part)) throw new TypeError('a family of texts was given media')
  return part.text
}

/** For dialects of a single prompt: the text of the user's only turn. */
export function lonePrompt(request: Request): string {
  const { system, messages } = chatOf(request)
  const [only, second] = messages
  if (only === undefined || second !== undefined || system !== undefined)
    throw new TypeError('a family of single prompts was given a conversation')
  return only.content.map(textOf).join('')
}
