/** A job's life as facts; what to do next is computed elsewhere. `advance` is the only place where a job changes. */

/** How a job ended, in our words. */
export type Ending = 'completed' | 'partially-completed' | 'failed' | 'stopped' | 'expired'

export interface Counts {
  readonly total?: number
  readonly processed?: number
  readonly success?: number
  readonly error?: number
}

/** One input object, one job. `name` is `<shard16>-g<n>`. */
export interface Shard {
  readonly name: string
  readonly jobName: string
  readonly records: number
}

export type Job =
  | { readonly status: 'staged'; readonly shard: Shard; readonly stagedAt: number }
  | {
      readonly status: 'running'
      readonly shard: Shard
      readonly jobArn: string
      readonly submittedAt: number
      readonly service: string
      readonly counts: Counts
    }
  | {
      readonly status: 'ended'
      readonly shard: Shard
      readonly jobArn: string
      readonly submittedAt: number
      readonly ending: Ending
      readonly counts: Counts
      readonly message?: string
    }
  | {
      readonly status: 'collected'
      readonly shard: Shard
      readonly jobArn: string
      readonly submittedAt: number
      readonly ending: Ending
      readonly counts: Counts
      readonly message?: string
    }

export type JobEvent =
  | { readonly kind: 'created'; readonly jobArn: string; readonly at: number }
  | { readonly kind: 'seen'; readonly service: string; readonly counts: Counts }
  | { readonly kind: 'ended'; readonly ending: Ending; readonly counts: Counts; readonly message?: string }
  | { readonly kind: 'collected' }

/** The job after the event. An event that cannot happen to a job in this state leaves it as it is: news may come twice or late. */
export function advance(job: Job, event: JobEvent): Job {
  switch (event.kind) {
    case 'created':
      return job.status === 'staged'
        ? {
            status: 'running',
            shard: job.shard,
            jobArn: event.jobArn,
            submittedAt: event.at,
            service: 'Submitted',
            counts: {}
          }
        : job
    case 'seen':
      return job.status === 'running' ? { ...job, service: event.service, counts: event.counts } : job
    case 'ended':
      return job.status === 'running' ? ended(job, event) : job
    case 'collected':
      return job.status === 'ended' ? { ...job, status: 'collected' } : job
  }
}

function ended(job: Job & { status: 'running' }, event: JobEvent & { kind: 'ended' }): Job {
  const { shard, jobArn, submittedAt } = job
  const message = event.message === undefined ? {} : { message: event.message }
  return { status: 'ended', shard, jobArn, submittedAt, ending: event.ending, counts: event.counts, ...message }
}
