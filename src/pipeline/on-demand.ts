/**
 * Asks records one at a time, and leaves the same lines in S3 as a batch job would, part by part: a pass that is killed
 * keeps what it has paid for, but for the answers in the air and the part not yet written.
 */
import { hash } from 'node:crypto'
import type { Log, OnDemandModel, Question } from '../ports.ts'
import { answer, cutSignal } from './ask-record.ts'
import type { Single } from './ask-record.ts'
import { Concurrency } from './concurrency.ts'
import { Parts, recordsPerPart } from './on-demand-parts.ts'
import type { Questions } from './questions.ts'
import type { Store } from './store.ts'

export interface AskingNow {
  readonly model: OnDemandModel
  readonly store: Store
  readonly questions: Questions
  readonly modelId: string
  readonly api: Question['api']
  /** Whether this pass still holds the right to pay, by S3; asked before each part is begun. */
  readonly mayStillPay: () => Promise<boolean>
  /** The same as far as was known a moment ago; asked before each request. */
  readonly mayGoOn: () => Promise<boolean>
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
  /** Records whose line is the service's own trouble. */
  readonly troubled: number
  /** What ended the asking before its time; for whoever has told what was asked by then to throw. */
  readonly failed: { readonly error: unknown } | undefined
}

/** The generation is the lowest whose folder is empty, so that parts of an earlier try are never written over. */
export async function askNow(work: AskingNow, wanted: Uint32Array): Promise<AskedNow> {
  const name = await freeName(work, wanted)
  const parts = new Parts(work, name, wanted.length)
  const concurrency = new Concurrency()
  let why: string | undefined
  let troubled = 0
  const ended = new AbortController()
  const single: Single = { ...work, concurrency, cut: cutSignal(work, ended.signal), troubled: () => troubled++ }
  const mayBegin = async (number: number): Promise<boolean> => {
    if (work.signal.aborted) why ??= cancelled
    if (why === undefined && number % recordsPerPart === 0) {
      await parts.written()
      why ??= await stopReason(work, number)
    }
    if (why === undefined && !(await work.mayGoOn())) why = takenOver
    return why === undefined
  }
  let failed: AskedNow['failed']
  const keep = (error: unknown): void => void (failed ??= { error })
  await inParallel(wanted, concurrency, mayBegin, async index => {
    const line = await answer(single, index)
    if (line !== undefined) parts.add(index, line)
    else why ??= await whyNotAsked(work)
  }).catch(keep)
  ended.abort()
  // What was answered is paid: it is kept also where another request ended the pass.
  await parts.end().catch(keep)
  return { name, asked: parts.asked, left: wanted.length - parts.asked.length, why, troubled, failed }
}

async function whyNotAsked({ signal, mayGoOn }: AskingNow): Promise<string> {
  if (signal.aborted) return cancelled
  return (await mayGoOn()) ? 'the service throttles' : takenOver
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
async function stopReason(work: AskingNow, begun: number): Promise<string | undefined> {
  if (begun > 0 && work.store.clock.now() >= work.deadline) return 'the wait is over'
  return (await work.mayStillPay()) ? undefined : takenOver
}

const takenOver = 'another pass has taken over'
const cancelled = 'the pass was cancelled'

/** Each is begun with a place of its own. The first error is thrown when all that were under way have ended. */
async function inParallel(
  indexes: Uint32Array,
  concurrency: Concurrency,
  mayBegin: (number: number) => Promise<boolean>,
  ask: (index: number) => Promise<void>
): Promise<void> {
  const running = new Set<Promise<void>>()
  let failed: { readonly error: unknown } | undefined
  for (const [number, index] of indexes.entries()) {
    // As many again may wait outside: where everything is throttled, no more are begun.
    while (running.size >= concurrency.limit * 2) await Promise.race(running)
    await concurrency.enter()
    const goesOn = await mayBegin(number).catch((error: unknown) => void (failed ??= { error }))
    if (failed !== undefined || goesOn !== true) {
      concurrency.leave()
      break
    }
    const one: Promise<void> = ask(index)
      .catch((error: unknown) => void (failed ??= { error }))
      .finally(() => running.delete(one))
    running.add(one)
  }
  await Promise.all(running)
  if (failed !== undefined) throw failed.error
}
