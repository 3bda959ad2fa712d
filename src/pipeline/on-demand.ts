/**
 * Asks records one at a time, and leaves the same lines in S3 as a batch job would, part by part: a pass that is killed
 * keeps what it has paid for, but for the answers in the air and the part not yet written.
 */
import { hash } from 'node:crypto'
import type { Log, OnDemandModel, OnDemandReply, Question } from '../ports.ts'
import { Concurrency } from './concurrency.ts'
import type { Questions } from './questions.ts'
import type { Store } from './store.ts'

export interface AskingNow {
  readonly model: OnDemandModel
  readonly store: Store
  readonly questions: Questions
  readonly modelId: string
  readonly api: Question['api']
  /** Whether this pass still holds the right to pay; asked before each part is begun. */
  readonly mayStillPay: () => Promise<boolean>
  readonly deadline: number
  readonly signal: AbortSignal
  readonly log: Log
}

export interface AskedNow {
  /** `od-<shard16>-g<n>`: names the folder of the parts. */
  readonly name: string
  /** Questions that have their line, in the order of the parts. */
  readonly asked: readonly number[]
  /** Records left for a later pass, and why. */
  readonly left: number
  readonly why: string | undefined
}

const recordsPerPart = 20
/** Throttled requests asked nothing, so patience is cheap; one that got no answer may have been paid. */
const tries = 8
const troubledTries = 2

/** The generation is the lowest whose folder is empty, so that parts of an earlier try are never written over. */
export async function askNow(work: AskingNow, wanted: Uint32Array): Promise<AskedNow> {
  const name = await freeName(work, wanted)
  const concurrency = new Concurrency()
  const asked: number[] = []
  let why: string | undefined
  for (let from = 0, part = 1; from < wanted.length; from += recordsPerPart, part++) {
    why = await stopReason(work, part)
    if (why !== undefined) break
    const indexes = [...wanted.subarray(from, from + recordsPerPart)]
    const before = asked.length
    const lines: string[] = []
    try {
      await inParallel(indexes, concurrency, async index => {
        const line = await answer(work, concurrency, index)
        if (line === undefined) return
        lines.push(line)
        asked.push(index)
      })
    } finally {
      // What was answered is paid: it is kept also where the next request ended the pass.
      if (lines.length > 0)
        await work.store.objects.put(partKey(work.store, name, part), lines.join(''), { absent: true })
    }
    if (asked.length - before < indexes.length) {
      why = work.signal.aborted ? 'the pass was cancelled' : 'the service throttles'
      break
    }
    work.log.info(`on demand: ${asked.length} of ${wanted.length} records asked`)
  }
  return { name, asked, left: wanted.length - asked.length, why }
}

function partKey(store: Store, name: string, part: number): string {
  return `${store.keys.outputs}${name}/part-${part}.jsonl.out`
}

async function freeName(work: AskingNow, wanted: Uint32Array): Promise<string> {
  const ids = [...wanted].map(index => work.questions.ids.idAt(index)).join('\n')
  const shard16 = hash('sha256', ids).slice(0, 16)
  const taken = new Set<string>()
  for await (const page of work.store.objects.list(`${work.store.keys.outputs}od-${shard16}-g`)) {
    for (const { key } of page) taken.add(key.slice(work.store.keys.outputs.length).split('/', 1)[0] ?? '')
  }
  // Parts may have been deleted by a lifecycle rule; the answers of that run must not be written over.
  for await (const page of work.store.objects.list(`${work.store.keys.answers}od-${shard16}-g`)) {
    for (const { key } of page) taken.add(key.slice(work.store.keys.answers.length).replace(/\.\w+$/, ''))
  }
  let generation = 1
  while (taken.has(`od-${shard16}-g${generation}`)) generation++
  return `od-${shard16}-g${generation}`
}

/** Asking is not waiting: a pass that may not wait still asks its first part. */
async function stopReason(work: AskingNow, part: number): Promise<string | undefined> {
  if (work.signal.aborted) return 'the pass was cancelled'
  if (part > 1 && work.store.clock.now() >= work.deadline) return 'the wait is over'
  return (await work.mayStillPay()) ? undefined : 'another pass has taken over'
}

/** At most `concurrency.limit` at once. The first error is thrown when all that were under way have ended. */
async function inParallel(
  indexes: readonly number[],
  concurrency: Concurrency,
  ask: (index: number) => Promise<void>
): Promise<void> {
  const running = new Set<Promise<void>>()
  let failed: { readonly error: unknown } | undefined
  for (const index of indexes) {
    while (running.size >= concurrency.limit) await Promise.race(running)
    if (failed !== undefined) break
    const one: Promise<void> = ask(index)
      .catch((error: unknown) => void (failed ??= { error }))
      .finally(() => running.delete(one))
    running.add(one)
  }
  await Promise.all(running)
  if (failed !== undefined) throw failed.error
}

/** The record's output line, or undefined where it was not asked after all. */
async function answer(work: AskingNow, concurrency: Concurrency, index: number): Promise<string | undefined> {
  const { clock } = work.store
  const recordId = work.questions.ids.idAt(index)
  const modelInput = work.questions.modelInputOf(index)
  let last: OnDemandReply | undefined
  let troubles = 0
  for (let attempt = 1; attempt <= tries && troubles < troubledTries; attempt++) {
    await clock.sleep(concurrency.pauseMs(clock.now()), work.signal)
    if (work.signal.aborted) break
    last = await work.model.ask({ modelId: work.modelId, api: work.api, modelInput }, work.signal)
    if (last.kind === 'output') {
      concurrency.succeeded()
      return `{"modelInput":${modelInput},"modelOutput":${last.modelOutput},"recordId":"${recordId}"}\n`
    }
    if (last.kind === 'error') break
    const pause = 1000 * 2 ** attempt * (0.5 + clock.random())
    if (last.kind === 'throttled') concurrency.throttled(clock.now(), last.retryAfterMs ?? pause)
    else if (++troubles < troubledTries) await clock.sleep(pause, work.signal)
  }
  // A throttled request asked nothing, so there is nothing to be said of the record.
  if (last === undefined || last.kind === 'output' || last.kind === 'throttled' || work.signal.aborted) return undefined
  return `${JSON.stringify({ error: { errorCode: last.code === 0 ? 500 : last.code, errorMessage: last.message }, recordId })}\n`
}
