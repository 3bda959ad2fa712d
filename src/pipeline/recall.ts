/** Answers that earlier passes collected, read from S3: those that are asked for, and what the others cost. */
import { jobIdOf } from '../jobs/names.ts'
import type { Usage } from '../models/family.ts'
import type { JobFacts } from '../ports.ts'
import type { Answers } from './answers.ts'
import type { Questions } from './questions.ts'
import { readIds } from './id-lists.ts'
import { download, idAtStart, splitLines } from './store.ts'
import type { Store } from './store.ts'

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
  /** With the time of their last word, which counts for jobs that Bedrock does not list. */
  collected: Iterable<readonly [jobId: string, saidAt: number]>,
  jobs: readonly JobFacts[],
  memory: {
    readonly questions: Questions
    readonly answers: Answers
    readonly usageOf: (text: string) => Usage | undefined
    /** Only questions from this one on are looked for. */
    readonly since?: number
  },
  accounted: (jobId: string) => boolean
): Promise<Recollection> {
  const recalled: Recalled[] = []
  const broken = new Set<string>()
  // Of a job that failed whole there is nothing to tell; one that Bedrock has forgotten may have. A run on demand always has.
  const notFailed = new Set(jobs.filter(job => job.ending !== 'failed').map(job => jobIdOf(job.jobArn)))
  const submitted = new Map(jobs.map(job => [jobIdOf(job.jobArn), job.submittedAt]))
  for (const [jobId, saidAt] of collected) {
    const one = await recallJob(store, jobId, memory, {
      saidAt: submitted.get(jobId) ?? saidAt,
      isAccounted: accounted(jobId),
      mayBeEmpty: !notFailed.has(jobId) && !isOnDemand(jobId)
    })
    if (one === 'broken') broken.add(jobId)
    else if (one !== undefined) recalled.push(one)
  }
  return { recalled, broken }
}

interface Recalling {
  readonly saidAt: number
  readonly isAccounted: boolean
  readonly mayBeEmpty: boolean
}

async function recallJob(
  store: Store,
  jobId: string,
  { questions, answers, usageOf, since = 0 }: Parameters<typeof recall>[3],
  { saidAt, isAccounted, mayBeEmpty }: Recalling
): Promise<Recalled | 'broken' | undefined> {
  const { keys } = store
  const ids = await readIds(store, keys.answerIdsOf(jobId))
  const wanted = ids?.map(id => questions.ids.find(id)).filter(index => index >= since && questions.isNeeded(index))
  if (isAccounted && wanted?.length === 0) return undefined
  const file = await download(store, keys.answersOf(jobId))
  if (file === undefined) return undefined
  answers.beginJob(jobId, saidAt)
  if (file.bytes === 0 && mayBeEmpty) for (const index of wanted ?? []) answers.failedWhole(index)
  // The last line of an id counts, so what it stands for is counted when all are read.
  const kinds = new Map<string, boolean>()
  const usage = { input: 0, output: 0 }
  const told = new Set<string>()
  for await (const lines of splitLines(file.stream())) {
    for (const line of lines) {
      for (const id of idAtStart(line)) {
        const isWanted = questions.ids.find(id) >= since
        const isRead = !isWanted || answers.take(id, line) !== undefined
        if (isRead && line.endsWith('}')) told.add(id)
        if (isAccounted) continue
        const used = usageOf(line)
        kinds.set(id, used !== undefined)
        if (used !== undefined && !isWanted) answers.passOver(id)
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

/** By the name of its answers file. */
export function isOnDemand(jobId: string): boolean {
  return jobId.startsWith('od-')
}
