/** What shall go wrong, as rules over requests. Decides only; the server acts. */
import type { Exchange, Reply } from './exchange.ts'

export interface RequestInfo {
  /** Position in the order of all requests, from 1. */
  readonly number: number
  /** `bedrock`, `bedrock-runtime`, `s3`, `sts`, `github`, `artifacts`, `blobs`, `oidc`. */
  readonly service: string
  /** The API's own name: `CreateModelInvocationJob`, `PutObject`, `pulls/create`. */
  readonly operation: string
  readonly method: string
  /** Path and query as sent. */
  readonly path: string
}

/**
 * - `drop-before`: the connection breaks, nothing happened.
 * - `apply-then-drop`: the request takes effect, its caller never hears of it.
 * - `half-body`: the reply breaks off in the middle.
 * - an error in the service's own form; a wait; or any reply at all.
 */
export type FaultAction =
  | 'drop-before'
  | 'apply-then-drop'
  | 'half-body'
  | {
      readonly status: number
      readonly code: string
      readonly message: string
      readonly headers?: Readonly<Record<string, string>>
    }
  | { readonly delayMs: number }
  | ((exchange: Exchange) => Reply | Promise<Reply>)

export interface Fault {
  /** A request's number, or a condition. */
  readonly when: number | ((request: RequestInfo) => boolean)
  /** How often the rule strikes; without it, always. */
  readonly times?: number
  readonly do: FaultAction
}

export class Faults {
  private rules: { fault: Fault; left: number }[] = []

  /** Returns the removal of the rule. */
  add(fault: Fault): () => void {
    const rule = { fault, left: fault.times ?? Infinity }
    this.rules.push(rule)
    return () => {
      this.rules = this.rules.filter(one => one !== rule)
    }
  }

  clear(): void {
    this.rules = []
  }

  /** What strikes this request: each rule that matches is used up by one. Delays come with whatever else strikes. */
  strike(request: RequestInfo): { delayMs: number; action: Exclude<FaultAction, { delayMs: number }> | undefined } {
    let delayMs = 0
    for (const rule of this.rules) {
      const { when } = rule.fault
      if (rule.left <= 0 || !(typeof when === 'number' ? when === request.number : when(request))) continue
      rule.left--
      const action = rule.fault.do
      if (typeof action === 'object' && 'delayMs' in action) delayMs += action.delayMs
      else return { delayMs, action }
    }
    return { delayMs, action: undefined }
  }
}
