import { expect, it } from '@jest/globals'
import { stopJobs } from '../../../src/pipeline/stop.ts'
import type { JobFacts } from '../../../src/ports.ts'
import { Outside } from './outside.ts'

function job(outside: Outside, number: number, more: Partial<JobFacts> = {}): JobFacts {
  const { specId } = outside.store
  return {
    jobArn: `arn:${number}`,
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

it('Every job of the spec that lives is stopped, wherever it reads from, and no other', async () => {
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
    return jobArn === 'arn:3' ? 'over' : 'stopping'
  }

  const { jobs, stopping } = await stopJobs(outside.cloud, outside.store.specId, outside.log)

  expect(stopped).toEqual(['arn:1', 'arn:3'])
  expect([jobs.length, stopping]).toEqual([3, 1])
  expect(outside.log.lines).toEqual(['stopping arn:1', 'arn:3 had ended already'])
})
