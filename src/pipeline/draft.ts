/** The report while it is written: each step of a pass adds what it knows. */
import { counted } from '../figures.ts'
import { cutShards } from '../jobs/shard.ts'
import type { ShardLimits } from '../jobs/shard.ts'
import { mayBeInBatch } from '../models/support.ts'
import type { Published as PublishedTo } from '../ports.ts'
import type { Failure, Problems } from '../problems.ts'
import type { Plan } from '../reconcile/plan.ts'
import { askedBy, estimateOf, isAllOnDemand, runsOf, sumOf } from './asked-records.ts'
import type { PassRequest } from './context.ts'
import type { Costs } from './costs.ts'
import type { Driven } from './driving.ts'
import { jobReport, jobReports } from './job-reports.ts'
import type { Done, Prices } from './job-reports.ts'
import { heldClause } from './open-records.ts'
import type { Prepared } from './prepare.ts'
import type { Questions } from './questions.ts'
import type { AnswerShape, JobReport, Report, Shown, Status } from './report.ts'
import type { SetUp } from './set-up.ts'
import type { Stopped } from './stop.ts'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }
type Rows = Writable<Report['rows']>

export class Draft {
  readonly rows: Rows = {
    wanted: 0,
    carriedOver: 0,
    submitted: 0,
    answered: 0,
    waiting: 0,
    failed: 0,
    held: 0,
    edited: 0,
    removed: 0
  }
  status: Status = 'nothing-to-do'
  changedFiles: string[] = []
  failures: Report['failures'] = []
  samples: Report['samples'] = []
  private readonly request: PassRequest
  private readonly startedAt: number
  private readonly notes: string[] = []
  private extra: Partial<Writable<Report>> = {}
  private reasons: Report['reasons'] = {}
  private records = 0
  private jobs: readonly JobReport[] = []
  private cost: Report['cost'] = { basis: 'nothing was asked' }
  private tokens = { input: 0, output: 0 }
  private hasBatch = true

  constructor(request: PassRequest, startedAt: number) {
    this.request = request
    this.startedAt = startedAt
  }

  knows({ model }: SetUp): void {
    this.hasBatch = mayBeInBatch(model.bareId, this.request.spec.support)
    this.extra.api = model.api
    this.extra.family = model.family.name
  }

  prepared(prepared: Prepared, questions: Questions): void {
    this.rows.wanted = prepared.wanted
    this.rows.carriedOver = prepared.carriedOver
    this.rows.answered = prepared.carriedOver
    this.rows.failed = prepared.givenUp
    this.reasons = prepared.reasons
    this.records = questions.size
  }

  note(note: string): void {
    this.notes.push(note)
  }

  open(sentence: string): void {
    if (sentence !== '') this.extra.open = sentence
  }

  /** Whether this pass has asked anything, and so may have to be paid for. */
  get hasAsked(): boolean {
    return this.rows.submitted > 0 || this.jobs.some(job => job.submittedByThisPass)
  }

  /** What was done, and what is in flight, where the pass breaks off before it can count its rows. */
  brokeOff(driven: Driven, costs: Prices, sentence: string): void {
    this.drove(driven, costs)
    this.rows.waiting = driven.plan.counts.wait
    this.open(sentence)
  }

  drove(driven: Done, costs: Prices): void {
    const asked = askedBy(driven)
    this.rows.submitted = asked.batch + asked.onDemand
    this.extra.onDemand = { records: asked.onDemand, kept: sumOf(runsOf(driven).map(one => one.tally.asked)) ?? 0 }
    this.jobs = jobReports(driven, costs)
    for (const { usage } of driven.collected) {
      this.tokens.input += usage.input
      this.tokens.output += usage.output
    }
    const actualUsd =
      driven.collected.length === 0 ? undefined : sumOf(driven.collected.map(one => costs.actual(one.usage, one.way)))
    this.tellOnDemand(driven, costs)
    const unwanted = driven.collected.reduce((sum, one) => sum + one.unwanted, 0)
    if (unwanted > 0)
      this.note(
        `${counted(unwanted, 'answer')} came to questions that nobody asks any more; kept in S3 and not published.`
      )
    this.cost = {
      ...(this.rows.submitted > 0 && estimateOf(asked, costs)),
      ...(actualUsd !== undefined && { actualUsd }),
      basis: isAllOnDemand(driven) ? costs.onDemandBasis : costs.basis
    }
    for (const submission of driven.submissions)
      if (submission.why !== undefined)
        this.note(`${counted(submission.left, 'record is', 'records are')} left for a later pass: ${submission.why}.`)
  }

