/** What AWS knows of this spec: its jobs, what each holds, and every answer that was ever collected. Only reads. */
import { indexes } from '../jobs/growing.ts'
import type { Usage } from '../models/family.ts'
import { jobIdOf, readJobName, shardNameOf } from '../jobs/names.ts'
import type { Cloud, JobFacts, LedgerJob, ObjectInfo } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { Answers } from './answers.ts'
import type { Questions } from './questions.ts'
import { download, idAtStart, idsOf, readIds, splitLines } from './store.ts'
import type { Store } from './store.ts'

/** A staged shard counts as in flight for this long after it was staged: its job may not be listed yet. */
export const settleMs = 10 * 60_000

export interface Observation {
  /** Our jobs, by the names that we give; oldest first. */
  readonly jobs: readonly JobFacts[]
  /** Jobs of this spec's id that read from elsewhere: the S3 prefix was changed, or somebody uses our names. */
  readonly foreign: readonly JobFacts[]
  /** Ids of jobs whose answers were collected. */
  readonly collected: ReadonlySet<string>
  /** On-demand runs that left parts and no answers file: broken off, or another pass is busy with them. */
  readonly unfinished: readonly string[]
  /** Input objects without a job, young enough that one may still appear. */
  readonly young: readonly ObjectInfo[]
  /** The oldest of them stops counting at this time. */
  readonly settledAt: number | undefined
}

/** A job's id, or an on-demand run's name. */
const collectedName = /^(?:[a-z0-9]{12}|od-[0-9a-f]{16}-g[1-9][0-9]{0,5})$/

/** By question: the number of the live job that holds it, or -1. */
export type InFlight = ReturnType<typeof indexes>

