/**
 * The other way round: passes that go without one precaution. Each mutant gets the trial that has reason to show it, then
 * all the others; the first broken promise kills it. Whole passes keep every promise in the same trials, which is a
 * chapter of its own: else a mutant's death would prove nothing.
 */
import type { History } from '../history.ts'
import { mutants } from '../mutants.ts'
import type { MutantName } from '../mutants.ts'
import type { Result, Run } from '../result.ts'
import { shownBy, trials } from '../trials.ts'
import type { TrialName } from '../trials.ts'
import type { Chapter } from './chapter.ts'

export const trialsOfMutants: Chapter = {
  name: 'trials of the mutants',
  shows: 'What mutants are tried with, by passes that are whole.',
  histories: async () => Object.values(trials)
}

export interface Execution {
  readonly mutant: MutantName
  /** Undefined where it survived. */
  readonly killer: { readonly trial: TrialName; readonly result: Result } | undefined
}

const mutantNames = Object.keys(mutants) as MutantName[]
const trialNames = Object.keys(trials) as TrialName[]

async function execute(mutant: MutantName, run: Run): Promise<Execution> {
  const first = shownBy[mutant]
  for (const trial of [first, ...trialNames.filter(name => name !== first)]) {
    const history: History = { ...trials[trial], mutants: [mutant] }
    const result = await run(history)
    if (result.violations.some(one => one.promise !== 'proof')) return { mutant, killer: { trial, result } }
  }
  return { mutant, killer: undefined }
}

export async function executeAll(run: Run, names: readonly MutantName[] = mutantNames): Promise<Execution[]> {
  return Promise.all(names.map(name => execute(name, run)))
}
