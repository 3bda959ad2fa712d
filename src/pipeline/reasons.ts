/** Why records are asked: by what changed, or since they failed before. */
import type { Plan } from '../reconcile/plan.ts'
import type { Questions } from './questions.ts'
import type { Reason } from './report.ts'

export type Reasons = Readonly<Partial<Record<Reason, number>>>

/** A plan made offline knows of no retry. */
export function reasonsOf(
  asked: Iterable<number>,
  questions: Pick<Questions, 'reasonFor'>,
  plan?: Pick<Plan, 'isRetry'>
): Reasons {
  const reasons: Partial<Record<Reason, number>> = {}
  for (const question of asked) {
    const reason = plan?.isRetry(question) === true ? 'retry' : questions.reasonFor(question)
    reasons[reason] = (reasons[reason] ?? 0) + 1
  }
  return reasons
}

export function bothReasons(some: Reasons, more: Reasons): Reasons {
  const both: Partial<Record<Reason, number>> = { ...some }
  for (const [reason, count] of Object.entries(more) as [Reason, number][]) both[reason] = (both[reason] ?? 0) + count
  return both
}
