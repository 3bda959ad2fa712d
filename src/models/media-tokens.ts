/**
 * How many input tokens media cost, rather too many than too few: a cost limit is held against it. How large a picture is
 * in pixels is not known here; the bill comes from the counts that Bedrock returns.
 */
import type { Media, Part, Request } from '../prompts/request.ts'

/**
 * Of a large picture. Nova counts about 2,600 for 1,300 × 1,300 pixels, Claude at most about 1,600.
 * https://docs.aws.amazon.com/nova/latest/userguide/modalities-image.html
 */
const perImage = 2600
/**
 * Nova takes at most 960 frames of a video, at 288 tokens each.
 * https://docs.aws.amazon.com/nova/latest/userguide/modalities-video.html
 */
const perVideo = 960 * 288
/** A page of a PDF is read as text and as a picture, and has seldom less than so many bytes. */
const bytesPerPage = 20_000
const perPage = 3000
/** Of text, with its mark-up. */
const bytesPerToken = 3

export function mediaTokens(request: Request): number {
  if (request.kind === 'verbatim') return 0
  if (request.kind !== 'chat') return request.image ? perImage : 0
  return request.messages.reduce((sum, { content }) => sum + content.reduce((all, part) => all + ofPart(part), 0), 0)
}

function ofPart(part: Part): number {
  if ('image' in part) return perImage
  if ('video' in part) return perVideo
  return 'document' in part ? ofDocument(part.document) : 0
}

function ofDocument({ format, source }: Media): number {
  const bytes = 'base64' in source ? (source.base64.length * 3) / 4 : 4_500_000
  const isText = ['csv', 'html', 'txt', 'md'].includes(format)
  return isText ? Math.ceil(bytes / bytesPerToken) : Math.ceil(bytes / bytesPerPage) * perPage
}
