import { describe, expect, it } from '@jest/globals'
import { DeleteObjectCommand } from '@aws-sdk/client-s3'
import { GetModelInvocationJobCommand } from '@aws-sdk/client-bedrock'
import type { EmulatorOptions } from '../../../../src/emulator/emulator.ts'
import type { JsonMap } from '../../../../src/emulator/json.ts'
import { bucket, parsed, records, rig, type Rig } from '../rig.ts'

async function ended(world: Rig, arn: string): Promise<{ status: string | undefined; message: string | undefined }> {
  await world.clock.advance(10_000)
  const { status, message } = await world.bedrock.send(new GetModelInvocationJobCommand({ jobIdentifier: arn }))
  return { status, message }
}

const outputOf = (arn: string): string => `out/${arn.split('/').at(-1) ?? ''}/a.jsonl.out`

describe('validation', () => {
  it.each([
    { name: 'too few records', body: records(1), says: /less records \(1\) than the required minimum of: 2/ },
    {
      name: 'a line that is no object',
      body: `${records(2)}[1]\n`,
      says: /^Line 3 of the input file .* is not a JSON object/
    },
    { name: 'a cut line', body: records(3).slice(0, -20), says: /^Line 3 .* is not a JSON object/ },
    {
      name: 'a record without modelInput',
      body: `${records(2)}{"recordId":"x"}\n`,
      says: /^Line 3 .* has no modelInput/
    },
    { name: 'an empty file', body: '', says: /less records \(0\)/ },
    { name: 'too many records', body: records(6), says: /more records|has 6 records/ },
    {
      name: 'too many bytes',
      body: records(4, () => ({ long: 'x'.repeat(4000) })),
      says: /more than the quota of 10000 bytes/
    }
  ])('fails a job with $name', async ({ body, says }) => {
    await using world = await rig({ quotas: { minimumRecords: 2, maximumRecords: 5, maximumFileBytes: 10_000 } })
    await world.put('in/a.jsonl', body)

    const { status, message } = await ended(world, await world.create('bad'))

    expect(status).toBe('Failed')
    expect(message).toMatch(says)
    expect(world.emulator.books.charged().records).toBe(0)
  })

  it.each([
    { options: { truth: { serviceRole: 'cannot-read' } }, says: /does not have permission to access the S3 bucket/ },
    { options: { truth: { serviceRole: 'not-assumable' } }, says: /unable to assume the provided role/ },
    { options: { truth: { serviceRole: 'cannot-invoke' } }, says: /^Customer doesn't have permissions to invokeModel$/ }
  ] as { options: EmulatorOptions; says: RegExp }[])(
    'fails a job whose role is $options',
    async ({ options, says }) => {
      await using world = await rig(options)
      await world.put('in/a.jsonl', records(2))

      const { status, message } = await ended(world, await world.create('role'))

      expect(status).toBe('Failed')
      expect(message).toMatch(says)
    }
  )

  it('fails a job whose bucket is elsewhere', async () => {
    await using world = await rig()
    world.emulator.buckets.createBucket('far-away', { region: 'eu-west-1' })
    await world.emulator.buckets.put('far-away', 'a.jsonl', records(2))

    const { message } = await ended(
      world,
      await world.create('far', { inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://far-away/a.jsonl' } } })
    )

    expect(message).toMatch(/far-away is in region eu-west-1; it must be in the region of the job, us-east-1/)
  })

  it('fails a late zombie whose input was removed', async () => {
    await using world = await rig()
    await world.put('in/a.jsonl', records(2))
    const arn = await world.create('dead')
    await world.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'in/a.jsonl' }))

    const { status, message } = await ended(world, arn)

    expect([status, message]).toEqual([
      'Failed',
      `No file with the extension .jsonl was found at s3://${bucket}/in/a.jsonl.`
    ])
  })

  it('takes every .jsonl below a folder and keeps its name below the output', async () => {
    await using world = await rig()
    await world.put('many/one.jsonl', records(3))
    await world.put('many/deep/two.jsonl', records(2))
    await world.put('many/readme.txt', 'not a record')

    const arn = await world.create('folder', {
      inputDataConfig: { s3InputDataConfig: { s3Uri: `s3://${bucket}/many/` } }
    })
    await world.clock.advance(10_000)
    const id = arn.split('/').at(-1) ?? ''

    expect(await world.keys('out/')).toEqual([
      `out/${id}/deep/two.jsonl.out`,
      `out/${id}/manifest.json.out`,
      `out/${id}/one.jsonl.out`
    ])
  })
})

