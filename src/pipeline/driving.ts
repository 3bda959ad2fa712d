/** What the loop of a pass is given, and what it gives back: types only. */
import type { JobFacts, Ledger, Log } from '../ports.ts'
import type { Plan, PlanRules } from '../reconcile/plan.ts'
import type { Answers } from './answers.ts'
import type { Collected, Collecting } from './collect.ts'
import type { Mode } from './context.ts'
import type { FollowUps } from './follow-ups.ts'
import type { LeaseRequest } from './lease.ts'
import type { Questions } from './questions.ts'
import type { Reasons } from './reasons.ts'
import type { Recalled } from './recall.ts'
import type { CreatedJob, Submission, Submitting } from './submit.ts'

export interface Driving {
  readonly mode: Mode
  readonly questions: Questions
  readonly answers: Answers
  readonly rules: PlanRules
  /** Undefined where an answer that does not fit is final. */
  readonly followUps: FollowUps | undefined
  readonly collecting: Collecting
  /** Undefined where this pass may not pay. */
  readonly submitting: Paying | undefined
  readonly lease: LeaseRequest
  readonly ledger: Ledger
  /** A legal record that costs next to nothing; another text is another record. */
  readonly padding: (text: string) => { readonly recordId: string; readonly modelInput: string }
  readonly hasDeadline: boolean
  /** A live job that was submitted before this instant is stopped. */
  readonly stopBefore: (now: number) => number
  readonly maxActiveJobs: number
  /** Jobs whose answers are published: passed over when everything is asked again on purpose. */
  readonly passOver: (jobId: string) => boolean
  /** Throws Failure where asking these questions would break a limit. Called before anything is staged. */
  readonly checkLimits: (asked: Asked) => void
  /** What asking that many records costs at full maxTokens, in US dollars; undefined where the price is unknown. */
  readonly atMost: (records: number, way: 'batch' | 'on-demand') => number | undefined
  /** Whether our manifest has the job in its account. */
  readonly accounted: (jobId: string) => boolean
  /** Called with what was done by then, where the pass breaks off. */
  readonly broke: (driven: Driven) => void
  /** Called in mid-wait after answers came home. */
  readonly soFar: ((driven: Driven) => Promise<void>) | undefined
  readonly deadline: number
  /** Waits between two looks, with nothing under way. Resolves early when the pass is cancelled. */
  readonly rest: (ms: number) => Promise<void>
  readonly signal: AbortSignal
  readonly log: Log
}

/** What submitting needs and no round changes. */
export type Paying = Omit<Submitting, 'limits' | 'jobs' | 'shards' | 'freeJobs' | 'mayStillPay' | 'created'>

/** What a limit is held against, in records. */
export interface Asked {
  readonly before: number
  /** Of those before, asked on demand. */
  readonly beforeOnDemand?: number
  readonly now: number
  /** To be asked right after these, another way. */
  readonly later?: { readonly batch: number; readonly onDemand: number }
  /** Records that only fill jobs up, before, now and later: beside all the others. */
  readonly pads?: number
  readonly inFlight: number
  readonly way: 'batch' | 'on-demand'
}

/** A job that an earlier pass collected and no manifest accounts for yet. */
export interface RecalledJob extends Recalled {
  readonly job: JobFacts
  readonly way: 'batch' | 'on-demand'
}

export interface Driven {
  readonly plan: Plan
  readonly jobs: readonly JobFacts[]
  readonly collected: readonly Collected[]
  readonly recalled: readonly RecalledJob[]
  readonly submissions: readonly Submission[]
  /** Why this pass asked, and why what is left is to be asked, in records. */
  readonly reasons: Reasons
  /** Answers to questions that nobody asks any more, of jobs that no manifest accounts for yet. They stay in S3. */
  readonly unwanted: number
  /** Jobs that this pass created, also those that no look has shown yet. */
  readonly created: readonly CreatedJob[]
  /** Jobs that failed as a whole, seen by this pass. */
  readonly failedJobs: readonly JobFacts[]
  /** Jobs that have ended and whose output is not there yet. */
  readonly late: readonly JobFacts[]
  /** Another pass, where it kept this one from submitting. */
  readonly heldBy: string | undefined
  /** Why the wait ended before its time. */
  readonly cutShort: string | undefined
}
