/**
 * What a pass has seen of AWS so far, and the plan that follows: looks, takes home what has ended, never asks anything.
 */
import { counted } from '../figures.ts'
import { bytes } from '../jobs/growing.ts'
import { jobIdOf } from '../jobs/names.ts'
import type { JobFacts, LedgerJob } from '../ports.ts'
import type { RecordFacts } from '../reconcile/decide.ts'
import { planOf } from '../reconcile/plan.ts'
import type { Plan } from '../reconcile/plan.ts'
import { hasPromised } from './await-output.ts'
import type { EndedJob } from './await-output.ts'
import { collect, collectNow, onDemandRun } from './collect.ts'
import type { Collected } from './collect.ts'
import type { Driving, RecalledJob } from './driving.ts'
import { holdersOf, markInFlight } from './in-flight.ts'
import type { InFlight } from './in-flight.ts'
import { checkState, isLeaseFree } from './lease.ts'
import { observe, settleMs } from './observe.ts'
import type { Observation, UnfinishedRun } from './observe.ts'
import { strangeStatus } from './progress.ts'
import { isOnDemand, recall } from './recall.ts'
import { interrupted } from './refusals.ts'
import { Remembered } from './remembered.ts'

const outputLateMs = 60_000
/** No job lives longer: `timeoutDurationInHours` is 168 at most. */
const longestLifeMs = 168 * 3_600_000

export class Watch {
  readonly collected: Collected[] = []
  readonly recalled: RecalledJob[] = []
  /** On-demand runs that broke off, or that another pass is busy with, by name. */
  readonly unfinished = new Map<string, Collected>()
  /** Jobs that have ended without their output being there yet: what they hold is in flight. */
  readonly late = new Map<string, JobFacts>()
  /** When this pass first saw that a job has ended, by ARN. */
  private readonly endSeenAt = new Map<string, number>()
  private readonly toldStrange = new Set<string>()
  private readonly work: Driving
  /** Jobs and runs that nothing new is to be learnt of. */
  private readonly done = new Set<string>()
  /** How far unfinished runs were read. */
  private readonly readUpTo = new Map<string, string>()
  /** 1 by question. */
  private readonly askedNow = bytes()
  private remembered: Remembered | undefined
  private seen: Observation | undefined
  private inFlight: InFlight | undefined
  private holders = ''
  /** Records that this pass asked on demand. */
  private onDemandBefore = 0

  constructor(work: Driving) {
    this.work = work
  }

  get jobs(): readonly JobFacts[] {
    return this.seen?.jobs ?? []
  }

  /** Jobs of this spec that read from below another prefix. */
  get foreign(): readonly JobFacts[] {
    return this.seen?.foreign ?? []
  }

  /** Keys of inputs that grew old without a job. */
  get dead(): readonly string[] {
    return this.seen?.dead ?? []
  }

  /** Names that are used up: of every shard that was ever staged. */
  get shards(): ReadonlySet<string> {
    return this.seen?.shards ?? new Set()
  }

  get live(): readonly JobFacts[] {
    return this.jobs.filter(job => job.ending === undefined)
  }

  /** Jobs that live, and those that may, of inputs staged so recently that they may not be listed yet. */
  get active(): number {
    return this.live.length + (this.seen?.young.length ?? 0)
  }

  /** Also those whose records may have been answered all the same: their failure is told at once. */
  get failed(): JobFacts[] {
    const ended = [...this.collected.map(one => one.job), ...this.late.values()]
    return ended.filter(job => job.ending === 'failed')
  }

  /** What an earlier workflow run wrote down. */
  get rememberedJobs(): readonly LedgerJob[] {
    return this.remembered?.jobs ?? []
  }

  /** A job of this very pass, which is asked for by itself as long as it is not listed. */
  hasCreated(jobArn: string): void {
    this.remembered?.add(jobArn)
  }

  /** Asked by this very pass: from here on a person's word to ask them again has had its effect. */
  hasAsked(questions: Iterable<number>): void {
    for (const question of questions) this.askedNow.set(question, 1)
  }

  /** The same, of questions that were asked on demand. */
  hasAskedNow(questions: readonly number[]): void {
    this.hasAsked(questions)
    this.onDemandBefore += questions.length
  }

  /** The same, of questions that are in a job which no look has shown yet. */
  hasSubmitted(questions: Uint32Array): void {
    this.hasAsked(questions)
    for (const question of questions) this.inFlight?.set(question, this.jobs.length)
    // The next look marks anew.
    this.holders = ''
  }

  /** Records in flight that another pass has asked. */
  othersInFlight(plan: Plan): number {
    let others = 0
    for (const question of this.unanswered())
      if (plan.verdictOf(question) === 'wait' && this.askedNow.get(question) !== 1) others++
    return others
  }

  /** What follows from what is known by now, without another look. */
  plan(): Plan {
    return this.planOf(this.unanswered())
  }

