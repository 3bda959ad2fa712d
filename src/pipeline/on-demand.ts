/**
 * Asks records one at a time, and leaves the same lines in S3 as a batch job would, part by part: a pass that is killed
 * keeps what it has paid for, but for the answers in the air and the part not yet written.
 */
import { hash } from 'node:crypto'
import { counted } from '../figures.ts'
import type { Log, OnDemandModel, OnDemandReply, Question } from '../ports.ts'
import { Concurrency } from './concurrency.ts'
import type { Questions } from './questions.ts'
import { download } from './store.ts'
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

const recordsPerPart = 20
/** Throttled requests asked nothing, so patience is cheap; one that got no answer may have been paid. */
const tries = 8
const troubledTries = 2
/** However long a service asks to be left alone: whoever waits sees for itself now and then. */
const longestPauseMs = 10 * 60_000
/** A pause this short is worth its while also past the end of the wait. */
const shortPauseMs = 30_000

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

/** Where a pass is cancelled, what a model is answering already is paid: it gets this long to come home. */
const graceMs = 5000

/** Fires a while after the pass was cancelled. */
function cutSignal({ signal, store: { clock } }: AskingNow, ended: AbortSignal): AbortSignal {
  const cut = new AbortController()
  const wait = (): void => void clock.sleep(graceMs, ended).then(() => cut.abort())
  if (signal.aborted) wait()
  else signal.addEventListener('abort', wait, { once: true, signal: ended })
  return cut.signal
}

async function whyNotAsked({ signal, mayGoOn }: AskingNow): Promise<string> {
  if (signal.aborted) return cancelled
  return (await mayGoOn()) ? 'the service throttles' : takenOver
}

/** Lines on their way to S3: a part is written as soon as it is full, while others are asked. */
class Parts {
  readonly asked: number[] = []
  private lines: string[] = []
  private cut = 0
  private writing: Promise<void> = Promise.resolve()
  private failed: { readonly error: unknown } | undefined
  private readonly work: AskingNow
  private readonly name: string
  private readonly wanted: number

  constructor(work: AskingNow, name: string, wanted: number) {
    this.work = work
    this.name = name
    this.wanted = wanted
  }

  add(index: number, line: string): void {
    this.asked.push(index)
    this.lines.push(line)
    if (this.lines.length >= recordsPerPart) this.write()
  }

  /** Resolves when every full part is written; throws what kept one from it. */
  async written(): Promise<void> {
    await this.writing
    if (this.failed !== undefined) throw this.failed.error
  }

  async end(): Promise<void> {
    if (this.lines.length > 0) this.write()
    await this.written()
  }

  private write(): void {
    const { log } = this.work
    const text = this.lines.join('')
    const told = `on demand: ${this.asked.length} of ${counted(this.wanted, 'record')} asked`
    this.lines = []
    this.writing = this.writing
      .then(() => this.put(text))
      .then(() => log.info(told))
      // One that cannot be written keeps none of the others from it.
      .catch((error: unknown) => void (this.failed ??= { error }))
  }

  /** Under the next free number: a pass that was believed dead may write parts of the same run. */
  private async put(text: string): Promise<void> {
    const { store } = this.work
    for (;;) {
      const key = partKey(store, this.name, ++this.cut)
      if ((await store.objects.put(key, text, { absent: true })) === 'stored') return
      // Refused by our own write, whose answer was lost.
      if ((await textOf(store, key)) === text) return
    }
  }
}

async function textOf(store: Store, key: string): Promise<string | undefined> {
  const file = await download(store, key)
  const text = file?.readText(0, file.bytes)
  file?.discard()
  return text
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

interface Single extends AskingNow {
  readonly concurrency: Concurrency
  /** Ends also what a model is answering. */
  readonly cut: AbortSignal
  /** Called where a line is the service's own trouble. */
  readonly troubled: () => void
}

/** The record's output line, or undefined where it was not asked after all. Has entered, and leaves. */
async function answer(work: Single, index: number): Promise<string | undefined> {
  const { concurrency } = work
  const { clock } = work.store
  const recordId = work.questions.ids.idAt(index)
  const modelInput = work.questions.modelInputOf(index)
  let last: OnDemandReply | undefined
  let troubles = 0
  for (let attempt = 1; attempt <= tries; attempt++) {
    if (attempt > 1) await concurrency.enter()
    const { cuts } = concurrency
    try {
      if (work.signal.aborted || (attempt > 1 && !(await work.mayGoOn()))) break
      last = await work.model.ask({ modelId: work.modelId, api: work.api, modelInput }, work.cut)
    } finally {
      concurrency.leave()
    }
    if (last.kind === 'output') {
      concurrency.succeeded()
      return `{"modelInput":${modelInput},"modelOutput":${last.modelOutput},"recordId":"${recordId}"}\n`
    }
    if (last.kind === 'error') break
    if (last.kind === 'throttled') concurrency.throttled(cuts)
    else if (++troubles === troubledTries) break
    const told = last.kind === 'throttled' ? last.retryAfterMs : undefined
    const pause = Math.min(told ?? 1000 * 2 ** attempt * (0.5 + clock.random()), longestPauseMs)
    if (pause > shortPauseMs && clock.now() + pause > work.deadline) break
    if (attempt < tries) await clock.sleep(pause, work.signal)
  }
  // A throttled request asked nothing, so there is nothing to be said of the record.
  if (last === undefined || last.kind === 'output' || last.kind === 'throttled' || work.signal.aborted) return undefined
  if (last.kind === 'trouble') work.troubled()
  return `${JSON.stringify({ error: { errorCode: last.code === 0 ? 500 : last.code, errorMessage: last.message }, recordId })}\n`
}
