/** The loop of a pass: look, take home what has ended, ask for what is missing, wait. Modes differ only in where it stops. */
import { counted } from '../figures.ts'
import { Failure } from '../problems.ts'
import type { Plan } from '../reconcile/plan.ts'
import { Asker } from './asker.ts'
import type { Driven, Driving } from './driving.ts'
import { OpenJobs } from './open-jobs.ts'
import { longestPause, nextPause, untilDue, WaitTeller } from './progress.ts'
import { bothReasons, reasonsOf } from './reasons.ts'
import { interrupted, warnOfForeign } from './refusals.ts'
import { Trouble } from './trouble.ts'
import { Watch } from './watch.ts'

export type { Asked, Driven, Driving, RecalledJob } from './driving.ts'

export async function drive(work: Driving): Promise<Driven> {
  return new Drive(work).run()
}

class Drive {
  private readonly work: Driving
  private readonly watch: Watch
  private readonly openJobs: OpenJobs
  private readonly asker: Asker
  private readonly trouble: Trouble
  private publishedUpTo = 0
  private cutShort: string | undefined
  private isWaiting = false
  /** In this round. */
  private asked = false

  constructor(work: Driving) {
    this.work = work
    this.watch = new Watch(work)
    this.openJobs = new OpenJobs(work.ledger, work.collecting.store.specId, this.watch)
    this.asker = new Asker(work, this.watch, this.openJobs)
    this.trouble = new Trouble(work.log)
  }

  async run(): Promise<Driven> {
    try {
      return await this.rounds()
    } catch (error) {
      // Whatever ends the pass, its report has to tell what was created and paid by then.
      this.work.broke(this.facts(this.watch.asFarAsKnown))
      // Whoever was cut off in a request knows that one only.
      throw error instanceof Failure && error.code === 'interrupted' ? interrupted(this.watch.live) : error
    }
  }

  private async rounds(): Promise<Driven> {
    const { mode, collecting, signal, log } = this.work
    const { clock } = collecting.store
    let plan = await this.firstLook()
    if (this.work.submitting === undefined) warnOfForeign(this.watch.foreign, log)
    if (mode === 'plan') return this.facts(plan)
    const teller = new WaitTeller(log, clock.now())
    for (let round = 0; ; round++) {
      plan = await this.patiently(() => this.ask(plan))
      await this.publishSoFar(plan)
      if (this.isOver(plan)) return this.result(plan)
      if (round === 0) log.info(this.firstWord(plan))
      this.isWaiting = true
      teller.tell(this.watch.jobs, clock.now(), this.openJobs.created)
      await this.work.rest(this.pause(round))
      if (signal.aborted) throw interrupted(this.watch.live)
      plan = await this.patiently(() => this.watch.look())
      this.trouble.endRound()
    }
  }

  /** Nothing is known before it; a pass that may wait waits for that too. */
  private async firstLook(): Promise<Plan> {
    const { mode, collecting, deadline, signal } = this.work
    const { clock } = collecting.store
    for (let round = 0; ; round++) {
      try {
        const plan = await this.watch.look()
        this.trouble.endRound()
        return plan
      } catch (error) {
        const mayWait = mode === 'run' && clock.now() < deadline
        if (!mayWait || !(error instanceof Failure) || error.code !== 'service-trouble') throw error
        this.trouble.tell(error)
        this.trouble.endRound()
      }
      await this.work.rest(this.pause(round))
      if (signal.aborted) throw interrupted(this.watch.live)
    }
  }

  /** Until the next look. */
  private pause(round: number): number {
    const { collecting, deadline, stopBefore } = this.work
    const { clock, objects } = collecting.store
    const { jobs, late } = this.watch
    const isRestless = late.size > 0 || this.asker.heldBy !== undefined || this.asker.isPatient
    const longest = longestPause(isRestless ? [] : jobs, objects.now())
    const remaining = Math.min(deadline - clock.now(), untilDue(jobs, stopBefore(objects.now())))
    return nextPause(round, remaining, clock.random(), longest)
  }

