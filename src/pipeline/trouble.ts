/** How a service in trouble is told while it is waited out: when it begins or changes, and when it is over. Not every time. */
import type { Log } from '../ports.ts'
import type { Failure } from '../problems.ts'

export class Trouble {
  private readonly log: Log
  private told: string | undefined
  /** In this round. */
  private isThere = false

  constructor(log: Log) {
    this.log = log
  }

  tell(failure: Failure): void {
    // Messages name an object or a request, which differ from try to try.
    const kind = `${failure.code} ${failure.cause instanceof Error ? failure.cause.name : ''}`
    if (kind !== this.told) this.log.warning(`${failure.title}: ${failure.message}`)
    this.told = kind
    this.isThere = true
  }

  /** A whole round without any is the end of it. */
  endRound(): void {
    if (this.told !== undefined && !this.isThere) {
      this.log.info('the service answers again')
      this.told = undefined
    }
    this.isThere = false
  }
}
