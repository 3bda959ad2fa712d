import { describe, expect, it } from '@jest/globals'
import {
  GetModelInvocationJobCommand,
  ListModelInvocationJobsCommand,
  type ListModelInvocationJobsCommandInput,
  ListTagsForResourceCommand,
  StopModelInvocationJobCommand,
  TagResourceCommand,
  UntagResourceCommand
} from '@aws-sdk/client-bedrock'
import type { Truth } from '../../../../src/emulator/bedrock/truth.ts'
import { bucket, claudeBody, parsed, records, refusal, request, rig, start, type Rig } from '../rig.ts'

async function ready(truth: Partial<Truth> = {}, count = 2): Promise<Rig> {
  const world = await rig({ truth })
  await world.put('in/a.jsonl', records(count))
  return world
}

describe('CreateModelInvocationJob', () => {
  it.each([
    {
      with: { jobName: 'under_score' },
      says: /^1 validation error detected: Value 'under_score' at 'jobName' failed to satisfy constraint: Member must satisfy regular expression pattern: /
    },
    { with: { jobName: 'x'.repeat(64) }, says: /Member must have length less than or equal to 63$/ },
    { with: { roleArn: 'arn:aws:iam::1:role/x' }, says: /at 'roleArn' failed/ },
    { with: { clientRequestToken: 'a-' }, says: /at 'clientRequestToken' failed/ },
    { with: { timeoutDurationInHours: 169 }, says: /Member must have value less than or equal to 168$/ },
    {
      with: { modelInvocationType: 'Chat' as never },
      says: /Member must satisfy enum value set: \[InvokeModel, Converse\]$/
    },
    {
      with: { inputDataConfig: { s3InputDataConfig: { s3Uri: `s3://${bucket}/with space` } } },
      says: /at 'inputDataConfig.s3InputDataConfig.s3Uri' failed/
    },
    { with: { tags: [{ key: 'a', value: 'b?' }] }, says: /at 'tags.1.member.value' failed/ },
    {
      with: { vpcConfig: { subnetIds: [], securityGroupIds: ['sg-1'] } },
      says: /at 'vpcConfig.subnetIds' failed.*greater than or equal to 1$/
    },
    {
      with: { modelId: 'amazon.titan-text-express-v1' },
      says: /^Batch inference is not supported for the requested model$/
    },
    { with: { modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' }, says: /on-demand throughput isn’t supported/ },
    { with: { modelId: 'nobody.knows-v1:0' }, says: /^The provided model identifier is invalid\.$/ }
  ])('refuses $with', async ({ with: more, says }) => {
    await using world = await rig()

    const refused = await refusal(world.create('fine', more))

    expect(refused).toMatchObject({ name: 'ValidationException', status: 400 })
    expect(refused.message).toMatch(says)
  })

  it('answers a token that it remembers with the same job', async () => {
    await using world = await ready()

    const first = await world.create('one', { clientRequestToken: 'token' })
    const second = await world.create('other', { clientRequestToken: 'token' })

    expect(second).toBe(first)
    expect(world.emulator.bedrock.jobs).toHaveLength(1)
  })

  it('can call a token with another request a conflict', async () => {
    await using world = await ready({ tokenWithOtherRequest: 'conflict' })
    await world.create('one', { clientRequestToken: 'token' })

    const refused = await refusal(world.create('other', { clientRequestToken: 'token' }))

    expect(refused).toMatchObject({ name: 'ConflictException', status: 400 })
  })

  it.each([
    { tokensRemembered: 'never', laterMs: 0, jobs: 2 },
    { tokensRemembered: '10min', laterMs: 9 * 60_000, jobs: 1 },
    { tokensRemembered: '10min', laterMs: 10 * 60_000, jobs: 2 },
    { tokensRemembered: '8h', laterMs: 7 * 3_600_000, jobs: 1 },
    { tokensRemembered: 'forever', laterMs: 400 * 86_400_000, jobs: 1 }
  ] as const)(
    'remembers tokens $tokensRemembered: $jobs jobs after $laterMs ms',
    async ({ tokensRemembered, laterMs, jobs }) => {
      await using world = await ready({ tokensRemembered, duplicateNames: 'allowed' })
      await world.create('one', { clientRequestToken: 'token' })
      await world.clock.advance(laterMs)

      await world.create('one', { clientRequestToken: 'token' })

      expect(world.emulator.bedrock.jobs).toHaveLength(jobs)
    }
  )

  it.each([
    { duplicateNames: 'allowed', living: 'taken', over: 'taken' },
    { duplicateNames: 'refused-while-active', living: 'ConflictException', over: 'taken' },
    { duplicateNames: 'refused-forever', living: 'ConflictException', over: 'ConflictException' }
  ] as const)('duplicate names $duplicateNames', async ({ duplicateNames, living, over }) => {
    await using world = await ready({ duplicateNames })
    await world.create('one')
    const again = async (): Promise<string> =>
      world.create('one').then(
        () => 'taken',
        (error: unknown) => (error as Error).name
      )

    const whileLiving = await again()
    await world.clock.advance(10_000)
    const whenOver = await again()

    expect([whileLiving, whenOver]).toEqual([living, over])
  })

  it('can say Validation for a duplicate name', async () => {
    await using world = await ready({ duplicateNameError: 'ValidationException' })
    await world.create('one')

    const refused = await refusal(world.create('one'))

    expect(refused).toMatchObject({
      name: 'ValidationException',
      message: 'The model invocation job name one is already in use.'
    })
  })

  it('refuses more jobs than the quota of the model', async () => {
    await using world = await rig({ quotas: { activeJobs: 1 } })
    await world.create('one')

    const refused = await refusal(world.create('two'))

    expect(refused).toMatchObject({ name: 'ServiceQuotaExceededException', status: 400 })
  })

  it('can notice too few records at once', async () => {
    await using world = await ready({ tooFew: 'create' }, 1)

    const refused = await refusal(world.create('one'))

    expect(refused.message).toMatch(/less records \(1\) than the required minimum of: 2/)
    expect(world.emulator.bedrock.jobs).toEqual([])
  })
})

describe('GetModelInvocationJob', () => {
  it('finds a job by its ARN and by its id, and no other', async () => {
    await using world = await ready()
    const arn = await world.create('one')

    const byId = await world.bedrock.send(new GetModelInvocationJobCommand({ jobIdentifier: arn.split('/').at(-1) }))
    const unknown = await refusal(
      world.bedrock.send(new GetModelInvocationJobCommand({ jobIdentifier: 'abcdefghijkl' }))
    )
    const named = await refusal(world.bedrock.send(new GetModelInvocationJobCommand({ jobIdentifier: 'one' })))

    expect(byId).toMatchObject({ jobArn: arn, jobName: 'one', submitTime: new Date(start), timeoutDurationInHours: 24 })
    expect(unknown).toMatchObject({ name: 'ResourceNotFoundException', status: 404 })
    expect(named.name).toBe('ValidationException')
  })
})

describe('ListModelInvocationJobs', () => {
  async function three(truth: Partial<Truth> = {}): Promise<Rig> {
    const world = await ready(truth)
    for (const name of ['a-g1', 'a-g10', 'b-g1']) {
      await world.create(name)
      await world.clock.advance(60_000)
    }
    return world
  }
  async function names(world: Rig, query: ListModelInvocationJobsCommandInput): Promise<string[]> {
    const { invocationJobSummaries } = await world.bedrock.send(new ListModelInvocationJobsCommand(query))
    return (invocationJobSummaries ?? []).map(one => one.jobName ?? '')
  }

  it.each([
    { query: {}, found: ['b-g1', 'a-g10', 'a-g1'] },
    { query: { sortBy: 'CreationTime', sortOrder: 'Ascending' }, found: ['a-g1', 'a-g10', 'b-g1'] },
    { query: { nameContains: 'a-g1' }, found: ['a-g10', 'a-g1'] },
    { query: { statusEquals: 'Completed' }, found: ['b-g1', 'a-g10', 'a-g1'] },
    { query: { statusEquals: 'Failed' }, found: [] },
    { query: { submitTimeAfter: new Date(start + 1000) }, found: ['b-g1', 'a-g10'] },
    { query: { submitTimeBefore: new Date(start + 61_000) }, found: ['a-g10', 'a-g1'] }
  ] as const)('answers $query', async ({ query, found }) => {
    await using world = await three()

    expect(await names(world, query)).toEqual(found)
  })

  it('gives pages', async () => {
    await using world = await three()

    const first = await world.bedrock.send(new ListModelInvocationJobsCommand({ maxResults: 2 }))
    const second = await names(world, { maxResults: 2, nextToken: first.nextToken ?? '' })

    expect(first.invocationJobSummaries?.map(one => one.jobName)).toEqual(['b-g1', 'a-g10'])
    expect(second).toEqual(['a-g1'])
  })

  it('can lag behind', async () => {
    await using world = await rig({ truth: { listLagMs: 5000 } })
    await world.create('one')

    const early = await names(world, {})
    await world.clock.advance(5000)
    const later = await names(world, {})

    expect([early, later]).toEqual([[], ['one']])
  })

  it('refuses what is no query', async () => {
    await using world = await rig()

    const refused = await refusal(
      world.bedrock.send(new ListModelInvocationJobsCommand({ maxResults: 0, nameContains: 'a_b' }))
    )

    expect(refused.message).toMatch(/^2 validation errors detected: /)
  })
})

describe('StopModelInvocationJob', () => {
  it('stops a running job with the answers it has', async () => {
    await using world = await ready({}, 90)
    const arn = await world.create('one')
    await world.clock.advance(900 + 300)

    await world.bedrock.send(new StopModelInvocationJobCommand({ jobIdentifier: arn }))
    const meanwhile = await world.status(arn)
    await world.clock.advance(300)
    const job = await world.bedrock.send(new GetModelInvocationJobCommand({ jobIdentifier: arn }))

    expect(meanwhile).toBe('Stopping')
    expect(job).toMatchObject({ status: 'Stopped', totalRecordCount: 90, processedRecordCount: 30 })
    expect(parsed(await world.read(`out/${arn.split('/').at(-1) ?? ''}/a.jsonl.out`))).toHaveLength(30)
    expect(world.emulator.books.charged().records).toBe(30)
  })

  it.each(['ConflictException', 'ValidationException'] as const)(
    'refuses with %s when the job is over',
    async stopWhenOver => {
      await using world = await ready({ stopWhenOver })
      const arn = await world.create('one')
      await world.clock.advance(10_000)

      const refused = await refusal(world.bedrock.send(new StopModelInvocationJobCommand({ jobIdentifier: arn })))

      expect(refused).toMatchObject({ name: stopWhenOver, status: 400 })
    }
  )
})

describe('tags', () => {
  it('are set with the job, added, removed and listed', async () => {
    await using world = await ready()
    const resourceARN = await world.create('one', {
      tags: [
        { key: 'a', value: '1' },
        { key: 'b', value: '2' }
      ]
    })

    await world.bedrock.send(new TagResourceCommand({ resourceARN, tags: [{ key: 'c', value: '3' }] }))
    await world.bedrock.send(new UntagResourceCommand({ resourceARN, tagKeys: ['a'] }))
    const { tags } = await world.bedrock.send(new ListTagsForResourceCommand({ resourceARN }))

    expect(tags).toEqual([
      { key: 'b', value: '2' },
      { key: 'c', value: '3' }
    ])
  })

  it('are at most fifty', async () => {
    await using world = await ready()
    const resourceARN = await world.create('one')
    const tags = Array.from({ length: 51 }, (_, i) => ({ key: `k${i}`, value: '' }))

    const refused = await refusal(world.bedrock.send(new TagResourceCommand({ resourceARN, tags })))

    expect(refused.name).toBe('TooManyTagsException')
  })
})

describe('a request', () => {
  it('that is well is taken', async () => {
    await using world = await ready()

    const arn = await world.create(request('Job.1+x-2').jobName ?? '', {
      timeoutDurationInHours: 24,
      modelInvocationType: 'InvokeModel'
    })

    expect(arn).toMatch(/^arn:aws:bedrock:us-east-1:123456789012:model-invocation-job\/[a-z0-9]{12}$/)
  })

  it('that asks Converse of records for InvokeModel completes with every record failed', async () => {
    await using world = await rig()
    await world.put(
      'in/a.jsonl',
      records(3, () => claudeBody('hello'))
    )
    const arn = await world.create('wrong-type', { modelInvocationType: 'Converse' })

    await world.clock.advance(10_000)
    const job = await world.bedrock.send(new GetModelInvocationJobCommand({ jobIdentifier: arn }))

    expect(job).toMatchObject({ status: 'Completed', successRecordCount: 0, errorRecordCount: 3 })
  })
})
