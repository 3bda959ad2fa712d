import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { advance } from '../../../src/jobs/state.ts'
import type { Job, JobEvent } from '../../../src/jobs/state.ts'

const shard = { name: '0123456789abcdef-g1', jobName: 'x', records: 3 }
const staged: Job = { status: 'staged', shard, stagedAt: 1 }
const created: JobEvent = { kind: 'created', jobArn: 'arn', at: 2 }
const ended: JobEvent = { kind: 'ended', ending: 'completed', counts: { total: 3 } }

describe('a job', () => {
  it('goes from staged to collected', () => {
    const job = [
      created,
      { kind: 'seen', service: 'InProgress', counts: { processed: 1 } } as const,
      ended,
      { kind: 'collected' } as const
    ].reduce(advance, staged)

    expect(job).toEqual({
      status: 'collected',
      shard,
      jobArn: 'arn',
      submittedAt: 2,
      ending: 'completed',
      counts: { total: 3 }
    })
  })

  it('never goes back, whatever news comes twice or late', () => {
    const order = ['staged', 'running', 'ended', 'collected']
    const event = fc.constantFrom<JobEvent>(
      created,
      ended,
      { kind: 'collected' },
      { kind: 'seen', service: 'Scheduled', counts: {} }
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), events => {
        let job: Job = staged
        for (const one of events) {
          const next = advance(job, one)
          expect(order.indexOf(next.status)).toBeGreaterThanOrEqual(order.indexOf(job.status))
          job = next
        }
      })
    )
  })
})
