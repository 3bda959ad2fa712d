/** What came of a history, as plain data: it travels between threads. */
import type { History } from './history.ts'
import { run } from './history.ts'
import { tell } from './judge/told.ts'
import type { Figures, Violation } from './judge.ts'

export interface Result {
  readonly violations: readonly Violation[]
  readonly figures: Figures
  /** By pass: the names of its steps. */
  readonly steps: readonly (readonly string[])[]
  /** By pass: how it ended. */
  readonly told: readonly string[]
}

export type Run = (history: History) => Promise<Result>

export const runHere: Run = async history => {
  const { violations, figures, passes } = await run(history)
  return {
    violations,
    figures,
    steps: passes.map(one => one.steps.map(step => `${step.name} ${step.about}`.trim())),
    told: passes.map(tell)
  }
}

const zero: Figures = {
  kills: 0,
  cuts: 0,
  jobs: 0,
  paid: 0,
  paidTwice: 0,
  unpreventable: 0,
  repaid: 0,
  lost: 0,
  false: 0,
  secrets: 0,
  recovery: 0,
  refusals: 0
}

/** The history came to no end, or the proof stumbled over it: either way nothing is shown. */
export function brokenProof(why: string): Result {
  return { violations: [{ promise: 'proof', what: why }], figures: zero, steps: [], told: [] }
}

export function sum(all: readonly Figures[]): Figures & { readonly maxRecovery: number } {
  const names = Object.keys(zero) as (keyof Figures)[]
  const total = { ...zero } as Record<keyof Figures, number>
  for (const one of all) for (const name of names) total[name] += one[name]
  return { ...total, maxRecovery: Math.max(0, ...all.map(one => one.recovery)) }
}
