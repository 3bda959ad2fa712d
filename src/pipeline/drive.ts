/** The loop of a pass: look, take home what has ended, ask for what is missing, wait. Modes differ only in where it stops. */
import { jobIdOf, shardNameOf } from '../jobs/names.ts'
import type { JobFacts, Ledger, LedgerJob, Log } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { RecordFacts } from '../reconcile/decide.ts'
import { planOf } from '../reconcile/plan.ts'
import type { Plan, PlanRules } from '../reconcile/plan.ts'
import type { Answers } from './answers.ts'
import { collect } from './collect.ts'
import type { Collected, Collecting } from './collect.ts'
import type { Mode } from './context.ts'
import { takeLease } from './lease.ts'
import type { Lease, LeaseRequest } from './lease.ts'
import { markInFlight, observe, recall, settleMs } from './observe.ts'
import type { InFlight, Observation } from './observe.ts'
import { describeWait, nextPause } from './progress.ts'
import type { Questions } from './questions.ts'
import { submit } from './submit.ts'
import type { Submission, Submitting } from './submit.ts'

export interface Driving {
  readonly mode: Mode
  readonly questions: Questions
  readonly answers: Answers
  /** Whether a published row already answers the question. */
  readonly isPublished: (question: number) => boolean
  readonly rules: PlanRules
  readonly collecting: Collecting
  /** Undefined where this pass may not pay. */
  readonly submitting: Omit<Submitting, 'jobs' | 'deadInputs' | 'freeJobs' | 'mayStillPay'> | undefined
  readonly lease: LeaseRequest
  readonly ledger: Ledger
  readonly maxActiveJobs: number
  /** Jobs whose answers are published: passed over when everything is asked again on purpose. */
  readonly passOver: (jobId: string) => boolean
  /** Throws Failure where asking these questions would break a limit. Called before anything is staged. */
  readonly checkLimits: (plan: Plan) => void
  readonly deadline: number
  readonly signal: AbortSignal
  readonly log: Log
}

export interface Driven {
  readonly plan: Plan
  readonly jobs: readonly JobFacts[]
  readonly collected: readonly Collected[]
  readonly submissions: readonly Submission[]
  /** Jobs that failed as a whole, seen by this pass. */
  readonly failedJobs: readonly JobFacts[]
  /** Another pass, where it kept this one from submitting. */
  readonly heldBy: string | undefined
}

export async function drive(work: Driving): Promise<Driven> {
  return new Drive(work).run()
}

class Drive {
  private readonly work: Driving
  private readonly collected: Collected[] = []
  private readonly submissions: Submission[] = []
  private readonly done = new Set<string>()
  private seen: Observation | undefined
  private inFlight: InFlight | undefined
  private recalled = false
  private heldBy: string | undefined
  private remembered: readonly LedgerJob[] | undefined
  private liveWhenRefused = Number.POSITIVE_INFINITY

  constructor(work: Driving) {
    this.work = work
  }

  async run(): Promise<Driven> {
    const { mode, collecting, signal, log } = this.work
    const started = collecting.store.clock.now()
    let told = started
    let plan = await this.look()
    if (mode === 'plan') return this.result(plan)
    for (let round = 0; ; round++) {
      if (plan.ask.length > 0 && (await this.ask(plan))) plan = await this.look()
      if (this.isOver(plan)) return this.result(plan)
      if (round === 0) log.info(this.heldBy === undefined ? `waiting for ${plan.counts.wait} records` : `waiting: ${this.heldBy} is submitting for this spec`)
      const now = collecting.store.clock.now()
      if (now - told >= 60_000) {
        told = now
        log.info(describeWait(this.seen?.jobs ?? [], now - started))
      }
      await collecting.store.clock.sleep(nextPause(round, this.work.deadline - now, collecting.store.clock.random()), signal)
      if (signal.aborted) throw interrupted(this.seen?.jobs ?? [])
      plan = await this.look()
    }
  }

  /** One look at AWS, everything that has ended taken home, and what follows from it. */
  private async look(): Promise<Plan> {
    const { collecting, questions, answers, mode } = this.work
    const { store, cloud } = collecting
    this.remembered ??= await this.work.ledger.load(store.specId)
    const seen = await observe(cloud, store, this.remembered)
    this.seen = seen
    if (!this.recalled) {
      this.recalled = true
      await recall(store, seen, questions, answers, jobId => !this.work.passOver(jobId))
      for (const jobId of seen.collected) this.done.add(jobId)
    }
    if (mode !== 'plan') await this.takeHome(seen.jobs)
    this.inFlight = await markInFlight(store, seen, questions)
    return planOf(this.unanswered(), questions.size, question => this.factsOf(question), this.work.rules)
  }

  private async takeHome(jobs: readonly JobFacts[]): Promise<void> {
    for (const job of jobs) {
      const jobId = jobIdOf(job.jobArn)
      if (job.ending === undefined || this.done.has(jobId)) continue
      this.done.add(jobId)
      const collected = await collect(this.work.collecting, job)
      if (collected === undefined) continue
      this.collected.push(collected)
      this.work.log.info(`collected ${job.jobArn}: ${job.ending}, ${collected.tally.output} answers, ${collected.tally.error} errors, ${collected.tally.missing} missing`)
      for (const remark of collected.remarks) this.work.log.warning(`${job.jobArn}: ${remark}`)
    }
  }

