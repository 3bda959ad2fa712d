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

/** Records to ask, and how many of them a job left unanswered at its deadline. */
export interface Load {
  readonly records: number
  readonly late: number
}

type Way = 'batch' | 'on-demand' | 'pad' | 'hold' | 'fail'

export interface Choice {
  readonly way: Way
  /** A clause for a person. */
  readonly why: string
}

export function chooseWay({ records, late }: Load, rules: WayRules): Choice {
  const { inference, minRecords, onDemandRecords } = rules
  if (inference === 'on-demand') return { way: 'on-demand', why: 'inference: on-demand' }
  if (late > 0 && late === records && inference === 'auto')
    return { way: 'on-demand', why: 'their job was past deadlineHours' }
  if (inference === 'auto' && rules.noBatch) return withoutBatch(records, onDemandRecords)
  if (records >= minRecords) return { way: 'batch', why: `a batch job takes ${minRecords} records or more` }
  const few = `${records} of at least ${minRecords} records for a batch job`
  if (rules.belowMinimum !== 'on-demand') return { way: rules.belowMinimum, why: few }
  if (inference === 'batch') return { way: 'hold', why: `${few}, and inference: batch` }
  if (records > onDemandRecords)
    return { way: 'hold', why: `${few}, and more than limits.onDemandRecords (${onDemandRecords})` }
  return { way: 'on-demand', why: few }
}

/** A dataset that was meant to cost half is not asked at the full price without a word. */
function withoutBatch(records: number, most: number): Choice {
  if (records <= most) return { way: 'on-demand', why: 'AWS lists no batch for this model' }
  const why = `AWS lists no batch for this model, and ${records} records are more than limits.onDemandRecords (${most}); inference: on-demand asks all of them at the full price`
  return { way: 'hold', why }
}
