import { describe, expect, it } from '@jest/globals'
import { Draft } from '../../../src/pipeline/draft.ts'
import { failedReport } from '../../../src/pipeline/failed-report.ts'
import type { PassRequest } from '../../../src/pipeline/context.ts'
import type { JobFacts } from '../../../src/ports.ts'
import { Failure, Problems, problem, ProblemsFound } from '../../../src/problems.ts'
import { newTally } from '../../../src/results/tally.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { spec } from './project.ts'

function requestFor(more = ''): PassRequest {
  const { spec: decoded, placeOf } = decodeSpec({ text: `${spec}${more}`, file: 'spec.yml' })
  return {
    spec: decoded!,
    specPath: 'spec.yml',
    placeOf,
    mode: 'stop',
    retry: 'auto',
    force: false,
    waitMs: 0,
    mayNotPay: undefined,
    byPerson: true,
    repositoryId: '7',
    aws: { region: 'us-east-1', s3Uri: 's3://b/p' },
    whoCollects: 'nobody'
  }
}

const job: JobFacts = {
  jobArn: 'arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl',
  jobName: 'shoes-1a2b3c4d-0123456789abcdef-g1',
  modelId: 'model',
  ending: undefined,
  status: 'InProgress',
  inputS3Uri: '',
  outputS3Uri: '',
  submittedAt: 0,
  counts: { total: 7 }
}

describe('The report', () => {
  it('of a pass that did nothing says so, with what was asked of it', () => {
    const draft = new Draft(requestFor(), 1000)

    const report = draft.report(new Problems(), 3500)

    expect(report).toMatchObject({
      specName: 'shoes',
      specPath: 'spec.yml',
      mode: 'stop',
      status: 'nothing-to-do',
      region: 'us-east-1',
      elapsedMs: 2500
    })
    expect(draft.hasAsked).toBe(false)
  })

  it.each([
    [1, 'done', [expect.stringMatching(/is billed.*asked again only with retry: stopped/)]],
    [0, 'nothing-to-do', []]
  ] as const)('of a stop with %i jobs stopping is %s', (stopping, status, notes) => {
    const draft = new Draft(requestFor(), 0)

    draft.stopped({ jobs: [{ ...job, status: 'Stopping' }], stopping, mayBeUnlisted: true, failure: undefined })

    const report = draft.report(new Problems(), 0)
    expect([report.status, report.notes]).toEqual([status, notes])
    expect(report.open).toMatch(/may not be listed yet: run it again then/)
    expect(report.jobs).toMatchObject([{ jobArn: job.jobArn, status: 'Stopping', records: 7 }])
  })

  it('shows no job name that we did not make', () => {
    const draft = new Draft(requestFor(), 0)

    const jobs = [{ ...job, jobName: '::error::look' }]
    draft.stopped({ jobs, stopping: 1, mayBeUnlisted: false, failure: undefined })

    expect(draft.report(new Problems(), 0).jobs).toMatchObject([{ jobName: 'unknown' }])
  })

  it('of a pass that failed, or that a bug of ours ended, keeps the reason', () => {
    const failure = new Failure('no-disk', 'full')
    const bug = new RangeError('ours')
    const failed = new Draft(requestFor(), 0)
    const crashed = new Draft(requestFor(), 0)

    failed.fail(failure)
    crashed.crash(bug)

    expect(failed.report(new Problems(), 0)).toMatchObject({ status: 'failed', failure })
    expect(crashed.report(new Problems(), 0)).toMatchObject({ status: 'failed', crash: bug })
  })
})

