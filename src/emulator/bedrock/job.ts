/** One batch job as the emulator holds it, and what the API tells of it. Changes nothing by itself. */
import type { ModelInvocationJobStatus } from '@aws-sdk/client-bedrock'
import type { JsonMap } from '../json.ts'
import type { Processed } from './process.ts'

export type Status = ModelInvocationJobStatus
export type Ended = 'Completed' | 'PartiallyCompleted' | 'Failed' | 'Stopped' | 'Expired'

export interface Counters {
  readonly total: number
  readonly processed: number
  readonly success: number
  readonly error: number
}

export interface Job {
  readonly arn: string
  /** Last part of the ARN. */
  readonly id: string
  readonly request: JsonMap
  readonly name: string
  readonly modelId: string
  readonly api: 'InvokeModel' | 'Converse'
  readonly input: Place
  readonly output: Place
  readonly token: string | undefined
  readonly submittedAt: number
  readonly expiresAt: number
  readonly tags: Map<string, string>
  /** Every status with the instant it began, oldest first. Never empty. */
  readonly history: { status: Status; at: number }[]
  message?: string
  endedAt?: number
  /** Known once validation is through. */
  files: InputFile[]
  total: number
  /** Present from InProgress on. */
  run?: {
    readonly startedAt: number
    readonly endsAt: number
    readonly processed: Promise<Processed>
    done?: Processed
  }
  /** What was processed when the job ended or was told to stop. */
  final?: Counters
}

export interface Place {
  readonly bucket: string
  /** Without a leading slash. */
  readonly key: string
}

export interface InputFile {
  readonly bucket: string
  readonly key: string
  /** Below the job's folder in the output: the key without the folder that was named as input. */
  readonly outputName: string
  readonly bytes: number
  readonly records: number
}

const over: ReadonlySet<Status> = new Set(['Completed', 'PartiallyCompleted', 'Failed', 'Stopped', 'Expired'] as const)

export function statusOf(job: Job): Status {
  return job.history.at(-1)?.status ?? 'Submitted'
}

/** The status as it was at that instant; undefined before the job was there. */
export function statusAt(job: Job, instant: number): Status | undefined {
  return job.history.findLast(one => one.at <= instant)?.status
}

export function isOver(job: Job): boolean {
  return over.has(statusOf(job))
}

export function placeOf(s3Uri: string): Place {
  const [bucket = '', ...key] = s3Uri.slice('s3://'.length).split('/')
  return { bucket, key: key.join('/') }
}

/** Counters as they were at an instant: those of the end, or the part of the run that time had passed. */
export function countersAt(job: Job, instant: number): Counters {
  if (job.final && instant >= (job.endedAt ?? instant)) return job.final
  const done = job.run?.done
  if (!job.run || !done) return { total: job.total, processed: 0, success: 0, error: 0 }
  const part = (instant - job.run.startedAt) / Math.max(1, job.run.endsAt - job.run.startedAt)
  return done.counters(Math.floor(job.total * Math.min(1, Math.max(0, part))))
}

/** The job as GetModelInvocationJob and the list's summaries spell it. Tags are not part of it. */
export function describe(job: Job, status: Status, counters: Counters | undefined): JsonMap {
  const iso = (at: number): string => new Date(at).toISOString()
  const { request } = job
  const copied = ['clientRequestToken', 'roleArn', 'inputDataConfig', 'outputDataConfig', 'vpcConfig'] as const
  const answer: JsonMap = { jobArn: job.arn, jobName: job.name, modelId: job.modelId, status }
  for (const name of copied) if (request[name] !== undefined && request[name] !== null) answer[name] = request[name]
  answer['submitTime'] = iso(job.submittedAt)
  answer['lastModifiedTime'] = iso(job.history.at(-1)?.at ?? job.submittedAt)
  if (job.endedAt !== undefined) answer['endTime'] = iso(job.endedAt)
  answer['timeoutDurationInHours'] = request['timeoutDurationInHours'] ?? 24
  answer['jobExpirationTime'] = iso(job.expiresAt)
  answer['modelInvocationType'] = job.api
  if (job.message !== undefined) answer['message'] = job.message
  if (counters === undefined) return answer
  answer['totalRecordCount'] = counters.total
  answer['processedRecordCount'] = counters.processed
  answer['successRecordCount'] = counters.success
  answer['errorRecordCount'] = counters.error
  return answer
}
