/** A clock that stands still but for what is slept, and dice that always show the same. */
import type { Clock } from '../../src/ports.ts'

export class StillClock implements Clock {
  time: number
  /** Every sleep, in milliseconds. */
  readonly slept: number[] = []

  constructor(time = Date.parse('2026-11-20T12:00:00Z')) {
    this.time = time
  }

  now(): number {
    return this.time
  }

  random(): number {
    return 0.5
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return
    this.slept.push(ms)
    this.time += ms
    // Whoever waits for something to happen lets it happen.
    await new Promise(resolve => setImmediate(resolve))
  }
}
