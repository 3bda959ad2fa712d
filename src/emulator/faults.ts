/** What shall go wrong, as rules over requests. Decides only; the server acts. */
import type { Exchange, Reply } from './exchange.ts'
import { Throttle, type ThrottleLimits } from './throttle.ts'

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
 * - `throttle`: more than the limits is refused with 429 ThrottlingException, everything else goes on as if no rule were.
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
  | { readonly throttle: ThrottleLimits }
  | ((exchange: Exchange) => Reply | Promise<Reply>)

export interface Fault {
  /** A request's number, or a condition. */
  readonly when: number | ((request: RequestInfo) => boolean)
  /** How often the rule strikes; without it, always. */
  readonly times?: number
  readonly do: FaultAction
}

/** What a rule does to one request. */
export type StruckAction = Exclude<FaultAction, { delayMs: number } | { throttle: ThrottleLimits }>

export interface Strike {
  readonly delayMs: number
  readonly action: StruckAction | undefined
  /** To be called when the request is over: throttles count who is under way. */
  readonly over: () => void
}

interface Rule {
  readonly fault: Fault
  readonly throttle?: Throttle
  left: number
}

export class Faults {
  private rules: Rule[] = []
  private readonly now: () => number

  constructor(now: () => number = () => performance.now()) {
    this.now = now
  }

  /** Returns the removal of the rule. */
  add(fault: Fault): () => void {
    const limits = typeof fault.do === 'object' && 'throttle' in fault.do ? fault.do.throttle : undefined
    const rule: Rule = {
      fault,
      left: fault.times ?? Infinity,
      ...(limits && { throttle: new Throttle(limits, this.now) })
    }
    this.rules.push(rule)
    return () => {
      this.rules = this.rules.filter(one => one !== rule)
    }
  }

  clear(): void {
    this.rules = []
  }

  /** What strikes this request: each rule that matches is used up by one. Delays come with whatever else strikes. */
  strike(request: RequestInfo): Strike {
    let delayMs = 0
    const passages: (() => void)[] = []
    const over = (): void => {
      for (const leave of passages) leave()
    }
    for (const rule of this.rules) {
      const { when, do: action } = rule.fault
      if (rule.left <= 0 || !(typeof when === 'number' ? when === request.number : when(request))) continue
      rule.left--
      if (rule.throttle) {
        const passage = rule.throttle.enter()
        if ('retryAfterSeconds' in passage) return { delayMs, action: throttled(passage.retryAfterSeconds), over }
        passages.push(passage.leave)
      } else if (typeof action === 'object' && 'delayMs' in action) delayMs += action.delayMs
      else if (!(typeof action === 'object' && 'throttle' in action)) return { delayMs, action, over }
    }
    return { delayMs, action: undefined, over }
  }
}

function throttled(retryAfterSeconds: number): StruckAction {
  return {
    status: 429,
    code: 'ThrottlingException',
    message: 'Too many requests, please wait before trying again.',
    ...(retryAfterSeconds > 0 && { headers: { 'retry-after': String(retryAfterSeconds) } })
  }
}
