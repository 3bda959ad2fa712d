/**
 * The stage of the end-to-end tests: one emulated AWS and GitHub, one repository, and passes over it. After every pass
 * it looks for what must never be seen: keys and tokens, and the model's words where only counts belong.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestEntry } from '../../src/emulator/books.ts'
import type { AnswerRule } from '../../src/emulator/bedrock/models/simulate.ts'
import { startEmulator } from '../../src/emulator/emulator.ts'
import type { Emulator, EmulatorOptions } from '../../src/emulator/emulator.ts'
import { annotationsIn } from '../support/annotations.ts'
import type { Annotated } from '../support/annotations.ts'
import { Checkout, runAction } from '../support/runner.ts'
import type { Ended, Inputs, RunOptions } from '../support/runner.ts'

/** One spec's part of the output `results`. */
export interface SpecResult {
  readonly spec: string
  readonly status: string
  readonly rows: Readonly<Record<string, number>>
  readonly failureCode: string | null
}

export interface Pass extends Ended {
  readonly annotations: readonly Annotated[]
  /** Of the first spec. */
  readonly rows: Readonly<Record<string, number>>
  readonly failureCode: string | null
  readonly results: readonly SpecResult[]
  /** Requests to Bedrock, S3 and STS. */
  readonly aws: readonly RequestEntry[]
}

export const role = 'arn:aws:iam::123456789012:role/caller'
export const serviceRole = 'arn:aws:iam::123456789012:role/bedrock-service'
export const bucket = 'bedrock-batch-demo'

export const usualInputs: Inputs = {
  spec: 'spec.yml',
  'service-role-arn': serviceRole,
  's3-uri': `s3://${bucket}/shop`,
  'wait-minutes': '0.5'
}

/** Stands in every answer, and may stand in no output and no log. */
export const modelWord = 'Thus spoke the model'

/** What the model says unless a test has it say something else. */
export const plainAnswer: AnswerRule = (_model, modelInput) => ({ text: `${modelWord}: ${questionIn(modelInput)}` })

/** The user's text, whatever the dialect. */
export function questionIn(modelInput: unknown): string {
  const found = [
    ...JSON.stringify((modelInput as { messages?: unknown }).messages ?? modelInput).matchAll(
      /"(?:text|content|inputText)":"((?:[^"\\]|\\.)*)"/g
    )
  ]
  return JSON.parse(`"${found.at(-1)?.[1] ?? ''}"`) as string
}

export const spec = `name: shoes
model: us.anthropic.claude-haiku-4-5-20251001-v1:0
dataset: {path: data/shoes.csv, key: sku}
prompt: {user: "Describe {{ name }} in {{ colour }}."}
parameters: {maxTokens: 50}
outputs: generated/shoes.csv
limits: {minRecordsPerJob: 3}
belowMinimum: hold
`

export const rows = `sku,name,colour
A-1,Höhenläufer,red
A-2,"Sneaker ""Sun""",blue
A-3,Boot,black
A-4,Slipper,"grey,
with dots"
A-5,Sandal,white
`

/** Where nothing is said, jobs end within a wink and take three records. */
const quick: EmulatorOptions = { seed: 7, speed: 50, quotas: { minimumRecords: 3 }, answer: plainAnswer }

export class Stage implements AsyncDisposable {
  readonly emulator: Emulator
  readonly checkout: Checkout

  private constructor(emulator: Emulator, checkout: Checkout) {
    this.emulator = emulator
    this.checkout = checkout
  }

  static async open(
    files: Readonly<Record<string, string | Uint8Array>> = {},
    options: EmulatorOptions = {}
  ): Promise<Stage> {
    const checkout = new Checkout({ 'spec.yml': spec, 'data/shoes.csv': rows, ...files })
    const github = { remote: checkout.remote, ...options.github }
    return new Stage(await startEmulator({ ...quick, ...options, github }), checkout)
  }

  async pass(inputs: Inputs = {}, options: RunOptions = {}): Promise<Pass> {
    const { books } = this.emulator
    const before = books.requests.length
    const ended = await runAction(
      this.emulator,
      this.checkout,
      { ...usualInputs, 'github-token': this.emulator.github.project.options.token, ...inputs },
      options
    )
    const aws = books.requests
      .slice(before)
      .filter(request => ['bedrock', 'bedrock-runtime', 's3', 'sts'].includes(request.service))
    this.refuseLeaks(ended, aws, inputs['mode'] === 'try')
    const results = JSON.parse(ended.outputs['results'] ?? '[]') as SpecResult[]
    const [first] = results
    return {
      ...ended,
      aws,
      results,
      rows: first?.rows ?? {},
      failureCode: first?.failureCode ?? null,
      annotations: annotationsIn(ended.log)
    }
  }

  /** Times that a job was asked for, whatever came of it. */
  get creates(): number {
    return this.emulator.books.requests.filter(request => request.operation === 'CreateModelInvocationJob').length
  }

  /** Questions that were paid more than once. */
  get paidTwice(): number {
    return [...this.emulator.books.paid(2)].length
  }

  get paidRecords(): number {
    return [...this.emulator.books.paid()].length
  }

  /** What git sees in the working tree; '' where it is clean. */
  get dirt(): string {
    return this.checkout.git('status', '--porcelain')
  }

  get remoteHead(): string {
    return execFileSync('git', ['--git-dir', this.checkout.remote, 'rev-parse', 'main'], { encoding: 'utf8' }).trim()
  }

  /** Only a trial shows answers in the log. */
  private refuseLeaks(ended: Ended, aws: readonly RequestEntry[], isTrial: boolean): void {
    // The commands that tell the runner what to mask hold what is masked.
    const log = ended.log.replaceAll(/^::add-mask::.*$/gm, '')
    const outputs = JSON.stringify(ended.outputs)
    for (const secret of this.secrets(aws)) {
      for (const [where, text] of Object.entries({ log, outputs, summary: ended.summary })) {
        if (text.includes(secret)) throw new Error(`a secret stands in the ${where}`)
      }
      const file = filesBelow(this.checkout.work).find(path => readFileSync(path).includes(secret))
      if (file !== undefined) throw new Error(`a secret stands in ${file}`)
    }
    if (outputs.includes(modelWord)) throw new Error('the words of a model stand in the outputs')
    if (log.includes(modelWord) && !isTrial) throw new Error('the words of a model stand in the log')
  }

  private secrets(aws: readonly RequestEntry[]): string[] {
    const { credentials, github } = this.emulator
    const environment = this.emulator.environment()
    const holders = [...new Set(aws.flatMap(({ principal }) => principal ?? []))].flatMap(
      id => credentials.find(id) ?? []
    )
    const tokens = [
      github.project.options.token,
      environment['ACTIONS_RUNTIME_TOKEN'],
      environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
    ]
    return [
      ...holders.flatMap(({ secretAccessKey, sessionToken }) => [secretAccessKey, sessionToken]),
      ...tokens,
      environment['AWS_SECRET_ACCESS_KEY']
    ].flatMap(one => one ?? [])
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.emulator.close()
    this.checkout[Symbol.dispose]()
  }
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path !== '.git' && !path.startsWith('.git/'))
    .map(path => join(folder, path))
    .filter(path => statSync(path).isFile())
}
