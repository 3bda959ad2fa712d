/**
 * Asks what a plan says is to be asked: checks the limits, takes the lease, looks once more, and then by a batch job or
 * on demand. Knows when it is worth trying again what was refused for now.
 */
import { Failure } from '../problems.ts'
import type { Plan } from '../reconcile/plan.ts'
import { collectNow } from './collect.ts'
import type { Driving, Paying } from './driving.ts'
import { takeLease } from './lease.ts'
import type { Lease } from './lease.ts'
import { askNow } from './on-demand.ts'
import type { OpenJobs } from './open-jobs.ts'
import { refuseForeign, refuseTooFew } from './refusals.ts'
import { submit } from './submit.ts'
import type { Submission } from './submit.ts'
import type { Watch } from './watch.ts'

const firstPauseMs = 15_000
const longestPauseMs = 5 * 60_000

function recordsOf(submissions: readonly Submission[]): number {
  return submissions.reduce((sum, one) => sum + one.records, 0)
}

export class Asker {
  readonly submissions: Submission[] = []
  /** Another pass, where it kept this one from asking in this round. */
  heldBy: string | undefined
  private readonly work: Driving
  private readonly watch: Watch
  private readonly openJobs: OpenJobs
  /** Live jobs when something was left for want of a free one. */
  private liveWhenRefused = Number.POSITIVE_INFINITY
  private againAt = 0
  private isAtLimit = false
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

  /** Whether anything was asked. */
  async ask(plan: Plan): Promise<boolean> {
    const { submitting, mode } = this.work
    this.heldBy = undefined
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
      const submission =
        now.choice.way === 'on-demand'
          ? await this.askOnDemand(submitting, taking.lease, now)
          : await this.submit(submitting, taking.lease, now)
      this.submissions.push(submission)
      this.settle(submission)
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
    if (this.watch.live.length < this.liveWhenRefused) return true
    return this.refusals > 0 && this.againAt <= this.work.collecting.store.clock.now()
  }

  private settle({ left, again, jobArns }: Submission): void {
    const live = new Set([...this.watch.live.map(job => job.jobArn), ...jobArns]).size
    this.liveWhenRefused = left === 0 && !again ? Number.POSITIVE_INFINITY : live
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
      const hasAsked = this.submissions.some(({ records }) => records > 0)
      if (!(error instanceof Failure) || !hasAsked) throw error
      if (!this.isAtLimit) this.leave(plan.ask.length, error.message)
      this.isAtLimit = true
      return false
    }
  }

  private leave(left: number, why: string): void {
    this.submissions.push({ way: 'batch', jobArns: [], records: 0, left, why, again: false })
    this.work.log.warning(`${left} records are left for a later pass: ${why}`)
  }

  /** A limit is for the pass as a whole: what was asked before counts, and so do records that only fill a job up. */
  private checkLimits(plan: Plan): void {
    const { rules, checkLimits } = this.work
    const { ask, choice } = plan
    const before = recordsOf(this.submissions)
    const beforeOnDemand = recordsOf(this.submissions.filter(one => one.way === 'on-demand'))
    const now = choice.way === 'pad' ? Math.max(rules.minRecords, ask.length) : ask.length
    // What this pass has asked before and is in flight is counted once.
    const inFlight = this.watch.othersInFlight(plan)
    checkLimits({ before, beforeOnDemand, now, inFlight, way: choice.way === 'on-demand' ? 'on-demand' : 'batch' })
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

  private async askOnDemand(submitting: Paying, lease: Lease, { ask, choice }: Plan): Promise<Submission> {
    const { collecting, log, signal, deadline, questions } = this.work
    const { modelId, invocationType: api } = submitting.common
    const { store } = collecting
    log.info(`asking ${ask.length} records on demand: ${choice.why}`)
    const model = await collecting.cloud.onDemand()
    const rights = { mayStillPay: () => lease.renew(), mayGoOn: () => lease.isHeld() }
    const outcome = await askNow({ model, store, questions, modelId, api, ...rights, deadline, signal, log }, ask)
    // Who is cancelled has written what was answered; the next pass takes it home.
    if (outcome.asked.length > 0 && !signal.aborted)
      this.watch.tookHome(await collectNow(collecting, outcome.name, true), outcome.name)
    this.watch.hasAsked(outcome.asked)
    const { left, why, troubled } = outcome
    // A service in trouble is given minutes: each further answer of that kind is one try less for its record.
    if (troubled > 0) this.refusals = Math.max(this.refusals, 2)
    return { jobArns: [], records: outcome.asked.length, left, why, again: left > 0 || troubled > 0, way: 'on-demand' }
  }

  private async submit(submitting: Paying, lease: Lease, plan: Plan): Promise<Submission> {
    const { maxActiveJobs, log } = this.work
    const ask = plan.choice.way === 'pad' ? this.padded(plan) : plan.ask
    const submission = await submit(
      {
        ...submitting,
        jobs: [...this.watch.jobs, ...this.watch.foreign],
        shards: this.watch.shards,
        freeJobs: maxActiveJobs - this.watch.live.length,
        mayStillPay: () => lease.renew(),
        created: job => this.openJobs.add(job)
      },
      ask
    )
    this.watch.hasSubmitted(ask.subarray(0, submission.records))
    await this.openJobs.save()
    if (submission.why !== undefined)
      log.warning(`${submission.left} records are left for a later pass: ${submission.why}`)
    return submission
  }
}