  private firstWord(plan: Plan): string {
    const { heldBy, submissions } = this.asker
    if (heldBy !== undefined) return `waiting: ${heldBy} is submitting for this spec`
    const why = submissions.findLast(one => one.left > 0)?.why ?? 'a service stumbled; it is tried again after a pause'
    if (this.work.mode === 'submit') return `waiting to submit ${counted(plan.ask.length, 'record')}: ${why}`
    return plan.counts.wait > 0 ? `waiting for ${counted(plan.counts.wait, 'record')}` : `waiting: ${why}`
  }

  private async ask(plan: Plan): Promise<Plan> {
    this.asked = false
    for (let now = plan; ;) {
      if (this.cutShort !== undefined || now.ask.length === 0) return now
      if (!(await this.asker.ask(now))) return now
      this.asked = true
      // What was asked is asked, whether or not it can be looked at now.
      now = await this.patiently(() => this.watch.look())
      if (!this.asker.goesOnAtOnce) return now
    }
  }

  /**
   * A service that stumbles while we wait, or once something was asked, is waited out until the end of the wait, however
   * often it stumbles; and credentials that nobody can renew end the wait, not the pass. What is at stake lies in S3 and at
   * Bedrock.
   */
  private async patiently(act: () => Promise<Plan>): Promise<Plan> {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof Failure) || !this.mayBePatient) throw error
      if (error.code !== 'service-trouble' && error.code !== 'credentials-expired') throw error
      this.trouble.tell(error)
      this.asker.backOff()
      if (error.code === 'credentials-expired') this.cutShort = 'the AWS credentials expired'
      return this.watch.plan()
    }
  }

  /** Where nothing is at stake yet and nobody may wait, a failure is told as one. */
  private get mayBePatient(): boolean {
    const { mode, deadline, collecting } = this.work
    const mayWait = mode === 'run' && collecting.store.clock.now() < deadline
    return mayWait || this.isWaiting || this.asked || this.asker.hasAsked
  }

  /** Where the spec wants answers as they come; what is complete is published by the end of the pass anyway. */
  private async publishSoFar(plan: Plan): Promise<void> {
    const { collected } = this.watch
    if (collected.length === this.publishedUpTo || this.isOver(plan)) return
    this.publishedUpTo = collected.length
    await this.work.soFar?.(this.facts(plan))
  }

  private isOver(plan: Plan): boolean {
    const { mode, deadline, collecting } = this.work
    if (this.cutShort !== undefined) return true
    // A job may have ended before anybody looked, and have left records that are worth another try.
    const isMoreToAsk = plan.ask.length > 0 && (this.asked || this.asker.isPatient)
    const isRefused = plan.ask.length > 0 && this.asker.isPatient
    const goesOn = plan.counts.wait > 0 || this.asker.heldBy !== undefined || isMoreToAsk
    // Whoever only submits waits for nothing but the submission.
    if (mode === 'submit' ? !isRefused : mode !== 'run' || !goesOn) return true
    return collecting.store.clock.now() >= deadline
  }

  private async result(plan: Plan): Promise<Driven> {
    await this.openJobs.save()
    return this.facts(plan)
  }

  private facts(plan: Plan): Driven {
    const { jobs, collected, unfinished, recalled, failed, late } = this.watch
    return {
      plan,
      jobs,
      collected: [...collected, ...unfinished.values()],
      recalled,
      submissions: this.asker.submissions,
      reasons: bothReasons(this.asker.reasons, reasonsOf(plan.ask, this.work.questions, plan)),
      unwanted: this.work.answers.unwanted,
      created: this.openJobs.created,
      failedJobs: failed,
      late: [...late.values()],
      heldBy: this.asker.heldBy,
      cutShort: this.cutShort
    }
  }
}
