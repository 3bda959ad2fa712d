/** How many requests may be under way: one more after each round without trouble, half as many after throttling. */

export class Concurrency {
  limit: number
  private readonly most: number
  private sinceChange = 0
  private pausedUntil = 0

  constructor(first = 4, most = 32) {
    this.limit = first
    this.most = most
  }

  succeeded(): void {
    if (++this.sinceChange < this.limit) return
    this.sinceChange = 0
    this.limit = Math.min(this.most, this.limit + 1)
  }

  /** `pauseMs`: what the service asked for, or our own guess. */
  throttled(now: number, pauseMs: number): void {
    // Requests sent together are throttled together: that is one piece of news, not many.
    if (now >= this.pausedUntil) {
      this.limit = Math.max(1, Math.floor(this.limit / 2))
      this.sinceChange = 0
    }
    this.pausedUntil = Math.max(this.pausedUntil, now + pauseMs)
  }

  /** How long to wait before the next request. */
  pauseMs(now: number): number {
    return Math.max(0, this.pausedUntil - now)
  }
}