describe('ends by hand', () => {
  async function running(options: EmulatorOptions = {}): Promise<Rig & { arn: string }> {
    const world = await rig(options)
    await world.put('in/a.jsonl', records(10))
    const arn = await world.create('job')
    return { ...world, arn }
  }

  it('finishes a job that has not begun', async () => {
    await using world = await running()
    const { arn } = world

    await world.emulator.bedrock.finish(arn)

    expect(await world.status(arn)).toBe('Completed')
    expect(parsed(await world.read(outputOf(arn)))).toHaveLength(10)
  })

  it.each([
    { unprocessed: 'absent', lines: 4, expired: 0 },
    { unprocessed: 'expired', lines: 10, expired: 6 }
  ] as const)(
    'ends it partially: records that were not reached are $unprocessed',
    async ({ unprocessed, lines, expired }) => {
      await using world = await running({ truth: { unprocessed } })
      const { arn } = world

      await world.emulator.bedrock.partial(arn, 0.4)
      const output = parsed(await world.read(outputOf(arn)))

      expect(await world.status(arn)).toBe('PartiallyCompleted')
      expect(output).toHaveLength(lines)
      expect(output.filter(line => JSON.stringify(line['error'] ?? '').includes('"expired":true'))).toHaveLength(
        expired
      )
      expect(world.emulator.books.charged().records).toBe(4)
    }
  )

  it('fails it with a message, unpaid', async () => {
    await using world = await running()
    const { arn } = world

    await world.emulator.bedrock.fail(arn, 'because')

    expect(await ended(world, arn)).toEqual({ status: 'Failed', message: 'because' })
    expect(world.emulator.books.charged().records).toBe(0)
    expect(await world.keys('out/')).toEqual([])
  })

  it('expires it before it begins', async () => {
    await using world = await running({ schedule: { Scheduled: 30 * 3_600_000 } })
    const { arn } = world

    await world.clock.advance(24 * 3_600_000)

    expect(await world.status(arn)).toBe('Expired')
    expect(await world.keys('out/')).toEqual([])
  })

  it('runs out of time in the middle', async () => {
    await using world = await running({ schedule: { InProgress: 48 * 3_600_000 } })
    const { arn } = world

    await world.clock.advance(24 * 3_600_000)

    expect(await world.status(arn)).toBe('PartiallyCompleted')
    expect(parsed(await world.read(outputOf(arn)))).toHaveLength(4)
  })
})

