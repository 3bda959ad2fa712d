/**
 * A source of media as Converse, Nova and its relatives write it: bytes in base64, or an object in S3.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_S3Location.html
 */
import type { JsonObject } from '../json.ts'
import type { Media } from '../prompts/request.ts'
import { base64Of } from './inline-media.ts'

export function sourceOf(media: Media): JsonObject {
  return 's3Uri' in media.source ? { s3Location: locationOf(media.source) } : { bytes: base64Of(media) }
}

/** The digest names the object in our records; Bedrock is not told it. */
export function locationOf({
  s3Uri,
  bucketOwner
}: {
  readonly s3Uri: string
  readonly bucketOwner?: string
}): JsonObject {
  return { uri: s3Uri, ...(bucketOwner !== undefined && { bucketOwner }) }
}