/** `remembered`: jobs that an earlier workflow run wrote down. The list may lag behind; each of them is asked for by itself. */
export async function observe(cloud: Cloud, store: Store, remembered: readonly LedgerJob[]): Promise<Observation> {
  const { keys, objects } = store
  const named = (await cloud.jobs.list(store.specId)).filter(job => readJobName(job.jobName)?.specId === store.specId)
  const listed = named.filter(job => isOurs(job, store))
  const jobs = [...listed, ...(await unlisted(cloud, store, listed, remembered))]
  const collected = new Set<string>()
  for await (const page of objects.list(keys.answers)) {
    for (const { key } of page) {
      const name = key.endsWith('.jsonl') ? key.slice(keys.answers.length, -'.jsonl'.length) : ''
      if (collectedName.test(name)) collected.add(name)
    }
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
  return {
    jobs,
    foreign: named.filter(job => !isOurs(job, store)),
    collected,
    unfinished: [...unfinished],
    young,
    settledAt
  }
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

/**
 * Marks every question that a live job or a young shard holds. A plan also counts what has ended and was not collected:
 * its answers only have to be fetched.
 */
export async function markInFlight(
  store: Store,
  seen: Observation,
  questions: Questions,
  isPlan: boolean
): Promise<InFlight> {
  const inFlight = indexes()
  const holds = (job: JobFacts): boolean =>
    job.ending === undefined || (isPlan && job.ending !== 'failed' && !seen.collected.has(jobIdOf(job.jobArn)))
  const holders = [
    ...seen.jobs.filter(holds).map(job => ({ key: job.inputS3Uri, arn: job.jobArn })),
    ...seen.young.map(info => ({ key: info.key, arn: undefined }))
  ]
  for (const [number, { key, arn }] of holders.entries()) {
    const shard = shardNameOf(key)
    if (shard === undefined) continue
    for (const id of (await idsOf(store, shard)) ?? noList(arn)) {
      const index = questions.ids.find(id)
      if (index >= 0) inFlight.set(index, number)
    }
  }
  return inFlight
}

/** Nobody can tell what a running job was asked: whoever went on would pay for it again. A staged shard without its list was never whole. */
function noList(arn: string | undefined): readonly string[] {
  if (arn === undefined) return []
  throw new Failure('bad-state', `${arn} is running, but the list of its records is gone from S3`, {
    remedy:
      'Wait until it has ended, or stop it with mode: stop; then run again. Exclude input/ below the prefix from lifecycle rules.'
  })
}

export interface Recalled {
  readonly jobId: string
  readonly answered: number
  readonly failed: number
  readonly usage: { readonly input: number; readonly output: number }
}

export interface Recollection {
  readonly recalled: readonly Recalled[]
  /** Jobs whose answers were cut or changed where they lie: what is whole of them was read, the rest is in their output. */
  readonly broken: ReadonlySet<string>
}

/** Reads the answers of these collected jobs: those that hold a needed question, and those that `accounted` does not know yet. */
export async function recall(
  store: Store,
  jobIds: Iterable<string>,
  jobs: readonly JobFacts[],
  memory: {
    readonly questions: Questions
    readonly answers: Answers
    readonly usageOf: (text: string) => Usage | undefined
  },
  accounted: (jobId: string) => boolean
): Promise<Recollection> {
  const recalled: Recalled[] = []
  const broken = new Set<string>()
  // Of a job that failed whole there is nothing to tell; one that Bedrock has forgotten may have.
  const notFailed = new Set(jobs.filter(job => job.ending !== 'failed').map(job => jobIdOf(job.jobArn)))
  for (const jobId of [...jobIds].sort(byAge(jobs))) {
    const one = await recallJob(store, jobId, memory, {
      isAccounted: accounted(jobId),
      mayBeEmpty: !notFailed.has(jobId)
    })
    if (one === 'broken') broken.add(jobId)
    else if (one !== undefined) recalled.push(one)
  }
  return { recalled, broken }
}

async function recallJob(
  store: Store,
  jobId: string,
  { questions, answers, usageOf }: Parameters<typeof recall>[3],
  { isAccounted, mayBeEmpty }: { readonly isAccounted: boolean; readonly mayBeEmpty: boolean }
): Promise<Recalled | 'broken' | undefined> {
  const { keys } = store
  const ids = await readIds(store, keys.answerIdsOf(jobId))
  const wanted = ids?.map(id => questions.ids.find(id)).filter(index => index >= 0 && questions.isNeeded(index))
  if (isAccounted && wanted?.length === 0) return undefined
  const file = await download(store, keys.answersOf(jobId))
  if (file === undefined) return undefined
  answers.beginJob(jobId)
  if (file.bytes === 0 && mayBeEmpty) for (const index of wanted ?? []) answers.failedWhole(index)
  // The last line of an id counts, so what it stands for is counted when all are read.
  const kinds = new Map<string, boolean>()
  const usage = { input: 0, output: 0 }
  const told = new Set<string>()
  for await (const lines of splitLines(file.stream())) {
    for (const line of lines) {
      for (const id of idAtStart(line)) {
        const isRead = answers.take(id, line) !== undefined || !questions.ids.has(id)
        if (isRead && line.endsWith('}')) told.add(id)
        if (isAccounted) continue
        const used = usageOf(line)
        kinds.set(id, used !== undefined)
        usage.input += used?.inputTokens ?? 0
        usage.output += used?.outputTokens ?? 0
      }
    }
  }
  const isWhole = (file.bytes === 0 && mayBeEmpty) || ids?.every(id => told.has(id)) !== false
  file.discard()
  if (!isWhole) return 'broken'
  if (isAccounted || kinds.size === 0) return undefined
  const answered = [...kinds.values()].filter(Boolean).length
  return { jobId, answered, failed: kinds.size - answered, usage }
}

/** Jobs in the order in which they were submitted, those that Bedrock has forgotten first. */
function byAge(jobs: readonly JobFacts[]): (a: string, b: string) => number {
  const submitted = new Map(jobs.map(job => [jobIdOf(job.jobArn), job.submittedAt]))
  return (a, b) => (submitted.get(a) ?? 0) - (submitted.get(b) ?? 0) || (a < b ? -1 : 1)
}
