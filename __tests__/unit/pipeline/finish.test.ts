import { describe, expect, it } from '@jest/globals'
import { TokenMeter } from '../../../src/models/tokens.ts'
import { Answers } from '../../../src/pipeline/answers.ts'
import type { Outside, PassRequest } from '../../../src/pipeline/context.ts'
import { Costs } from '../../../src/pipeline/costs.ts'
import { Draft } from '../../../src/pipeline/draft.ts'
import type { Driven } from '../../../src/pipeline/driving.ts'
import { finish } from '../../../src/pipeline/finish.ts'
import type { JobFacts, Publication } from '../../../src/ports.ts'
import { Failure, Problems } from '../../../src/problems.ts'
import type { Report } from '../../../src/pipeline/report.ts'
import { planOf } from '../../../src/reconcile/plan.ts'
import type { AnswerLine, Outcome } from '../../../src/results/outcome.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { Project, spec } from './project.ts'

interface Case {
  /** By row: what was said, an error, or nothing, which is in flight. */
  readonly said: readonly (string | { readonly error: number } | undefined)[]
  readonly spec?: string
  readonly mode?: PassRequest['mode']
  readonly retry?: PassRequest['retry']
  readonly failedJobs?: readonly JobFacts[]
  /** Every row has an answer published, to the question of another prompt. */
  readonly isPublished?: true
}

interface Ended {
  readonly report: Report
  readonly files: ReadonlyMap<string, string>
  readonly publications: readonly Publication[]
}

function read(line: AnswerLine): Outcome {
  if ('modelOutput' in line) return { kind: 'answer', value: line.modelOutput['text'] ?? null, usage: {} }
  if ('error' in line)
    return { kind: 'error', reason: 'http 500', message: line.error.message, retryable: line.error.code === 500 }
  return { kind: 'missing', reason: 'missing', retryable: true }
}

async function end({
  said,
  spec: text = spec,
  mode = 'run',
  retry = 'auto',
  failedJobs = [],
  isPublished: wasPublished
}: Case): Promise<Ended> {
  await using project = new Project({ 'spec.yml': text.replace('Describe', 'Praise') })
  if (wasPublished) await project.publish()
  project.write({ 'spec.yml': text })
  const { known, questions, prepared } = await project.prepare()
  const { spec: decoded, placeOf } = decodeSpec({ text, file: 'spec.yml' })
  const request: PassRequest = {
    spec: decoded!,
    specPath: 'spec.yml',
    placeOf,
    mode,
    retry,
    force: false,
    waitMs: 0,
    mayNotPay: undefined,
    byPerson: true,
    repositoryId: '7',
    aws: undefined,
    whoCollects: 'Santa collects them'
  }
  const answers = new Answers(project.outside.scratch.create('answers'), questions, read)
  answers.beginJob('job', 0)
  for (const [question, one] of said.entries()) {
    const recordId = questions.ids.idAt(question)
    const line =
      typeof one === 'string' ? { modelOutput: { text: one } } : { error: { code: one?.error, message: 'no' } }
    if (one !== undefined) answers.take(recordId, JSON.stringify({ recordId, ...line }))
  }
  const draft = new Draft(request, 0)
  draft.prepared(prepared, questions)
  const desk = new Desk(project)
  const costs = new Costs(request, known, new TokenMeter(), 50)
  const driven = drivenBy(answers, said, { retry, failedJobs })
  const finished = finish({
    request,
    outside: desk.outside,
    known,
    prepared,
    questions,
    answers,
    driven,
    costs,
    draft
  })
  await finished.catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error
    draft.fail(error)
  })
  return { report: draft.report(new Problems(), 1), files: desk.files, publications: desk.publications }
}

/** A workspace of written files and nothing else, and a publisher that keeps what it is given. */
class Desk {
  readonly files = new Map<string, string>()
  readonly publications: Publication[] = []
  readonly outside: Outside

