/** What was paid more than once, by the emulator's books; and how much of it an interrupted on-demand run may repay. */
import type { PaidRecord } from '../../emulator/books.ts'
import { isAt } from '../life.ts'
import type { Step, Strike } from '../life.ts'
import type { PassEnd, World } from '../world.ts'

export function paidAgain(world: World): { twice: PaidRecord[]; repaid: number } {
  const again = [...world.emulator.books.paid(2)]
  const isJob = (arn: string): boolean => arn.startsWith('arn:')
  const twice = again.filter(
    one => one.jobArns.filter(isJob).length > 1 || (one.jobArns.some(isJob) && one.jobArns.length > 1)
  )
  const now = again.filter(one => !one.jobArns.some(isJob))
  return { twice, repaid: now.reduce((sum, one) => sum + one.times - 1, 0) }
}

/** Up to 32 calls in the air, a part of twenty that is being written, and what is gathered for the next one meanwhile. */
const mostAtRisk = 32 + 20 + 19

/** A pass that is struck, or suspended for so long that another takes over, loses no more than it has asked and not written: every part but the last holds twenty answers or more. */
export function mayRepay(passes: readonly PassEnd[]): number {
  return passes
    .filter(one => struck(one).length > 0 || one.plan.pause !== undefined)
    .reduce((all, one) => all + unwritten(one), 0)
}

function unwritten({ steps, plan }: PassEnd): number {
  const strikes = plan.strikes ?? []
  const isPart = (step: Step): boolean => step.name === 'PutObject' && step.about.includes('/part-')
  const isLost = (index: number): boolean =>
    strikes.some(strike => strike.moment === 'before' && isAt(strike, steps.slice(0, index + 1)))
  const parts = new Set(steps.filter((step, index) => isPart(step) && !isLost(index)).map(step => step.about)).size
  const calls = steps.filter(step => step.name === 'InvokeModel').length
  return Math.min(mostAtRisk, Math.max(0, calls - 20 * parts)) + strikes.filter(strike => strike.do === 'cut').length
}

/** The strikes that met the pass before its end. */
export function struck({ plan, steps }: PassEnd): Strike[] {
  return (plan.strikes ?? []).filter(strike => steps.some((_, index) => isAt(strike, steps.slice(0, index + 1))))
}
