/** All decisions of a pass at one moment, as data: who is asked, waited for, held, given up. Pure; the same facts give the same plan. */
import { decide } from './decide.ts'
import type { Decision, RecordFacts, RetryRules } from './decide.ts'
import { partsOf } from './parts.ts'
import type { Part, PartRules } from './parts.ts'
import type { Choice } from './way.ts'

/** `hold`: to be asked, but too few for a batch job and not wanted on demand. */
export type Verdict = Decision | 'hold'

const verdicts = [
  'carry over',
  'wait',
  'ask',
  'ask again',
  'give up',
  'set aside',
  'leave',
  'hold'
] as const satisfies readonly Verdict[]

export interface PlanRules extends RetryRules, PartRules {}

export interface Plan {
  readonly verdictOf: (question: number) => Verdict
  /** Whether asking it is a counted retry, also where it is held or given up instead. */
  readonly isRetry: (question: number) => boolean
  readonly counts: Readonly<Record<Verdict, number>>
  /** Questions to ask now, in order; empty when they are held. */
  readonly ask: Uint32Array
  /** By which way they are asked; or why none is. */
  readonly choice: Choice
  /** What is to be asked too, after these, since it goes another way. */
  readonly later: readonly Part[]
  /** How many more records would make up a job, where some are held for want of them. */
  readonly missing: number
  /** Clauses for a person: why some are held. */
  readonly heldBecause: readonly string[]
}

/** What is known of the questions, each by its number. */
export interface Known {
  readonly factsOf: (question: number) => RecordFacts
  /** What its line takes of a job's file. */
  readonly bytesOf: (question: number) => number
  /** Asked on demand by this pass. */
  readonly onDemandBefore: number
}

/**
 * `size` is one above the largest question. Too few records for a job are held until more come; when all of them are
 * retries, nothing more is to come, and they are given up instead of keeping everybody else's answers back, or set aside
 * where the next pass may ask them.
 */
export function planOf(questions: Iterable<number>, size: number, known: Known, rules: PlanRules): Plan {
  const verdicts = new Verdicts(size)
  const asked = new Uint32Array(size)
  const again = new Uint8Array(size)
  const late = new Uint8Array(size)
  let records = 0
  for (const question of questions) {
    const facts = known.factsOf(question)
    const decision = decide(facts, rules)
    verdicts.give(question, decision)
    if (decision !== 'ask' && decision !== 'ask again') continue
    asked[records++] = question
    if (decision === 'ask again') again[question] = 1
    if (facts.late) late[question] = 1
  }
  const isLate = (question: number): boolean => late[question] === 1
  const parts = partsOf({ ...known, ask: asked.subarray(0, records), isLate }, rules)
  const held = parts.filter(
    ({ ask, choice: { way } }) => way === 'hold' || (way === 'fail' && verdicts.areRetries(ask))
  )
  for (const part of held) verdicts.hold(part)
  const { counts } = verdicts
  return {
    verdictOf: question => verdicts.of(question),
    isRetry: question => again[question] === 1,
    counts,
    ...inOrder(parts, held),
    missing: counts.hold > 0 && !isWithoutBatch(rules) ? Math.max(0, rules.minRecords - counts.hold) : 0,
    heldBecause: counts.hold > 0 ? held.map(({ choice }) => choice.why) : []
  }
}

function isWithoutBatch({ inference, noBatch }: PlanRules): boolean {
  return inference === 'auto' && noBatch === true
}

/** Whoever may not go on with too few is told so before anything is asked. */
function inOrder(parts: readonly Part[], held: readonly Part[]): Pick<Plan, 'ask' | 'choice' | 'later'> {
  const open = parts.filter(part => !held.includes(part))
  const first = open.find(({ choice }) => choice.way === 'fail') ?? open[0]
  if (first !== undefined) return { ...first, later: open.filter(part => part !== first) }
  const choice = held[0]?.choice ?? { way: 'hold', why: 'nothing is to be asked' }
  return { ask: new Uint32Array(), choice, later: [] }
}

class Verdicts {
  readonly counts = newCounts()
  private readonly byQuestion: Uint8Array

  constructor(size: number) {
    this.byQuestion = new Uint8Array(size)
  }

  of(question: number): Verdict {
    return verdicts[this.byQuestion[question] ?? 0] ?? 'carry over'
  }

  give(question: number, verdict: Verdict): void {
    this.byQuestion[question] = verdicts.indexOf(verdict)
    this.counts[verdict]++
  }

  areRetries(questions: Uint32Array): boolean {
    return questions.every(question => this.of(question) === 'ask again')
  }

  hold({ ask, choice }: Part): void {
    const failed: Verdict = choice.forNow ? 'set aside' : 'give up'
    const verdict = this.areRetries(ask) ? failed : 'hold'
    for (const question of ask) {
      this.counts[this.of(question)]--
      this.give(question, verdict)
    }
  }
}

function newCounts(): Record<Verdict, number> {
  return { 'carry over': 0, wait: 0, ask: 0, 'ask again': 0, 'give up': 0, 'set aside': 0, leave: 0, hold: 0 }
}
