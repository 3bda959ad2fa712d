import { describe, expect, it } from '@jest/globals'
import {
  nextManifest,
  readManifest,
  writeManifest,
  type Manifest,
  type ManifestJob,
  type PublishedState
} from '../../../src/outputs/manifest.ts'

const job = (name: string, more: Partial<ManifestJob> = {}): ManifestJob => ({
  jobArn: `arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/${name}`,
  jobName: name,
  ending: 'completed',
  records: 100,
  answered: 99,
  failed: 1,
  inputTokens: 1000,
  outputTokens: 200,
  costUsd: 0.1,
  ...more
})
const state: PublishedState = {
  spec: 's',
  model: 'm',
  api: 'InvokeModel',
  family: 'claude',
  complete: true,
  rows: { wanted: 100, answered: 99, failed: 1, edited: 2 },
  failures: [
    { reason: 'refusal', count: 1 },
    { reason: 'max_tokens', count: 3 }
  ],
  files: [{ path: 'o.csv', rows: 99, sha256: 'f'.repeat(64), bytes: 12 }],
  jobs: [job('b'), job('a')]
}

function reread(manifest: Manifest): Manifest | undefined {
  const reading = readManifest(writeManifest(manifest))
  return reading.kind === 'ok' ? reading.manifest : undefined
}

describe('the manifest', () => {
  it('tells the published state and what it took', () => {
    const manifest = nextManifest(undefined, state)

    expect(manifest).toMatchObject({ schema: 1, complete: true, rows: state.rows, files: state.files })
    expect(manifest.failures.map(one => one.reason)).toEqual(['max_tokens', 'refusal'])
    expect(manifest.jobs.map(one => one.jobName)).toEqual(['a', 'b'])
    expect(manifest.totals).toEqual({
      jobs: 2,
      records: 200,
      answered: 198,
      failed: 2,
      inputTokens: 2000,
      outputTokens: 400,
      costUsd: 0.2
    })
  })

  it('is the same for the same state', () => {
    const first = nextManifest(undefined, state)
    const second = nextManifest(reread(first), { ...state, jobs: [] })
    const shuffled = nextManifest(undefined, {
      ...state,
      jobs: [...state.jobs].reverse(),
      failures: [...state.failures].reverse()
    })

    expect(writeManifest(second)).toBe(writeManifest(first))
    expect(writeManifest(shuffled)).toBe(writeManifest(first))
  })

  it('keeps the jobs of earlier passes, adds new ones, and replaces one that is told again', () => {
    const first = nextManifest(undefined, { ...state, jobs: [job('z', { answered: 0 })] })

    const second = nextManifest(reread(first), { ...state, jobs: [job('a'), job('z', { answered: 90 })] })

    expect(second.jobs.map(one => [one.jobName, one.answered])).toEqual([
      ['z', 90],
      ['a', 99]
    ])
    expect(second.totals).toMatchObject({ jobs: 2, answered: 189 })
  })

  it('knows no total cost where the cost of a job is unknown', () => {
    const unpriced = JSON.parse(JSON.stringify({ ...job('a'), costUsd: undefined })) as ManifestJob

    const manifest = nextManifest(undefined, { ...state, jobs: [unpriced, job('b')] })

    expect(manifest.totals).not.toHaveProperty('costUsd')
    expect(reread(manifest)).toEqual(manifest)
  })

  it('adds cents without the errors of binary fractions', () => {
    const jobs = ['a', 'b', 'c'].map(name => job(name, { costUsd: 0.1 }))

    expect(nextManifest(undefined, { ...state, jobs }).totals.costUsd).toBe(0.3)
  })

  it('comes back as it was', () => {
    const manifest = nextManifest(undefined, {
      ...state,
      complete: false,
      api: 'Converse',
      jobs: [job('a', { ending: 'partially-completed' })]
    })

    expect(reread(manifest)).toEqual(manifest)
  })

  it.each([undefined, '', ' \n'])('is absent as %j', text => {
    expect(readManifest(text)).toEqual({ kind: 'absent' })
  })

  it.each([
    ['{"schema": 2}', { kind: 'other-schema', schema: 2 }],
    ['{}', { kind: 'other-schema', schema: undefined }],
    ['[]', { kind: 'unreadable', why: 'it is not a JSON object' }],
    ['<<<<<<< HEAD', { kind: 'unreadable', why: 'it is not a JSON object' }],
    ['{"schema": 1}', { kind: 'unreadable', why: 'expected a string at spec' }],
    [
      writeManifest(nextManifest(undefined, state)).replace('"completed"', '"eaten"'),
      { kind: 'unreadable', why: expect.stringContaining('jobs[0].ending') }
    ],
    [
      writeManifest(nextManifest(undefined, state)).replace('"wanted": 100', '"wanted": "x"'),
      { kind: 'unreadable', why: expect.stringContaining('rows.wanted') }
    ]
  ])('is told apart: %#', (text, expected) => {
    expect(readManifest(text)).toEqual(expected)
  })
})
