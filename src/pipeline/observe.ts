/** What AWS knows of this spec: its jobs, what is staged, and what was collected. Lists only; no object is read. */
import { readJobName, shardNameOf } from '../jobs/names.ts'
import type { Cloud, JobFacts, ObjectInfo } from '../ports.ts'
import type { Remembered } from './remembered.ts'
import type { Store } from './store.ts'

/** A staged shard counts as in flight for this long after it was staged: its job may not be listed yet. */
export const settleMs = 10 * 60_000

export interface Observation {
  /** Our jobs, by the names that we give; oldest first. */
  readonly jobs: readonly JobFacts[]
  /** Jobs of this spec's id that read from elsewhere: the S3 prefix was changed, or somebody uses our names. */
  readonly foreign: readonly JobFacts[]
  /** Ids of jobs whose answers were collected, and when their last word was said, as far as the store knows. */
  readonly collected: ReadonlyMap<string, number>
  /** On-demand runs with parts that their answers file does not hold: broken off, or another pass is busy with them. */
  readonly unfinished: readonly UnfinishedRun[]
  /** Input objects without a job, young enough that one may still appear. */
  readonly young: readonly ObjectInfo[]
  /** Keys of those that have grown old: deleted before anything else is asked, and never used again. */
  readonly dead: readonly string[]
  /** Names of the shards that were ever staged, whatever became of them. */
  readonly shards: ReadonlySet<string>
}

export interface UnfinishedRun {
  readonly name: string
  readonly parts: number
  /** By the store's clock. */
  readonly lastPartAt: number
}

/** A job's id, or an on-demand run's name. */
const collectedName = /^(?:[a-z0-9]{12}|od-[0-9a-f]{16}-g[1-9][0-9]{0,5})$/

/** The list of jobs may lag behind: of those that an earlier workflow run noted each is asked for by itself. */
export async function observe(cloud: Cloud, store: Store, remembered: Remembered): Promise<Observation> {
  const { keys, objects, specId } = store
  const listed = (await cloud.jobs.list(specId)).filter(job => readJobName(job.jobName)?.specId === specId)
  const arns = new Set(listed.map(job => job.jobArn))
  const named = [...listed, ...(await remembered.unlisted(cloud, specId, arns))]
  const jobs = named.filter(job => isOurs(job, store))
  const kept = new Map<string, number>()
  for await (const page of objects.list(keys.answers)) {
    for (const { key, lastModified } of page) {
      const name = key.endsWith('.jsonl') ? key.slice(keys.answers.length, -'.jsonl'.length) : ''
      if (collectedName.test(name)) kept.set(name, lastModified)
    }
  }
  const runs = await runsOnDemand(store)
  return {
    jobs,
    foreign: named.filter(job => !isOurs(job, store)),
    // The answers of a run that broke off may have been kept long after its last word.
    collected: new Map([...kept].map(([name, keptAt]) => [name, runs.get(name)?.lastPartAt ?? keptAt])),
    // A part that came after the answers were kept, from a pass believed dead, is not in them.
    unfinished: [...runs.values()].filter(({ name, lastPartAt }) => lastPartAt > (kept.get(name) ?? -1)),
    ...(await staged(store, jobs))
  }
}

export async function staged(
  { objects, keys }: Store,
  jobs: readonly JobFacts[]
): Promise<Pick<Observation, 'young' | 'dead' | 'shards'>> {
  const started = new Set(jobs.map(job => shardNameOf(job.inputS3Uri)))
  const young: ObjectInfo[] = []
  const dead: string[] = []
  const shards = new Set<string>()
  for await (const page of objects.list(keys.inputs)) {
    for (const info of page) {
      const shard = shardNameOf(info.key)
      if (shard === undefined) continue
      shards.add(shard)
      if (!info.key.endsWith('.jsonl') || started.has(shard)) continue
      if (objects.now() - info.lastModified < settleMs) young.push(info)
      else dead.push(info.key)
    }
  }
  return { young, dead, shards }
}

/** By name, as far as their parts are still there. */
async function runsOnDemand({ objects, keys }: Store): Promise<Map<string, UnfinishedRun>> {
  const runs = new Map<string, UnfinishedRun>()
  for await (const page of objects.list(`${keys.outputs}od-`)) {
    for (const { key, lastModified } of page) {
      const name = key.slice(keys.outputs.length).split('/', 1)[0] ?? ''
      if (!/^od-[0-9a-f]{16}-g[1-9][0-9]*$/.test(name)) continue
      const { parts = 0, lastPartAt = 0 } = runs.get(name) ?? {}
      runs.set(name, { name, parts: parts + 1, lastPartAt: Math.max(lastPartAt, lastModified) })
    }
  }
  return runs
}

/** A job of our name that reads from elsewhere is somebody else's: it is neither waited for nor believed. */
function isOurs(job: JobFacts, { specId, keys, bucket }: Store): boolean {
  const named = readJobName(job.jobName)
  if (named?.specId !== specId) return false
  const shard = `${named.shard16}-g${named.generation}`
  const inputs = [keys.input(shard), keys.inputFolder(shard), keys.inputFolder(shard).slice(0, -1)]
  return inputs.some(input => job.inputS3Uri === `s3://${bucket}/${input}`)
}