describe('truths about the output', () => {
  it.each([
    { truth: { outputsLateMs: 5000 }, atEnd: 0, later: 2 },
    { truth: { manifest: false }, atEnd: 1, later: 1 },
    { truth: {}, atEnd: 2, later: 2 }
  ])('$truth: $atEnd objects at the end, $later later', async ({ truth, atEnd, later }) => {
    await using world = await rig({ truth })
    await world.put('in/a.jsonl', records(3))
    const arn = await world.create('job')
    await world.clock.advance(1800)
    const status = await world.status(arn)

    const first = await world.keys('out/')
    await world.clock.advance(5000)
    const second = await world.keys('out/')

    expect([status, first.length, second.length]).toEqual(['Completed', atEnd, later])
  })

  it('keeps the order of the input when it does not shuffle', async () => {
    await using world = await rig({ truth: { shuffle: false } })
    await world.put('in/a.jsonl', records(30))
    const arn = await world.create('job')
    await world.clock.advance(10_000)

    expect(parsed(await world.read(outputOf(arn))).map(line => line['recordId'])).toEqual(
      Array.from({ length: 30 }, (_, i) => `R${i}`)
    )
  })

  it.each(['same', 'absent', 'reformatted'] as const)('echoes the question: %s', async echo => {
    await using world = await rig({ truth: { echo, shuffle: false } })
    const asked = records(2, i => ({
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 9,
      messages: [{ role: 'user', content: `Zürich ${i}` }]
    }))
    await world.put('in/a.jsonl', asked)
    const arn = await world.create('job')
    await world.clock.advance(10_000)

    const raw = await world.read(outputOf(arn))
    const [line] = parsed(raw)

    const [first] = parsed(asked)
    expect(line?.['modelInput']).toEqual(echo === 'absent' ? undefined : first?.['modelInput'])
    expect(raw.includes('Z\\u00fcrich')).toBe(echo === 'reformatted')
  })

  it('leaves counters behind when they lag', async () => {
    await using world = await rig({ truth: { countersLagMs: 60_000 }, schedule: { InProgress: 100_000 } })
    await world.put('in/a.jsonl', records(100))
    const arn = await world.create('job')

    await world.clock.advance(900 + 70_000)
    const job = await world.bedrock.send(new GetModelInvocationJobCommand({ jobIdentifier: arn }))

    expect(job.processedRecordCount).toBe(10)
  })

  it('puts what a rule says in the place of answers', async () => {
    await using world = await rig({
      truth: { shuffle: false },
      answer: (_model, _input, recordId) =>
        (
          ({
            R0: { error: { code: 429, message: 'slow down' } },
            R1: { text: '```json\n{}\n```' },
            R2: { stop: 'refusal', text: '' },
            R3: { line: '' },
            R4: { twice: true },
            R5: { line: '{"recordId":"R5","modelOut' }
          }) as const
        )[recordId as 'R0']
    })
    await world.put('in/a.jsonl', records(6))
    const arn = await world.create('job')
    await world.clock.advance(10_000)

    const raw = (await world.read(outputOf(arn))).split('\n')
    const whole = raw
      .slice(0, 5)
      .map(line => JSON.parse(line) as { recordId: string; error?: unknown; modelOutput?: unknown })

    expect(whole.map(line => line.recordId)).toEqual(['R0', 'R1', 'R2', 'R4', 'R4'])
    expect(whole[0]?.error).toEqual({ errorCode: 429, errorMessage: 'slow down' })
    expect(whole[1]?.modelOutput).toMatchObject({ content: [{ text: '```json\n{}\n```' }] })
    expect(whole[2]?.modelOutput).toMatchObject({ content: [], stop_reason: 'refusal' })
    expect(raw[5]).toBe('{"recordId":"R5","modelOut')
  })
})

describe('media in S3', () => {
  const body = (uri: string): JsonMap => ({
    messages: [{ role: 'user', content: [{ video: { format: 'mp4', source: { s3Location: { uri } } } }] }]
  })

  it.each([
    ['the folder of the input', 'in', [`s3://${bucket}/in/film.mp4`, undefined]],
    ['a single file', 'in/a.jsonl', [undefined, undefined]]
  ])('is there for a job whose input is %s', async (_what, key, seen) => {
    await using world = await rig()
    await world.put('in/film.mp4', 'a film')
    const uris = [`s3://${bucket}/in/film.mp4`, `s3://${bucket}/in/gone.mp4`]
    await world.put(
      'in/a.jsonl',
      records(2, i => body(uris[i] ?? ''))
    )

    const arn = await world.create('films', {
      modelId: 'amazon.nova-lite-v1:0',
      inputDataConfig: { s3InputDataConfig: { s3Uri: `s3://${bucket}/${key}` } }
    })
    await world.clock.advance(10_000)

    const lines = parsed(await world.read(outputOf(arn)))
    const answered = lines.filter(line => 'modelOutput' in line)
    const refused = lines.filter(line => 'error' in line)
    expect(answered).toHaveLength(seen.filter(Boolean).length)
    expect(JSON.stringify(answered)).toContain(answered.length > 0 ? 'MP4 video of 6 bytes' : '[]')
    expect(refused.map(line => line['error'])).toEqual(
      refused.map(() => ({
        errorCode: 400,
        errorMessage: expect.stringMatching(/Could not retrieve|must specify the folder/)
      }))
    )
  })
})
