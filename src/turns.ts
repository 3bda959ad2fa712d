/**
 * Several passes in one step: they work one at a time, and while one only waits for its jobs, another works. So all of
 * them have submitted before any has waited long, and none sees the log, the working tree or git in the hands of another.
 */
import type { Turn } from './pipeline/context.ts'
import type { Clock, Log } from './ports.ts'

export class Turns {
  private readonly clock: Clock
  private readonly queue: (() => void)[] = []
  private isTaken = false
  private until: number | undefined

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** Does this when its turn has come: who has waited longest goes first. */
  async work<T>(act: () => Promise<T>): Promise<T> {
    await this.take()
    try {
      return await act()
    } finally {
      this.give()
    }
  }

  /** The turn of a pass that is at work, with what it does before it rests. */
  turnOf(pause: () => void): Turn {
    return {
      waitUntil: waitMs => (this.until ??= this.clock.now() + waitMs),
      rest: async (ms, signal) => {
        pause()
        this.give()
        await this.clock.sleep(ms, signal)
        await this.take()
      }
    }
  }

  private async take(): Promise<void> {
    if (this.isTaken) await new Promise<void>(resolve => this.queue.push(resolve))
    this.isTaken = true
  }

  private give(): void {
    const next = this.queue.shift()
    if (next === undefined) this.isTaken = false
    else next()
  }
}

/** A log whose lines stand in a group, which is opened by them as often as it was closed. */
export interface GroupedLog extends Log {
  close(): void
}

export function groupedLog(log: Log, title: string): GroupedLog {
  let end: (() => void) | undefined = log.group(title)
  const open = (): void => void (end ??= log.group(title))
  return {
    info(message) {
      open()
      log.info(message)
    },
    warning(message) {
      open()
      log.warning(message)
    },
    group(inner) {
      open()
      return log.group(inner)
    },
    close() {
      end?.()
      end = undefined
    }
  }
}