describe('What was asked on demand', () => {
  const run = 'od-0123456789abcdef-g1'
  const asked = { way: 'on-demand', run, jobArns: [], records: 3, left: 0, why: undefined, again: false } as const
  const home = { job: { ...job, jobName: run }, way: 'on-demand', tally: newTally(), remarks: [] } as const
  const prices = (dollarsPerToken: number) => ({
    basis: 'batch, by the spec',
    onDemandBasis: 'on demand, by the spec',
    estimate: () => ({}),
    actual: ({ input }: { input: number }, way: 'batch' | 'on-demand') =>
      input * dollarsPerToken * (way === 'batch' ? 0.5 : 1)
  })

  it.each([
    ['in a run', {}, '', /: too few for a batch job\.$/],
    ['after a deadline', { because: 'their job ran out of time' }, '', /: their job ran out of time\.$/],
    ['in a trial', { mode: 'try' }, '', /: a trial always asks so\.$/],
    ['because the spec says so', {}, 'inference: on-demand\n', /: the spec says inference: on-demand\.$/]
  ] as const)('%s is told with the reason', (_what, more, line, expected) => {
    const { because = 'too few for a batch job', ...request } = more as { because?: string; mode?: 'try' }
    const draft = new Draft({ ...requestFor(line), mode: 'run', ...request }, 0)
    const usage = { input: 100, output: 0 }

    draft.drove(
      {
        jobs: [],
        created: [],
        submissions: [{ ...asked, because }],
        reasons: {},
        unwanted: 0,
        collected: [{ ...home, usage }]
      },
      prices(0.01)
    )

    const { notes } = draft.report(new Problems(), 0)
    expect(notes).toEqual([expect.stringMatching(expected)])
    expect(notes[0]).toContain('3 records were asked on demand for $1.0000, $0.5000 more than a batch would have cost')
  })

  it('tells how many answers nobody asks for any more', () => {
    const draft = new Draft(requestFor(), 0)

    draft.drove({ jobs: [], created: [], submissions: [], reasons: {}, unwanted: 7, collected: [] }, prices(0))

    expect(draft.report(new Problems(), 0).notes).toEqual([expect.stringMatching(/^7 answers .* nobody asks any more/)])
  })

  it('costs what this pass asked, and not what came home of others', () => {
    const draft = new Draft(requestFor(), 0)
    const collected = [
      { ...home, usage: { input: 100, output: 0 } },
      { ...home, job: { ...job, jobName: 'od-fedcba9876543210-g1' }, usage: { input: 700, output: 0 } }
    ]

    draft.drove({ jobs: [], created: [], submissions: [asked], reasons: {}, unwanted: 0, collected }, prices(0.01))

    expect(draft.report(new Problems(), 0).notes[0]).toContain('for $1.0000, $0.5000 more')
  })

  it('names no price where nothing came back', () => {
    const draft = new Draft({ ...requestFor(), mode: 'run' }, 0)
    const submissions = [{ ...asked, records: 1, because: '1 of at least 100' }]

    draft.drove({ jobs: [], created: [], submissions, reasons: {}, unwanted: 0, collected: [] }, prices(0.01))

    expect(draft.report(new Problems(), 0)).toMatchObject({
      notes: ['1 record was asked on demand: 1 of at least 100.'],
      onDemand: { records: 1, kept: 0 },
      cost: { basis: 'on demand, by the spec' }
    })
  })

  it('never costs nothing where it costs something', () => {
    const draft = new Draft(requestFor(), 0)
    const usage = { input: 1, output: 0 }

    draft.drove(
      { jobs: [], created: [], submissions: [asked], reasons: {}, unwanted: 0, collected: [{ ...home, usage }] },
      prices(0.000_01)
    )

    expect(draft.report(new Problems(), 0).notes[0]).toContain('for less than $0.0001, less than $0.0001 more')
  })
})

describe('A spec that could not be read', () => {
  it.each([
    ['a Failure', new Failure('bad-input', 'no spec'), { failure: { code: 'bad-input', message: 'no spec' } }],
    [
      'Problems',
      new ProblemsFound([problem('error', 'wrong')]),
      { failure: { code: 'bad-input' }, problems: [{ message: 'wrong' }] }
    ],
    ['a bug', new TypeError('ours'), { crash: expect.any(TypeError) }]
  ])('for %s has a report of nothing asked', (_what, error, expected) => {
    const report = failedReport('spec.yml', 'run', error)

    expect(report).toMatchObject({ ...expected, status: 'failed', specName: 'spec.yml', rows: { submitted: 0 } })
  })
})
