/** All decisions of a pass at one moment, as data: who is asked, waited for, held, given up. Pure; the same facts give the same plan. */
import { decide } from './decide.ts'
import type { Decision, RecordFacts, RetryRules } from './decide.ts'
import { chooseWay } from './way.ts'
import type { Choice, WayRules } from './way.ts'

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

export interface PlanRules extends RetryRules, WayRules {}

export interface Plan {
  readonly verdictOf: (question: number) => Verdict
  readonly counts: Readonly<Record<Verdict, number>>
  /** Questions to ask now, in order; empty when they are held. */
  readonly ask: Uint32Array
  /** By which way they are asked. */
  readonly choice: Choice
  /** How many more records would make up a job, where some are held for want of them. */
  readonly missing: number
}

/**
 * `size` is one above the largest question. Too few records for a job are held until more come; when all of them are
 * retries, nothing more is to come, and they are given up instead of keeping everybody else's answers back.
 */
export function planOf(
  questions: Iterable<number>,
  size: number,
  factsOf: (question: number) => RecordFacts,
  rules: PlanRules
): Plan {
  const byQuestion = new Uint8Array(size)
  const counts = { 'carry over': 0, wait: 0, ask: 0, 'ask again': 0, 'give up': 0, 'set aside': 0, leave: 0, hold: 0 }
  const asked = new Uint32Array(size)
  let records = 0
  let late = 0
  for (const question of questions) {
    const facts = factsOf(question)
    const decision = decide(facts, rules)
    counts[decision]++
    byQuestion[question] = verdicts.indexOf(decision)
    if (decision !== 'ask' && decision !== 'ask again') continue
    asked[records++] = question
    if (facts.late) late++
  }
  const ask = asked.subarray(0, records)
  const choice = chooseWay({ records, late }, rules)
  const held = records > 0 && (choice.way === 'hold' || (choice.way === 'fail' && counts.ask === 0))
  if (held) {
    const instead: Verdict = counts.ask === 0 ? 'give up' : 'hold'
    for (const question of ask) byQuestion[question] = verdicts.indexOf(instead)
    counts[instead] += records
    counts.ask = 0
    counts['ask again'] = 0
  }
  return {
    verdictOf: question => verdicts[byQuestion[question] ?? 0] ?? 'carry over',
    counts,
    ask: held ? new Uint32Array() : ask,
    choice,
    missing: counts.hold > 0 && !isWithoutBatch(rules) ? Math.max(0, rules.minRecords - counts.hold) : 0
  }
}

function isWithoutBatch({ inference, noBatch }: PlanRules): boolean {
  return inference === 'auto' && noBatch === true
}
