/** What a plan may cost and what a job did cost, in US dollars. An unknown price or length stays unknown: undefined, never 0. */

/** The part of a Price that counts; USD per million tokens on demand. */
export interface Rates {
  readonly inputPerMillionUsd: number
  readonly outputPerMillionUsd: number
  readonly batchFactor: number
}

export interface Plan {
  readonly records: number
  /** Of all records together. */
  readonly inputTokens: number
  /** Of one answer; 0 for embeddings, undefined where the spec sets none. */
  readonly maxTokens: number | undefined
  /** Of one answer, see expectedOutputTokens. */
  readonly expectedOutputTokens: number | undefined
  /** Of what fills jobs up, all together: beside the records. */
  readonly pads?: Tokens
  readonly price: Rates | undefined
}

export interface Estimate {
  /** Every answer as long as it may be: what limits are held against. */
  readonly estimatedUsd?: number
  /** Every answer of the expected length. */
  readonly expectedUsd?: number
}

const noPads: Tokens = { inputTokens: 0, outputTokens: 0 }

export function estimateCost(plan: Plan): Estimate {
  const { records, maxTokens, expectedOutputTokens, pads = noPads, price } = plan
  const inputTokens = plan.inputTokens + pads.inputTokens
  const at = (outputTokens: number | undefined) =>
    outputTokens === undefined
      ? undefined
      : actualCost({ inputTokens, outputTokens: records * outputTokens + pads.outputTokens }, price)
  const estimatedUsd = at(maxTokens)
  const expectedUsd = at(expectedOutputTokens)
  return { ...(estimatedUsd !== undefined && { estimatedUsd }), ...(expectedUsd !== undefined && { expectedUsd }) }
}

export interface Tokens {
  readonly inputTokens: number
  readonly outputTokens: number
}

/** By the counts that Bedrock returned. `way`: on-demand answers cost the full price. */
export function actualCost(
  { inputTokens, outputTokens }: Tokens,
  price: Rates | undefined,
  way: 'batch' | 'on-demand' = 'batch'
): number | undefined {
  if (price === undefined) return undefined
  const onDemand = (inputTokens * price.inputPerMillionUsd + outputTokens * price.outputPerMillionUsd) / 1_000_000
  return way === 'batch' ? onDemand * price.batchFactor : onDemand
}

/** Answers that are known already tell their mean length; before there are any, half of maxTokens is as good a guess as any. */
export function expectedOutputTokens(
  seen: { readonly answers: number; readonly outputTokens: number } | undefined,
  maxTokens: number | undefined
): number | undefined {
  if (seen !== undefined && seen.answers > 0) {
    const mean = seen.outputTokens / seen.answers
    return maxTokens === undefined ? mean : Math.min(mean, maxTokens)
  }
  return maxTokens === undefined ? undefined : maxTokens / 2
}
