/** A history is data: what happens to a repository, an AWS account and the passes over them. It is run, then judged. */
import type { Truth } from '../emulator/bedrock/truth.ts'
import { applyDamage } from './damage.ts'
import type { Damage } from './damage.ts'
import type { Change, Way } from './dataset.ts'
import { judge } from './judge.ts'
import type { Verdict } from './judge.ts'
import { mutateAll } from './mutants.ts'
import type { MutantName } from './mutants.ts'
import { World } from './world.ts'
import type { paces, PassPlan } from './world.ts'

export type Event =
  | { readonly do: 'pass'; readonly plan: PassPlan }
  /** Passes that start together, while people push. */
  | {
      readonly do: 'at once'
      readonly plans: readonly PassPlan[]
      readonly changes?: readonly { afterMs: number; change: Change }[]
    }
  | { readonly do: 'change'; readonly change: Change }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'damage'; readonly what: Damage }

export interface History {
  readonly seed: number
  readonly way: Way
  readonly rows: number
  readonly truth?: Partial<Truth>
  readonly pace?: keyof typeof paces
  readonly extra?: string
  /** Precautions that every pass goes without. */
  readonly mutants?: readonly MutantName[]
  readonly events: readonly Event[]
  /** What the judge is to expect besides the promises. */
  readonly expect?: Expectation
}

export interface Expectation {
  /** Exactly this many jobs are ever created. */
  readonly jobs?: number
  /** Undisturbed passes that have to do. */
  readonly passes?: number
  /** No guard is real: what is paid twice is counted, and no violation. */
  readonly mayPayTwice?: boolean
  /** Saved state was destroyed that nothing else holds: a pass may refuse to go on for ever, if it says why. */
  readonly mayRefuse?: boolean
}

/** More than these fresh passes without an end: not resumable. */
const mostPasses = 8

/** Real time: a history that takes longer hangs, which is a bug of ours or of the proof. */
const longestMs = 300_000

/** Throws where the history does not come to an end. */
export async function run(history: History): Promise<Verdict> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${longestMs / 1000} s`)), longestMs)
  })
  try {
    return await Promise.race([live(history), late])
  } finally {
    clearTimeout(timer)
  }
}

async function live(history: History): Promise<Verdict> {
  const { events, mutants = [], seed, way, rows, truth, pace, extra } = history
  await using world = await World.open({
    ...{ seed, way, rows },
    ...(truth && { truth }),
    ...(pace && { pace }),
    ...(extra !== undefined && { extra }),
    mutate: mutateAll(mutants)
  })
  for (const event of events) await happen(world, event)
  let recovery = 0
  for (let settled = false; !settled && recovery < mostPasses; recovery++) {
    const { report } = await world.pass()
    settled = isSettled(report)
    // As a schedule would have it.
    if (report?.failure !== undefined) await world.wait(20 * 60_000)
  }
  const settled = isSettled(world.passes.at(-1)?.report)
  // Whatever still runs, or has yet to arrive, is paid as well.
  await world.wait(60 * 60_000)
  if (settled) await world.pass()
  return await judge(world, history, { recovery, settled })
}

async function happen(world: World, event: Event): Promise<void> {
  switch (event.do) {
    case 'pass':
      await world.pass(event.plan)
      break
    case 'at once':
      await Promise.all([
        ...event.plans.map(plan => world.pass(plan)),
        ...(event.changes ?? []).map(({ afterMs, change }) => world.changeAfter(afterMs, change))
      ])
      break
    case 'change':
      world.change(event.change)
      break
    case 'wait':
      await world.wait(event.ms)
      break
    case 'damage':
      await applyDamage(world, event.what)
      break
  }
}

function isSettled(report: { readonly status: string } | undefined): boolean {
  return report?.status === 'done' || report?.status === 'nothing-to-do'
}
