/** One emulated AWS in virtual time, one repository, and passes over it: as they run in workflows, but in this process. */
import { openCloud } from '../aws/cloud.ts'
import type { Truth } from '../emulator/bedrock/truth.ts'
import { manualClock } from '../emulator/clock.ts'
import type { ManualClock } from '../emulator/clock.ts'
import { startEmulator } from '../emulator/emulator.ts'
import type { Emulator } from '../emulator/emulator.ts'
import { randomFrom } from '../emulator/random.ts'
import type { Mode, Outside, PassRequest } from '../pipeline/context.ts'
import { pass } from '../pipeline/pass.ts'
import type { Report } from '../pipeline/report.ts'
import type { Clock, Log } from '../ports.ts'
import { decodeSpecBytes } from '../spec/decode.ts'
import {
  answerRule,
  bucket,
  changed,
  filesOf,
  firstDataset,
  repositoryId,
  serviceRoleArn,
  specPath
} from './dataset.ts'
import type { Change, Dataset, Way } from './dataset.ts'
import { Artifacts, Branch, branchPublisher } from './github.ts'
import { Life } from './life.ts'
import type { Conditions, Step } from './life.ts'
import { memoryScratch, MemoryWorkspace } from './memory.ts'
import type { Mutate } from './mutants/mutant.ts'
import { Turns } from './turns.ts'

export interface WorldOptions {
  readonly seed: number
  readonly way: Way
  readonly rows: number
  readonly truth?: Partial<Truth>
  readonly pace?: keyof typeof paces
  /** Further lines of the spec. */
  readonly extra?: string
  /** Puts something in the place of a port of every pass: a mutant. */
  readonly mutate?: Mutate
}

/** How long a job takes: `quick` ends while a pass waits a few rounds, `slow` lives while other passes come and go. */
export const paces = {
  quick: { Submitted: 2000, Validating: 2000, Scheduled: 2000, InProgress: 12_000, Stopping: 2000 },
  slow: { Submitted: 30_000, Validating: 30_000, Scheduled: 60_000, InProgress: 1_200_000, Stopping: 30_000 }
} as const

export interface PassPlan extends Conditions {
  readonly mode?: Mode
  /** It starts that much later than it could. */
  readonly afterMs?: number
  /** Default: two hours. */
  readonly waitMinutes?: number
  /** A schedule started it, not a person. */
  readonly scheduled?: boolean
}

export interface PassEnd {
  readonly number: number
  /** The access key that it asked with. */
  readonly principal: string
  readonly plan: PassPlan
  /** Undefined where it was killed. */
  readonly report: Report | undefined
  readonly steps: readonly Step[]
  readonly log: readonly string[]
  readonly touched: ReadonlySet<string>
  readonly dataset: Dataset
}

const start = Date.UTC(2026, 0, 5, 12)

export class World implements AsyncDisposable {
  readonly emulator: Emulator
  readonly options: WorldOptions
  readonly branch = new Branch()
  readonly artifacts = new Artifacts()
  readonly passes: PassEnd[] = []
  /** Text that must never be seen outside. */
  readonly secrets: string[] = []
  dataset: Dataset
  private readonly clock: ManualClock
  private readonly turns: Turns
  private readonly lives: Life[] = []
  private readonly ended = new Set<string>()
  private readonly environment: Readonly<Record<string, string | undefined>>
  private begun = 0
  private changes = 0

  private constructor(emulator: Emulator, clock: ManualClock, options: WorldOptions) {
    this.emulator = emulator
    this.clock = clock
    this.options = options
    this.turns = new Turns(clock, randomFrom(options.seed))
    this.dataset = firstDataset(options.rows)
    this.branch.push(filesOf(this.dataset, options.way, options.extra))
    const environment = emulator.environment({ keys: false, idToken: false })
    this.environment = Object.fromEntries(Object.keys(environment).map(name => [name, process.env[name]]))
    Object.assign(process.env, environment)
  }

  static async open(options: WorldOptions): Promise<World> {
    const clock = manualClock(start)
    const emulator = await startEmulator({
      clock,
      seed: options.seed,
      answer: answerRule,
      quotas: { minimumRecords: options.way === 'pad' ? 15 : 2 },
      schedule: paces[options.pace ?? 'quick'],
      ...(options.truth && { truth: options.truth })
    })
    return new World(emulator, clock, options)
  }

