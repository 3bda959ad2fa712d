/** A model's own word for why it stopped → the small set. The words stand with each dialect. */
import type { JsonValue } from '../json.ts'
import type { Completion, StopReason } from './family.ts'

export type StopWords = Readonly<Record<string, StopReason>>

/** Null or nothing is `other`, without a detail: nobody has said that the answer is whole. */
export function stopFor(reason: JsonValue | undefined, words: StopWords): Pick<Completion, 'stop' | 'stopDetail'> {
  if (typeof reason !== 'string') return { stop: 'other' }
  const stop = Object.hasOwn(words, reason) ? words[reason] : undefined
  return { stop: stop ?? 'other', stopDetail: reason }
}
