/**
 * Takes the output of an ended job home: every record of the job gets its line in `answers/<jobId>.jsonl`, which
 * outlives the output and is all that later passes read.
 */
import { isRecordId } from '../jobs/id-table.ts'
import { jobIdOf, readS3Uri, shardNameOf } from '../jobs/names.ts'
import type { RecordNamer } from '../jobs/record.ts'
import { isObject } from '../json.ts'
import type { Cloud, JobFacts, Log, ScratchFile } from '../ports.ts'
import { differences } from '../results/manifest-out.ts'
import type { Outcome } from '../results/outcome.ts'
import { parseJson } from '../results/parse-json.ts'
import { readOutput } from '../results/output-lines.ts'
import { oddities } from '../results/remarks.ts'
import { newTally } from '../results/tally.ts'
import type { OutputTally } from '../results/tally.ts'
import type { Usage } from '../models/family.ts'
import type { Answers } from './answers.ts'
import { awaitOutput, hasPromised, readManifest } from './await-output.ts'
import type { EndedJob } from './await-output.ts'
import { idList, idsOf } from './id-lists.ts'
import { download, splitLines } from './store.ts'
import type { Store } from './store.ts'

export interface Collecting {
  readonly cloud: Cloud
  readonly store: Store
  readonly nameOf: RecordNamer
  readonly answers: Answers
  /** A job submitted before this instant was stopped by us, not by a human. */
  readonly stopBefore: (now: number) => number
  /** Reads the usage of a line whose question nobody asks any more: it was paid all the same. */
  readonly usageOf: (text: string) => Usage | undefined
  readonly log: Log
  readonly signal: AbortSignal
}

export interface Collected {
  readonly job: JobFacts
  readonly way: 'batch' | 'on-demand'
  readonly tally: OutputTally
  readonly usage: { readonly input: number; readonly output: number }
  /** What does not add up, as sentences. */
  readonly remarks: readonly string[]
}

/**
 * `late`: the job has ended, and its output, which may still come, has not come within `patienceMs`. Undefined where
 * there is nothing to take home.
 */
