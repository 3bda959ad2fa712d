/** The shortest history that still shows what went wrong. */
import type { Event, History } from './history.ts'
import type { Run } from './result.ts'
import type { PassPlan } from './world.ts'

/** Tries smaller histories until none of them fails any more, at most that many times. */
export async function shrink(history: History, promise: string, run: Run, most = 60): Promise<History> {
  let smallest = history
  let left = most
  const fails = async (one: History): Promise<boolean> => {
    left--
    return (await run(one)).violations.some(violation => violation.promise === promise)
  }
  for (let progress = true; progress && left > 0;) {
    progress = false
    for (const smaller of smallerOnes(smallest)) {
      if (left <= 0) break
      if (!(await fails(smaller))) continue
      smallest = smaller
      progress = true
      break
    }
  }
  return smallest
}

function* smallerOnes(history: History): Generator<History> {
  const { events, rows } = history
  for (const index of events.keys()) yield { ...history, events: events.toSpliced(index, 1) }
  for (const [index, event] of events.entries()) {
    for (const simpler of simplerEvents(event)) yield { ...history, events: events.with(index, simpler) }
  }
  // Fewer rows are other steps: the strikes may then hit elsewhere, and the history is kept only if it still fails.
  for (const fewer of [3, 4, 5, 6].filter(count => count < rows)) yield { ...history, rows: fewer }
}

function* simplerEvents(event: Event): Generator<Event> {
  if (event.do === 'pass') for (const plan of simplerPlans(event.plan)) yield { do: 'pass', plan }
  if (event.do !== 'at once') return
  const { plans, changes = [] } = event
  for (const index of changes.keys()) yield { ...event, changes: changes.toSpliced(index, 1) }
  for (const index of plans.keys()) if (plans.length > 1) yield { ...event, plans: plans.toSpliced(index, 1) }
  for (const [index, plan] of plans.entries()) {
    for (const simpler of simplerPlans(plan)) yield { ...event, plans: plans.with(index, simpler) }
  }
}

function* simplerPlans(plan: PassPlan): Generator<PassPlan> {
  const { strikes = [], pause: _pause, afterMs: _afterMs, ...rest } = plan
  for (const index of strikes.keys()) yield { ...plan, strikes: strikes.toSpliced(index, 1) }
  if (plan.pause !== undefined) yield { ...rest, strikes, ...(plan.afterMs !== undefined && { afterMs: plan.afterMs }) }
  if (plan.afterMs !== undefined) yield { ...rest, strikes, ...(plan.pause && { pause: plan.pause }) }
}
