/** What to do about one question, from facts alone: nothing here acts, waits or knows how many others there are. */
import type { Ending } from '../jobs/state.ts'

/** The best that any job has said of a record so far. */
export type Standing = 'none' | 'answer' | 'worth-a-retry' | 'final'

export interface RecordFacts {
  readonly standing: Standing
  /** In the input of a live job, or of a shard staged so recently that its job may not be listed yet. */
  readonly inFlight: boolean
  /** Jobs that processed the record, and on-demand tries. */
  readonly attempts: number
  /** Jobs that ran out of time, or were stopped at their deadline, before they processed the record: no attempts. */
  readonly timesLate?: number
  /** How the last job that held it ended without a line for it; undefined where none did. */
  readonly unprocessed: Ending | undefined
  /** Asked by this very pass: a person's word to ask again has had its effect. */
  readonly askedNow?: boolean
  /** Asks once more what was not answered well: a retry of another question. */
  readonly isComplaint?: boolean
  /** Its last job was stopped at its deadline, before it came to the record. */
  readonly late?: boolean
}

/** The `retry` input. */
export type Retry = 'auto' | 'none' | 'failed' | 'stopped' | 'all'

export interface RetryRules {
  readonly retry: Retry
  /** How often a failed record is asked again. */
  readonly retries: number
  /** A job that failed whole is sent again when a person acted (push, dispatch), never by a schedule. */
  readonly resendFailedJobs: boolean
}

/**
 * - `carry over`: an answer is known;
 * - `wait`: it is in flight;
 * - `ask`: in a new job;
 * - `ask again`: a counted retry;
 * - `give up`: it ended without an answer, and asking again unchanged is not worth it or its budget is used up;
 * - `set aside`: worth another try within its budget, which this pass may not make: it counts as failed for now;
 * - `leave`: unanswered and not to be asked now: a human stopped its job, or its job failed whole and a schedule runs.
 */
export type Decision = 'carry over' | 'wait' | 'ask' | 'ask again' | 'give up' | 'set aside' | 'leave'

export function decide(facts: RecordFacts, rules: RetryRules): Decision {
  if (facts.standing === 'answer') return 'carry over'
  if (facts.inFlight) return 'wait'
  return decideAnew(facts, facts.askedNow && rules.retry !== 'none' ? { ...rules, retry: 'auto' } : rules)
}

function decideAnew(facts: RecordFacts, rules: RetryRules): Decision {
  if (facts.standing === 'final') return rules.retry === 'failed' || rules.retry === 'all' ? 'ask again' : 'give up'
  if (facts.unprocessed === 'stopped') return rules.retry === 'stopped' || rules.retry === 'all' ? 'ask again' : 'leave'
  if (facts.unprocessed === 'failed') return rules.resendFailedJobs && rules.retry !== 'none' ? 'ask' : 'leave'
  return decideWithin(facts, rules)
}

/**
 * A job that had no time for a record has not tried it, so even without retries it is asked once more; but not for ever,
 * where every job is late.
 */
function decideWithin({ attempts, timesLate = 0, isComplaint }: RecordFacts, { retries, retry }: RetryRules): Decision {
  const isFirst = attempts === 0 && !isComplaint
  if (attempts === 0 && timesLate === 0) return isFirst ? 'ask' : 'ask again'
  const decision = decideRetry(attempts <= retries && timesLate <= retries + 1, retry)
  return decision === 'ask again' && isFirst ? 'ask' : decision
}

function decideRetry(isWithinBudget: boolean, retry: Retry): Decision {
  switch (retry) {
    case 'none':
    case 'stopped':
      return isWithinBudget ? 'set aside' : 'give up'
    case 'auto':
      return isWithinBudget ? 'ask again' : 'give up'
    case 'failed':
    case 'all':
      return 'ask again'
  }
}
