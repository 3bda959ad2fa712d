import { expect, it } from '@jest/globals'
import { OpenJobs } from '../../../src/pipeline/open-jobs.ts'
import { Watch } from '../../../src/pipeline/watch.ts'
import type { LedgerJob } from '../../../src/ports.ts'
import { ready } from './drives.ts'
import { Outside } from './outside.ts'

const job = (number: number): LedgerJob => ({
  jobArn: `arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/${String(number).padStart(12, '0')}`,
  jobName: `job-${number}`,
  status: 'Submitted'
})

it('A new job is noted at once with those before it, and a list that did not change is saved once', async () => {
  await using outside = new Outside()
  const noted: number[] = []
  const { work, saved } = ready(outside, 1)
  const ledger = { ...work.ledger, note: (_specId: string, jobs: readonly LedgerJob[]) => void noted.push(jobs.length) }
  const open = new OpenJobs(ledger, 'specid', new Watch(work))

  open.add({ ...job(1), records: 3 })
  open.add({ ...job(2), records: 3 })
  await open.save()
  await open.save()

  expect(noted).toEqual([1, 2])
  expect(saved).toEqual([[job(1), job(2)]])
})

it('What an earlier workflow run wrote down is not saved again, and what it wrote too much is taken away', async () => {
  await using outside = new Outside()
  const { work, saved } = ready(outside, 1)
  const watch = new Watch({ ...work, ledger: { ...work.ledger, load: async () => [job(1)] } })
  const open = new OpenJobs(work.ledger, 'specid', watch)

  await watch.look()
  await open.save()
  await open.save()

  expect(saved).toEqual([[]])
})
