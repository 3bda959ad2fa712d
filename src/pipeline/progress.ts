/** How a wait looks and how long its steps are. */
import type { JobFacts, Log } from '../ports.ts'

/** A job of this very pass. */
interface Created {
  readonly jobArn: string
  readonly records: number
}

const firstPauseMs = 1000
const hourMs = 3_600_000

/** Short at first (a job may fail its validation at once), then longer and longer, with jitter; never past the end of the wait. */
export function nextPause(round: number, remainingMs: number, random: number, longestMs: number): number {
  const pause = Math.min(longestMs, firstPauseMs * 1.5 ** Math.min(round, 20))
  return Math.max(0, Math.min(pause * (0.8 + 0.4 * random), remainingMs))
}

/** What takes longer than an hour is a matter of hours. A job that is stopping is not. */
export function longestPause(jobs: readonly JobFacts[], now: number): number {
  const live = jobs.filter(job => job.ending === undefined)
  const isLong = live.length > 0 && live.every(job => job.status !== 'Stopping' && now - job.submittedAt >= hourMs)
  return isLong ? 5 * 60_000 : 60_000
}

/** Until the next of them is to be stopped. Those that are past that instant were left running. */
export function untilDue(jobs: readonly JobFacts[], stopBefore: number): number {
  const left = jobs
    .filter(job => job.ending === undefined && job.submittedAt >= stopBefore)
    .map(job => job.submittedAt - stopBefore + 1000)
  return left.reduce((least, ms) => Math.min(least, ms), Number.POSITIVE_INFINITY)
}

/** Running jobs by status: `2 InProgress, 1 Scheduled`. */
function statusesOf(jobs: readonly JobFacts[]): string {
  const live = jobs.filter(job => job.ending === undefined)
  const names = [...new Set(live.map(job => job.status))]
  return names.map(name => `${live.filter(job => job.status === name).length} ${name}`).join(', ')
}

/** One line: jobs by status, records done of all, good and bad, time. */
export function describeWait(jobs: readonly JobFacts[], elapsedMs: number, created: readonly Created[] = []): string {
  const live = jobs.filter(job => job.ending === undefined)
  const statuses = statusesOf(jobs)
  const sum = (count: 'processed' | 'success' | 'error'): number =>
    live.reduce((all, job) => all + (job.counts[count] ?? 0), 0)
  // Bedrock counts once it has validated the input; what this pass put into a job it knows itself.
  const known = new Map(created.map(job => [job.jobArn, job.records]))
  const total = live.reduce((all, job) => all + (job.counts.total || (known.get(job.jobArn) ?? 0)), 0)
  const processed = total === 0 ? sum('processed') : `${sum('processed')} of ${total}`
  return `${statuses} · ${processed} records processed · ${sum('success')} good, ${sum('error')} with errors · ${duration(elapsedMs)}`
}

/** `1 h 04 min`, `3 min 20 s`, `12 s`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, '0')} s`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

const liveStatuses: readonly string[] = ['Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping']

/** Bedrock may grow a status that we do not know: such a job counts as running, and somebody should hear of it. */
export function strangeStatus({ ending, status, jobArn }: JobFacts): string | undefined {
  if (ending !== undefined || liveStatuses.includes(status)) return undefined
  return `${jobArn} has the status "${status}", which this version does not know; it is waited for`
}

/** Says how the wait goes: once a minute, and whenever a status changes. */
export class WaitTeller {
  private readonly log: Log
  private readonly startedAt: number
  private toldAt: number
  private statuses = ''

  constructor(log: Log, now: number) {
    this.log = log
    this.startedAt = now
    this.toldAt = now
  }

  tell(jobs: readonly JobFacts[], now: number, created: readonly Created[] = []): void {
    const statuses = statusesOf(jobs)
    if (statuses === '' || (now - this.toldAt < 60_000 && statuses === this.statuses)) return
    this.toldAt = now
    this.statuses = statuses
    this.log.info(describeWait(jobs, now - this.startedAt, created))
  }
}
