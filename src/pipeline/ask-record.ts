/** Asks one record on demand, with the patience that its troubles are worth. */
import type { OnDemandReply } from '../ports.ts'
import type { Concurrency } from './concurrency.ts'
import type { AskingNow } from './on-demand.ts'

/** Throttled requests asked nothing, so patience is cheap; one that got no answer may have been paid. */
const tries = 8
const troubledTries = 2
/** However long a service asks to be left alone: whoever waits sees for itself now and then. */
const longestPauseMs = 10 * 60_000
/** A pause this short is worth its while also past the end of the wait. */
const shortPauseMs = 30_000

/** Where a pass is cancelled, what a model is answering already is paid: it gets this long to come home. */
const graceMs = 3000

/** Fires a while after the pass was cancelled, in time for what was answered to be written. */
export function cutSignal({ signal, store: { clock } }: AskingNow, ended: AbortSignal): AbortSignal {
  const cut = new AbortController()
  const wait = (): void => void clock.sleep(graceMs, ended).then(() => cut.abort())
  if (signal.aborted) wait()
  else signal.addEventListener('abort', wait, { once: true, signal: ended })
  return cut.signal
}

export interface Single extends AskingNow {
  readonly concurrency: Concurrency
  /** Ends also what a model is answering. */
  readonly cut: AbortSignal
  /** Called where a line is the service's own trouble. */
  readonly troubled: () => void
}

/** The record's output line, or undefined where it was not asked after all. Has entered, and leaves. */
export async function answer(work: Single, index: number): Promise<string | undefined> {
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
