import { describe, expect, it } from '@jest/globals'
import { accountedJobs, nextAccount, totalsOf } from '../../../src/outputs/manifest-jobs.ts'
import type { JobsAccount } from '../../../src/outputs/manifest-jobs.ts'
import { nextManifest, readManifest, writeManifest } from '../../../src/outputs/manifest.ts'
import type { ManifestJob } from '../../../src/outputs/manifest.ts'

const job = (number: number, more: Partial<ManifestJob> = {}): ManifestJob => ({
  jobArn: `arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/${String(number).padStart(12, '0')}`,
  jobName: `job-${String(number).padStart(4, '0')}`,
  ending: 'completed',
  records: 10,
  answered: 9,
  failed: 1,
  inputTokens: 100,
  outputTokens: 20,
  costUsd: 0.01,
  ...more
})

const jobs = (from: number, to: number): ManifestJob[] =>
  Array.from({ length: to - from }, (_, number) => job(from + number))

/** Told a few at a time, as passes do. */
function told(count: number, account?: JobsAccount): JobsAccount | undefined {
  for (let from = 0; from < count; from += 50) account = nextAccount(account, jobs(from, Math.min(count, from + 50)))
  return account
}

describe('The account of jobs', () => {
  it('lists the newest two hundred, and keeps the sum and the ids of those before', () => {
    const account = told(500)!

    expect(account.jobs.map(({ jobName }) => jobName)).toEqual(jobs(300, 500).map(({ jobName }) => jobName))
    expect(account.earlier).toMatchObject({ records: 3000, answered: 2700, failed: 300, costUsd: 3 })
    expect(totalsOf(account)).toMatchObject({ jobs: 500, records: 5000, inputTokens: 50_000, costUsd: 5 })
    expect(accountedJobs(account).size).toBe(500)
  })

  it('counts no job twice that is told again, wherever it stands', () => {
    const account = told(500)!

    const again = nextAccount(account, [job(3, { records: 99 }), job(499, { records: 99 })])

    expect(again.earlier).toEqual(account.earlier)
    expect(totalsOf(again)).toMatchObject({ jobs: 500, records: 5089 })
  })

  it('does not know the cost of the whole where that of an earlier job is not known', () => {
    const account = nextAccount(nextAccount(undefined, [withoutCost(job(0))]), jobs(1, 300))

    expect(account.earlier).not.toHaveProperty('costUsd')
    expect(totalsOf(account)).not.toHaveProperty('costUsd')
  })

  it('names a run on demand by its folder', () => {
    const run = job(0, { jobArn: 's3://b/p/1a2b3c4d/output/od-0123456789abcdef-g1/' })

    expect([...accountedJobs({ jobs: [run] })]).toEqual(['od-0123456789abcdef-g1'])
  })

  it('comes back from the manifest as it was written', () => {
    const state = {
      spec: 's',
      model: 'm',
      api: 'InvokeModel',
      family: 'claude',
      complete: true,
      rows: { wanted: 1, answered: 1, failed: 0, edited: 0 },
      failures: [],
      files: [],
      jobs: jobs(0, 250)
    } as const
    const manifest = nextManifest(undefined, state)

    const reading = readManifest(writeManifest(manifest))

    expect(manifest.earlier?.ids).toHaveLength(50)
    expect(reading).toEqual({ kind: 'ok', manifest })
  })

  it('without a sum that can be read is no manifest', () => {
    const text = JSON.stringify({
      schema: 1,
      spec: 's',
      model: 'm',
      api: 'InvokeModel',
      family: 'f',
      rows: { wanted: 1, answered: 1, failed: 0, edited: 0 },
      failures: [],
      files: [],
      jobs: [],
      earlier: { records: 'many' }
    })

    expect(readManifest(text)).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('earlier.records') })
  })
})

function withoutCost({ costUsd: _cost, ...rest }: ManifestJob): ManifestJob {
  return rest
}
