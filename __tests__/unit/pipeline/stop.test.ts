import { describe, expect, it } from '@jest/globals'
import { settleMs } from '../../../src/pipeline/observe.ts'
import { stopJobs } from '../../../src/pipeline/stop.ts'
import type { JobFacts, LedgerJob } from '../../../src/ports.ts'
import { Failure } from '../../../src/problems.ts'
import { Outside } from './outside.ts'

const arn = (number: number): string =>
  `arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/${String(number).padStart(12, '0')}`

function job(outside: Outside, number: number, more: Partial<JobFacts> = {}): JobFacts {
  const { specId } = outside.store
  return {
    jobArn: arn(number),
    jobName: `shoes-${specId}-0123456789abcdef-g${number}`,
    modelId: 'model',
    ending: undefined,
    status: 'InProgress',
    inputS3Uri: 's3://b/anywhere',
    outputS3Uri: 's3://b/out/',
    submittedAt: 0,
    counts: {},
    ...more
  }
}

async function stop(outside: Outside, remembered: readonly LedgerJob[] = []): ReturnType<typeof stopJobs> {
  const { cloud, store, log } = outside
  return stopJobs({ cloud, store, log, ledger: { load: async () => remembered } })
}

describe('Stopping', () => {
  it('stops every job of the spec that lives, wherever it reads from, and no other', async () => {
    await using outside = new Outside()
    const stopped: string[] = []
    outside.jobs.all.push(
      job(outside, 1),
      job(outside, 2, { ending: 'completed', status: 'Completed' }),
      job(outside, 3),
      job(outside, 4, { jobName: `somebody-${outside.store.specId}-is-not-us` })
    )
    outside.jobs.stop = async jobArn => {
      stopped.push(jobArn)
      if (jobArn !== arn(3)) return 'stopping'
      outside.jobs.all[2] = job(outside, 3, { ending: 'completed', status: 'Completed' })
      return 'over'
    }

    const { jobs, stopping, mayBeUnlisted } = await stop(outside)

    expect(stopped).toEqual([arn(1), arn(3)])
    expect(jobs.map(({ jobArn, status }) => [jobArn, status])).toEqual([[arn(1), 'Stopping']])
    expect([stopping, mayBeUnlisted]).toEqual([1, false])
    expect(outside.log.lines).toEqual([`stopping ${arn(1)}`, `${arn(3)} had ended already`])
  })

  it('counts a job that is being stopped already, and asks nothing of it', async () => {
    await using outside = new Outside()
    outside.jobs.all.push(job(outside, 1, { status: 'Stopping' }))
    outside.jobs.stop = async () => Promise.reject(new Error('asked'))

    const { jobs, stopping } = await stop(outside)

    expect([jobs.length, stopping]).toEqual([1, 1])
  })

  it('finds a job that is not listed yet by what an earlier workflow run wrote down, and none of somebody else', async () => {
    await using outside = new Outside()
    const fresh = job(outside, 1)
    const foreign = job(outside, 2, { jobName: 'boots-00000000-0123456789abcdef-g1' })
    outside.jobs.get = async jobArn => [fresh, foreign].find(one => one.jobArn === jobArn)
    outside.jobs.stop = async () => 'stopping'

    const { jobs } = await stop(outside, [fresh, foreign])

    expect(jobs).toMatchObject([{ jobArn: arn(1), status: 'Stopping' }])
  })

  it('says for ten minutes after something was staged that its job may not be listed yet', async () => {
    await using outside = new Outside()
    await outside.bucket.put(outside.store.keys.input('0123456789abcdef-g1'), 'x')

    const young = await stop(outside)
    outside.clock.time += settleMs + 1000
    const old = await stop(outside)
    outside.bucket.trouble = () => {
      throw new Failure('access-denied', 'no list')
    }
    const unseen = await stop(outside)

    expect([young, old, unseen].map(({ mayBeUnlisted }) => mayBeUnlisted)).toEqual([true, false, true])
  })

  it('tries all, whatever becomes of one, and says at the end which were not stopped', async () => {
    await using outside = new Outside()
    outside.jobs.all.push(job(outside, 1), job(outside, 2), job(outside, 3))
    outside.jobs.stop = async jobArn => {
      if (jobArn === arn(1)) throw new Failure('access-denied', 'not this one', { remedy: 'Allow it.' })
      return jobArn === arn(2) ? 'stopping' : 'over'
    }

    const { jobs, stopping, failure } = await stop(outside)

    expect(jobs.map(({ status }) => status)).toEqual(['InProgress', 'Stopping', 'InProgress'])
    expect(stopping).toBe(1)
    expect(failure).toMatchObject({
      code: 'access-denied',
      message: '2 of 3 jobs could not be stopped: not this one',
      remedy: 'Allow it.'
    })
  })
})
