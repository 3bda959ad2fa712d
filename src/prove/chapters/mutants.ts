/**
 * The other way round: passes that go without one precaution. Each mutant gets the histories that have reason to show
 * it, then samples of all chapters; the first broken promise kills it.
 */
import type { Change } from '../dataset.ts'
import type { Event, History } from '../history.ts'
import type { Strike } from '../life.ts'
import { mutants } from '../mutants.ts'
import type { MutantName } from '../mutants.ts'
import type { Finding } from '../prove.ts'
import type { Run } from '../result.ts'

export interface Execution {
  readonly mutant: MutantName
  /** Undefined where it survived. */
  readonly killer: Finding | undefined
}

const create = 'CreateModelInvocationJob#1'
/** Bedrock remembers neither names nor tokens. */
const forgetful = { tokensRemembered: 'never', duplicateNames: 'allowed' } as const

const plain: History = { seed: 1, way: 'batch', rows: 8, events: [{ do: 'pass', plan: {} }], expect: { jobs: 3 } }

function struck(strike: Strike, rest: Partial<History> = {}): History {
  return { ...plain, events: [{ do: 'pass', plan: { strikes: [strike] } }], ...rest }
}

const killedAtCreate: Strike = { do: 'kill', step: create, moment: 'applied' }
const unansweredCreate: Strike = { do: 'cut', step: create, moment: 'applied' }

function suspended(before: string, about: string, change?: Change): Event {
  const minutes = 60_000
  return {
    do: 'at once',
    plans: [{ pause: { before, about, ms: 25 * minutes } }, { afterMs: 12 * minutes }],
    ...(change && { changes: [{ afterMs: 11 * minutes, change }] })
  }
}

/** Every one of them is kept by passes that are whole; the chapter runs them so as well. */
export const trials: readonly History[] = [
  plain,
  struck(killedAtCreate),
  struck(unansweredCreate),
  struck(killedAtCreate, { pace: 'slow', truth: { ...forgetful, listLagMs: 60_000 }, expect: {} }),
  struck(killedAtCreate, { pace: 'slow', truth: forgetful, expect: {} }),
  struck(unansweredCreate, { pace: 'slow', truth: forgetful, expect: {} }),
  struck(unansweredCreate, { pace: 'slow', truth: { ...forgetful, tokensRemembered: 'forever' }, expect: {} }),
  struck(
    { do: 'kill', step: 'CreateModelInvocationJob#2', moment: 'answered' },
    { pace: 'slow', truth: forgetful, expect: {} }
  ),
  {
    ...plain,
    pace: 'slow',
    truth: { ...forgetful, tokensRemembered: 'forever' },
    events: [suspended('CreateModelInvocationJob', '')],
    expect: {}
  },
  { ...plain, pace: 'slow', events: [suspended('PutObject', '.jsonl', 'edit')], expect: {} },
  ...[1, 2, 3, 4].map((seed): History => ({
    ...plain,
    seed,
    pace: 'slow',
    truth: forgetful,
    events: [{ do: 'at once', plans: [{}, { afterMs: seed * 300 }], changes: [{ afterMs: 100, change: 'edit' }] }],
    expect: {}
  })),
  // Killed when its part is written and before it is collected.
  { ...struck({ do: 'kill', step: 'ListObjectsV2#9', moment: 'before' }), way: 'on-demand', expect: {} },
  { ...struck({ do: 'kill', step: 'PutObject#3', moment: 'answered' }), way: 'on-demand', expect: {} }
]

/** Two histories at a time, as long as the mutant lives. */
async function execute(mutant: MutantName, histories: readonly History[], run: Run): Promise<Execution> {
  for (let from = 0; from < histories.length; from += 2) {
    const some = histories.slice(from, from + 2).map(history => ({ ...history, mutants: [mutant] }))
    const results = await Promise.all(some.map(async history => ({ history, result: await run(history) })))
    const killer = results.find(({ result }) => result.violations.length > 0)
    if (killer) return { mutant, killer: { chapter: 'mutants', ...killer } }
  }
  return { mutant, killer: undefined }
}

export async function executeAll(run: Run, names = Object.keys(mutants) as MutantName[]): Promise<Execution[]> {
  const executions: Execution[] = []
  for (const name of names) executions.push(await execute(name, trials, run))
  return executions
}