  private tellOnDemand(driven: Done, costs: Prices): void {
    const records = askedBy(driven).onDemand
    if (records === 0) return
    const runs = runsOf(driven)
    const dear = sumOf(runs.map(one => costs.actual(one.usage, 'on-demand')))
    const cheap = sumOf(runs.map(one => costs.actual(one.usage, 'batch')))
    const more =
      dear === undefined || cheap === undefined || dear === 0
        ? ''
        : ` for ${usd(dear)}${this.hasBatch && dear > cheap ? `, ${usd(dear - cheap)} more than a batch would have cost` : ''}`
    this.note(`${counted(records, 'record was', 'records were')} asked on demand${more}: ${this.whyOnDemand()}.`)
  }

  private whyOnDemand(): string {
    const { mode, spec } = this.request
    if (mode === 'try') return 'a trial always asks so'
    if (!this.hasBatch) return 'AWS lists no batch for this model'
    return spec.inference === 'on-demand' ? 'the spec says inference: on-demand' : 'too few for a batch job'
  }

  /** `plan` is undefined where AWS was not asked: then every needed question counts as one to ask. */
  planned(plan: Plan | undefined, prepared: Prepared, questions: Questions, costs: Costs, limits: ShardLimits): void {
    const needed = [...questions.needed()].length
    const counts = plan?.counts ?? { ask: needed, 'ask again': 0, wait: 0, hold: 0 }
    const asked = counts.ask + counts['ask again']
    this.rows.waiting = counts.wait
    this.rows.held = counts.hold
    this.extra.toAsk = asked
    const way = plan?.choice.way === 'on-demand' ? 'on-demand' : 'batch'
    this.cost = { ...costs.estimate(asked, way), basis: way === 'batch' ? costs.basis : costs.onDemandBasis }
    if (asked > 0) this.note(`${counted(asked, 'record')} would be asked${byWhat(plan, questions, limits)}.`)
    else if (plan !== undefined && counts.hold > 0) this.note(`Nothing would be asked now; ${heldClause(plan)}.`)
    else this.note('Nothing would be asked.')
    this.extra.shown = prepared.shown.slice(0, 3)
    this.status = 'planned'
  }

  tried(shown: readonly Shown[]): void {
    this.extra.shown = shown
    this.status = 'tried'
  }

  /** `jobs`: those that live, as they are now. */
  stopped({ jobs, stopping, mayBeUnlisted }: Stopped): void {
    this.jobs = jobs.map(job => jobReport(job))
    this.status = stopping === 0 ? 'nothing-to-do' : 'done'
    if (stopping > 0)
      this.note(
        'What a stopped job has processed is billed, and the next pass collects it; its unanswered records are asked again only with retry: stopped.'
      )
    if (mayBeUnlisted)
      this.open('a job that was created within the last ten minutes may not be listed yet: run it again then')
  }

  published(published: PublishedTo, files: { manifestPath?: string; errorsPath?: string }): void {
    this.extra.published = published
    Object.assign(this.extra, files)
  }

  files(files: { manifestPath?: string; errorsPath?: string; answers?: AnswerShape }): void {
    Object.assign(this.extra, files)
  }

  fail(failure: Failure): void {
    this.extra.failure = failure
    this.status = 'failed'
  }

  crash(error: unknown): void {
    this.extra.crash = error
    this.status = 'failed'
  }

  report(problems: Problems, now: number): Report {
    const { spec, specPath, mode, aws } = this.request
    return {
      specName: spec.name,
      specPath,
      mode,
      status: this.status,
      model: spec.model,
      ...(aws && { region: aws.region }),
      rows: this.rows,
      records: this.records,
      reasons: this.reasons,
      tokens: this.tokens,
      cost: this.cost,
      jobs: this.jobs,
      failures: this.failures,
      samples: this.samples,
      changedFiles: this.changedFiles,
      problems: problems.list,
      notes: this.notes,
      elapsedMs: now - this.startedAt,
      ...this.extra
    }
  }
}

/** In how many jobs. A plan made offline knows only the questions. */
function byWhat(plan: Plan | undefined, questions: Questions, limits: ShardLimits): string {
  if (plan?.choice.way === 'on-demand') return ' on demand'
  if (plan !== undefined && plan.ask.length === 0) return ''
  const asked = plan?.ask ?? Uint32Array.from(questions.needed())
  const jobs = cutShards(
    asked.map(index => questions.bytesOf(index)),
    limits
  ).length
  if (plan === undefined && asked.length < limits.minRecords)
    return ` on demand, or as belowMinimum says: a batch job takes at least ${limits.minRecords}`
  return ` in ${counted(jobs, 'batch job')}`
}

/** To a hundredth of a cent, and never a cost of nothing for what costs something. */
function usd(amount: number): string {
  return amount > 0 && amount < 0.0001 ? 'less than $0.0001' : `$${amount.toFixed(4)}`
}
