/**
 * Asks what a plan says is to be asked: checks the limits, takes the lease, looks once more, and then by a batch job or
 * on demand. Knows when it is worth trying again what was refused for now.
 */
import { counted, dollars } from '../figures.ts'
import { Failure } from '../problems.ts'
import { padsOf } from '../reconcile/parts.ts'
import type { Part } from '../reconcile/parts.ts'
import type { Plan } from '../reconcile/plan.ts'
import { collectNow } from './collect.ts'
import type { Driving, Paying } from './driving.ts'
import { takeLease } from './lease.ts'
import type { Lease } from './lease.ts'
import { askNow } from './on-demand.ts'
import type { OpenJobs } from './open-jobs.ts'
import { bothReasons, reasonsOf } from './reasons.ts'
import type { Reasons } from './reasons.ts'
import { refuseForeign, refuseTooFew } from './refusals.ts'
import { submit } from './submit.ts'
import type { CreatedJob, Submission, Submitting } from './submit.ts'
import type { Watch } from './watch.ts'

const firstPauseMs = 15_000
const longestPauseMs = 5 * 60_000

function recordsOf(submissions: readonly Submission[]): number {
  return submissions.reduce((sum, one) => sum + one.records, 0)
}

export class Asker {
  readonly submissions: Submission[] = []
  /** Why they were asked, in records. */
  reasons: Reasons = {}
  /** Another pass, where it kept this one from asking in this round. */
  heldBy: string | undefined
  /** Whether all that was to be asked in one way was asked, and there is more that goes another way. */
  goesOnAtOnce = false
  private readonly work: Driving
  private readonly watch: Watch
  private readonly openJobs: OpenJobs
  /** Active jobs when something was left for want of a free one. */
  private activeWhenRefused = Number.POSITIVE_INFINITY
  private againAt = 0
  private isAtLimit = false
  private toldCost = ''
  private refusals = 0

  constructor(work: Driving, watch: Watch, openJobs: OpenJobs) {
    this.work = work
    this.watch = watch
    this.openJobs = openJobs
  }

  /** Whether something was refused that is tried again in this pass, if its wait is long enough. */
  get isPatient(): boolean {
    return this.refusals > 0
  }

  /** Whether this pass has asked anything. */
  get hasAsked(): boolean {
    return this.submissions.some(({ records }) => records > 0)
  }

  /** Whether anything was asked. */
  async ask(plan: Plan): Promise<boolean> {
    const { submitting, mode } = this.work
    this.heldBy = undefined
    this.goesOnAtOnce = false
    if (submitting === undefined || mode === 'collect' || mode === 'stop') return false
    // A job that failed whole in this very pass would fail again: a person has to look first.
    if (this.watch.failed.length > 0) return false
    if (!this.mayAsk(plan) || !this.isTime()) return false
    const taking = await takeLease(this.work.lease)
    if ('heldBy' in taking) {
      this.heldBy = taking.heldBy
      return false
    }
    try {
      // Under the lease everything is looked at once more: what another pass has submitted meanwhile is in flight now.
      let now = await this.watch.look()
      if (now.ask.length > 0 && this.watch.dead.length > 0) now = await this.bury()
      if (now.ask.length === 0) return true
      if (!this.mayAsk(now)) return false
      this.tellCost(now)
      const submission =
        now.choice.way === 'on-demand'
          ? await this.askOnDemand(submitting, taking.lease, now)
          : await this.submit(submitting, taking.lease, now)
      this.settle(submission)
      this.goesOnAtOnce = submission.left === 0 && !submission.again && now.later.length > 0
      return submission.records > 0
    } finally {
      await this.release(taking.lease)
    }
  }

  /**
   * What was staged long ago and never became a job: a create that is still on its way, from a pass that was cut off or
   * suspended, must find no input when it arrives, since its records are asked otherwise from here on. The name is not
   * used again, so nothing ever lies there again. Of a create that came before this, another look tells.
   */
  private async bury(): Promise<Plan> {
    const { store } = this.work.collecting
    for (const key of this.watch.dead) await store.objects.delete(key)
    return this.watch.look()
  }

