import { describe, expect, it } from '@jest/globals'
import { GetModelInvocationJobCommand, ListModelInvocationJobsCommand } from '@aws-sdk/client-bedrock'
import { GetCallerIdentityCommand, STSClient, AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts'
import { existsSync } from 'node:fs'
import { parsed, records, refusal, request, rig, role } from './rig.ts'

describe('startEmulator', () => {
  it('takes a job through every status and leaves its answers in S3', async () => {
    await using world = await rig()
    await world.put('in/a.jsonl', records(20))
    const arn = await world.create('happy')

    const seen = [await world.status(arn)]
    for (let i = 0; i < 6; i++) {
      await world.clock.advance(300)
      seen.push(await world.status(arn))
    }
    const id = arn.split('/').at(-1) ?? ''
    const lines = parsed(await world.read(`out/${id}/a.jsonl.out`))

    expect(seen).toEqual([
      'Submitted',
      'Validating',
      'Scheduled',
      'InProgress',
      'InProgress',
      'InProgress',
      'Completed'
    ])
    expect(lines.map(line => line['recordId']).sort()).toEqual(Array.from({ length: 20 }, (_, i) => `R${i}`).sort())
    expect(lines.map(line => line['recordId'])).not.toEqual(Array.from({ length: 20 }, (_, i) => `R${i}`))
    expect(JSON.parse(await world.read(`out/${id}/manifest.json.out`))).toMatchObject({
      totalRecordCount: 20,
      successRecordCount: 20,
      errorRecordCount: 0
    })
  })

  it('counts while the job runs', async () => {
    await using world = await rig()
    await world.put('in/a.jsonl', records(90))
    const arn = await world.create('counting')

    await world.clock.advance(900 + 300)
    const job = await world.bedrock.send(new GetModelInvocationJobCommand({ jobIdentifier: arn }))

    expect(job).toMatchObject({
      status: 'InProgress',
      totalRecordCount: 90,
      processedRecordCount: 30,
      successRecordCount: 30
    })
  })

  it('writes what AWS would have charged into the books, once per question', async () => {
    await using world = await rig()
    await world.put('in/a.jsonl', records(4))

    await world.create('first')
    await world.create('second')
    await world.clock.advance(10_000)

    expect(world.emulator.books.charged()).toMatchObject({ jobs: 2, records: 8, errors: 0 })
    expect([...world.emulator.books.paid(2)].map(one => one.times)).toEqual([2, 2, 2, 2])
  })

  it('assumes a role by an ID token of its own GitHub', async () => {
    await using world = await rig()
    const environment = world.emulator.environment({ keys: false })
    const asked = await fetch(`${environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''}&audience=sts.amazonaws.com`, {
      headers: { authorization: `Bearer ${environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''}` }
    })
    const { value } = (await asked.json()) as { value: string }
    const sts = new STSClient({ endpoint: world.emulator.url, region: 'us-east-1' })

    const { Credentials } = await sts.send(
      new AssumeRoleWithWebIdentityCommand({ RoleArn: role, RoleSessionName: 'batch', WebIdentityToken: value })
    )
    const known = new STSClient({
      endpoint: world.emulator.url,
      region: 'us-east-1',
      credentials: {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken ?? ''
      }
    })
    const identity = await known.send(new GetCallerIdentityCommand({}))

    expect(identity.Arn).toBe('arn:aws:sts::123456789012:assumed-role/bedrock/batch')
    await world.clock.advance(301_000)
    await expect(
      sts.send(
        new AssumeRoleWithWebIdentityCommand({ RoleArn: role, RoleSessionName: 'batch', WebIdentityToken: value })
      )
    ).rejects.toThrow(/expired/i)
  })

  it('refuses keys it does not know, in words of Bedrock', async () => {
    await using world = await rig()
    world.emulator.credentials.forget('AKIAEMULATOREXAMPLE0')

    const refused = await refusal(world.bedrock.send(new ListModelInvocationJobsCommand({})))

    expect(refused).toEqual({
      name: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
      status: 403
    })
  })

  it('numbers requests and tells its hooks of every phase', async () => {
    await using world = await rig()
    const told: string[] = []
    world.emulator.onRequest((info, phase) => void told.push(`${info.number} ${info.operation} ${phase}`))

    await world.put('in/a.jsonl', 'x')
    await world.keys('in/')
    await new Promise(resolve => setTimeout(resolve, 20))

    expect(told).toEqual([
      '1 PutObject before',
      '1 PutObject applied',
      '1 PutObject answered',
      '2 ListObjectsV2 before',
      '2 ListObjectsV2 applied',
      '2 ListObjectsV2 answered'
    ])
  })

  it.each([
    { fault: 'drop-before' as const, jobs: 0 },
    { fault: 'apply-then-drop' as const, jobs: 1 },
    { fault: 'half-body' as const, jobs: 1 }
  ])('$fault leaves $jobs jobs and no answer', async ({ fault, jobs }) => {
    await using world = await rig()
    await world.put('in/a.jsonl', records(2))
    world.emulator.faults.add({ when: info => info.operation === 'CreateModelInvocationJob', times: 1, do: fault })

    await expect(world.create('cut-off')).rejects.toThrow()

    expect(world.emulator.bedrock.jobs).toHaveLength(jobs)
    expect(world.emulator.books.requests.at(-1)?.fault).toBe(fault)
  })

  it('applies a create that was cut off later, as a zombie', async () => {
    await using world = await rig({ truth: { zombieCreateMs: 30_000 } })
    await world.put('in/a.jsonl', records(2))
    world.emulator.faults.add({
      when: info => info.operation === 'CreateModelInvocationJob',
      times: 1,
      do: 'apply-then-drop'
    })
    await expect(world.create('zombie')).rejects.toThrow()

    await world.clock.advance(29_000)
    const before = world.emulator.bedrock.jobs.length
    await world.clock.advance(2_000)

    expect([before, world.emulator.bedrock.jobs.length]).toEqual([0, 1])
  })

  it('gives an error of the service itself when a fault says so', async () => {
    await using world = await rig()
    world.emulator.faults.add({ when: 1, do: { status: 429, code: 'ThrottlingException', message: 'Rate exceeded' } })

    const refused = await refusal(world.bedrock.send(new ListModelInvocationJobsCommand({})))

    expect(refused).toEqual({ name: 'ThrottlingException', message: 'Rate exceeded', status: 429 })
  })

  it('breaks the connection where a hook drops', async () => {
    await using world = await rig()
    world.emulator.onRequest((_info, phase) => (phase === 'before' ? 'drop' : undefined))

    await expect(world.bedrock.send(new ListModelInvocationJobsCommand({}))).rejects.toThrow()

    expect(world.emulator.books.requests).toMatchObject([{ operation: 'ListModelInvocationJobs' }])
    expect(world.emulator.books.requests[0]).not.toHaveProperty('status')
  })

  it('removes its temporary folder at the end', async () => {
    const world = await rig()
    const { folder } = world.emulator
    await world.put('in/a.jsonl', records(2))
    const there = existsSync(folder)

    await world[Symbol.asyncDispose]()

    expect([there, existsSync(folder)]).toEqual([true, false])
  })

  it('gives a new run environment tokens of that run', async () => {
    await using world = await rig()

    const environment = world.emulator.environment({ runId: 77, runAttempt: 2, keys: false, extra: { MINE: '1' } })

    expect(environment).toMatchObject({ GITHUB_RUN_ID: '77', GITHUB_RUN_ATTEMPT: '2', MINE: '1' })
    expect(environment).not.toHaveProperty('AWS_ACCESS_KEY_ID')
    expect(world.emulator.github.project.runs.get(77)).toMatchObject({ attempt: 2, status: 'in_progress' })
  })

  it('refuses what truth.deny forbids, in the words of IAM', async () => {
    await using world = await rig({ truth: { deny: ['iam:PassRole'] } })

    const refused = await refusal(world.create(request('denied').jobName ?? ''))

    expect(refused).toEqual({
      name: 'AccessDeniedException',
      status: 403,
      message:
        'User: arn:aws:iam::123456789012:user/emulator is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/bedrock because no identity-based policy allows the iam:PassRole action'
    })
  })
})
