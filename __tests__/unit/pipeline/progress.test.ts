import { describe, expect, it } from '@jest/globals'
import { describeWait, duration, nextPause } from '../../../src/pipeline/progress.ts'
import type { JobFacts } from '../../../src/ports.ts'

const job = (facts: Partial<JobFacts>): JobFacts => ({
  ...{
    jobArn: 'a',
    jobName: 'n',
    modelId: 'm',
    ending: undefined,
    status: 'InProgress',
    inputS3Uri: '',
    outputS3Uri: '',
    submittedAt: 0,
    counts: {}
  },
  ...facts
})

describe('A wait', () => {
  it.each([
    [0, 1000],
    [3, 3375],
    [100, 60_000]
  ])('pauses longer and longer, a minute at most: round %i', (round, ms) => {
    expect(nextPause(round, 1e9, 0.5)).toBe(ms)
  })

  it('is jittered, and never goes past its end', () => {
    expect(nextPause(0, 1e9, 0)).toBe(800)
    expect(nextPause(9, 50, 0.5)).toBe(50)
    expect(nextPause(9, -5, 0.5)).toBe(0)
  })

  it('is told in one line, of the jobs that live', () => {
    const jobs = [
      job({ counts: { total: 10, processed: 4, success: 3, error: 1 } }),
      job({ status: 'Validating' }),
      job({ ending: 'completed', status: 'Completed', counts: { total: 99, processed: 99 } })
    ]

    expect(describeWait(jobs, 200_000)).toBe(
      '1 InProgress, 1 Validating · 4 of 10 records processed · 3 good, 1 with errors · 3 min 20 s'
    )
  })

  it('counts what this pass put into a job until Bedrock does, and says no total that nobody knows', () => {
    const jobs = [job({ status: 'Validating', counts: { total: 0 } }), job({ jobArn: 'b', status: 'Submitted' })]

    expect(describeWait(jobs, 0, [{ jobArn: 'a', records: 7 }])).toContain('· 0 of 7 records processed ·')
    expect(describeWait(jobs, 0)).toContain('· 0 records processed ·')
  })

  it.each([
    [12_000, '12 s'],
    [61_000, '1 min 01 s'],
    [3_840_000, '1 h 04 min']
  ])('of %i ms is %s', (ms, words) => {
    expect(duration(ms)).toBe(words)
  })
})
