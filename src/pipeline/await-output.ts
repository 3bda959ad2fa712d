/**
 * The output of a job that has ended, once it is there and whole. Bedrock's counters may be absent or a minute old, and
 * so none of them is believed to say that nothing will come.
 */
import { wasTurnedAway } from '../jobs/failure-message.ts'
import type { Ending } from '../jobs/state.ts'
import type { JobFacts, ScratchFile } from '../ports.ts'
import { readManifestOut } from '../results/manifest-out.ts'
import type { ManifestOut } from '../results/manifest-out.ts'
import { download } from './store.ts'
import type { Store } from './store.ts'

export type EndedJob = JobFacts & { readonly ending: Ending; readonly endedAt: number }

/** After its end, for what may come though nobody has said so. */
const possibleMs = 5 * 60_000
/** After its end, for what was told: if it is not there by then, it was deleted, by a lifecycle rule or by hand. */
const promisedMs = 3_600_000

export interface Awaited {
  readonly store: Store
  readonly key: string
  readonly manifestKey: string
  readonly patienceMs: number
  readonly signal: AbortSignal
}

/** `late`: it may still come, and was waited for long enough. Undefined where nothing comes any more. */
export async function awaitOutput(awaited: Awaited, job: EndedJob): Promise<ScratchFile | 'late' | undefined> {
  const { store, key, patienceMs, signal } = awaited
  const until = store.clock.now() + patienceMs
  for (let pause = 500; ; pause = Math.min(pause * 2, 10_000)) {
    const file = await download(store, key)
    if (file !== undefined) return whole(awaited, job, file)
    if (ageOf(store, job) >= mayTakeMs(job)) return undefined
    if (store.clock.now() >= until || signal.aborted) return 'late'
    await store.clock.sleep(Math.min(pause, until - store.clock.now()), signal)
  }
}

/** For how long after its end the output of such a job is looked for. */
function mayTakeMs(job: JobFacts): number {
  if (hasPromised(job)) return promisedMs
  return job.ending === 'failed' && wasTurnedAway(job.message) ? Number.NEGATIVE_INFINITY : possibleMs
}

/** Whether something must be there. */
export function hasPromised({ ending, counts }: JobFacts): boolean {
  return ending === 'completed' || ending === 'partially-completed' || (counts.processed ?? 0) > 0
}

function ageOf(store: Store, job: EndedJob): number {
  return store.objects.now() - job.endedAt
}

/** An object with fewer lines than Bedrock says it has processed is given the time to be written over. */
async function whole({ store, manifestKey }: Awaited, job: EndedJob, file: ScratchFile): Promise<ScratchFile | 'late'> {
  if (ageOf(store, job) > possibleMs) return file
  const manifest = await readManifest(store, manifestKey)
  const { processed: told, success = 0, error = 0 } = job.counts
  const processed = Math.max(told ?? success + error, manifest?.processedRecords ?? 0)
  if (processed === 0 || (await linesIn(file)) >= processed) return file
  file.discard()
  return 'late'
}

async function linesIn(file: ScratchFile): Promise<number> {
  let lines = 0
  let last = 10
  for await (const piece of file.stream()) {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++
    last = piece.at(-1) ?? last
  }
  return last === 10 ? lines : lines + 1
}

export async function readManifest(store: Store, key: string): Promise<ManifestOut | undefined> {
  const file = await download(store, key)
  const text = file?.readText(0, Math.min(file.bytes, 65_536))
  file?.discard()
  return text === undefined ? undefined : readManifestOut(text)
}
