/** What we ask of the outside world, in our words. Types only. */
import type { Counts, Ending } from './jobs/state.ts'

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves early, without an error, when the signal fires. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** 0 ≤ x < 1, for jitter. */
  random(): number
  /**
   * Does this again and again, so many milliseconds after the last time, until what comes back is called; that resolves
   * when nothing of it is under way any more. It keeps no process alive. `act` never rejects.
   */
  every(ms: number, act: () => Promise<void>): () => Promise<void>
}

/** The user's checkout. Paths are relative to its root, with `/`; anything that would leave it is a ProblemsFound. */
export interface Workspace {
  /** Undefined where there is no such file. Throws ProblemsFound for a folder, a device or a symlink that leaves the workspace. */
  stat(path: string): Promise<{ bytes: number } | undefined>
  read(path: string): AsyncIterable<Uint8Array>
  /** Bytes from `from` up to, not including, `to`; fewer where the file ends before. */
  slice(path: string, from: number, to: number): Promise<Uint8Array>
  /** Throws ProblemsFound above `maxBytes`, or when the bytes are not UTF-8. Undefined where there is no such file. */
  readText(path: string, maxBytes: number): Promise<string | undefined>
  /** Sorted by code unit. A pattern without a wildcard gives itself, whether it exists or not. */
  glob(pattern: string): Promise<string[]>
  /** By way of a temporary file beside it, then rename: never half a file. Says whether the content changed. */
  write(
    path: string,
    content: AsyncIterable<string | Uint8Array>
  ): Promise<{ bytes: number; sha256: string; changed: boolean }>
  remove(path: string): Promise<boolean>
  /** Throws ProblemsFound where `write` could not work: a folder, a link or a file stands in the way. Makes nothing. */
  checkWritable(path: string): Promise<void>
}

/** Temporary files of one pass, removed with it. */
export interface Scratch {
  /** The name is for people who look; two files of one name are two files. */
  create(name: string): ScratchFile
  freeBytes(): number
}

/** Appended to, then read at offsets. Writes are buffered; reads see everything appended before. */
export interface ScratchFile {
  readonly bytes: number
  /** Returns the offset at which the text starts, in bytes of UTF-8. */
  append(text: string): number
  appendBytes(bytes: Uint8Array): void
  /** Gives the disk back; nothing can be read afterwards. */
  discard(): void
  readText(offset: number, length: number): string
  /**
   * Ranges are read in the given order, in pieces of up to a quarter of a mebibyte. Their memory is used again: a piece
   * stays as it is until fifteen more were read.
   */
  stream(ranges?: Iterable<ByteRange>): AsyncIterable<Uint8Array>
}

export interface ByteRange {
  readonly offset: number
  readonly length: number
}

export interface ObjectInfo {
  readonly key: string
  readonly bytes: number
  readonly lastModified: number
}

export interface Upload {
  readonly bytes: number
  /** Called again for every attempt. The memory of its pieces may be used again, as that of a scratch file's. */
  open(): AsyncIterable<Uint8Array>
}

/** Writes only where the object is absent, or only over the version with this etag. */
export type Condition = { readonly absent: true } | { readonly etag: string }

/** One bucket. Keys are whole, without the bucket. */
export interface ObjectStore {
  /** 'refused': the condition did not hold, and nothing was written. */
  put(key: string, body: Upload | string, condition?: Condition): Promise<'stored' | 'refused'>
  /** Undefined where there is no such object. A body that breaks off is read again, whole, by the caller. */
  get(key: string, range?: { readonly from: number; readonly to: number }): Promise<StoredObject | undefined>
  /** Undefined where there is no such object. */
  head(key: string): Promise<{ readonly bytes: number; readonly etag: string; readonly sha256?: string } | undefined>
  list(prefix: string): AsyncIterable<readonly ObjectInfo[]>
  delete(key: string): Promise<void>
  /** The store's own clock, as of its last answer: what the age of an object is measured by. */
  now(): number
  /** Throws Failure: no-bucket, wrong-region or access-denied. */
  check(): Promise<void>
}

export interface StoredObject {
  readonly bytes: number
  readonly etag: string
  /** By the store's own clock. */
  readonly lastModified: number
  readonly body: AsyncIterable<Uint8Array>
}

/** A batch job as Bedrock tells it. */
export interface JobFacts {
  readonly jobArn: string
  readonly jobName: string
  readonly modelId: string
  /** Undefined while the job lives, or when its status is one that we do not know. */
  readonly ending: Ending | undefined
  /** Bedrock's own word. */
  readonly status: string
  readonly message?: string
  readonly inputS3Uri: string
  readonly outputS3Uri: string
  readonly submittedAt: number
  readonly endedAt?: number
  readonly counts: JobCounts
}