  /** A run on demand of this very pass, taken home by whoever asked. */
  tookHome(run: Collected, name: string): void {
    this.collected.push(run)
    this.done.add(name)
  }

  /** One look at AWS, everything that has ended taken home, and what follows from it. */
  async look(): Promise<Plan> {
    const { collecting, mode, ledger, log } = this.work
    const { store, cloud } = collecting
    this.refuseCancelled()
    if (this.remembered === undefined) await checkState(store)
    this.remembered ??= new Remembered(await ledger.load(store.specId))
    const seen = await observe(cloud, store, this.remembered)
    for (const complaint of this.remembered.complaints()) log.warning(complaint)
    this.seen = seen
    this.tellStrange(seen.jobs)
    await this.recallFresh(seen)
    for (const run of seen.unfinished) await this.readRun(run)
    if (mode !== 'plan') await this.takeHome(seen.jobs)
    await this.followUp(seen)
    if (this.work.submitting !== undefined && mode !== 'try') await this.stopLate(seen.jobs)
    await this.mark(seen)
    return this.plan()
  }

  /** Each step may take a while; who is cancelled has a few seconds. */
  private refuseCancelled(): void {
    if (this.work.signal.aborted) throw interrupted(this.live)
  }

  private tellStrange(jobs: readonly JobFacts[]): void {
    for (const line of jobs.flatMap(job => strangeStatus(job) ?? [])) {
      if (!this.toldStrange.has(line)) this.work.log.warning(line)
      this.toldStrange.add(line)
    }
  }

  /** Questions that follow from answers may have been asked, and answered, by an earlier pass. */
  private async followUp(seen: Observation): Promise<void> {
    const { followUps, questions, answers, collecting, passOver } = this.work
    for (let since = questions.size; followUps !== undefined && followUps.add() > 0; since = questions.size) {
      const known = [...seen.collected].filter(([jobId]) => !passOver(jobId))
      await recall(
        collecting.store,
        known,
        seen.jobs,
        { questions, answers, usageOf: collecting.usageOf, since },
        () => true
      )
      for (const run of seen.unfinished) if (!passOver(run.name)) await collectNow(collecting, run.name, false)
      this.inFlight = undefined
    }
  }

  /** Before the first look nobody knows what is to be asked. */
  get asFarAsKnown(): Plan {
    return this.planOf(this.inFlight === undefined ? [] : this.unanswered())
  }

  private planOf(questions: Iterable<number>): Plan {
    const { questions: all, rules } = this.work
    const known = {
      factsOf: (question: number) => this.factsOf(question),
      bytesOf: (question: number) => all.bytesOf(question),
      onDemandBefore: this.onDemandBefore
    }
    return planOf(questions, all.size, known, rules)
  }

  /** Answers that were collected since the last look, by an earlier pass or by another one that runs now. */
  private async recallFresh(seen: Observation): Promise<void> {
    const { collecting, questions, answers, passOver, accounted } = this.work
    this.refuseCancelled()
    const fresh = [...seen.collected].filter(([jobId]) => !this.done.has(jobId) && !passOver(jobId))
    const memory = { questions, answers, usageOf: collecting.usageOf }
    const { recalled, broken } = await recall(collecting.store, fresh, seen.jobs, memory, accounted)
    for (const one of recalled) {
      const facts = seen.jobs.find(job => jobIdOf(job.jobArn) === one.jobId) ?? onDemandRun(collecting.store, one.jobId)
      this.recalled.push({ ...one, job: facts, way: isOnDemand(one.jobId) ? 'on-demand' : 'batch' })
    }
    // What is broken is taken home again, from the output.
    for (const jobId of seen.collected.keys()) if (!broken.has(jobId)) this.done.add(jobId)
    // Whoever asked has taken the run home meanwhile: its account is among what was recalled.
    for (const [jobId] of fresh) if (!broken.has(jobId)) this.unfinished.delete(jobId)
    for (const name of [...broken].filter(isOnDemand))
      this.unfinished.set(name, await collectNow(collecting, name, false))
  }

  /**
   * What a run on demand has answered by now, where it broke off or another pass is busy with it. One that nobody goes
   * on with gets its answers file from us: its parts lie among the outputs, which may be deleted after a while.
   */
  private async readRun({ name, parts, lastPartAt }: UnfinishedRun): Promise<void> {
    const { collecting, mode, lease, passOver } = this.work
    const upTo = `${parts} ${lastPartAt}`
    if (passOver(name)) return
    this.refuseCancelled()
    const isOld = collecting.store.objects.now() - lastPartAt >= settleMs
    const isOver = isOld && mode !== 'plan' && (await isLeaseFree(lease))
    if (this.readUpTo.get(name) === upTo && !isOver) return
    this.unfinished.set(name, await collectNow(collecting, name, isOver))
    this.readUpTo.set(name, upTo)
    if (isOver) this.done.add(name)
  }

