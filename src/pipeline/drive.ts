/** The loop of a pass: look, take home what has ended, ask for what is missing, wait. Modes differ only in where it stops. */
import { jobIdOf, shardNameOf } from '../jobs/names.ts'
import type { JobFacts, Ledger, LedgerJob, Log } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { RecordFacts } from '../reconcile/decide.ts'
import { planOf } from '../reconcile/plan.ts'
import type { Plan, PlanRules } from '../reconcile/plan.ts'
import type { Answers } from './answers.ts'
import { collect, collectNow } from './collect.ts'
import type { Collected, Collecting } from './collect.ts'
import type { Mode } from './context.ts'
import { takeLease } from './lease.ts'
import type { Lease, LeaseRequest } from './lease.ts'
import { markInFlight, observe, recall, settleMs } from './observe.ts'
import type { InFlight, Observation } from './observe.ts'
import { askNow } from './on-demand.ts'
import { describeWait, nextPause, strangeStatuses } from './progress.ts'
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
  readonly submitting: Omit<Submitting, 'jobs' | 'deadInputs' | 'freeJobs' | 'mayStillPay' | 'created'> | undefined
  readonly lease: LeaseRequest
  readonly ledger: Ledger
  /** A legal record that costs next to nothing; another text is another record. */
  readonly padding: (text: string) => { readonly recordId: string; readonly modelInput: string }
  /** A live job that was submitted before this instant is stopped. */
  readonly stopBefore: (now: number) => number
  readonly maxActiveJobs: number
  /** Jobs whose answers are published: passed over when everything is asked again on purpose. */
  readonly passOver: (jobId: string) => boolean
  /** Throws Failure where asking these questions would break a limit. Called before anything is staged. */
  readonly checkLimits: (plan: Plan) => void
  /** Called in mid-wait after answers came home. */
  readonly soFar: ((driven: Driven) => Promise<void>) | undefined
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
  /** Why the wait ended before its time. */
  readonly cutShort: string | undefined
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
  private publishedUpTo = 0
  private cutShort: string | undefined
  private recalled = false
  private heldBy: string | undefined
  private readonly created: LedgerJob[] = []
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
      if (this.cutShort === undefined && plan.ask.length > 0 && (await this.ask(plan))) plan = await this.look()
      await this.publishSoFar(plan)
      if (this.isOver(plan)) return this.result(plan)
      if (round === 0)
        log.info(
          this.heldBy === undefined
            ? `waiting for ${plan.counts.wait} records`
            : `waiting: ${this.heldBy} is submitting for this spec`
        )
      const now = collecting.store.clock.now()
      if (now - told >= 60_000) {
        told = now
        log.info(describeWait(this.seen?.jobs ?? [], now - started))
        for (const line of strangeStatuses(this.seen?.jobs ?? [])) log.warning(line)
      }
      await collecting.store.clock.sleep(
        nextPause(round, this.work.deadline - now, collecting.store.clock.random()),
        signal
      )
      if (signal.aborted) throw interrupted(this.seen?.jobs ?? [])
      plan = await this.lookAgain(plan)
    }
  }

  /**
   * A service that stumbles while we wait is waited out until the end of the wait, however often it stumbles; and
   * credentials that nobody can renew end the wait, not the pass. What is at stake lies in S3 and at Bedrock.
   */
  private async lookAgain(plan: Plan): Promise<Plan> {
    try {
      return await this.look()
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code !== 'service-trouble' && error.code !== 'credentials-expired') throw error
      this.work.log.warning(`${error.title}: ${error.message}`)
      if (error.code === 'credentials-expired') this.cutShort = 'the AWS credentials expired'
      return plan
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
      for (const name of seen.unfinished) {
        if (!this.done.has(name)) this.collected.push(await collectNow(collecting, name, false))
      }
    }
    if (mode !== 'plan') await this.takeHome(seen.jobs)
    if (this.work.submitting !== undefined) await this.stopLate(seen.jobs)
    this.inFlight = await markInFlight(store, seen, questions)
    return planOf(this.unanswered(), questions.size, question => this.factsOf(question), this.work.rules)
  }

  /** Where the spec wants answers as they come; what is complete is published by the end of the pass anyway. */
  private async publishSoFar(plan: Plan): Promise<void> {
    if (this.collected.length === this.publishedUpTo || this.isOver(plan)) return
    this.publishedUpTo = this.collected.length
    await this.work.soFar?.(this.facts(plan))
  }

  private async takeHome(jobs: readonly JobFacts[]): Promise<void> {
    for (const job of jobs) {
      const jobId = jobIdOf(job.jobArn)
      if (job.ending === undefined || this.done.has(jobId)) continue
      this.done.add(jobId)
      const collected = await collect(this.work.collecting, job)
      if (collected === undefined) continue
      this.collected.push(collected)
      this.work.log.info(
        `collected ${job.jobArn}: ${job.ending}, ${collected.tally.output} answers, ${collected.tally.error} errors, ${collected.tally.missing} missing`
      )
      for (const remark of collected.remarks) this.work.log.warning(`${job.jobArn}: ${remark}`)
    }
  }

  /** Jobs past their deadline are stopped; what they left is asked on demand once they have ended. */
  private async stopLate(jobs: readonly JobFacts[]): Promise<void> {
    const { collecting, stopBefore, log } = this.work
    const limit = stopBefore(collecting.store.objects.now())
    for (const job of jobs) {
      if (job.ending !== undefined || job.status === 'Stopping' || job.submittedAt >= limit) continue
      log.warning(`${job.jobArn} is past its deadline and is stopped; what it has not answered is asked on demand`)
      await collecting.cloud.jobs.stop(job.jobArn)
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
    if (plan.choice.way === 'fail') throw tooFew(plan)
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
      if (now.choice.way === 'on-demand') return await this.askOnDemand(submitting, taking.lease, now)
      const ask = now.choice.way === 'pad' ? this.padded(now) : now.ask
      const submission = await this.submitWith(submitting, taking.lease, ask)
      this.liveWhenRefused = submission.left === 0 ? Number.POSITIVE_INFINITY : live + submission.jobArns.length
      return submission.jobArns.length > 0
    } finally {
      await taking.lease.release()
    }
  }

  /** Filled up to the minimum with the cheapest records there are. Their answers are never looked at. */
  private padded({ ask, choice }: Plan): Uint32Array {
    const { questions, rules, padding, log } = this.work
    const first = questions.ids.idAt(ask[0] ?? 0)
    const padCount = rules.minRecords - ask.length
    const pads = Array.from({ length: padCount }, (_, number) => {
      const { recordId, modelInput } = padding(`${first} ${number + 1}`)
      return questions.pad(recordId, modelInput)
    })
    log.info(`filling the job up with ${padCount} records that nobody reads: ${choice.why}`)
    return Uint32Array.from([...ask, ...pads])
  }

  /** Whether anything was asked. */
  private async askOnDemand(
    submitting: NonNullable<Driving['submitting']>,
    lease: Lease,
    { ask, choice }: Plan
  ): Promise<boolean> {
    const { collecting, log, signal, deadline, questions } = this.work
    const { modelId, invocationType } = submitting.common
    log.info(`asking ${ask.length} records on demand: ${choice.why}`)
    const model = await collecting.cloud.onDemand()
    const mayStillPay = (): Promise<boolean> => lease.renew()
    const asking = {
      model,
      store: collecting.store,
      questions,
      modelId,
      api: invocationType,
      mayStillPay,
      deadline,
      signal,
      log
    }
    const outcome = await askNow(asking, ask)
    if (outcome.asked > 0) this.collected.push(await collectNow(collecting, outcome.name, true))
    this.done.add(outcome.name)
    this.submissions.push({
      jobArns: [],
      records: outcome.asked,
      left: outcome.left,
      why: outcome.why,
      way: 'on-demand'
    })
    this.liveWhenRefused = outcome.left === 0 ? Number.POSITIVE_INFINITY : 0
    return outcome.asked > 0
  }

  private async submitWith(
    submitting: NonNullable<Driving['submitting']>,
    lease: Lease,
    ask: Uint32Array
  ): Promise<Submission> {
    const freeJobs = this.work.maxActiveJobs - this.liveJobs().length
    const jobs = this.seen?.jobs ?? []
    const mayStillPay = (): Promise<boolean> => lease.renew()
    const created = (job: LedgerJob): void => {
      this.created.push(job)
      this.work.ledger.note(this.work.collecting.store.specId, this.openJobs())
    }
    const submission = await submit(
      { ...submitting, jobs, deadInputs: await this.deadInputs(), freeJobs, mayStillPay, created },
      ask
    )
    this.submissions.push(submission)
    await this.remember()
    if (submission.why !== undefined)
      this.work.log.warning(`${submission.left} records are left for a later pass: ${submission.why}`)
    return submission
  }

  /** Saves what a later workflow run has to know, as soon as it is known. */
  private async remember(): Promise<void> {
    const jobs = this.openJobs()
    if (sameJobs(jobs, this.remembered ?? [])) return
    this.remembered = jobs
    await this.work.ledger.save(this.work.collecting.store.specId, jobs)
  }

  /** Jobs that live, and those just created that no look has shown yet. */
  private openJobs(): LedgerJob[] {
    const live = this.liveJobs().map(({ jobArn, jobName, status }) => ({ jobArn, jobName, status }))
    const seen = new Set(this.seen?.jobs.map(job => job.jobArn))
    return [...live, ...this.created.filter(job => !seen.has(job.jobArn))]
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
        if (key.endsWith('.jsonl') && !started.has(shardNameOf(key)) && store.objects.now() - lastModified >= settleMs)
          dead.push(key)
      }
    }
    return dead
  }

  private isOver(plan: Plan): boolean {
    const { mode, deadline, collecting } = this.work
    if (this.cutShort !== undefined) return true
    if (mode !== 'run' || (plan.counts.wait === 0 && this.heldBy === undefined)) return true
    return collecting.store.clock.now() >= deadline
  }

  private failedJobs(): JobFacts[] {
    return this.collected.map(one => one.job).filter(job => job.ending === 'failed')
  }

  private async result(plan: Plan): Promise<Driven> {
    if (this.work.mode !== 'plan') await this.remember()
    return this.facts(plan)
  }

  private facts(plan: Plan): Driven {
    return {
      plan,
      jobs: this.seen?.jobs ?? [],
      collected: this.collected,
      submissions: this.submissions,
      failedJobs: this.failedJobs(),
      heldBy: this.heldBy,
      cutShort: this.cutShort
    }
  }
}

function tooFew({ ask, choice }: Plan): Failure {
  return new Failure('too-few-records', `${ask.length} records are to be asked: ${choice.why}`, {
    remedy: 'Add rows, or write belowMinimum: on-demand, pad or hold in the spec. Nothing was asked.'
  })
}

function sameJobs(now: readonly LedgerJob[], before: readonly LedgerJob[]): boolean {
  const arns = (jobs: readonly LedgerJob[]): string =>
    jobs
      .map(job => job.jobArn)
      .sort()
      .join()
  return arns(now) === arns(before)
}

function interrupted(jobs: readonly JobFacts[]): Failure {
  const live = jobs.filter(job => job.ending === undefined).map(job => job.jobArn)
  return new Failure(
    'interrupted',
    live.length === 0 ? 'nothing is running at Bedrock' : `still running: ${live.join(', ')}`,
    {
      remedy: 'Running jobs go on and are paid; the next pass collects them. To end them, run with mode: stop.'
    }
  )
}
