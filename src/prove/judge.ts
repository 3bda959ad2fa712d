/** Whether the promises P1 to P6 held, by the emulator's own books and by what stands on the branch. */
import type { PaidRecord } from '../emulator/books.ts'
import type { Expectation, History } from './history.ts'
import { mayRepay, paidAgain, struck } from './judge/paid.ts'
import { falseRows, lostRows } from './judge/published.ts'
import { isRefusal, leaked, restless, strayed, tell, unclear, untold } from './judge/told.ts'
import type { PassEnd, World } from './world.ts'

export interface Violation {
  /** `jobs`: not as many as were needed; `proof`: the history came to no end, or the proof itself broke. */
  readonly promise: 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'jobs' | 'proof'
  readonly what: string
}

export interface Verdict {
  readonly violations: readonly Violation[]
  readonly figures: Figures
  readonly passes: readonly PassEnd[]
}

/** Counts of one history; of many, their sums. */
export interface Figures {
  readonly kills: number
  readonly cuts: number
  readonly jobs: number
  readonly paid: number
  /** Questions answered more than once by jobs, where that is promised not to happen. */
  readonly paidTwice: number
  /** The same where nothing can prevent it: no guard is real, or whatever told of the answers is gone. */
  readonly unpreventable: number
  /** Answers that an interrupted on-demand run paid again, within its bound. */
  readonly repaid: number
  readonly lost: number
  readonly false: number
  readonly secrets: number
  /** Fresh passes after the last event until everything was published. */
  readonly recovery: number
  readonly refusals: number
}

interface Outcome {
  readonly recovery: number
  readonly settled: boolean
}

interface Facts {
  readonly world: World
  readonly expect: Expectation
  readonly outcome: Outcome
  readonly refused: boolean
  readonly twice: readonly PaidRecord[]
  readonly repaid: number
  readonly jobs: number
  readonly lost: readonly string[]
  readonly false: readonly string[]
  readonly leaks: readonly string[]
}

export async function judge(world: World, { expect = {} }: History, outcome: Outcome): Promise<Verdict> {
  const refused = !outcome.settled && expect.mayRefuse === true && isRefusal(world.passes.at(-1))
  const facts = {
    ...{ world, expect, outcome, refused },
    ...paidAgain(world),
    jobs: world.emulator.books.effects.filter(effect => effect.kind === 'job-created').length,
    lost: refused ? [] : lostRows(world),
    false: world.branch.commits.flatMap(falseRows),
    leaks: await leaked(world)
  }
  return { violations: violationsOf(facts), figures: figuresOf(facts), passes: world.passes }
}

function violationsOf(facts: Facts): Violation[] {
  const { world, expect, outcome, jobs } = facts
  const { passes } = world
  const blame = (promise: Violation['promise'], whats: readonly string[]): Violation[] =>
    whats.map(what => ({ promise, what }))
  return [
    ...blame('P1', [...paidTwice(facts), ...repaidTooMuch(facts)]),
    ...blame(
      'jobs',
      expect.jobs === undefined || expect.jobs === jobs ? [] : [`${jobs} jobs were created, ${expect.jobs} were needed`]
    ),
    ...blame(
      'P2',
      facts.lost.map(key => `row ${key} is neither answered nor given up`)
    ),
    ...blame('P3', facts.false),
    ...blame('P4', [...unfinished(facts), ...(outcome.settled ? restless(passes.at(-1)) : [])]),
    ...blame('P5', [...passes.flatMap(unclear), ...untold(world)]),
    ...blame('P6', [...facts.leaks, ...passes.flatMap(strayed)])
  ]
}

function paidTwice({ expect, twice }: Facts): string[] {
  if (expect.mayPayTwice) return []
  return twice.map(one => `a question was answered and charged ${one.times} times, by ${one.jobArns.join(', ')}`)
}

function repaidTooMuch({ world, expect, repaid }: Facts): string[] {
  if (expect.mayPayTwice) return []
  const bound = mayRepay(world.passes)
  if (repaid <= bound) return []
  return [
    `${repaid} answers were paid again on demand, more than the ${bound} that may be in the air or not yet written`
  ]
}

function unfinished({ world, expect, outcome: { recovery, settled }, refused }: Facts): string[] {
  if (!settled && !refused) return [`not done after ${recovery} undisturbed passes: ${tell(world.passes.at(-1))}`]
  if (expect.passes === undefined || recovery <= expect.passes) return []
  return [`${recovery} undisturbed passes were needed, ${expect.passes} should have done`]
}

function figuresOf({ world, expect, outcome, refused, twice, ...facts }: Facts): Figures {
  const strikes = world.passes.flatMap(struck)
  return {
    kills: strikes.filter(strike => strike.do === 'kill').length,
    cuts: strikes.filter(strike => strike.do === 'cut').length,
    jobs: facts.jobs,
    paid: [...world.emulator.books.paid()].length,
    paidTwice: expect.mayPayTwice ? 0 : twice.length,
    unpreventable: expect.mayPayTwice ? twice.length + facts.repaid : 0,
    repaid: expect.mayPayTwice ? 0 : facts.repaid,
    lost: facts.lost.length,
    false: facts.false.length,
    secrets: facts.leaks.length,
    recovery: outcome.recovery,
    refusals: refused ? 1 : 0
  }
}
