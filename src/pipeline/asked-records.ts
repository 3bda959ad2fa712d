/** What a pass itself has asked, by which way, and what that may cost: as against what it took home of others. */
import type { Estimate } from '../reconcile/cost.ts'
import type { Done, Prices } from './job-reports.ts'

/** Unknown as soon as one part is. */
export function sumOf(parts: readonly (number | undefined)[]): number | undefined {
  return parts.reduce<number | undefined>(
    (sum, part) => (sum === undefined || part === undefined ? undefined : sum + part),
    0
  )
}

export interface AskedRecords {
  readonly batch: number
  readonly onDemand: number
}

/** By this pass, without what only fills a job up. */
export function askedBy({ submissions }: Pick<Done, 'submissions'>): AskedRecords {
  const by = (way: 'batch' | 'on-demand'): number =>
    submissions.filter(one => one.way === way).reduce((sum, one) => sum + one.records, 0)
  return { batch: by('batch'), onDemand: by('on-demand') }
}

/** Whether nothing of what was asked or came home has the price of a batch. */
export function isAllOnDemand(driven: Done): boolean {
  const { batch, onDemand } = askedBy(driven)
  const home = driven.collected
  return batch === 0 && onDemand + home.length > 0 && home.every(one => one.way === 'on-demand')
}

/** This pass's own runs on demand: what else came home of such was asked by others. */
export function runsOf({ collected, submissions }: Done): Done['collected'] {
  const own = new Set(submissions.map(one => one.run))
  return collected.filter(one => one.way === 'on-demand' && own.has(one.job.jobName))
}

export function estimateOf({ submissions }: Pick<Done, 'submissions'>, costs: Prices): Estimate {
  return sumOfEstimates(submissions.map(one => costs.estimate(one.records, one.way, one.pads)))
}

export function sumOfEstimates(estimates: readonly Estimate[]): Estimate {
  const estimatedUsd = sumOf(estimates.map(one => one.estimatedUsd))
  const expectedUsd = sumOf(estimates.map(one => one.expectedUsd))
  return { ...(estimatedUsd !== undefined && { estimatedUsd }), ...(expectedUsd !== undefined && { expectedUsd }) }
}
