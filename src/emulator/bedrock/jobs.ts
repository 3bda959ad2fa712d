/**
 * The batch jobs of one account and region, and their way through the statuses. Time moves them; so may a test.
 * Knows no HTTP; the operations are in operations.ts.
 */
import { join } from 'node:path'
import type { Books } from '../books.ts'
import type { Clock } from '../clock.ts'
import { asText, member, type JsonMap } from '../json.ts'
import { hash32, randomFrom, randomText } from '../random.ts'
import { countersAt, isOver, placeOf, statusOf, type Counters, type Ended, type Job, type Status } from './job.ts'
import { charge, writeOutputs } from './leavings.ts'
import type { ExtraModels } from './models/extra-model.ts'
import { simulatedModel, type AnswerRule } from './models/simulate.ts'
import type { JobObjects } from './objects.ts'
import { runRecords, type Processed } from './process.ts'
import type { Quotas, Schedule, Truth } from './truth.ts'
import { InvalidInput, validateInput } from './validation.ts'

export interface JobsOptions {
  readonly clock: Clock
  readonly books: Books
  readonly objects: JobObjects
  readonly region: string
  readonly account: string
  readonly seed: number
  /** For temporary files. */
  readonly folder: string
  readonly schedule: Schedule
  readonly truth: Truth
  readonly quotas: (modelId: string) => Quotas
  readonly marker: boolean
  readonly rule?: AnswerRule
  readonly models?: ExtraModels
}

const hour = 3_600_000

export class Jobs {
  readonly all: Job[] = []
  private readonly options: JobsOptions
  private readonly random: () => number
  private readonly cancels = new Map<Job, (() => void)[]>()
  /** What still runs; waited for at the end, so that no temporary file outlives its folder. */
  private readonly busy = new Set<Promise<unknown>>()
  private closed = false

  constructor(options: JobsOptions) {
    this.options = options
    this.random = randomFrom(options.seed)
  }

  get truth(): Truth {
    return this.options.truth
  }

  /** By ARN or by its last part. */
  find(identifier: string): Job | undefined {
    return this.all.find(job => job.arn === identifier || job.id === identifier)
  }

  /** Takes a request that has been checked. */
  add(request: JsonMap, causedBy: number): Job {
    const { clock, region, account, books, schedule } = this.options
    const id = randomText(this.random, 12)
    const now = clock.now()
    const text = (name: string): string => asText(member(request, name))
    const uri = (side: 'input' | 'output'): string =>
      asText(
        member(
          member(member(request, `${side}DataConfig`), `s3${side === 'input' ? 'Input' : 'Output'}DataConfig`),
          's3Uri'
        )
      )
    const job: Job = {
      arn: `arn:aws:bedrock:${region}:${account}:model-invocation-job/${id}`,
      id,
      request,
      name: text('jobName'),
      modelId: text('modelId'),
      api: member(request, 'modelInvocationType') === 'Converse' ? 'Converse' : 'InvokeModel',
      input: placeOf(uri('input')),
      output: placeOf(uri('output')),
      token: request['clientRequestToken'] === undefined ? undefined : text('clientRequestToken'),
      submittedAt: now,
      expiresAt: now + Number(member(request, 'timeoutDurationInHours') ?? 24) * hour,
      tags: new Map(),
      history: [{ status: 'Submitted', at: now }],
      files: [],
      total: 0
    }
    this.all.push(job)
    books.effect({
      at: now,
      request: causedBy,
      kind: 'job-created',
      detail: { jobArn: job.arn, jobName: job.name, modelId: job.modelId }
    })
    this.later(job, schedule.Submitted, () => this.validate(job))
    this.later(job, job.expiresAt - now, () => this.runOut(job))
    return job
  }

  /** As the API tells them; undefined where it tells none. */
  counters(job: Job): Counters | undefined {
    const { clock, truth } = this.options
    return truth.counters ? countersAt(job, clock.now() - truth.countersLagMs) : undefined
  }

  /** Asks a living job to stop, as the API does: Stopping, then Stopped with what was processed so far. */
  stop(job: Job, causedBy?: number): void {
    if (isOver(job) || statusOf(job) === 'Stopping') return
    const records = this.processedNow(job)
    this.drop(job)
    this.enter(job, 'Stopping', causedBy)
    this.later(job, this.options.schedule.Stopping, () => this.end(job, 'Stopped', records))
  }

  /** For tests: ends a living job now, with that part of its records processed. */
  async finish(job: Job, part = 1): Promise<void> {
    if (isOver(job)) return
    this.drop(job)
    if (!job.run && !(await this.prepare(job))) return
    await this.settle(job)
    const records = Math.floor(job.total * Math.min(1, Math.max(0, part)))
    await this.end(job, records >= job.total ? 'Completed' : 'PartiallyCompleted', records)
  }

  /** For tests: ends a living job as Failed, with nothing processed. */
  async fail(job: Job, message: string): Promise<void> {
    if (isOver(job)) return
    this.drop(job)
    job.message = message
    await this.end(job, 'Failed', 0)
  }

  /** For tests: a living job runs out of time. */
  async expire(job: Job): Promise<void> {
    if (isOver(job)) return
    await this.runOut(job)
  }

  async close(): Promise<void> {
    this.closed = true
    for (const job of this.all) this.drop(job)
    while (this.busy.size > 0) await Promise.allSettled(this.busy)
    for (const job of this.all) await job.run?.done?.remove()
  }

