/** How a job ended and what was counted, in our words. Nothing of a job is stored: each look at Bedrock tells its state anew. */

export type Ending = 'completed' | 'partially-completed' | 'failed' | 'stopped' | 'expired'

/** Records; undefined where Bedrock did not say. */
export interface Counts {
  readonly total?: number
  readonly processed?: number
  readonly success?: number
  readonly error?: number
}