  private *unanswered(): Generator<number> {
    for (const question of this.work.questions.needed()) if (!this.work.isPublished(question)) yield question
  }

  private factsOf(question: number): RecordFacts {
    const { answers } = this.work
    return {
      standing: answers.standingOf(question),
      inFlight: (this.inFlight?.get(question) ?? -1) >= 0,
      attempts: answers.attemptsOf(question),
      unprocessed: answers.unprocessed(question)
    }
  }

  /** Whether anything was submitted. */
  private async ask(plan: Plan): Promise<boolean> {
    const { submitting, mode } = this.work
    this.heldBy = undefined
    if (submitting === undefined || mode === 'collect' || mode === 'stop') return false
    // A job that failed whole in this very pass would fail again: a person has to look first.
    if (this.failedJobs().length > 0) return false
    this.work.checkLimits(plan)
    const live = this.liveJobs().length
    // What was left for want of a free job is tried again when one of ours has ended, not before.
    if (live >= this.liveWhenRefused) return false
    const taking = await takeLease(this.work.lease)
    if ('heldBy' in taking) {
      this.heldBy = taking.heldBy
      return false
    }
    try {
      // Under the lease everything is looked at once more: what another pass has submitted meanwhile is in flight now.
      const now = await this.look()
      if (now.ask.length === 0) return true
      this.work.checkLimits(now)
      const submission = await this.submitWith(submitting, taking.lease, now.ask)
      this.liveWhenRefused = submission.left === 0 ? Number.POSITIVE_INFINITY : live + submission.jobArns.length
      return submission.jobArns.length > 0
    } finally {
      await taking.lease.release()
    }
  }

  private async submitWith(submitting: NonNullable<Driving['submitting']>, lease: Lease, ask: Uint32Array): Promise<Submission> {
    const freeJobs = this.work.maxActiveJobs - this.liveJobs().length
    const jobs = this.seen?.jobs ?? []
    const mayStillPay = (): Promise<boolean> => lease.renew()
    const submission = await submit({ ...submitting, jobs, deadInputs: await this.deadInputs(), freeJobs, mayStillPay }, ask)
    this.submissions.push(submission)
    await this.remember(submission.jobArns)
    if (submission.why !== undefined) this.work.log.warning(`${submission.left} records are left for a later pass: ${submission.why}`)
    return submission
  }

  /** Saves what a later workflow run has to know, as soon as it is known. */
  private async remember(created: readonly string[]): Promise<void> {
    const live = this.liveJobs().map(({ jobArn, jobName, status }) => ({ jobArn, jobName, status }))
    const known = new Set(live.map(job => job.jobArn))
    const fresh = created.filter(jobArn => !known.has(jobArn)).map(jobArn => ({ jobArn, jobName: '', status: 'Submitted' }))
    const jobs = [...live, ...fresh]
    if (sameJobs(jobs, this.remembered ?? [])) return
    this.remembered = jobs
    await this.work.ledger.save(this.work.collecting.store.specId, jobs)
  }

  private liveJobs(): readonly JobFacts[] {
    return (this.seen?.jobs ?? []).filter(job => job.ending === undefined)
  }

  /** Staged long ago and never a job. */
  private async deadInputs(): Promise<string[]> {
    const { store } = this.work.collecting
    const started = new Set(this.seen?.jobs.map(job => shardNameOf(job.inputS3Uri)))
    const dead: string[] = []
    for await (const page of store.objects.list(store.keys.inputs)) {
      for (const { key, lastModified } of page) {
        if (key.endsWith('.jsonl') && !started.has(shardNameOf(key)) && store.objects.now() - lastModified >= settleMs) dead.push(key)
      }
    }
    return dead
  }

  private isOver(plan: Plan): boolean {
    const { mode, deadline, collecting } = this.work
    if (mode !== 'run' || (plan.counts.wait === 0 && this.heldBy === undefined)) return true
    return collecting.store.clock.now() >= deadline
  }

  private failedJobs(): JobFacts[] {
    return this.collected.map(one => one.job).filter(job => job.ending === 'failed')
  }

  private async result(plan: Plan): Promise<Driven> {
    if (this.work.mode !== 'plan') await this.remember([])
    return {
      plan,
      jobs: this.seen?.jobs ?? [],
      collected: this.collected,
      submissions: this.submissions,
      failedJobs: this.failedJobs(),
      heldBy: this.heldBy
    }
  }
}

function sameJobs(now: readonly LedgerJob[], before: readonly LedgerJob[]): boolean {
  const arns = (jobs: readonly LedgerJob[]): string => jobs.map(job => job.jobArn).sort().join()
  return arns(now) === arns(before)
}

function interrupted(jobs: readonly JobFacts[]): Failure {
  const live = jobs.filter(job => job.ending === undefined).map(job => job.jobArn)
  return new Failure('interrupted', live.length === 0 ? 'nothing is running at Bedrock' : `still running: ${live.join(', ')}`, {
    remedy: 'Running jobs go on and are paid; the next pass collects them. To end them, run with mode: stop.'
  })
}