  private async takeHome(jobs: readonly JobFacts[]): Promise<void> {
    const { collecting, log } = this.work
    for (const job of jobs) {
      const jobId = jobIdOf(job.jobArn)
      const ended = this.ended(job)
      if (ended === undefined || this.done.has(jobId)) continue
      this.refuseCancelled()
      const collected = await collect(collecting, ended, this.patienceFor(job))
      if (collected === 'late') {
        this.tellLate(job)
        continue
      }
      // Only now: where the service stumbled, the next look takes it home.
      this.done.add(jobId)
      this.late.delete(job.jobArn)
      if (collected === undefined) continue
      this.collected.push(collected)
      log.info(
        `collected ${job.jobArn}: ${job.ending}, ${counted(collected.tally.output, 'answer')}, ${counted(collected.tally.error, 'error')}, ${collected.tally.missing} missing`
      )
      for (const remark of collected.remarks) log.warning(`${job.jobArn}: ${remark}`)
    }
  }

  /** Bedrock need not say when a job has ended. */
  private ended(job: JobFacts): EndedJob | undefined {
    const { ending, jobArn, submittedAt } = job
    if (ending === undefined) return undefined
    const seenAt = this.endSeenAt.get(jobArn) ?? this.work.collecting.store.objects.now()
    this.endSeenAt.set(jobArn, seenAt)
    // Where no pass after another is told, each sees it for the first time: it must not be waited for without end.
    return { ...job, ending, endedAt: job.endedAt ?? Math.min(seenAt, submittedAt + longestLifeMs) }
  }

  private tellLate(job: JobFacts): void {
    const until = hasPromised(job) ? 'if it is not there an hour' : 'if none is there five minutes'
    if (!this.late.has(job.jobArn))
      this.work.log.warning(
        `${job.jobArn} has ended as ${job.status}, but its output is not yet whole below ${job.outputS3Uri}; ${until} after the end, its records count as missing`
      )
    this.late.set(job.jobArn, job)
  }

  /** Output may appear a little after the job says that it has ended; it is waited for once, and then looked for. */
  private patienceFor(job: JobFacts): number {
    const { deadline, collecting } = this.work
    if (this.late.has(job.jobArn)) return 0
    return Math.max(0, Math.min(outputLateMs, deadline - collecting.store.clock.now()))
  }

  /** Jobs past their deadline are stopped; what they left is asked otherwise once they have ended. */
  private async stopLate(jobs: readonly JobFacts[]): Promise<void> {
    const { collecting, stopBefore, rules, log } = this.work
    const limit = stopBefore(collecting.store.objects.now())
    const otherwise = {
      auto: `on demand, up to limits.onDemandRecords (${rules.onDemandRecords}) in a pass, and what is more as any other record`,
      batch: 'in a new job, or as belowMinimum says',
      'on-demand': 'on demand'
    }[rules.inference]
    for (const job of jobs) {
      if (job.ending !== undefined || job.status === 'Stopping' || job.submittedAt >= limit) continue
      log.warning(`${job.jobArn} is past its deadline and is stopped; what it has not answered is asked ${otherwise}`)
      await collecting.cloud.jobs.stop(job.jobArn)
    }
  }

  /** Lists of ids are long: as long as the same jobs hold them, they are read once. */
  private async mark(seen: Observation): Promise<void> {
    const { collecting, questions, mode } = this.work
    // A plan also counts what has ended and was not collected: its answers only have to be fetched.
    const isToFetch = (job: JobFacts): boolean =>
      mode === 'plan' && job.ending !== 'failed' && !seen.collected.has(jobIdOf(job.jobArn))
    const holders = holdersOf(seen, job => this.late.has(job.jobArn) || isToFetch(job))
    // A question that came up since the last look was looked for in none of them.
    const names = [questions.size, ...holders.map(({ key }) => key)].join('\n')
    if (this.inFlight !== undefined && this.holders === names) return
    this.inFlight = await markInFlight(collecting.store, holders, questions)
    this.holders = names
  }

  /** Where an answer was complained of, the complaint is what is open: its question is never asked as it was. */
  private *unanswered(): Generator<number> {
    const { questions } = this.work
    for (const question of questions.needed()) if (questions.lastOf(question) === question) yield question
  }

  private factsOf(question: number): RecordFacts {
    const { answers, questions } = this.work
    return {
      standing: answers.standingOf(question),
      inFlight: (this.inFlight?.get(question) ?? -1) >= 0,
      attempts: answers.attemptsOf(question),
      timesLate: answers.timesLate(question),
      unprocessed: answers.unprocessed(question),
      askedNow: this.askedNow.get(question) === 1,
      isComplaint: questions.isFollowing(question),
      late: this.work.hasDeadline && answers.unprocessed(question) === 'expired'
    }
  }
}
