/** What AWS knows of this spec: its jobs, what each holds, and every answer that was ever collected. Only reads. */
import { indexes } from '../jobs/growing.ts'
import { jobIdOf, readJobName, shardNameOf } from '../jobs/names.ts'
import type { Cloud, JobFacts, LedgerJob, ObjectInfo } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { Answers } from './answers.ts'
import type { Questions } from './questions.ts'
import { download, readIds, splitLines } from './store.ts'
import type { Store } from './store.ts'

/** A staged shard counts as in flight for this long after it was staged: its job may not be listed yet. */
export const settleMs = 10 * 60_000

export interface Observation {
  /** Our jobs, by the names that we give; oldest first. */
  readonly jobs: readonly JobFacts[]
  /** Ids of jobs whose answers were collected. */
  readonly collected: ReadonlySet<string>
  /** On-demand runs that left parts and no answers file: broken off, or another pass is busy with them. */
  readonly unfinished: readonly string[]
  /** Input objects without a job, young enough that one may still appear. */
  readonly young: readonly ObjectInfo[]
  /** The oldest of them stops counting at this time. */
  readonly settledAt: number | undefined
}

/** By question: the number of the live job that holds it, or -1. */
export type InFlight = ReturnType<typeof indexes>

/** `remembered`: jobs that an earlier workflow run wrote down. The list may lag behind; each of them is asked for by itself. */
export async function observe(cloud: Cloud, store: Store, remembered: readonly LedgerJob[]): Promise<Observation> {
  const { keys, objects } = store
  const listed = (await cloud.jobs.list(store.specId)).filter(job => isOurs(job, store))
  const jobs = [...listed, ...(await unlisted(cloud, store, listed, remembered))]
  const collected = new Set<string>()
  for await (const page of objects.list(keys.answers)) {
    for (const { key } of page)
      if (key.endsWith('.jsonl')) collected.add(key.slice(keys.answers.length, -'.jsonl'.length))
  }
  const known = new Set(jobs.map(job => shardNameOf(job.inputS3Uri)))
  const young: ObjectInfo[] = []
  for await (const page of objects.list(keys.inputs)) {
    for (const info of page) {
      const shard = info.key.endsWith('.jsonl') ? shardNameOf(info.key) : undefined
      if (shard !== undefined && !known.has(shard) && objects.now() - info.lastModified < settleMs) young.push(info)
    }
  }
  const unfinished = new Set<string>()
  for await (const page of objects.list(`${keys.outputs}od-`)) {
    for (const { key } of page) {
      const name = key.slice(keys.outputs.length).split('/', 1)[0] ?? ''
      if (/^od-[0-9a-f]{16}-g[1-9][0-9]*$/.test(name) && !collected.has(name)) unfinished.add(name)
    }
  }
  const settledAt = young.length === 0 ? undefined : Math.max(...young.map(info => info.lastModified)) + settleMs
  return { jobs, collected, unfinished: [...unfinished], young, settledAt }
}

async function unlisted(
  cloud: Cloud,
  store: Store,
  listed: readonly JobFacts[],
  remembered: readonly LedgerJob[]
): Promise<JobFacts[]> {
  const known = new Set(listed.map(job => job.jobArn))
  const found: JobFacts[] = []
  for (const { jobArn } of remembered) {
    if (known.has(jobArn) || !isArnHere(jobArn, cloud.region)) continue
    const job = await cloud.jobs.get(jobArn).catch(noJobOfOurs)
    if (job !== undefined && job.jobArn === jobArn && isOurs(job, store)) found.push(job)
  }
  return found
}

/** What was remembered may be forged: a job that we may not see, of another account perhaps, is none of ours. */
function noJobOfOurs(error: unknown): undefined {
  if (error instanceof Failure && ['access-denied', 'refused-by-bedrock'].includes(error.code)) return undefined
  throw error
}

function isArnHere(jobArn: string, region: string): boolean {
  const parts = /^arn:aws[a-z-]*:bedrock:([a-z0-9-]+):[0-9]{12}:model-invocation-job\/[a-z0-9]{12}$/.exec(jobArn)
  return parts?.[1] === region
}

/** A job of our name that reads from elsewhere is somebody else's: it is neither waited for nor believed. */
function isOurs(job: JobFacts, { specId, keys, bucket }: Store): boolean {
  const named = readJobName(job.jobName)
  if (named?.specId !== specId) return false
  return job.inputS3Uri === `s3://${bucket}/${keys.input(`${named.shard16}-g${named.generation}`)}`
}

/** Marks every question that a live job or a young shard holds. */
export async function markInFlight(store: Store, seen: Observation, questions: Questions): Promise<InFlight> {
  const inFlight = indexes()
  const holders = [
    ...seen.jobs.filter(job => job.ending === undefined).map(job => job.inputS3Uri),
    ...seen.young.map(info => info.key)
  ]
  for (const [number, holder] of holders.entries()) {
    const shard = shardNameOf(holder)
    if (shard === undefined) continue
    for (const id of (await readIds(store, store.keys.ids(shard))) ?? []) {
      const index = questions.ids.find(id)
      if (index >= 0) inFlight.set(index, number)
    }
  }
  return inFlight
}

/** Reads the answers of collected jobs, those only that hold a needed question. `fresh` limits them to jobs not yet published. */
export async function recall(
  store: Store,
  seen: Observation,
  questions: Questions,
  answers: Answers,
  isKnown: (jobId: string) => boolean
): Promise<void> {
  for (const jobId of [...seen.collected].sort(byAge(seen.jobs))) {
    if (isKnown(jobId)) await recallJob(store, jobId, questions, answers)
  }
}

async function recallJob(store: Store, jobId: string, questions: Questions, answers: Answers): Promise<void> {
  const { keys } = store
  const ids = await readIds(store, keys.answerIdsOf(jobId))
  const wanted = ids?.map(id => questions.ids.find(id)).filter(index => index >= 0 && questions.isNeeded(index))
  if (wanted?.length === 0) return
  const file = await download(store, keys.answersOf(jobId))
  if (file === undefined) return
  answers.beginJob()
  if (file.bytes === 0) for (const index of wanted ?? []) answers.failedWhole(index)
  for await (const lines of splitLines(file.stream())) {
    for (const line of lines) {
      const id = /^\{"recordId":"([0-9A-Za-z]{11})"/.exec(line)?.[1]
      if (id !== undefined) answers.take(id, line)
    }
  }
  file.discard()
}

/** Jobs in the order in which they were submitted, those that Bedrock has forgotten first. */
function byAge(jobs: readonly JobFacts[]): (a: string, b: string) => number {
  const submitted = new Map(jobs.map(job => [jobIdOf(job.jobArn), job.submittedAt]))
  return (a, b) => (submitted.get(a) ?? 0) - (submitted.get(b) ?? 0) || (a < b ? -1 : 1)
}
