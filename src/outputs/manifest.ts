/** Our account of the published state: counts, files, jobs, cost. What one pass did is not in it, so a second pass leaves it alone. */
import type { Ending } from '../jobs/state.ts'
import { count, isObject, ShapeError } from '../json.ts'
import { nextAccount, orderedEarlier, readEarlier, totalsOf } from './manifest-jobs.ts'
import type { EarlierJobs } from './manifest-jobs.ts'
import { readState } from './manifest-reader.ts'
import { parseJson } from '../results/parse-json.ts'

export const manifestSchema = 1

export interface ManifestJob {
  readonly jobArn: string
  readonly jobName: string
  readonly ending: Ending
  readonly records: number
  readonly answered: number
  readonly failed: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** Absent where the price is not known. */
  readonly costUsd?: number
}

export interface ManifestFile {
  readonly path: string
  readonly rows: number
  /**
   * How many files a path with holes has become; absent for a plain path. Their bytes are added up, and the digest is
   * that of the lines `<sha256>  <path>`, sorted by path, as `sha256sum` prints them.
   */
  readonly files?: number
  readonly sha256: string
  readonly bytes: number
}

/** What is published now, as a pass knows it. */
export interface PublishedState {
  readonly spec: string
  readonly model: string
  readonly api: 'InvokeModel' | 'Converse'
  readonly family: string
  /** False while rows are still waiting: the files hold a part. */
  readonly complete: boolean
  readonly rows: {
    readonly wanted: number
    readonly answered: number
    readonly failed: number
    readonly edited: number
  }
  readonly failures: readonly { readonly reason: string; readonly count: number }[]
  readonly files: readonly ManifestFile[]
  /** Jobs collected by this pass; those of earlier ones are kept. */
  readonly jobs: readonly ManifestJob[]
}

export interface Manifest extends PublishedState {
  readonly schema: typeof manifestSchema
  /** Jobs before those that are listed. */
  readonly earlier?: EarlierJobs
  readonly totals: {
    readonly jobs: number
    readonly records: number
    readonly answered: number
    readonly failed: number
    readonly inputTokens: number
    readonly outputTokens: number
    /** Absent where the cost of any job is. */
    readonly costUsd?: number
  }
}

export function nextManifest(previous: Manifest | undefined, state: PublishedState): Manifest {
  const account = nextAccount(previous, state.jobs)
  const failures = [...state.failures].sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
  const { spec, model, api, family, complete, rows, files } = state
  const totals = totalsOf(account)
  return { schema: manifestSchema, spec, model, api, family, complete, rows, failures, files, ...account, totals }
}

/** Members in a fixed order, so that the same state gives the same bytes. */
export function writeManifest(manifest: Manifest): string {
  const { schema, spec, model, api, family, complete, rows, totals } = manifest
  const failures = manifest.failures.map(({ reason, count: times }) => ({ reason, count: times }))
  const files = manifest.files.map(({ path, rows: lines, files: count, sha256, bytes }) =>
    count === undefined ? { path, rows: lines, sha256, bytes } : { path, rows: lines, files: count, sha256, bytes }
  )
  const { wanted, answered, failed, edited } = rows
  const counts = { wanted, answered, failed, edited }
  const account = {
    jobs: manifest.jobs.map(orderedJob),
    ...(manifest.earlier && { earlier: orderedEarlier(manifest.earlier) })
  }
  const whole = { schema, spec, model, api, family, complete, rows: counts, failures, files, ...account, totals }
  return `${JSON.stringify(whole, null, 2)}\n`
}

function orderedJob(job: ManifestJob): ManifestJob {
  const { jobArn, jobName, ending, records, answered, failed, inputTokens, outputTokens, costUsd } = job
  const told = { jobArn, jobName, ending, records, answered, failed, inputTokens, outputTokens }
  return costUsd === undefined ? told : { ...told, costUsd }
}

export type ManifestReading =
  | { readonly kind: 'ok'; readonly manifest: Manifest }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: string }
  /** Written by another version of the action; undefined where no number is told. */
  | { readonly kind: 'other-schema'; readonly schema: number | undefined }

/** Undefined or blank text is an absent manifest. */
export function readManifest(text: string | undefined): ManifestReading {
  if (text === undefined || text.trim() === '') return { kind: 'absent' }
  const value = parseJson(text)
  if (!isObject(value)) return { kind: 'unreadable', why: 'it is not a JSON object' }
  if (value['schema'] !== manifestSchema) return { kind: 'other-schema', schema: count(value, 'schema') }
  try {
    const state = { ...readState(value), ...readEarlier(value) }
    return { kind: 'ok', manifest: { schema: manifestSchema, ...state, totals: totalsOf(state) } }
  } catch (error) {
    if (error instanceof ShapeError) return { kind: 'unreadable', why: error.message }
    throw error
  }
}
