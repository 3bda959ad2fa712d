/** The bytes of a picture or video as a modelInput holds them. Whether the model takes S3 or a format, its abilities say. */
import type { Media } from '../prompts/request.ts'

/** Base64. Media that lie elsewhere are refused by the abilities before they come here: a TypeError. */
export function base64Of({ source }: Media): string {
  if (!('base64' in source)) throw new TypeError('a family of inline media was given a path or an S3 URI')
  return source.base64
}

/** `data:image/png;base64,…` */
export function dataUri(media: Media): string {
  return `data:image/${media.format};base64,${base64Of(media)}`
}
