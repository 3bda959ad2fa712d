/** The loop of a pass: look, take home what has ended, ask for what is missing, wait. Modes differ only in where it stops. */
import { bytes } from '../jobs/growing.ts'
import { jobIdOf, shardNameOf } from '../jobs/names.ts'
import type { JobFacts, Ledger, LedgerJob, Log } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { RecordFacts } from '../reconcile/decide.ts'
import { planOf } from '../reconcile/plan.ts'
import type { Plan, PlanRules } from '../reconcile/plan.ts'
import type { Answers } from './answers.ts'
import { collect, collectNow, onDemandRun } from './collect.ts'
import type { Collected, Collecting } from './collect.ts'
import type { Mode } from './context.ts'
import { takeLease } from './lease.ts'
import type { Lease, LeaseRequest } from './lease.ts'
import { markInFlight, observe, recall, settleMs } from './observe.ts'
import type { InFlight, Observation, Recalled } from './observe.ts'
import { askNow } from './on-demand.ts'
import { describeWait, nextPause, statusesOf, strangeStatuses } from './progress.ts'
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
  readonly hasDeadline: boolean
  /** A live job that was submitted before this instant is stopped. */
  readonly stopBefore: (now: number) => number
  readonly maxActiveJobs: number
  /** Jobs whose answers are published: passed over when everything is asked again on purpose. */
  readonly passOver: (jobId: string) => boolean
  /** Throws Failure where asking these questions would break a limit. Called before anything is staged. */
  readonly checkLimits: (asked: Asked) => void
  /** Whether our manifest has the job in its account. */
  readonly accounted: (jobId: string) => boolean
  /** Called with what was done by then, where the pass breaks off. */
  readonly broke: (driven: Driven) => void
  /** Called in mid-wait after answers came home. */
  readonly soFar: ((driven: Driven) => Promise<void>) | undefined
  readonly deadline: number
  readonly signal: AbortSignal
  readonly log: Log
}

/** What a limit is held against, in records. */
export interface Asked {
  readonly before: number
  readonly now: number
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
  /** Jobs that this pass created, also those that no look has shown yet. */
  readonly created: readonly LedgerJob[]
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
  private readonly recalled: RecalledJob[] = []
  private readonly unfinished = new Map<string, Collected>()
  /** 1 by question. */
  private readonly askedNow = bytes()
  private heldBy: string | undefined
  /** In this round. */
  private asked = false
  private readonly created: LedgerJob[] = []
  private remembered: readonly LedgerJob[] | undefined
  private liveWhenRefused = Number.POSITIVE_INFINITY

  constructor(work: Driving) {
    this.work = work
  }

  async run(): Promise<Driven> {
    try {
      return await this.rounds()
    } catch (error) {
      // Whatever ends the pass, its report has to tell what was created and paid by then.
      this.work.broke(this.facts(planOf([], 0, question => this.factsOf(question), this.work.rules)))
      throw error
    }
  }