  constructor({ outside: { scratch, clock, log } }: Project) {
    this.outside = {
      workspace: {
        stat: async () => undefined,
        read: () => nothing(),
        slice: async () => new Uint8Array(),
        readText: async () => undefined,
        glob: async () => [],
        write: async (path, content) => {
          const pieces: Buffer[] = []
          for await (const piece of content) pieces.push(Buffer.from(piece))
          this.files.set(path, Buffer.concat(pieces).toString('utf8'))
          return { bytes: 1, sha256: 'f'.repeat(64), changed: true }
        },
        remove: async () => false,
        checkWritable: async () => undefined
      },
      scratch,
      clock,
      log,
      publisher: {
        check: async () => undefined,
        publish: async publication => {
          this.publications.push(publication)
          return {}
        }
      },
      cloud: undefined,
      ledger: { load: async () => [], note: () => undefined, save: async () => undefined },
      owner: { runId: '', runAttempt: '', runUrl: '' },
      hasEnded: async () => undefined,
      signal: new AbortController().signal
    }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // No file.
}

function drivenBy(
  answers: Answers,
  said: Case['said'],
  { retry, failedJobs }: { readonly retry: PassRequest['retry']; readonly failedJobs: readonly JobFacts[] }
): Driven {
  const plan = planOf(
    said.keys(),
    said.length,
    {
      factsOf: question => ({
        standing: answers.standingOf(question),
        inFlight: said[question] === undefined,
        attempts: answers.attemptsOf(question),
        unprocessed: undefined
      }),
      bytesOf: () => 1,
      onDemandBefore: 0
    },
    {
      retry,
      retries: retry === 'none' ? 2 : 0,
      resendFailedJobs: true,
      minRecords: 1,
      maxRecords: 100,
      maxBytes: 100,
      inference: 'batch',
      belowMinimum: 'hold',
      onDemandRecords: 0
    }
  )
  return {
    plan,
    jobs: said.includes(undefined) ? [job] : [],
    collected: [],
    recalled: [],
    submissions: [],
    reasons: {},
    unwanted: 0,
    created: [],
    failedJobs,
    late: [],
    heldBy: undefined,
    cutShort: undefined
  }
}

const job: JobFacts = {
  jobArn: 'arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl',
  jobName: 'shoes',
  modelId: 'model',
  ending: undefined,
  status: 'InProgress',
  inputS3Uri: '',
  outputS3Uri: '',
  submittedAt: 0,
  counts: {}
}

describe('A pass ends', () => {
  it('waiting while a row is open, with nothing written, and says who collects', async () => {
    const { report, files } = await end({ said: ['Boot', 'Clog', undefined] })

    expect(report.status).toBe('waiting')
    expect(report.open).toBe('1 record is in 1 running job, at most $0.0001: Santa collects them')
    expect(report.rows).toMatchObject({ answered: 2, waiting: 1 })
    expect([...files.keys()]).toEqual([])
  })

  it('partial where the spec wants parts, and the manifest says so', async () => {
    const { report, files, publications } = await end({
      said: ['Boot', undefined, undefined],
      spec: `${spec}publish: {when: partial}\n`
    })

    expect(report.status).toBe('partial')
    expect(files.get('out/shoes.csv')).toBe('sku,answer\nA,Boot\n')
    expect(JSON.parse(files.get('out/shoes.manifest.json') ?? '')).toMatchObject({ complete: false })
    expect(publications).toHaveLength(1)
  })

  it('waiting where a part would be nothing', async () => {
    const { report, files } = await end({
      said: [undefined, undefined, undefined],
      spec: `${spec}publish: {when: partial}\n`
    })

    expect([report.status, files.size]).toEqual(['waiting', 0])
  })

  it('done when every row is answered', async () => {
    const { report, files, publications } = await end({ said: ['Boot', 'Clog', 'Sandal'] })

    expect([report.status, report.rows.answered, publications.length]).toEqual(['done', 3, 1])
    expect(files.get('out/shoes.csv')).toBe('sku,answer\nA,Boot\nB,Clog\nC,Sandal\n')
    expect([...files.keys()]).not.toContain('out/shoes.errors.jsonl')
  })

  it('in mode submit without publishing what is there', async () => {
    const { report, files } = await end({ said: ['Boot', 'Clog', 'Sandal'], mode: 'submit' })

    expect([report.status, files.size]).toEqual(['waiting', 0])
    expect(report.open).toContain('a pass in mode run or collect publishes them')
  })

  it('as failed where too many rows were given up, with what it has published all the same', async () => {
    const { report, files } = await end({ said: ['Boot', { error: 400 }, { error: 400 }] })

    expect(report).toMatchObject({ status: 'failed', failure: { code: 'too-many-errors' } })
    expect(report.failure?.message).toMatch(/^2 of 3 rows have no answer .*; all of them: http 500/)
    expect(files.get('out/shoes.lock.json')).toMatch(/"B".*http 500/)
    expect(files.get('out/shoes.errors.jsonl')?.trimEnd().split('\n')).toHaveLength(2)
  })

  it('with nothing written where more published rows would be left without an answer than may go', async () => {
    const said = ['Boot', { error: 400 }, { error: 400 }]
    const limited = `${spec}limits: {maxRemovals: 1}\n`

    for (const publish of ['', 'publish: {when: partial}\n']) {
      const refused = await end({ said, spec: limited + publish, isPublished: true })

      expect(refused.report).toMatchObject({ status: 'failed', failure: { code: 'too-many-removals' } })
      expect(refused.report.failure?.message).toMatch(/^2 of 3 published rows have no answer any more; at most 1/)
      expect([refused.files.size, refused.publications]).toEqual([0, []])
    }
    const first = await end({ said, spec: limited })

    expect([first.report.failure?.code, first.publications.length]).toEqual(['too-many-errors', 1])
  })

  it('with rows set aside told in the errors file, and not remembered in the lock', async () => {
    const { report, files } = await end({
      said: ['Boot', 'Clog', { error: 500 }],
      retry: 'none',
      spec: `${spec}limits: {maxErrorRate: 1}\n`
    })

    expect([report.status, report.rows.failed]).toEqual(['done', 1])
    expect(files.get('out/shoes.errors.jsonl')).toContain('"key":"C"')
    expect(files.get('out/shoes.lock.json')).not.toContain('"C"')
  })

  it.each([
    ['Internal trouble', 'job-failed'],
    ["Customer doesn't have permissions to invokeModel", 'model-access']
  ])('as failed where a job failed whole: %s', async (message, code) => {
    const { report } = await end({
      said: ['Boot', undefined, undefined],
      failedJobs: [{ ...job, ending: 'failed', message }]
    })

    expect(report).toMatchObject({ status: 'failed', failure: { code, message: `${job.jobArn}: ${message}` } })
  })
})