  /** Somebody pushes another dataset or prompt, after a while. */
  async changeAfter(ms: number, change: Change): Promise<void> {
    const person = this.turns.enter()
    await person.sleep(ms)
    this.change(change)
    person.leave()
  }

  change(change: Change): void {
    this.dataset = changed(this.dataset, change, ++this.changes + (this.options.seed % 7))
    this.branch.push(filesOf(this.dataset, this.options.way, this.options.extra))
  }

  async wait(ms: number): Promise<void> {
    await this.clock.advance(ms)
  }

  random(): number {
    return this.turns.random()
  }

  /** A fresh runner with a fresh checkout, from its start to its end or death. */
  async pass(plan: PassPlan = {}): Promise<PassEnd> {
    const { emulator } = this
    const actor = this.turns.enter()
    await actor.sleep(plan.afterMs ?? 0)
    const number = ++this.begun
    const { dataset } = this
    const keys = emulator.credentials.mint({
      roleArn: 'arn:aws:iam::123456789012:role/caller',
      sessionName: `pass-${number}`,
      seconds: 1e9
    })
    this.secrets.push(keys.secretAccessKey, keys.sessionToken)
    const life = new Life(emulator, actor, keys.accessKeyId, plan)
    this.lives.push(life)
    const workspace = new MemoryWorkspace(this.branch.files)
    const log: string[] = []
    const clock: Clock = {
      now: () => this.clock.now(),
      random: () => this.turns.random(),
      sleep: (ms, signal) => life.sleep(ms, signal),
      every: (ms, act) => life.every(ms, act)
    }
    const credentials = async (): Promise<{
      accessKeyId: string
      secretAccessKey: string
      sessionToken: string
      expiration: Date
    }> => ({ ...keys, expiration: new Date(8.64e15) })
    const cloud = openCloud(
      { region: emulator.region, bucket, version: 'proof', allowedAccountIds: [], credentials },
      clock
    )
    const outside: Outside = {
      workspace,
      scratch: memoryScratch,
      clock,
      log: logTo(log, life),
      publisher: branchPublisher({ pass: number, branch: this.branch, dataset, workspace, life }),
      cloud: async () => cloud,
      ledger: this.artifacts.ledgerFor(life),
      owner: { runId: String(number), runAttempt: '1', runUrl: `https://github.com/o/r/actions/runs/${number}` },
      hasEnded: async owner => this.ended.has(owner.runId),
      signal: new AbortController().signal
    }
    const mutant = this.options.mutate?.(outside, cloud, keys.secretAccessKey) ?? {}
    const mutated = { ...outside, ...mutant.outside, cloud: async () => mutant.cloud ?? cloud }
    const report = await Promise.race([pass(this.requestOf(plan, workspace), mutated), life.died.then(() => undefined)])
    life.end()
    this.ended.add(String(number))
    const end = {
      number,
      principal: keys.accessKeyId,
      plan,
      report,
      steps: life.steps,
      log,
      touched: workspace.touched,
      dataset
    }
    this.passes.push(end)
    return end
  }

  private requestOf(
    { mode = 'run', waitMinutes = 120, scheduled = false }: PassPlan,
    workspace: MemoryWorkspace
  ): PassRequest {
    const { spec, placeOf, problems } = decodeSpecBytes(Buffer.from(workspace.files.get(specPath) ?? ''), specPath)
    if (spec === undefined) throw new Error(`the spec of the proof is wrong: ${JSON.stringify(problems)}`)
    return {
      spec,
      specPath,
      placeOf,
      mode,
      retry: 'auto',
      force: false,
      waitMs: waitMinutes * 60_000,
      mayNotPay: undefined,
      byPerson: !scheduled,
      repositoryId,
      aws: { region: this.emulator.region, s3Uri: `s3://${bucket}/proof`, serviceRoleArn },
      whoCollects: 'the next pass'
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const life of this.lives) life.dispose()
    await this.emulator.close()
    for (const [name, value] of Object.entries(this.environment)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
  }
}

function logTo(lines: string[], life: Life): Log {
  const write = (line: string): void => {
    if (life.isAlive) lines.push(line)
  }
  return {
    info: write,
    warning: message => write(`warning: ${message}`),
    group(title) {
      write(title)
      return () => undefined
    }
  }
}
