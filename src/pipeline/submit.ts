/**
 * From questions to jobs: stage, look, create, in this order, so that a pass killed between any two requests leaves
 * behind what the next one needs to go on, and nothing that is paid twice.
 */
import { createHash } from 'node:crypto'
import { counted } from '../figures.ts'
import { clientRequestTokenOf, jobNameOf, readJobName } from '../jobs/names.ts'
import { cutShards } from '../jobs/shard.ts'
import type { ShardLimits } from '../jobs/shard.ts'
import type { Cloud, Creation, JobFacts, JobRequest, LedgerJob, Log, Upload } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { AwsPlaces } from './context.ts'
import { idList } from './id-lists.ts'
import { settleMs } from './observe.ts'
import type { Questions } from './questions.ts'
import { bringMedia, linesWith, storedMediaOf } from './s3-media.ts'
import type { Store } from './store.ts'

/** What all jobs of a spec have in common. */
export type JobCommon = Pick<
  JobRequest,
  'modelId' | 'invocationType' | 'bucketOwner' | 'kmsKeyId' | 'vpc' | 'timeoutHours' | 'tags'
>

export interface Submitting {
  readonly cloud: Cloud
  readonly store: Store
  readonly account: string
  readonly places: AwsPlaces & { readonly serviceRoleArn: string }
  readonly specName: string
  readonly common: JobCommon
  readonly questions: Questions
  readonly limits: ShardLimits
  /** How many more jobs may be active. */
  readonly freeJobs: number
  /** Our jobs as they were last listed: their names are taken. */
  readonly jobs: readonly JobFacts[]
  /** Names of the shards that were staged before: none of them is used again, or a create that is still on its way would find its input. */
  readonly shards: ReadonlySet<string>
  /** Whether this pass still holds the right to pay; asked before each job is created. */
  readonly mayStillPay: () => Promise<boolean>
  /** Told of each job at once: the pass may be killed before all of them exist. */
  readonly created: (job: CreatedJob) => void
  readonly deadline: number
  readonly signal: AbortSignal
  readonly log: Log
}

export interface CreatedJob extends LedgerJob {
  readonly records: number
}

export interface Submission {
  readonly way: 'batch' | 'on-demand'
  /** The name of a run on demand. */
  readonly run?: string
  /** ARNs, in the order of the shards; a job that was found instead of created counts. */
  readonly jobArns: readonly string[]
  readonly records: number
  /** Records that only fill the job up: beside the others, and in none of these numbers. */
  readonly pads?: number
  /** Why this way was chosen, as a clause for a person. */
  readonly because?: string
  /** Records left for a later pass, and why. */
  readonly left: number
  readonly why: string | undefined
  /** Whether what is left may be asked later in this pass without anything having ended meanwhile. */
  readonly again: boolean
}

interface StagedShard {
  readonly name: string
  readonly jobName: string
  readonly records: number
  /** Of the records. */
  readonly key: string
  readonly content: Upload
  readonly inputS3Uri: string
}

/** How often a create may go without an answer. */
const creations = 3
/** How often one that is refused for now is repeated at once. */
const repetitions = 3

export async function submit(work: Submitting, wanted: Uint32Array): Promise<Submission> {
  const sizes = wanted.map(index => work.questions.bytesOf(index))
  const cuts = cutShards(sizes, work.limits)
  const jobArns: string[] = []
  let records = 0
  let again = false
  let why: string | undefined = cuts.length > work.freeJobs ? 'the quota of active jobs is used up' : undefined
  for (const [number, cut] of cuts.slice(0, Math.max(0, work.freeJobs)).entries()) {
    if (work.signal.aborted) {
      why = cancelled
      break
    }
    const shard = await stage(work, wanted.subarray(cut.from, cut.to), cut.bytes)
    const outcome = await launch(work, shard)
    if (outcome.jobArn === undefined) {
      why = outcome.why
      again = true
      break
    }
    jobArns.push(outcome.jobArn)
    records += shard.records
    // At once, before anything else can go wrong: the log is one more copy of the ARN.
    work.created({ jobArn: outcome.jobArn, jobName: shard.jobName, status: 'Submitted', records: shard.records })
    work.log.info(`job ${number + 1} of ${cuts.length}: ${counted(shard.records, 'record')} → ${outcome.jobArn}`)
  }
  return { way: 'batch', jobArns, records, left: wanted.length - records, why, again }
}