/** Records; undefined where Bedrock did not say. */
export type JobCounts = Counts

export interface JobRequest {
  readonly jobName: string
  readonly clientRequestToken: string
  readonly modelId: string
  readonly invocationType: 'InvokeModel' | 'Converse'
  readonly roleArn: string
  readonly inputS3Uri: string
  readonly outputS3Uri: string
  readonly bucketOwner?: string
  readonly kmsKeyId?: string
  readonly vpc?: { readonly subnetIds: readonly string[]; readonly securityGroupIds: readonly string[] }
  readonly timeoutHours?: number
  readonly tags?: Readonly<Record<string, string>>
}

/** `unknown`: no answer, or a 5xx. The job may exist; only a look can tell. */
export type Creation =
  | { readonly kind: 'created'; readonly jobArn: string }
  | { readonly kind: 'name-taken' }
  | { readonly kind: 'later'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }

export interface BatchJobs {
  /** One request, never repeated here. Throws Failure for a definite refusal: nothing was created then. */
  create(request: JobRequest): Promise<Creation>
  get(jobArn: string): Promise<JobFacts | undefined>
  /** Every job whose name contains the text, whole, all pages. */
  list(nameContains: string): Promise<readonly JobFacts[]>
  /** 'over' where it had ended already. */
  stop(jobArn: string): Promise<'stopping' | 'over'>
}

export interface Question {
  readonly modelId: string
  readonly api: 'InvokeModel' | 'Converse'
  /** JSON text. */
  readonly modelInput: string
}

/**
 * `error`: a definite answer of the service about this record. `throttled`: nothing was asked. `trouble`: no answer, or
 * the service's own fault; the tokens may have been paid.
 */
export type OnDemandReply =
  | { readonly kind: 'output'; readonly modelOutput: string }
  | { readonly kind: 'error'; readonly code: number; readonly message: string }
  | { readonly kind: 'throttled'; readonly code: number; readonly message: string; readonly retryAfterMs?: number }
  | { readonly kind: 'trouble'; readonly code: number; readonly message: string }

export interface OnDemandModel {
  /** One request, never repeated here. Throws Failure where no other record would fare better: no access, no credentials. */
  ask(question: Question, signal: AbortSignal): Promise<OnDemandReply>
}

/** What a saved state says of a job: a hint, believed only after Bedrock was asked. */
export interface LedgerJob {
  readonly jobArn: string
  readonly jobName: string
  readonly status: string
}

/** Jobs of a spec, carried from one workflow run to the next. Losing or forging it costs time, never money. Never throws. */
export interface Ledger {
  load(specId: string): Promise<readonly LedgerJob[]>
  /** Keeps it on this machine at once, for whoever cleans up after a pass that is killed before it can save. */
  note(specId: string, jobs: readonly LedgerJob[]): void
  save(specId: string, jobs: readonly LedgerJob[]): Promise<void>
}

/** Who holds a lease; `runId` and `runAttempt` of a workflow run, both empty elsewhere. */
export interface LeaseOwner {
  readonly runId: string
  readonly runAttempt: string
  readonly runUrl: string
}

/** Whether the workflow run of this owner is over; undefined where nobody can tell. */
export type HasEnded = (owner: LeaseOwner) => Promise<boolean | undefined>

/** Who we are to AWS. */
export interface Identity {
  readonly account: string
  readonly arn: string
}

export interface Cloud {
  readonly region: string
  readonly objects: ObjectStore
  /** Another bucket of the same region, for a job's output. */
  bucket(name: string): ObjectStore
  /** A bucket that datasets and media lie in: it may belong to somebody else. */
  foreignBucket(name: string): ObjectStore
  readonly jobs: BatchJobs
  /** Loads what it takes to ask one record at a time. */
  onDemand(): Promise<OnDemandModel>
  identity(): Promise<Identity>
}

/** What to publish: files already written to the workspace. */
export interface Publication {
  readonly specName: string
  /** Files to add or change, and files to remove; relative to the workspace. */
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly message: string
  readonly title: string
  readonly body: string
}

export interface Published {
  readonly commitSha?: string
  readonly pullRequest?: { readonly number: number; readonly url: string }
  readonly artifact?: { readonly name: string; readonly id: number }
}

export interface Publisher {
  /** Whether publishing can work, asked before anything is paid. Throws Failure `cannot-publish` with a remedy. */
  check(): Promise<void>
  publish(publication: Publication): Promise<Published>
}

/** Text is escaped by the implementation: no line of it can be a workflow command. */
export interface Log {
  info(message: string): void
  warning(message: string): void
  /** A foldable group; the returned function closes it. */
  group(title: string): () => void
}
