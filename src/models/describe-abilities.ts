/** What a model takes besides one text of the user, in words. */
import type { Abilities } from './family.ts'

export function describeAbilities(can: Abilities): string {
  const media = [
    ...(can.images.length > 0 ? ['images'] : []),
    ...(can.documents.length > 0 ? ['documents'] : []),
    ...(can.videos.length > 0 ? ['video'] : [])
  ]
  const words = [...(can.system ? ['system'] : []), ...(can.turns ? ['turns'] : []), ...media]
  if (can.prefill) words.push('prefill')
  if (can.s3Media && media.length > 0) words.push('S3')
  return words.join(', ')
}
