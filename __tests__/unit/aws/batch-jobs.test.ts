/** Bedrock's jobs on the wire: what every outcome of Create means, and how a job is told. */
import { describe, expect, it } from '@jest/globals'
import { openBatchJobs } from '../../../src/aws/batch-jobs.ts'
import { clientSettings } from '../../../src/aws/clients.ts'
import type { BatchJobs, Creation, JobRequest } from '../../../src/ports.ts'
import { Failure } from '../../../src/problems.ts'
import { openAws } from './world.ts'
import type { AwsWorld } from './world.ts'

const request: JobRequest = {
  jobName: 'shoes-677f646c-8de78500551c9326-g1',
  clientRequestToken: 'a'.repeat(64),
  modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
  invocationType: 'InvokeModel',
  roleArn: 'arn:aws:iam::123456789012:role/service',
  inputS3Uri: 's3://bedrock-batch-demo/p/in.jsonl',
  outputS3Uri: 's3://bedrock-batch-demo/p/out/',
  timeoutHours: 48,
  tags: { team: 'shoes' }
}

const slow = { schedule: { Submitted: 3_600_000 } }
const jobs = ({ emulator }: AwsWorld): BatchJobs => openBatchJobs(clientSettings(emulator.region, '0'))

describe('Creating a job', () => {
  it('says everything that was asked for', async () => {
    await using world = await openAws(slow)

    const creation = await jobs(world).create(request)

    const [job] = world.emulator.bedrock.jobs
    expect(creation).toEqual({ kind: 'created', jobArn: job?.arn })
    expect(job?.request).toMatchObject({
      jobName: request.jobName,
      clientRequestToken: request.clientRequestToken,
      modelInvocationType: 'InvokeModel',
      timeoutDurationInHours: 48,
      roleArn: request.roleArn
    })
    expect([...(job?.tags ?? [])]).toEqual([['team', 'shoes']])
  })

  it.each<
    [string, Parameters<Awaited<ReturnType<typeof openAws>>['emulator']['faults']['add']>[0]['do'], Creation['kind']]
  >([
    [
      'a name that is taken, in AWS’s one way',
      { status: 400, code: 'ConflictException', message: 'conflict' },
      'name-taken'
    ],
    [
      'a name that is taken, in the other',
      { status: 400, code: 'ValidationException', message: 'The model invocation job name x is already in use.' },
      'name-taken'
    ],
    ['the quota', { status: 400, code: 'ServiceQuotaExceededException', message: 'too many' }, 'later'],
    ['throttling', { status: 429, code: 'ThrottlingException', message: 'too fast' }, 'later'],
    ['a broken service', { status: 500, code: 'InternalServerException', message: 'broken' }, 'unknown'],
    ['no answer', 'drop-before', 'unknown'],
    ['an answer that is lost', 'apply-then-drop', 'unknown'],
    ['half an answer', 'half-body', 'unknown']
  ])('is asked for once, whatever the answer: %s', async (_what, action, kind) => {
    await using world = await openAws(slow)
    world.emulator.faults.add({ when: () => true, times: 1, do: action })

    const creation = await jobs(world).create(request)

    expect(creation.kind).toBe(kind)
    expect(world.emulator.books.requests).toHaveLength(1)
  })

  it.each([
    ['bedrock:CreateModelInvocationJob', 'access-denied'],
    ['iam:PassRole', 'pass-role-denied']
  ])('that AWS definitely refuses is a Failure: no right to %s', async (action, code) => {
    await using world = await openAws({ truth: { deny: [action] } })

    const error: unknown = await jobs(world)
      .create(request)
      .catch((reason: unknown) => reason)

    expect(error).toBeInstanceOf(Failure)
    expect((error as Failure).code).toBe(code)
  })
})

describe('A job', () => {
  it('is told alike by its ARN and by its name', async () => {
    await using world = await openAws(slow)
    await jobs(world).create(request)

    const [listed] = await jobs(world).list('677f646c')
    const got = await jobs(world).get(listed?.jobArn ?? '')

    expect(listed).toMatchObject({
      jobName: request.jobName,
      ending: undefined,
      status: 'Submitted',
      inputS3Uri: request.inputS3Uri,
      outputS3Uri: request.outputS3Uri
    })
    expect(got).toMatchObject({
      jobArn: world.emulator.bedrock.jobs[0]?.arn,
      jobName: request.jobName,
      status: 'Submitted'
    })
    expect(await jobs(world).list('00000000')).toEqual([])
  })

  it('that nobody knows is undefined', async () => {
    await using world = await openAws()

    expect(
      await jobs(world).get('arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/aaaaaaaaaaaa')
    ).toBeUndefined()
  })

  it.each(['ConflictException', 'ValidationException'] as const)(
    'is stopped, and one that is over says so (%s)',
    async stopWhenOver => {
      await using world = await openAws({ ...slow, truth: { stopWhenOver } })
      const creation = await jobs(world).create(request)
      const arn = creation.kind === 'created' ? creation.jobArn : ''

      expect(await jobs(world).stop(arn)).toBe('stopping')
      await world.emulator.bedrock.fail(arn, 'over')

      expect(await jobs(world).stop(arn)).toBe('over')
    }
  )

  it('is listed whole, whatever the number of pages', async () => {
    await using world = await openAws(slow)
    const many = 12
    for (let number = 0; number < many; number++)
      await jobs(world).create({ ...request, jobName: `${request.jobName}${number}`, clientRequestToken: `t${number}` })

    expect(await jobs(world).list('677f646c')).toHaveLength(many)
  })
})
