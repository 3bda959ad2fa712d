/** By which way records are asked, and why: a batch job, on demand, or not yet. */

export interface WayRules {
  readonly inference: 'auto' | 'batch' | 'on-demand'
  readonly belowMinimum: 'on-demand' | 'pad' | 'hold' | 'fail'
  /** The fewest records that a batch job takes. */
  readonly minRecords: number
  /** The most records asked on demand in one pass. */
  readonly onDemandRecords: number
  /** AWS lists no batch for the model, so that `auto` asks on demand. */
  readonly noBatch?: boolean
}

/** Records to ask. */
export interface Load {
  readonly records: number
  /** Asked on demand by this pass before, or about to be. */
  readonly before?: number
  /** No job within the limits can be made of them, few or many. */
  readonly isUnfit?: boolean
}

type Way = 'batch' | 'on-demand' | 'pad' | 'hold' | 'fail'

export interface Choice {
  readonly way: Way
  /** A clause for a person. */
  readonly why: string
  /** Held by this pass alone: the next one may ask them on demand. */
  readonly forNow?: true
}

export function chooseWay(load: Load, rules: WayRules): Choice {
  const { inference, minRecords, belowMinimum } = rules
  const { records } = load
  if (inference === 'on-demand') return { way: 'on-demand', why: 'inference: on-demand' }
  if (inference === 'auto' && rules.noBatch) return withoutBatch(load, rules)
  if (records >= minRecords && !load.isUnfit)
    return { way: 'batch', why: `a batch job takes ${minRecords} records or more` }
  const few =
    records < minRecords
      ? `${records} of at least ${minRecords} records for a batch job`
      : `${records} records, of which no ${minRecords} fit into one batch job`
  if (belowMinimum !== 'on-demand') return { way: belowMinimum, why: few }
  if (inference === 'batch') return { way: 'hold', why: `${few}, and inference: batch` }
  const { onDemandRecords: most } = rules
  return onDemand(load, most, few, `${few}, and more than limits.onDemandRecords (${most})`)
}

/** A dataset that was meant to cost half is not asked at the full price without a word. */
function withoutBatch(load: Load, { onDemandRecords: most }: WayRules): Choice {
  const why = 'AWS lists no batch for this model'
  const tooMany = `${why}, and ${load.records} records are more than limits.onDemandRecords (${most}); inference: on-demand asks all of them at the full price`
  return onDemand(load, most, why, tooMany)
}

function onDemand({ records, before = 0 }: Load, most: number, why: string, tooMany: string): Choice {
  if (records > most) return { way: 'hold', why: tooMany }
  if (records + before <= most) return { way: 'on-demand', why }
  const spent = `${why}; with the ${before} asked before, more than limits.onDemandRecords (${most}) in one pass`
  return { way: 'hold', why: spent, forNow: true }
}
