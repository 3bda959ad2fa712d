/** What comes of reading one answer: its value, or what is wrong with it, for people and for the model. */
import type { JsonValue } from '../json.ts'

export interface Misfit {
  /** Stable and free of model text: `schema: /price must be number`. */
  readonly reason: string
  /** With the whole path: `answer.items[3].price must be number`. */
  readonly message: string
  /** To tell the model, so that it can answer anew: whole sentences, without its own words. */
  readonly complaint: string
}

export type Reading = { readonly value: JsonValue; readonly repaired?: true } | Misfit

/** Reads what a model gave, its text or its vector. */
export type AnswerReader = (content: string | readonly number[]) => Reading

/** A misfit of a text: what is wrong, and what is wanted instead. */
export function misfit(reason: string, message: string, wanted: string): Misfit {
  return { reason, message, complaint: `Your answer cannot be used: ${sentence(message)} ${wanted}` }
}

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`
}

/** For a message: the first few, and how many there are. */
export function shortList(words: readonly string[], most = 10): string {
  const shown = words.slice(0, most).map(word => JSON.stringify(word))
  return words.length > shown.length ? `${shown.join(', ')} … (${words.length} labels)` : shown.join(', ')
}
