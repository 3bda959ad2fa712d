/**
 * How much a service takes at once: so many requests a second, so many at the same time. Decides only. The clock is the
 * emulator's own, so that a manual one throttles too.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 */

export interface ThrottleLimits {
  /** Requests that are let through in a second, on average. */
  readonly perSecond?: number
  /** Requests that may come at once before the average counts; default: those of one second, at least one. */
  readonly burst?: number
  /** Requests that may be under way at the same time. */
  readonly concurrent?: number
  /** What a refused caller is told in `retry-after`; default: until the next may pass, at least 1. 0: nothing. */
  readonly retryAfterSeconds?: number
}

export type Passage = { readonly leave: () => void } | { readonly retryAfterSeconds: number }

export class Throttle {
  private readonly limits: ThrottleLimits
  private readonly now: () => number
  private underWay = 0
  private allowance: number
  private countedAt: number

  /** `now`: milliseconds. */
  constructor(limits: ThrottleLimits, now: () => number) {
    this.limits = limits
    this.now = now
    this.allowance = this.burst
    this.countedAt = now()
  }

  /** Whoever may pass has to leave. */
  enter(): Passage {
    const { perSecond, concurrent = Infinity } = this.limits
    this.refill()
    if (this.underWay >= concurrent) return this.refusal(1)
    if (perSecond !== undefined && this.allowance < 1) return this.refusal((1 - this.allowance) / perSecond)
    this.allowance--
    this.underWay++
    let left = false
    return {
      leave: () => {
        if (!left) this.underWay--
        left = true
      }
    }
  }

  private get burst(): number {
    const { perSecond = Infinity, burst } = this.limits
    return burst ?? Math.max(1, perSecond)
  }

  private refill(): void {
    const { perSecond } = this.limits
    const now = this.now()
    if (perSecond !== undefined)
      this.allowance = Math.min(this.burst, this.allowance + ((now - this.countedAt) / 1000) * perSecond)
    this.countedAt = now
  }

  private refusal(seconds: number): Passage {
    return { retryAfterSeconds: this.limits.retryAfterSeconds ?? Math.max(1, Math.ceil(seconds)) }
  }
}