/** Writes the ids, then the records. The staged object is the intent that a later pass finds. */
async function stage(work: Submitting, indexes: Uint32Array, size: number): Promise<StagedShard> {
  const { store, questions } = work
  const digest = createHash('sha256')
  for await (const piece of questions.stream(indexes)) digest.update(piece)
  const shard16 = digest.digest('hex').slice(0, 16)
  const generation = freeGeneration(work, shard16)
  const name = `${shard16}-g${generation}`
  const media = storedMediaOf(questions, indexes)
  const folder = store.keys.inputFolder(name)
  const key = media.length === 0 ? store.keys.input(name) : `${folder}${name}.jsonl`
  const ids = idList(indexes.length, line => questions.ids.idAt(indexes[line] ?? 0))
  await store.objects.put(store.keys.ids(name), ids, { absent: true })
  await bringMedia(work, folder, media)
  const records =
    media.length === 0
      ? { bytes: size, open: () => questions.stream(indexes) }
      : await measured(() => linesWith(questions, indexes, { bucket: store.bucket, folder }))
  // There already: our own, whose answer was lost, or that of a pass which has taken over. The same bytes in any case.
  if ((await store.objects.put(key, records, { absent: true })) === 'refused') await store.objects.put(key, records)
  return {
    name,
    jobName: jobNameOf(work.specName, store.specId, shard16, generation),
    records: indexes.length,
    key,
    content: records,
    inputS3Uri: `s3://${store.bucket}/${media.length === 0 ? key : folder}`
  }
}

async function measured(open: () => AsyncIterable<Uint8Array>): Promise<Upload> {
  let bytes = 0
  for await (const piece of open()) bytes += piece.length
  return { bytes, open }
}

/** Of a folder: whether it is told with a slash at its end is not documented. */
function withoutSlash(uri: string): string {
  return uri.replace(/\/$/, '')
}

/** The lowest number that these bytes were never staged under and no job has in its name. */
function freeGeneration({ jobs, shards }: Submitting, shard16: string): number {
  const taken = new Set<number>()
  for (const job of jobs) {
    const parts = readJobName(job.jobName)
    if (parts?.shard16 === shard16) taken.add(parts.generation)
  }
  let generation = 1
  while (taken.has(generation) || shards.has(`${shard16}-g${generation}`)) generation++
  return generation
}

type Launch =
  { readonly jobArn: string; readonly why?: undefined } | { readonly jobArn: undefined; readonly why: string }

const takenOver = 'another pass has taken over'
const cancelled = 'the pass was cancelled'

async function launch(work: Submitting, shard: StagedShard): Promise<Launch> {
  const found = await look(work, shard)
  if (found !== undefined) return { jobArn: found }
  let refusals = 0
  for (let attempt = 1; ;) {
    // Staging takes its time. What nobody wants any more is not paid.
    if (attempt === 1 && work.signal.aborted) {
      await unstage(work, shard)
      return { jobArn: undefined, why: cancelled }
    }
    if (!(await work.mayStillPay())) return { jobArn: undefined, why: takenOver }
    if (attempt > 1 && !(await renew(work, shard))) return { jobArn: undefined, why: takenOver }
    const creation = await create(work, shard, attempt)
    if (creation.kind === 'created') return { jobArn: creation.jobArn }
    if (creation.kind === 'later') {
      if (++refusals <= repetitions && (await pauseBeforeNext(work, refusals))) continue
      // Where an earlier try had no answer, its job may still appear: then the input has to stay.
      if (attempt === 1) await unstage(work, shard)
      return { jobArn: undefined, why: creation.why }
    }
    const why = creation.kind === 'unknown' ? creation.why : 'the job name is taken by a job that is not listed yet'
    work.log.info(`creating ${shard.jobName}: ${why}; looking for the job`)
    const later = await lookUntilSettled(work, shard)
    if (later !== undefined) return { jobArn: later }
    if (attempt++ === creations || work.signal.aborted || work.store.clock.now() >= work.deadline)
      return { jobArn: undefined, why: creation.kind === 'unknown' ? nobodyKnows(shard, why) : why }
  }
}

