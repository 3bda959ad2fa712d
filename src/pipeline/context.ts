/** What a pass is asked to do, and the outside world that it does it with. */
import type { Clock, Cloud, HasEnded, LeaseOwner, Ledger, Log, Publisher, Scratch, Workspace } from '../ports.ts'
import type { Retry } from '../reconcile/decide.ts'
import type { PlaceOf, Spec } from '../spec/spec.ts'

export type Mode = 'run' | 'plan' | 'try' | 'submit' | 'collect' | 'stop'

export interface PassRequest {
  readonly spec: Spec
  readonly specPath: string
  readonly placeOf: PlaceOf
  readonly mode: Mode
  readonly retry: Retry
  /** Ask again what is already published. */
  readonly force: boolean
  readonly waitMs: number
  /** In mode try: how many questions are asked; default 3. */
  readonly tryRows?: number
  /** Undefined where this event may pay; else why not, for a person. */
  readonly mayNotPay: string | undefined
  /** A person acted (push, dispatch), as against a schedule. */
  readonly byPerson: boolean
  /** Identifies the repository for good. */
  readonly repositoryId: string
  readonly aws: AwsPlaces | undefined
  /** Who collects what is still open when this pass ends. */
  readonly whoCollects: string
}

/** Where in AWS; everything that paying needs. */
export interface AwsPlaces {
  readonly region: string
  readonly s3Uri: string
  readonly outputS3Uri?: string
  readonly serviceRoleArn?: string
}

/** Of a pass among several in one step, which work one at a time. */
export interface Turn {
  /** Until when all of them may wait: told by whoever asks first. */
  waitUntil(waitMs: number): number
  /** Lets others work meanwhile. Resolves early when the signal fires, and not before it is this pass's turn again. */
  rest(ms: number, signal: AbortSignal): Promise<void>
}

export interface Outside {
  readonly workspace: Workspace
  readonly scratch: Scratch
  readonly clock: Clock
  readonly log: Log
  readonly publisher: Publisher
  /** Undefined where this event may not even read from AWS, or nothing names the account. */
  readonly cloud: (() => Promise<Cloud>) | undefined
  readonly ledger: Ledger
  readonly owner: LeaseOwner
  readonly hasEnded: HasEnded
  /** Fires when the workflow run is cancelled. */
  readonly signal: AbortSignal
  /** Absent where the pass is alone. */
  readonly turn?: Turn
}
