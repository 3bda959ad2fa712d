/** What is open when a pass ends, why, and what has to happen for it to be answered: clauses for a person. */
import { counted, dollars } from '../figures.ts'
import type { JobFacts } from '../ports.ts'
import type { Plan } from '../reconcile/plan.ts'
import type { Answers } from './answers.ts'
import type { PassRequest } from './context.ts'
import type { Costs } from './costs.ts'
import type { Driven } from './driving.ts'
import type { Questions } from './questions.ts'

export interface Open {
  readonly request: PassRequest
  readonly driven: Driven
  readonly questions: Questions
  readonly answers: Answers
  readonly costs: Pick<Costs, 'estimate'>
}

/** Empty where nothing is open. */
export function openSentence(open: Open): string {
  const { request, driven } = open
  const { plan, cutShort, heldBy } = driven
  const parts = [
    ...waiting(open),
    ...(plan.counts.hold > 0 ? [heldClause(plan)] : []),
    ...(cutShort === undefined ? [] : [`the wait ended early: ${cutShort}`]),
    ...(heldBy === undefined ? [] : [submittingNow(heldBy)]),
    ...unasked(request, driven),
    ...leftAlone(open)
  ]
  return parts.join('; ')
}

/** Of a plan: what it would not ask. */
export function untouched(open: Open): string {
  return [...waiting(open), ...leftAlone(open)].join('; ')
}

/** `5 records are held: 5 of at least 100 records for a batch job; 95 more are needed`. */
export function heldClause({ counts, choice, missing, heldBecause }: Plan): string {
  const more = missing === 0 ? '' : `; ${counted(missing, 'more is', 'more are')} needed`
  return `${counted(counts.hold, 'record is', 'records are')} held: ${heldBecause.length > 0 ? heldBecause.join('; ') : choice.why}${more}`
}

/** `heldBy`: its URL, or that it is another pass where nothing more is known. */
export function submittingNow(heldBy: string): string {
  return `${heldBy === 'another pass' ? heldBy : `another pass (${heldBy})`} is submitting for this spec`
}

function waiting({ request, driven, costs }: Open): string[] {
  const { wait } = driven.plan.counts
  if (wait === 0) return []
  const records = counted(wait, 'record is', 'records are')
  const { estimatedUsd = 0 } = costs.estimate(wait)
  const place = whereTheyWait(driven)
  if (place === undefined)
    return [
      `${records} staged: their job is looked for; if there is none ten minutes after staging, the next pass that may pay asks them`
    ]
  return [`${records} ${place}${estimatedUsd > 0 ? `, at most ${dollars(estimatedUsd)}` : ''}: ${collectorOf(request)}`]
}

/** Undefined where no job is known. One that was just created may not be listed yet. */
function whereTheyWait({ jobs, late, created }: Driven): string | undefined {
  const seen = new Set(jobs.map(job => job.jobArn))
  const live = jobs.filter(job => job.ending === undefined).length + created.filter(job => !seen.has(job.jobArn)).length
  if (live > 0) return `in ${counted(live, 'running job')}`
  return late.length === 0
    ? undefined
    : `in ${counted(late.length, 'job that has', 'jobs that have')} ended and whose output is not there yet`
}

function collectorOf({ force, whoCollects }: PassRequest): string {
  return force ? 'a pass with force: true collects them; other passes leave what is published as it is' : whoCollects
}

function unasked({ mode, mayNotPay }: PassRequest, { plan, submissions }: Driven): string[] {
  const count = plan.counts.ask + plan.counts['ask again']
  if (count === 0) return []
  const still = `${counted(count, 'record still has', 'records still have')} to be submitted`
  if (mode === 'collect') return [`${still}, by a pass in mode submit or run`]
  const why = mayNotPay ?? submissions.findLast(one => one.left > 0)?.why
  return [why === undefined ? still : `${still}: ${why}`]
}

/** What only a person's word asks again. */
function leftAlone({ driven: { plan, jobs }, questions, answers }: Open): string[] {
  if (plan.counts.leave === 0) return []
  let stopped = 0
  for (const question of questions.needed())
    if (plan.verdictOf(question) === 'leave' && answers.unprocessed(question) === 'stopped') stopped++
  const failed = plan.counts.leave - stopped
  const records = (count: number): string => `${counted(count, 'record is', 'records are')} left alone since`
  return [
    ...(stopped > 0
      ? [`${records(stopped)} a person stopped their job: start the workflow with retry: stopped to ask them again`]
      : []),
    ...(failed > 0
      ? [`${records(failed)} their job failed${reasonOf(jobs)}: mend that, then push or start the workflow by hand`]
      : [])
  ]
}

/** Of the last job that failed. */
function reasonOf(jobs: readonly JobFacts[]): string {
  const job = jobs.findLast(({ ending }) => ending === 'failed')
  return job === undefined ? '' : ` (${job.jobArn}: ${job.message ?? 'Bedrock gives no reason'})`
}
