/** A clock that stands still but for what is slept, and dice that always show the same. */
import type { Clock } from '../../src/ports.ts'

export class StillClock implements Clock {
  time: number
  /** Every sleep, in milliseconds. */
  readonly slept: number[] = []
  private readonly beating = new Set<{ readonly ms: number; readonly act: () => Promise<void>; due: number }>()

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
    await this.beat()
  }

  every(ms: number, act: () => Promise<void>): () => Promise<void> {
    const beating = { ms, act, due: this.time + ms }
    this.beating.add(beating)
    return async () => void this.beating.delete(beating)
  }

  /** Does what is due by now, once each. */
  async beat(): Promise<void> {
    for (const one of this.beating) {
      if (one.due > this.time) continue
      one.due = this.time + one.ms
      await one.act()
    }
  }
}
