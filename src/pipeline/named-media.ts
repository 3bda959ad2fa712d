/** Which media a question names, and the question with something else in their place. */
import type { Media, Part, Request } from '../prompts/request.ts'

export type MediaKind = 'image' | 'document' | 'video'

export function mediaOf(request: Request): Media[] {
  return namedIn(request).map(({ media }) => media)
}

export function namedIn(request: Request): { readonly kind: MediaKind; readonly media: Media }[] {
  if (request.kind === 'verbatim') return []
  if (request.kind !== 'chat') return request.image ? [{ kind: 'image', media: request.image }] : []
  return request.messages.flatMap(({ content }) =>
    content.flatMap((part): { kind: MediaKind; media: Media }[] => {
      if ('image' in part) return [{ kind: 'image', media: part.image }]
      if ('document' in part) return [{ kind: 'document', media: part.document }]
      return 'video' in part ? [{ kind: 'video', media: part.video }] : []
    })
  )
}

export function withMedia(request: Request, put: (media: Media) => Media): Request {
  if (request.kind === 'verbatim') return request
  if (request.kind !== 'chat') return request.image ? { ...request, image: put(request.image) } : request
  const partWith = (part: Part): Part => {
    if ('image' in part) return { image: put(part.image) }
    if ('document' in part) return { document: put(part.document) }
    return 'video' in part ? { video: put(part.video) } : part
  }
  const messages = request.messages.map(message => ({ ...message, content: message.content.map(partWith) }))
  return { ...request, messages }
}
