/** The report while it is written: each step of a pass adds what it knows. */
import { counted } from '../figures.ts'
import { cutShards } from '../jobs/shard.ts'
import type { ShardLimits } from '../jobs/shard.ts'
import { mayBeInBatch } from '../models/support.ts'
import type { Published as PublishedTo } from '../ports.ts'
import type { Failure, Problems } from '../problems.ts'
import { padsOf } from '../reconcile/parts.ts'
import type { Part } from '../reconcile/parts.ts'
import type { Plan, Verdict } from '../reconcile/plan.ts'
import { askedBy, estimateOf, isAllOnDemand, runsOf, sumOf, sumOfEstimates } from './asked-records.ts'
import type { PassRequest } from './context.ts'
import type { Costs } from './costs.ts'
import type { Driven } from './driving.ts'
import { jobReport, jobReports } from './job-reports.ts'
import type { Done, Prices } from './job-reports.ts'
import { heldClause } from './open-records.ts'
import type { Prepared } from './prepare.ts'
import type { Questions } from './questions.ts'
import { reasonsOf } from './reasons.ts'
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
    this.reasons = driven.reasons
    for (const { usage } of driven.collected) {
      this.tokens.input += usage.input
      this.tokens.output += usage.output
    }
    const actualUsd =
      driven.collected.length === 0 ? undefined : sumOf(driven.collected.map(one => costs.actual(one.usage, one.way)))
    this.tellOnDemand(driven, costs)
    if (driven.unwanted > 0)
      this.note(
        `${counted(driven.unwanted, 'answer')} came to questions that nobody asks any more; kept in S3 and not published.`
      )
    this.cost = {
      ...(this.rows.submitted > 0 && estimateOf(driven, costs)),
      ...(actualUsd !== undefined && { actualUsd }),
      basis: isAllOnDemand(driven) ? costs.onDemandBasis : costs.basis
    }
    for (const submission of driven.submissions)
      if (submission.why !== undefined)
        this.note(`${counted(submission.left, 'record is', 'records are')} left for a later pass: ${submission.why}.`)
  }

  private tellOnDemand(driven: Done, costs: Prices): void {
    const submissions = driven.submissions.filter(one => one.way === 'on-demand')
    const records = askedBy(driven).onDemand
    if (records === 0) return
    const runs = runsOf(driven)
    const dear = sumOf(runs.map(one => costs.actual(one.usage, 'on-demand')))
    const cheap = sumOf(runs.map(one => costs.actual(one.usage, 'batch')))
    const more =
      dear === undefined || cheap === undefined || dear === 0
        ? ''
        : ` for ${usd(dear)}${this.hasBatch && dear > cheap ? `, ${usd(dear - cheap)} more than a batch would have cost` : ''}`
    this.note(
      `${counted(records, 'record was', 'records were')} asked on demand${more}: ${this.whyOnDemand(submissions)}.`
    )
  }

  private whyOnDemand(submissions: Done['submissions']): string {
    const { mode, spec } = this.request
    if (mode === 'try') return 'a trial always asks so'
    if (!this.hasBatch) return 'AWS lists no batch for this model'
    if (spec.inference === 'on-demand') return 'the spec says inference: on-demand'
    const reasons = new Set(submissions.filter(one => one.records > 0).map(one => one.because))
    return [...reasons].join('; ')
  }

  /** `plan` is undefined where AWS was not asked: then every needed question counts as one to ask. */
  planned(plan: Plan | undefined, prepared: Prepared, questions: Questions, costs: Costs, limits: ShardLimits): void {
    const toAsk = [...questions.needed()].filter(question => isToAsk(plan?.verdictOf(question)))
    const { wait, hold } = plan?.counts ?? { wait: 0, hold: 0 }
    const asked = toAsk.length - hold
    this.reasons = reasonsOf(toAsk, questions, plan)
    this.rows.waiting = wait
    this.rows.held = hold
    this.extra.toAsk = asked
    const parts = plan === undefined ? [this.offline(questions, limits)] : [plan, ...plan.later]
    const estimates = parts.map(part => costs.estimate(part.ask.length, wayOf(part), padsOf(part, limits)))
    const isBatch = parts.some(part => part.ask.length > 0 && wayOf(part) === 'batch')
    this.cost = { ...sumOfEstimates(estimates), basis: isBatch || asked === 0 ? costs.basis : costs.onDemandBasis }
    const ways = parts.filter(({ ask }) => ask.length > 0).map(part => ({ part, how: byWhat(part, questions, limits) }))
    if (asked > 0) this.note(`${counted(asked, 'record')} would be asked${together(ways, asked)}.`)
    else this.note(hold > 0 ? 'Nothing would be asked now.' : 'Nothing would be asked.')
    if (plan !== undefined && hold > 0) this.note(`${heldClause(plan)}.`)
    this.extra.shown = prepared.shown.slice(0, 3)
    this.status = 'planned'
  }

  /** A plan made from the files alone takes every question for one to ask. */
  private offline(questions: Questions, { minRecords }: ShardLimits): Part {
    const ask = Uint32Array.from(questions.needed())
    const { inference, belowMinimum } = this.request.spec
    if (ask.length >= minRecords) return { ask, choice: { way: 'batch', why: '' } }
    if (belowMinimum === 'pad' && inference !== 'on-demand') return { ask, choice: { way: 'pad', why: '' } }
    const why = `on demand, or as belowMinimum says: a batch job takes at least ${minRecords}`
    return { ask, choice: { way: 'hold', why } }
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

/** Without a verdict, in a plan made offline, everything is. */
function isToAsk(verdict: Verdict | undefined = 'ask'): boolean {
  return verdict === 'ask' || verdict === 'ask again' || verdict === 'hold'
}

function wayOf({ choice }: Part): 'batch' | 'on-demand' {
  return choice.way === 'on-demand' ? 'on-demand' : 'batch'
}

function byWhat(part: Part, questions: Questions, limits: ShardLimits): string {
  const { ask, choice } = part
  switch (choice.way) {
    case 'on-demand':
      return 'on demand'
    case 'hold':
      return choice.why
    case 'fail':
      return `if belowMinimum: fail did not refuse them: ${choice.why}`
    case 'pad':
      return `in 1 batch job, filled up with ${padsOf(part, limits)} records that nobody reads`
    case 'batch': {
      const sizes = ask.map(index => questions.bytesOf(index))
      const jobs = cutShards(sizes, limits).length
      return `in ${counted(jobs, 'batch job')}`
    }
  }
}

/** One way for all, or how many go by which; what is held is told of by itself. */
function together(ways: readonly { readonly part: Part; readonly how: string }[], asked: number): string {
  const [first] = ways
  if (first === undefined) return ''
  if (first.part.ask.length === asked) return ` ${first.how}`
  return `: ${ways.map(({ part, how }) => `${part.ask.length} ${how}`).join(', ')}`
}

/** To a hundredth of a cent, and never a cost of nothing for what costs something. */
function usd(amount: number): string {
  return amount > 0 && amount < 0.0001 ? 'less than $0.0001' : `$${amount.toFixed(4)}`
}
