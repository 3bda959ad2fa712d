/** The jobs of a manifest: the newest one by one, and those before them as a sum, so that the file does not grow for ever. */
import { array, count, isObject, object, ShapeError } from '../json.ts'
import type { JsonObject, JsonValue } from '../json.ts'
import type { Manifest, ManifestJob } from './manifest.ts'

/** Jobs that are no longer listed one by one. */
export interface EarlierJobs {
  readonly records: number
  readonly answered: number
  readonly failed: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** Absent where the cost of any of them is. */
  readonly costUsd?: number
  /** The last part of each ARN, so that no job is counted twice. */
  readonly ids: readonly string[]
}

export interface JobsAccount {
  readonly jobs: readonly ManifestJob[]
  readonly earlier?: EarlierJobs
}

const mostListed = 200

/** Jobs are named by ARN: one told again replaces what was known of it. New ones follow by name, whatever order they come in. */
export function nextAccount(previous: JobsAccount | undefined, told: readonly ManifestJob[]): JobsAccount {
  const earlierIds = new Set(previous?.earlier?.ids)
  const jobs = new Map((previous?.jobs ?? []).map(job => [job.jobArn, job]))
  const order = (job: ManifestJob): string => `${job.jobName} ${job.jobArn}`
  const news = told.filter(job => !earlierIds.has(idOf(job))).sort((a, b) => (order(a) < order(b) ? -1 : 1))
  for (const job of news) jobs.set(job.jobArn, job)
  const all = [...jobs.values()]
  const surplus = all.splice(0, Math.max(0, all.length - mostListed))
  const earlier = sumOf(previous?.earlier, surplus)
  return { jobs: all, ...(earlier && { earlier }) }
}

/** Ids of all jobs that the account holds. */
export function accountedJobs({ jobs, earlier }: JobsAccount): Set<string> {
  return new Set([...(earlier?.ids ?? []), ...jobs.map(idOf)])
}

/** Of an on-demand run the place of its parts stands for the ARN. */
function idOf({ jobArn }: ManifestJob): string {
  return jobArn.replace(/\/$/, '').replace(/^.*\//, '')
}

function sumOf(earlier: EarlierJobs | undefined, jobs: readonly ManifestJob[]): EarlierJobs | undefined {
  if (jobs.length === 0) return earlier
  const { jobs: _count, ...totals } = totalsOf({ jobs, ...(earlier && { earlier }) })
  return { ...totals, ids: [...(earlier?.ids ?? []), ...jobs.map(idOf)] }
}

export function totalsOf({ jobs, earlier }: JobsAccount): Manifest['totals'] {
  const parts = [...(earlier ? [earlier] : []), ...jobs]
  const sum = (of: (part: EarlierJobs | ManifestJob) => number): number =>
    parts.reduce((total, part) => total + of(part), 0)
  const known = parts.every(part => part.costUsd !== undefined)
  return {
    jobs: jobs.length + (earlier?.ids.length ?? 0),
    records: sum(part => part.records),
    answered: sum(part => part.answered),
    failed: sum(part => part.failed),
    inputTokens: sum(part => part.inputTokens),
    outputTokens: sum(part => part.outputTokens),
    // Sums of decimal fractions are not exact in binary: a millionth of a dollar is as far as anybody looks.
    ...(known && { costUsd: Math.round(sum(part => part.costUsd ?? 0) * 1e6) / 1e6 })
  }
}

/** Throws ShapeError that names the path. */
export function readEarlier(value: JsonObject): { earlier?: EarlierJobs } {
  if (!isObject(value['earlier'])) return {}
  const { costUsd } = object(value, 'earlier')
  const earlier = {
    records: number(value, 'records'),
    answered: number(value, 'answered'),
    failed: number(value, 'failed'),
    inputTokens: number(value, 'inputTokens'),
    outputTokens: number(value, 'outputTokens'),
    ...(typeof costUsd === 'number' && { costUsd }),
    ids: array(value, 'earlier.ids').filter(id => typeof id === 'string')
  }
  return { earlier }
}

/** Members in a fixed order. */
export function orderedEarlier(earlier: EarlierJobs): EarlierJobs {
  const { records, answered, failed, inputTokens, outputTokens, costUsd, ids } = earlier
  return {
    records,
    answered,
    failed,
    inputTokens,
    outputTokens,
    ...(costUsd !== undefined && { costUsd }),
    ids
  }
}

function number(value: JsonValue, name: string): number {
  const found = count(value, `earlier.${name}`)
  if (found === undefined) throw new ShapeError(`earlier.${name}`, 'a whole number')
  return found
}