export async function collect(
  work: Collecting,
  job: EndedJob,
  patienceMs: number
): Promise<Collected | 'late' | undefined> {
  const shard = shardNameOf(job.inputS3Uri)
  if (shard === undefined) return undefined
  const listed = await idsOf(work.store, shard)
  const where = outputOf(job, shard)
  const objects = where.bucket === work.store.bucket ? work.cloud.objects : work.cloud.bucket(where.bucket)
  const store = { ...work.store, objects }
  const output = await awaitOutput({ store, ...where, patienceMs, signal: work.signal }, job)
  if (output === 'late') return output
  // Answers that are there, whole or not, are never written over by the absence of an output.
  const mayHaveAnswered = hasPromised(job) || job.counts.processed !== 0
  if (output === undefined && mayHaveAnswered && (await isKept(work.store, jobIdOf(job.jobArn)))) return undefined
  // Where nobody knows any more what was asked, the output tells of what was answered.
  const ids = listed ?? (output && (await idsIn(output)))
  if (ids === undefined) {
    work.log.warning(`${job.jobArn}: the list of its records and its output are gone from S3`)
    return undefined
  }
  const start = work.answers.end
  const { told, ...taken } = await takeLines(work, job, new Set(ids), output)
  output?.discard()
  const manifest = await readManifest(store, where.manifestKey)
  await keep(work, jobIdOf(job.jobArn), ids, start)
  return {
    job,
    way: 'batch',
    ...taken,
    remarks:
      output === undefined
        ? []
        : [...oddities(taken.tally), ...differences(taken.tally, manifest, job.counts, tokensOf(taken, told))]
  }
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html */
function outputOf(job: JobFacts, shard: string): { bucket: string; key: string; manifestKey: string } {
  const { bucket, prefix } = readS3Uri(job.outputS3Uri)
  const folder = `${prefix === '' ? '' : `${prefix}/`}${jobIdOf(job.jobArn)}`
  return { bucket, key: `${folder}/${shard}.jsonl.out`, manifestKey: `${folder}/manifest.json.out` }
}

async function isKept(store: Store, jobId: string): Promise<boolean> {
  const file = await download(store, store.keys.answersOf(jobId))
  const isThere = file !== undefined && file.bytes > 0
  file?.discard()
  return isThere
}

async function takeLines(
  work: Collecting,
  job: JobFacts,
  ids: ReadonlySet<string>,
  output: ScratchFile | undefined
): Promise<Taken & { readonly told: Sum }> {
  const tally = newTally()
  const usage = { input: 0, output: 0 }
  const told = { input: 0, output: 0 }
  work.answers.beginJob(job.inputS3Uri === '' ? job.jobName : jobIdOf(job.jobArn), job.submittedAt)
  if (output === undefined && job.ending === 'failed') {
    // Nothing was processed: an empty answers file says so, and no attempt is counted.
    markFailed(work.answers, ids)
    return { tally, usage, told }
  }
  // What was stopped at its deadline has expired in our eyes: it may be asked again without a human's word.
  const late = job.ending === 'stopped' && job.submittedAt < work.stopBefore(job.endedAt ?? work.store.objects.now())
  const ending = late ? 'expired' : job.ending
  for await (const batch of readOutput(output?.stream() ?? nothing(), { ids, nameOf: work.nameOf }, tally)) {
    for (const { recordId, kind, text, again } of batch) {
      // The first good answer stands.
      if (again && !work.answers.lacks(recordId)) continue
      const line = kind === 'missing' ? JSON.stringify({ recordId, missing: true, ending }) : text
      const outcome = work.answers.keep(recordId, line)
      const isUnwanted = kind === 'output' && outcome === undefined
      if (isUnwanted) work.answers.passOver(recordId)
      const used = isUnwanted ? work.usageOf(line) : usageIn(outcome)
      add(usage, used)
      add(told, {
        inputTokens: Number(used?.inputTokens !== undefined),
        outputTokens: Number(used?.outputTokens !== undefined)
      })
    }
  }
  return { tally, usage, told }
}

type Sum = Collected['usage']
type Taken = Pick<Collected, 'tally' | 'usage'>

/** As far as every line told them: what a failed record used is told nowhere. */
function tokensOf({ tally, usage }: Taken, told: Sum): { inputTokens?: number; outputTokens?: number } {
  const isWhole = (count: number): boolean => tally.errorLines === 0 && count === tally.outputLines
  return {
    ...(isWhole(told.input) && { inputTokens: usage.input }),
    ...(isWhole(told.output) && { outputTokens: usage.output })
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {
  // The job ended before it wrote a line: every record of it is missing.
}

function markFailed(answers: Answers, ids: ReadonlySet<string>): void {
  for (const id of ids) answers.failedWholeId(id)
}

function usageIn(outcome: Outcome | undefined): Usage | undefined {
  return outcome !== undefined && 'usage' in outcome ? outcome.usage : undefined
}

function add(sum: { input: number; output: number }, usage: Usage | undefined): void {
  sum.input += usage?.inputTokens ?? 0
  sum.output += usage?.outputTokens ?? 0
}

/**
 * The parts of an on-demand run, finished or broken off: whatever lines are there. A run that is over gets its answers
 * file like a job; of one that another pass may still be busy with, the lines are only read.
 */
export async function collectNow(work: Collecting, name: string, isOver: boolean): Promise<Collected> {
  const { store } = work
  const lines = store.scratch.create(`${name}.lines`)
  let lastPartAt = 0
  for await (const page of store.objects.list(`${store.keys.outputs}${name}/`)) {
    for (const { key, lastModified } of page) {
      lastPartAt = Math.max(lastPartAt, lastModified)
      const part = /\/part-\d+\.jsonl\.out$/.test(key) ? await download(store, key) : undefined
      if (part !== undefined) for await (const piece of part.stream()) lines.appendBytes(piece)
      part?.discard()
    }
  }
  const ids = await idsIn(lines)
  const start = work.answers.end
  const job = { ...onDemandRun(store, name), submittedAt: lastPartAt }
  const { told: _told, ...taken } = await takeLines(work, job, new Set(ids), lines)
  lines.discard()
  if (isOver) await keep(work, name, ids, start)
  return { job, way: 'on-demand', ...taken, remarks: [] }
}

async function idsIn(lines: ScratchFile): Promise<string[]> {
  const ids = new Set<string>()
  for await (const batch of splitLines(lines.stream())) {
    for (const line of batch) {
      const id = /"recordId":"([0-9A-Za-z]{11})"\}$/.exec(line)?.[1] ?? recordIdOf(line)
      if (id !== undefined) ids.add(id)
    }
  }
  return [...ids]
}

/** However the line is spelt. */
function recordIdOf(line: string): string | undefined {
  const value = parseJson(line)
  const id = isObject(value) ? value['recordId'] : undefined
  return typeof id === 'string' && isRecordId(id) ? id : undefined
}

/** An on-demand run told in a job's words, for the account of what was paid. */
export function onDemandRun(store: Store, name: string): JobFacts {
  const place = `s3://${store.bucket}/${store.keys.outputs}${name}/`
  return {
    jobArn: place,
    jobName: name,
    modelId: '',
    ending: 'completed',
    status: 'Completed',
    inputS3Uri: '',
    outputS3Uri: place,
    submittedAt: 0,
    counts: {}
  }
}

/** The ids first: answers without their ids would be read again and again. */
async function keep(work: Collecting, jobId: string, ids: readonly string[], start: number): Promise<void> {
  const { answers, store } = work
  const { end } = answers
  await store.objects.put(
    store.keys.answerIdsOf(jobId),
    idList(ids.length, line => ids[line] ?? '')
  )
  await store.objects.put(store.keys.answersOf(jobId), { bytes: end - start, open: () => answers.between(start, end) })
}
