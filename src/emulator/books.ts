/**
 * The emulator's account of everything: requests, effects, and what AWS would have charged.
 * Tests take "paid twice" and "lost" from here, never from what the action says of itself.
 */
import type { RequestInfo } from './faults.ts'

export interface RequestEntry extends RequestInfo {
  /** Milliseconds since 1970, by the emulator's clock. */
  readonly at: number
  /** Undefined while unanswered, and for ever when the connection was broken. */
  status?: number
  /** The error's code, where the reply was one. */
  code?: string
  /** Access key, or who else asked. */
  principal?: string
  /** The fault that struck. */
  fault?: string
}

export interface Effect {
  readonly at: number
  /** The request that caused it; undefined for what time caused. */
  readonly request?: number
  readonly kind: string
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

export interface JobCharge {
  readonly jobArn: string
  readonly jobName: string
  readonly modelId: string
  readonly records: number
  readonly errors: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly usd: number
}

/** One question to one model, and how often it was answered and charged. */
export interface PaidRecord {
  readonly modelId: string
  /** First 16 hex digits of SHA-256 over the modelInput with sorted keys. */
  readonly inputSha256: string
  readonly times: number
  readonly jobArns: readonly string[]
}

export class Books {
  readonly requests: RequestEntry[] = []
  readonly effects: Effect[] = []
  readonly jobs: JobCharge[] = []
  /** `modelId inputSha256` → positions in `jobs`; a number where there is one, which is nearly always. */
  private readonly processed = new Map<string, number | number[]>()

  effect(effect: Effect): void {
    this.effects.push(effect)
  }

  /** Closes the account of a job; `inputs` are the hashes of the records that were answered. */
  charge(job: JobCharge, inputs: Iterable<string>): void {
    const position = this.jobs.push(job) - 1
    for (const input of inputs) {
      const key = `${job.modelId} ${input}`
      const before = this.processed.get(key)
      if (before === undefined) this.processed.set(key, position)
      else this.processed.set(key, typeof before === 'number' ? [before, position] : [...before, position])
    }
  }

  /** Every question that was answered. With `atLeast: 2`, only those that were paid more than once. */
  *paid(atLeast = 1): Generator<PaidRecord> {
    for (const [key, found] of this.processed) {
      const positions = typeof found === 'number' ? [found] : found
      if (positions.length < atLeast) continue
      const space = key.lastIndexOf(' ')
      yield {
        modelId: key.slice(0, space),
        inputSha256: key.slice(space + 1),
        times: positions.length,
        jobArns: positions.map(position => this.jobs[position]?.jobArn ?? '')
      }
    }
  }

  charged(): { jobs: number; records: number; errors: number; inputTokens: number; outputTokens: number; usd: number } {
    const sum = { jobs: this.jobs.length, records: 0, errors: 0, inputTokens: 0, outputTokens: 0, usd: 0 }
    for (const job of this.jobs) {
      sum.records += job.records
      sum.errors += job.errors
      sum.inputTokens += job.inputTokens
      sum.outputTokens += job.outputTokens
      sum.usd += job.usd
    }
    return sum
  }
}