  private later(job: Job, ms: number, task: () => void | Promise<void>): void {
    const { clock } = this.options
    const cancel = clock.at(clock.now() + ms, () => this.watch(Promise.resolve().then(task)))
    this.cancels.set(job, [...(this.cancels.get(job) ?? []), cancel])
  }

  private drop(job: Job): void {
    for (const cancel of this.cancels.get(job) ?? []) cancel()
    this.cancels.delete(job)
  }

  private async watch(work: Promise<void>): Promise<void> {
    const guarded = work.catch((error: unknown) => {
      // A task has no caller to whom it could throw; the process must not die of a removed folder either.
      if (!this.closed) console.error('emulator: a batch job broke:', error)
    })
    this.busy.add(guarded)
    await guarded
    this.busy.delete(guarded)
  }

  private enter(job: Job, status: Status, causedBy?: number): void {
    const at = this.options.clock.now()
    job.history.push({ status, at })
    this.options.books.effect({
      at,
      ...(causedBy !== undefined && { request: causedBy }),
      kind: 'job-status',
      detail: { jobArn: job.arn, status }
    })
  }

  private validate(job: Job): void {
    this.enter(job, 'Validating')
    this.later(job, this.options.schedule.Validating, async () => {
      if (!(await this.prepare(job)) || statusOf(job) !== 'Validating') return
      this.enter(job, 'Scheduled')
      this.later(job, this.options.schedule.Scheduled, () => this.start(job))
    })
  }

  /** Reads the input; a job whose input will not do is Failed and `false` comes back. */
  private async prepare(job: Job): Promise<boolean> {
    const { objects, region, truth, quotas } = this.options
    try {
      job.files = await validateInput(objects, {
        input: job.input,
        output: job.output,
        region,
        modelId: job.modelId,
        quotas: quotas(job.modelId),
        role: truth.serviceRole
      })
      if (truth.serviceRole === 'cannot-invoke')
        throw new InvalidInput("Customer doesn't have permissions to invokeModel")
    } catch (error) {
      await this.refuse(job, error)
      return false
    }
    job.total = job.files.reduce((sum, file) => sum + file.records, 0)
    return true
  }

  /** Throws what is no fault of the input. */
  private async refuse(job: Job, error: unknown): Promise<void> {
    if (!(error instanceof InvalidInput)) throw error
    if (isOver(job)) return
    this.drop(job)
    job.message = error.message
    await this.end(job, 'Failed', 0)
  }

  private async start(job: Job): Promise<void> {
    const { clock, schedule } = this.options
    this.enter(job, 'InProgress')
    const run = this.process(job, clock.now(), clock.now() + schedule.InProgress)
    this.later(job, schedule.InProgress, async () => {
      await this.settle(job)
      if (statusOf(job) !== 'InProgress') return
      this.drop(job)
      await this.end(job, 'Completed', job.total)
    })
    // So that a clock which is advanced by hand returns with the counters in place. The input may be gone by now.
    await run.processed.catch((error: unknown) => this.refuse(job, error))
  }

  private process(job: Job, startedAt: number, endsAt: number): NonNullable<Job['run']> {
    const { objects, truth, folder, seed, marker, rule, models } = this.options
    const model = simulatedModel(job.modelId, {
      ...{ api: job.api, nulls: truth.nulls, marker, batch: true },
      ...(rule && { rule }),
      ...(models && { models })
    })
    const processed = runRecords(job.files, {
      objects,
      model,
      input: job.input,
      truth,
      scratch: join(folder, job.id),
      seed: seed ^ hash32(job.id)
    })
    const run: NonNullable<Job['run']> = { startedAt, endsAt, processed }
    job.run = run
    void this.watch(
      processed.then(
        done => void (run.done = done),
        (error: unknown) => this.refuse(job, error)
      )
    )
    return run
  }

  /** The whole run, whenever it began. */
  private async settle(job: Job): Promise<Processed> {
    const now = this.options.clock.now()
    const run = job.run ?? this.process(job, now, now)
    const done = await run.processed
    run.done = done
    return done
  }

  private processedNow(job: Job): number {
    return statusOf(job) === 'InProgress' ? countersAt(job, this.options.clock.now()).processed : 0
  }

  private async runOut(job: Job): Promise<void> {
    const inProgress = statusOf(job) === 'InProgress'
    if (inProgress) await this.settle(job)
    const records = this.processedNow(job)
    this.drop(job)
    await this.end(job, inProgress ? 'PartiallyCompleted' : 'Expired', records)
  }

  /** The only way into a terminal status: what was processed is written and charged. */
  private async end(job: Job, ending: Ended, records: number): Promise<void> {
    const { clock, truth, books } = this.options
    if (isOver(job)) return
    const done = records > 0 ? await this.settle(job) : undefined
    const bill = done?.bill(records)
    job.final = bill ?? { total: job.total, processed: 0, success: 0, error: 0 }
    if (bill) charge(job, bill, books)
    if (truth.outputsLateMs === 0) await this.leave(job, done, records, ending)
    job.endedAt = clock.now()
    this.enter(job, ending)
    if (truth.outputsLateMs > 0) this.later(job, truth.outputsLateMs, () => this.leave(job, done, records, ending))
  }

  private async leave(job: Job, done: Processed | undefined, records: number, ending: Ended): Promise<void> {
    if (ending === 'Failed' || !done) return
    const { objects, truth } = this.options
    await writeOutputs(
      { job, done, records, late: ending === 'PartiallyCompleted' || ending === 'Expired' },
      objects,
      truth
    )
  }
}
