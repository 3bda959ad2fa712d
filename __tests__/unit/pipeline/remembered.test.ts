import { describe, expect, it } from '@jest/globals'
import { jobNameOf } from '../../../src/jobs/names.ts'
import { Remembered } from '../../../src/pipeline/remembered.ts'
import type { JobFacts } from '../../../src/ports.ts'
import { Failure } from '../../../src/problems.ts'
import { Outside } from './outside.ts'

const arn = (number: number, region = 'us-east-1'): string =>
  `arn:aws:bedrock:${region}:123456789012:model-invocation-job/${String(number).padStart(12, 'a')}`

function remembered(...arns: readonly string[]): Remembered {
  return new Remembered(arns.map(jobArn => ({ jobArn, jobName: '', status: '' })))
}

/** Bedrock, as far as single jobs are asked for. */
function bedrock(
  outside: Outside,
  say: (jobArn: string) => JobFacts | undefined
): { asked: string[]; cloud: Outside['cloud'] } {
  const asked: string[] = []
  const get = async (jobArn: string): Promise<JobFacts | undefined> => {
    asked.push(jobArn)
    return say(jobArn)
  }
  return { asked, cloud: { ...outside.cloud, jobs: Object.assign(Object.create(outside.jobs), { get }) } }
}

function job(outside: Outside, jobArn: string, specId = outside.store.specId): JobFacts {
  return {
    jobArn,
    jobName: jobNameOf('shoes', specId, '0123456789abcdef', 1),
    modelId: 'model',
    ending: undefined,
    status: 'InProgress',
    inputS3Uri: 's3://b/x.jsonl',
    outputS3Uri: 's3://b/y/',
    submittedAt: 1,
    counts: {}
  }
}

describe('A remembered job', () => {
  it('is asked for as long as it is not listed', async () => {
    await using outside = new Outside()
    const { asked, cloud } = bedrock(outside, jobArn => job(outside, jobArn))
    const jobs = remembered(arn(1), arn(2))

    const first = await jobs.unlisted(cloud, outside.store.specId, new Set([arn(2)]))
    const second = await jobs.unlisted(cloud, outside.store.specId, new Set([arn(1), arn(2)]))

    expect(first).toEqual([job(outside, arn(1))])
    expect([second, asked, jobs.complaints()]).toEqual([[], [arn(1)], []])
  })

  it.each<[string, string, (outside: Outside) => JobFacts | undefined]>([
    ['no ARN of a job in us-east-1', arn(1, 'eu-west-1'), () => undefined],
    ['no ARN of a job in us-east-1', 'rubbish', () => undefined],
    ['Bedrock knows no such job', arn(1), () => undefined],
    ['Bedrock knows no such job', arn(1), outside => job(outside, arn(2))],
    ['of another spec', arn(1), outside => job(outside, arn(1), 'ffffffff')],
    [
      'these credentials may not see it',
      arn(1),
      () => {
        throw new Failure('access-denied', 'bedrock:GetModelInvocationJob')
      }
    ]
  ])('is asked for once and then forgotten, with a word: %s', async (why, jobArn, say) => {
    await using outside = new Outside()
    const { asked, cloud } = bedrock(outside, () => say(outside))
    const jobs = remembered(jobArn)

    const found = [
      ...(await jobs.unlisted(cloud, outside.store.specId, new Set())),
      ...(await jobs.unlisted(cloud, outside.store.specId, new Set()))
    ]

    expect([found, asked.length <= 1]).toEqual([[], true])
    expect(jobs.complaints()).toEqual([`1 job that an earlier workflow run noted is passed over: ${why}`])
    expect(jobs.complaints()).toEqual([])
  })

  it('that this very pass created is never forgotten', async () => {
    await using outside = new Outside()
    const { asked, cloud } = bedrock(outside, () => undefined)
    const jobs = remembered()
    jobs.add(arn(1))

    await jobs.unlisted(cloud, outside.store.specId, new Set())
    await jobs.unlisted(cloud, outside.store.specId, new Set())

    expect([asked, jobs.complaints()]).toEqual([[arn(1), arn(1)], []])
  })

  it('is left to the next look where Bedrock stumbles, and keeps no pass from its work', async () => {
    await using outside = new Outside()
    let times = 0
    const { cloud } = bedrock(outside, jobArn => {
      if (++times === 1) throw new Failure('service-trouble', 'slow down')
      return job(outside, jobArn)
    })
    const jobs = remembered(arn(1), arn(2))

    const first = await jobs.unlisted(cloud, outside.store.specId, new Set())
    const second = await jobs.unlisted(cloud, outside.store.specId, new Set())

    expect([first.length, second.length, jobs.complaints()]).toEqual([0, 2, []])
  })

  it('is one of a hundred in a look, however many somebody made up', async () => {
    await using outside = new Outside()
    const { asked, cloud } = bedrock(outside, () => undefined)
    const jobs = remembered(...Array.from({ length: 1000 }, (_, number) => arn(number)))

    await jobs.unlisted(cloud, outside.store.specId, new Set())

    expect(asked).toHaveLength(100)
    expect(jobs.complaints()).toEqual([
      '100 jobs that an earlier workflow run noted are passed over: Bedrock knows no such job'
    ])
  })
})
