/** Time and what is due in it. Knows no service: jobs, late outputs and zombie requests hang themselves on it. */
import type { EmulatorClock } from './exchange.ts'

type Task = () => void | Promise<void>

export interface Clock extends EmulatorClock {
  /** Runs the task at that instant (milliseconds since 1970), or as soon as possible when it is past. Returns its cancellation. */
  at(instant: number, task: Task): () => void
  /** Drops everything that is still due. */
  close(): void
}

export interface ManualClock extends Clock {
  /** Moves time on and runs, in their order, all tasks that fall due; resolves when they have ended. */
  advance(ms: number): Promise<void>
}

const longestTimeout = 2 ** 31 - 1

/** Real time. Timers never keep the process alive. */
export function realClock(): Clock {
  const timers = new Set<NodeJS.Timeout>()
  const now = (): number => Date.now()
  const at = (instant: number, task: Task): (() => void) => {
    const wait = Math.max(0, instant - now())
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        if (wait > longestTimeout) at(instant, task)
        else void task()
      },
      Math.min(wait, longestTimeout)
    )
    timer.unref()
    timers.add(timer)
    return () => {
      clearTimeout(timer)
      timers.delete(timer)
    }
  }
  const close = (): void => {
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
  }
  return { now, at, close }
}

/** Time that stands still until it is advanced. */
export function manualClock(start: number): ManualClock {
  let now = start
  let order = 0
  let due: { instant: number; order: number; task: Task }[] = []

  const next = (until: number): Task | undefined => {
    const first = due
      .filter(one => one.instant <= until)
      .reduce<(typeof due)[number] | undefined>(
        (best, one) =>
          !best || one.instant < best.instant || (one.instant === best.instant && one.order < best.order) ? one : best,
        undefined
      )
    if (!first) return undefined
    due = due.filter(one => one !== first)
    now = Math.max(now, first.instant)
    return first.task
  }

  return {
    now: () => now,
    at(instant, task) {
      const entry = { instant, order: order++, task }
      due.push(entry)
      return () => {
        due = due.filter(one => one !== entry)
      }
    },
    async advance(ms) {
      const until = now + ms
      for (let task = next(until); task; task = next(until)) await task()
      now = Math.max(now, until)
    },
    close() {
      due = []
    }
  }
}
