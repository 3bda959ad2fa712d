import { describe, expect, it } from '@jest/globals'
import { describeWait, duration, longestPause, nextPause, untilDue } from '../../../src/pipeline/progress.ts'
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
  ])('pauses longer and longer, up to a bound: round %i', (round, ms) => {
    expect(nextPause(round, 1e9, 0.5, 60_000)).toBe(ms)
  })

  it('is jittered, and never goes past its end', () => {
    expect(nextPause(0, 1e9, 0, 60_000)).toBe(800)
    expect(nextPause(9, 50, 0.5, 60_000)).toBe(50)
    expect(nextPause(9, -5, 0.5, 60_000)).toBe(0)
  })

  const hour = 3_600_000

  it.each([
    ['nothing', [], 1],
    ['a job in its first hour', [job({ submittedAt: 1 }), job({ submittedAt: 9 * hour + 1 })], 1],
    ['jobs that are older', [job({ submittedAt: 1 }), job({ submittedAt: 9 * hour })], 5],
    ['one that is stopping', [job({ submittedAt: 1, status: 'Stopping' })], 1],
    ['one that has ended beside an old one', [job({ submittedAt: 10 * hour, ending: 'failed' }), job({})], 5]
  ])('pauses as long as is right for %s', (_what, jobs, minutes) => {
    expect(longestPause(jobs, 10 * hour)).toBe(minutes * 60_000)
  })

  it('does not sleep over the instant at which a job is to be stopped', () => {
    const jobs = [job({ submittedAt: 5000 }), job({ submittedAt: 9000 }), job({ submittedAt: 1, ending: 'completed' })]

    expect([4000, 5001, 10_000].map(stopBefore => untilDue(jobs, stopBefore))).toEqual([2000, 4999, Infinity])
    expect(untilDue(jobs, Number.NEGATIVE_INFINITY)).toBe(Infinity)
  })

  it('of a day asks some four hundred times', () => {
    const day = 24 * hour
    let looks = 0
    for (let now = 0; now < day; looks++)
      now += Math.max(1, nextPause(looks, day - now, 0.5, longestPause([job({})], now)))

    expect(looks).toBeGreaterThan(300)
    expect(looks).toBeLessThan(400)
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
