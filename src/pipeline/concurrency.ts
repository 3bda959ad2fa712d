/**
 * How many requests may be under way: one more after each round without trouble, a quarter fewer after throttling. Whoever
 * was throttled waits outside; the others go on, for the service goes on taking what it can.
 */

export class Concurrency {
  limit: number
  /** How often the limit went down: a request is told by it whether it was sent before or after the last time. */
  cuts = 0
  private readonly most: number
  private sinceChange = 0
  private underWay = 0
  private readonly waiting: (() => void)[] = []

  constructor(first = 4, most = 32) {
    this.limit = first
    this.most = most
  }

  /** Resolves when the request may be sent; who came first goes first. Has to be followed by one `leave`. */
  enter(): Promise<void> {
    return new Promise(resolve => {
      this.waiting.push(resolve)
      this.letIn()
    })
  }

  leave(): void {
    this.underWay--
    this.letIn()
  }

  succeeded(): void {
    if (++this.sinceChange < this.limit) return
    this.sinceChange = 0
    this.limit = Math.min(this.most, this.limit + 1)
    this.letIn()
  }

  /** `cuts` as they were when the request was sent: those sent together are throttled together, which is one piece of news. */
  throttled(cuts: number): void {
    if (cuts < this.cuts) return
    this.cuts++
    this.sinceChange = 0
    this.limit = Math.max(1, Math.floor(this.limit * 0.75))
  }

  private letIn(): void {
    while (this.underWay < this.limit) {
      const next = this.waiting.shift()
      if (next === undefined) return
      this.underWay++
      next()
    }
  }
}