function nobodyKnows({ jobName }: StagedShard, why: string): string {
  return `nobody knows yet whether Bedrock created the job ${jobName}; the next pass looks for it before it creates one (${why})`
}

/** Throws Failure where Bedrock says no for good: then the records are free again at once, for whoever has mended the reason. */
async function create(work: Submitting, shard: StagedShard, attempt: number): Promise<Creation> {
  try {
    return await work.cloud.jobs.create(requestFor(work, shard))
  } catch (error) {
    if (attempt === 1) await unstage(work, shard)
    throw error
  }
}

/**
 * What is staged counts as in flight for as long as a create may still take effect, and so its age has to count from the
 * last create, not from the first: whoever comes after a pass that is killed at it must wait for that one.
 */
async function renew({ store, mayStillPay }: Submitting, { key, content }: StagedShard): Promise<boolean> {
  const staged = await store.objects.head(key)
  // Another pass has deleted it, so that our earlier create finds nothing.
  if (staged === undefined) return false
  await store.objects.put(key, content, { etag: staged.etag })
  return mayStillPay()
}

/** False where there is no time left for it. */
async function pauseBeforeNext({ store: { clock }, deadline, signal }: Submitting, refusals: number): Promise<boolean> {
  const pause = 1000 * 2 ** refusals * (0.75 + clock.random() / 2)
  if (clock.now() + pause >= deadline) return false
  await clock.sleep(pause, signal)
  return !signal.aborted
}

/**
 * Bedrock has said that there is no job: without its input the shard is not in flight, and the very next look may ask
 * its records again, under the same name. Where that cannot be done it counts as in flight until it is old, as after a
 * crash.
 */
async function unstage({ store, mayStillPay }: Submitting, { name, key }: StagedShard): Promise<void> {
  try {
    if (!(await mayStillPay())) return
    await store.objects.delete(key)
    await store.objects.delete(store.keys.ids(name))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
}

/**
 * The job of exactly this name and input. It may have ended meanwhile: no earlier job had this generation's name, so
 * it asks these very records, and its output is collected like any other.
 */
async function look(work: Submitting, shard: StagedShard): Promise<string | undefined> {
  const jobs = await work.cloud.jobs.list(work.store.specId)
  return jobs.find(
    job => job.jobName === shard.jobName && withoutSlash(job.inputS3Uri) === withoutSlash(shard.inputS3Uri)
  )?.jobArn
}

/** Nobody knows whether the job exists: look until it would surely be listed, or until the wait is over. */
async function lookUntilSettled(work: Submitting, shard: StagedShard): Promise<string | undefined> {
  const { clock } = work.store
  const settled = Math.min(clock.now() + settleMs, work.deadline)
  for (let pause = 1000; ; pause = Math.min(pause * 2, 30_000)) {
    const found = await look(work, shard)
    if (found !== undefined || clock.now() >= settled || work.signal.aborted) return found
    await clock.sleep(Math.min(pause * (0.75 + clock.random() / 2), Math.max(0, settled - clock.now())), work.signal)
  }
}

function requestFor(work: Submitting, shard: StagedShard): JobRequest {
  const { account, places, common, store } = work
  return {
    ...common,
    jobName: shard.jobName,
    clientRequestToken: clientRequestTokenOf(account, places.region, shard.jobName),
    roleArn: places.serviceRoleArn,
    inputS3Uri: shard.inputS3Uri,
    outputS3Uri: places.outputS3Uri ?? `s3://${store.bucket}/${store.keys.root}/output/`
  }
}