  private async rounds(): Promise<Driven> {
    const { mode, collecting, signal, log } = this.work
    const started = collecting.store.clock.now()
    let told = { at: started, statuses: '' }
    let plan = await this.look()
    if (mode === 'plan') return this.result(plan)
    for (let round = 0; ; round++) {
      this.asked = this.cutShort === undefined && plan.ask.length > 0 && (await this.ask(plan))
      if (this.asked) plan = await this.look()
      await this.publishSoFar(plan)
      if (this.isOver(plan)) return this.result(plan)
      if (round === 0)
        log.info(
          this.heldBy === undefined
            ? `waiting for ${plan.counts.wait} records`
            : `waiting: ${this.heldBy} is submitting for this spec`
        )
      const now = collecting.store.clock.now()
      const statuses = statusesOf(this.seen?.jobs ?? [])
      if (now - told.at >= 60_000 || statuses !== told.statuses) {
        told = { at: now, statuses }
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

  /** Answers that were collected since the last look, by an earlier pass or by another one that runs now. */
  private async recallFresh(seen: Observation): Promise<void> {
    const { collecting, questions, answers, passOver, accounted } = this.work
    const fresh = [...seen.collected].filter(jobId => !this.done.has(jobId) && !passOver(jobId))
    const memory = { questions, answers, usageOf: collecting.usageOf }
    const { recalled, broken } = await recall(collecting.store, fresh, seen.jobs, memory, accounted)
    for (const one of recalled) {
      const facts = seen.jobs.find(job => jobIdOf(job.jobArn) === one.jobId) ?? onDemandRun(collecting.store, one.jobId)
      this.recalled.push({ ...one, job: facts, way: isOnDemand(one.jobId) ? 'on-demand' : 'batch' })
    }
    // What is broken is taken home again, from the output.
    for (const jobId of seen.collected) if (!broken.has(jobId)) this.done.add(jobId)
    // A run that broke off, or that another pass is busy with: what it has answered by now.
    for (const name of [...seen.unfinished, ...[...broken].filter(isOnDemand)]) {
      if (!this.done.has(name) && !passOver(name)) this.unfinished.set(name, await collectNow(collecting, name, false))
    }
    for (const name of this.unfinished.keys()) if (this.done.has(name)) this.unfinished.delete(name)
  }

  /** One look at AWS, everything that has ended taken home, and what follows from it. */
  private async look(): Promise<Plan> {
    const { collecting, questions, mode } = this.work
    const { store, cloud } = collecting
    this.remembered ??= await this.work.ledger.load(store.specId)
    const seen = await observe(cloud, store, this.remembered)
    this.seen = seen
    await this.recallFresh(seen)
    if (mode !== 'plan') await this.takeHome(seen.jobs)
    if (this.work.submitting !== undefined) await this.stopLate(seen.jobs)
    this.inFlight = await markInFlight(store, seen, questions, mode === 'plan')
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
      const collected = await collect(this.work.collecting, job)
      // Only now: where the service stumbled, the next look takes it home.
      this.done.add(jobId)
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
      unprocessed: answers.unprocessed(question),
      askedNow: this.askedNow.get(question) === 1,
      late: this.work.hasDeadline && answers.unprocessed(question) === 'expired'
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
    refuseForeign(this.seen?.foreign ?? [])
    this.checkLimits(plan)
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
      if (now.choice.way === 'fail') throw tooFew(now)
      refuseForeign(this.seen?.foreign ?? [])
      this.checkLimits(now)
      for (const question of now.ask) this.askedNow.set(question, 1)
      if (now.choice.way === 'on-demand') return await this.askOnDemand(submitting, taking.lease, now)
      const ask = now.choice.way === 'pad' ? this.padded(now) : now.ask
      const submission = await this.submitWith(submitting, taking.lease, ask)
      this.liveWhenRefused = submission.left === 0 ? Number.POSITIVE_INFINITY : live + submission.jobArns.length
      return submission.jobArns.length > 0
    } finally {
      await this.release(taking.lease)
    }
  }

  /** A limit is for the pass as a whole: what was asked before counts, and so do records that only fill a job up. */
  private checkLimits({ ask, choice, counts }: Plan): void {
    const { rules, checkLimits } = this.work
    const before = this.submissions.reduce((sum, one) => sum + one.records, 0)
    const now = choice.way === 'pad' ? Math.max(rules.minRecords, ask.length) : ask.length
    checkLimits({ before, now, inFlight: counts.wait, way: choice.way === 'on-demand' ? 'on-demand' : 'batch' })
  }

  /** A lease that cannot be released is free again after a while: no reason to hide what the pass has done. */
  private async release(lease: Lease): Promise<void> {
    try {
      await lease.release()
    } catch (error) {
      this.work.log.warning(
        `the lease could not be released: ${error instanceof Error ? error.message : String(error)}`
      )
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
    // A create that was lost on the way must not find its input when it arrives after all.
    for (const dead of await this.deadInputs()) await collecting.store.objects.delete(dead)
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
      {
        ...submitting,
        jobs: [...jobs, ...(this.seen?.foreign ?? [])],
        deadInputs: await this.deadInputs(),
        freeJobs,
        mayStillPay,
        created
      },
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
    // A job may have ended before anybody looked, and have left records that are worth another try.
    const goesOn = plan.counts.wait > 0 || this.heldBy !== undefined || (this.asked && plan.ask.length > 0)
    if (mode !== 'run' || !goesOn) return true
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
      collected: [...this.collected, ...this.unfinished.values()],
      recalled: this.recalled,
      submissions: this.submissions,
      created: this.created,
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

/** Jobs of ours below another S3 prefix: what they answer is not seen from here, so asking might pay for it again. */
function refuseForeign(foreign: readonly JobFacts[]): void {
  const live = foreign.find(job => job.ending === undefined)
  if (live === undefined) return
  throw new Failure('bad-state', `${live.jobArn} runs for this spec below another S3 prefix (${live.inputS3Uri})`, {
    remedy: 'Set s3-uri back until it is collected, or stop it with mode: stop. Nothing was asked.'
  })
}

function isOnDemand(jobId: string): boolean {
  return jobId.startsWith('od-')
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
