/** Vectors that stand in for meaning: texts that share words are near each other, pictures of like colour too. */
import { hash32, randomFrom } from '../../random.ts'
import type { Medium } from '../media/medium.ts'

/** The sum of one seeded vector per word. */
export function embedText(text: string, dimensions: number, normalize = true): number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [text]
  return sumOf(words, dimensions, normalize)
}

/** What a picture is told to be, in words, and a little of its own: so that it lies near a text about it. */
export function embedMedium(medium: Medium, dimensions: number, more = ''): number[] {
  const words = `${medium.told} ${medium.text} ${more}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return sumOf([...words, medium.digest], dimensions, true)
}

function sumOf(words: readonly string[], dimensions: number, normalize: boolean): number[] {
  const sum = new Float64Array(dimensions)
  for (const word of words) {
    const random = randomFrom(hash32(word))
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + random() - 0.5
  }
  const length = Math.hypot(...sum) || 1
  return Array.from(sum, one => Number((normalize ? one / length : one).toPrecision(8)))
}

/** The same vector in the types that Cohere and Titan offer besides floats. */
export function inType(vector: readonly number[], type: string): number[] {
  switch (type) {
    case 'int8':
      return vector.map(one => Math.round(Math.max(-1, Math.min(1, one)) * 127))
    case 'uint8':
      return vector.map(one => Math.round((Math.max(-1, Math.min(1, one)) + 1) * 127.5))
    case 'binary':
      return packed(vector).map(byte => byte - 128)
    case 'ubinary':
      return packed(vector)
    default:
      return [...vector]
  }
}

/** One bit per dimension, eight to the number. */
function packed(vector: readonly number[]): number[] {
  return Array.from({ length: Math.ceil(vector.length / 8) }, (_, i) =>
    vector.slice(i * 8, i * 8 + 8).reduce((byte, one) => byte * 2 + (one > 0 ? 1 : 0), 0)
  )
}