  /** A service that stumbled is left alone for a while. */
  backOff(): void {
    const { clock } = this.work.collecting.store
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** this.refusals++)
    this.againAt = clock.now() + pause * (0.75 + clock.random() / 2)
  }

  /** What was left for want of a free job is tried again when one of ours has ended, what was throttled after a pause. */
  private isTime(): boolean {
    if (this.watch.active < this.activeWhenRefused) return true
    return this.refusals > 0 && this.againAt <= this.work.collecting.store.clock.now()
  }

  private settle({ left, again, jobArns }: Submission): void {
    const live = new Set(this.watch.live.map(job => job.jobArn))
    const active = this.watch.active + jobArns.filter(jobArn => !live.has(jobArn)).length
    this.activeWhenRefused = left === 0 && !again ? Number.POSITIVE_INFINITY : active
    if (again) this.backOff()
    else this.refusals = 0
  }

  /** Throws Failure before anything was asked. Afterwards a limit only leaves the rest to a later pass: what was paid is published. */
  private mayAsk(plan: Plan): boolean {
    refuseTooFew(plan)
    refuseForeign(this.watch.foreign)
    try {
      this.checkLimits(plan)
      return true
    } catch (error) {
      if (!(error instanceof Failure) || !this.hasAsked) throw error
      if (!this.isAtLimit) this.leave(plan.ask.length, error.message)
      this.isAtLimit = true
      return false
    }
  }

  /** Before anything is paid. */
  private tellCost({ ask, choice }: Plan): void {
    const { atMost, log } = this.work
    const price = atMost(ask.length, choice.way === 'on-demand' ? 'on-demand' : 'batch')
    const line = `${price === undefined ? 'at an unknown price' : `at most ${dollars(price)}`} for ${counted(ask.length, 'record')}`
    if (line !== this.toldCost) log.info(line)
    this.toldCost = line
  }

  private leave(left: number, why: string): void {
    this.submissions.push({ way: 'batch', jobArns: [], records: 0, left, why, again: false })
    this.work.log.warning(`${counted(left, 'record is', 'records are')} left for a later pass: ${why}`)
  }

  /** A limit is for the pass as a whole: what was asked before counts, and so do records that only fill a job up. */
  private checkLimits(plan: Plan): void {
    const { rules, checkLimits } = this.work
    const { ask, choice } = plan
    const before = recordsOf(this.submissions)
    const beforeOnDemand = recordsOf(this.submissions.filter(one => one.way === 'on-demand'))
    const parts = [plan, ...plan.later]
    const pads = this.submissions.reduce((sum, one) => sum + (one.pads ?? 0), 0)
    const morePads = parts.reduce((sum, part) => sum + padsOf(part, rules), 0)
    // What this pass has asked before and is in flight is counted once.
    const inFlight = this.watch.othersInFlight(plan)
    const way = choice.way === 'on-demand' ? 'on-demand' : 'batch'
    const later = laterOf(plan)
    checkLimits({ before, beforeOnDemand, now: ask.length, later, pads: pads + morePads, inFlight, way })
  }

  private count(asked: Iterable<number>, plan: Plan): void {
    this.reasons = bothReasons(this.reasons, reasonsOf(asked, this.work.questions, plan))
  }

  /** A lease that cannot be released is free again after a while: no reason to hide what the pass has done. */
  private async release(lease: Lease): Promise<void> {
    try {
      await lease.release()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      this.work.log.warning(`the lease could not be released: ${why}`)
    }
  }

  /** Filled up to the minimum with the cheapest records there are. Their answers are never looked at. */
  private padded(part: Part): Uint32Array {
    const { questions, rules, padding, log } = this.work
    const { ask, choice } = part
    const first = questions.ids.idAt(ask[0] ?? 0)
    const padCount = padsOf(part, rules)
    if (padCount === 0) return ask
    const pads = Array.from({ length: padCount }, (_, number) => {
      const { recordId, modelInput } = padding(`${first} ${number + 1}`)
      return questions.pad(recordId, modelInput)
    })
    log.info(`filling the job up with ${counted(padCount, 'record')} that nobody reads: ${choice.why}`)
    return Uint32Array.from([...ask, ...pads])
  }

  private async askOnDemand(submitting: Paying, lease: Lease, plan: Plan): Promise<Submission> {
    const { ask, choice } = plan
    const { collecting, log, signal, deadline, questions } = this.work
    const { modelId, invocationType: api } = submitting.common
    const { store } = collecting
    log.info(`asking ${counted(ask.length, 'record')} on demand: ${choice.why}`)
    const model = await collecting.cloud.onDemand()
    const rights = { mayStillPay: () => lease.renew(), mayGoOn: () => lease.isHeld() }
    const outcome = await askNow({ model, store, questions, modelId, api, ...rights, deadline, signal, log }, ask)
    const { name, asked, left, why, troubled, failed } = outcome
    this.watch.hasAskedNow(asked)
    this.count(asked, plan)
    // A service in trouble is given minutes: each further answer of that kind is one try less for its record.
    if (troubled > 0) this.refusals = Math.max(this.refusals, 2)
    // From here on it is paid, whatever else goes wrong: the report tells of it.
    const submission = {
      jobArns: [],
      records: asked.length,
      left,
      why,
      again: left > 0 || troubled > 0,
      way: 'on-demand',
      because: choice.why,
      run: name
    } as const
    this.submissions.push(submission)
    if (failed !== undefined) {
      await this.readBroken(name)
      throw failed.error
    }
    // Who is cancelled has written what was answered; the next pass takes it home.
    if (asked.length > 0 && !signal.aborted) this.watch.tookHome(await collectNow(collecting, name, true), name)
    return submission
  }

  /** What came back before the run broke off; the next pass goes on with it, as after a crash. */
  private async readBroken(name: string): Promise<void> {
    const run = await collectNow(this.work.collecting, name, false).catch(() => undefined)
    if (run !== undefined) this.watch.unfinished.set(name, run)
  }

  private async submit(submitting: Paying, lease: Lease, plan: Plan): Promise<Submission> {
    const { maxActiveJobs, rules, log } = this.work
    const ask = this.padded(plan)
    const told = (submission: Submission): Submission => ({
      ...withoutPads(submission, plan.ask.length, ask.length),
      because: plan.choice.why
    })
    const made = new Made(this.openJobs)
    const work: Submitting = {
      ...submitting,
      limits: rules,
      jobs: [...this.watch.jobs, ...this.watch.foreign],
      shards: this.watch.shards,
      freeJobs: maxActiveJobs - this.watch.active,
      mayStillPay: () => lease.renew(),
      created: job => made.add(job)
    }
    const submission = await submit(work, ask).catch((error: unknown) => {
      // What was created before is paid, and has to be told of.
      this.watch.hasSubmitted(ask.subarray(0, made.records))
      if (made.records > 0) this.submissions.push(told(made.brokenOff(ask.length, error)))
      throw error
    })
    this.watch.hasSubmitted(ask.subarray(0, submission.records))
    this.count(plan.ask.subarray(0, submission.records), plan)
    await this.openJobs.save()
    const { left, why, ...rest } = told(submission)
    this.submissions.push({ ...rest, left, why })
    if (why !== undefined) log.warning(`${counted(left, 'record is', 'records are')} left for a later pass: ${why}`)
    return { ...rest, left, why }
  }
}

function laterOf({ later }: Plan): { batch: number; onDemand: number } {
  const sum = { batch: 0, onDemand: 0 }
  for (const { ask, choice } of later) sum[choice.way === 'on-demand' ? 'onDemand' : 'batch'] += ask.length
  return sum
}

/** Jobs of one submission, told of as they are created. */
class Made {
  records = 0
  private readonly jobArns: string[] = []
  private readonly openJobs: OpenJobs

  constructor(openJobs: OpenJobs) {
    this.openJobs = openJobs
  }

  add(job: CreatedJob): void {
    this.openJobs.add(job)
    this.jobArns.push(job.jobArn)
    this.records += job.records
  }

  brokenOff(wanted: number, error: unknown): Submission {
    const { jobArns, records } = this
    const why = error instanceof Error ? error.message : String(error)
    return { way: 'batch', jobArns, records, left: wanted - records, why, again: true }
  }
}

/** Records that fill a job up come last, in the same job: what was submitted, or left, is told without them. */
function withoutPads(submission: Submission, records: number, withPads: number): Submission {
  if (records === withPads) return submission
  return submission.records > 0
    ? { ...submission, records, pads: withPads - records }
    : { ...submission, left: records }
}
