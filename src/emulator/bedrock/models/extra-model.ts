/**
 * A model that the emulator has never heard of, as whoever starts it describes it: so that tomorrow's model can be tried
 * today, in whatever JSON it speaks.
 */
import { asText, isMap, type Json, type JsonMap } from '../../json.ts'
import { tokensOf } from './body.ts'
import type { Batch } from './catalogue.ts'
import type { OtherAnswer } from './dialect.ts'
import { simulateText } from './text.ts'

export interface ExtraModel {
  /** Under which kind of id it takes batch jobs; default `base`. */
  readonly batch?: Batch
  /**
   * Its modelOutput. In strings, `{{answer}}` stands for the simulated answer; a string that is nothing but `{{inputTokens}}`
   * or `{{outputTokens}}` becomes that number. Absent: every body is refused, unless a rule answers it.
   */
  readonly output?: JsonMap
}

/** By bare model id. */
export type ExtraModels = Readonly<Record<string, ExtraModel>>

/** The question is every text in the body, in order. */
export function answerExtra(output: JsonMap, body: JsonMap, marker: boolean): OtherAnswer {
  const question = textsIn(body).join('\n')
  const answer = simulateText('', question, { marker })
  const [inputTokens, outputTokens] = [tokensOf(question), tokensOf(answer)]
  const filled = fill(output, { answer, inputTokens: String(inputTokens), outputTokens: String(outputTokens) })
  return { modelOutput: isMap(filled) ? filled : {}, inputTokens, outputTokens }
}

/** Texts of a body, without the short words that name roles, types and the like. */
export function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (!isMap(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    /^(role|type|model|version|format|schemaVersion|media_type)$/.test(key) ? [] : textsIn(inner)
  )
}

function fill(value: Json, holes: Readonly<Record<string, string>>): Json {
  if (Array.isArray(value)) return value.map(one => fill(one, holes))
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, holes)]))
  if (typeof value !== 'string') return value
  const number = /^\{\{\s*(inputTokens|outputTokens)\s*\}\}$/.exec(value)?.[1]
  if (number !== undefined) return Number(holes[number])
  return asText(value).replace(
    /\{\{\s*(answer|inputTokens|outputTokens)\s*\}\}/g,
    (_, name: string) => holes[name] ?? ''
  )
}
