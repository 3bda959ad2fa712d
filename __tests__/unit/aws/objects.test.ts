/** The bucket as it is on the wire: the emulator's S3, which shares no code with it. */
import { describe, expect, it } from '@jest/globals'
import { clientSettings } from '../../../src/aws/clients.ts'
import { openBucket } from '../../../src/aws/objects.ts'
import type { ObjectStore } from '../../../src/ports.ts'
import { Failure } from '../../../src/problems.ts'
import { StillClock } from '../../support/still-clock.ts'
import { openAws } from './world.ts'
import type { AwsWorld } from './world.ts'

const name = 'bedrock-batch-demo'

function open({ emulator }: AwsWorld, clock = new StillClock(Date.now()), bucket = name): ObjectStore {
  const { region } = emulator
  return openBucket({ name: bucket, region }, { ...clientSettings(region, '0'), maxAttempts: 1 }, clock)
}

async function textOf(store: ObjectStore, key: string): Promise<string | undefined> {
  const stored = await store.get(key)
  if (stored === undefined) return undefined
  const pieces: Uint8Array[] = []
  for await (const piece of stored.body) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

async function keysOf(store: ObjectStore, prefix: string): Promise<string[]> {
  const keys: string[] = []
  for await (const page of store.list(prefix)) keys.push(...page.map(({ key }) => key))
  return keys
}

async function failure(act: Promise<unknown>): Promise<Failure> {
  const error: unknown = await act.then(
    () => undefined,
    (reason: unknown) => reason
  )
  if (!(error instanceof Failure)) throw new Error(`no Failure: ${String(error)}`)
  return error
}

describe('A bucket', () => {
  it('keeps text and streams, and gives them back with size, etag and time', async () => {
    await using world = await openAws()
    const store = open(world)
    const pieces = [Buffer.from('one '), Buffer.from('Höhe')]

    await store.put('a/text', 'words')
    await store.put('a/stream', {
      bytes: 9,
      async *open() {
        yield* pieces
      }
    })

    expect(await textOf(store, 'a/text')).toBe('words')
    expect(await textOf(store, 'a/stream')).toBe('one Höhe')
    expect(await store.get('a/stream')).toMatchObject({ bytes: 9, etag: expect.stringMatching(/^"[0-9a-f]{32}"$/) })
    expect(await store.get('a/none')).toBeUndefined()
    expect(await keysOf(store, 'a/')).toEqual(['a/stream', 'a/text'])
    await store.delete('a/text')
    await store.delete('a/text')
    expect(await keysOf(store, 'a/')).toEqual(['a/stream'])
  })

  it('writes under a condition, or says that it did not hold', async () => {
    await using world = await openAws()
    const store = open(world)

    expect(await store.put('k', 'one', { absent: true })).toBe('stored')
    expect(await store.put('k', 'two', { absent: true })).toBe('refused')
    const etag = (await store.get('k'))?.etag ?? ''
    expect(await store.put('k', 'three', { etag })).toBe('stored')
    expect(await store.put('k', 'four', { etag })).toBe('refused')
    expect(await store.put('none', 'x', { etag })).toBe('refused')

    expect(await textOf(store, 'k')).toBe('three')
    expect(await store.get('none')).toBeUndefined()
  })

  it.each([
    ['S3 slows down', { status: 503, code: 'SlowDown', message: 'slow down' }],
    ['S3 breaks', { status: 500, code: 'InternalError', message: 'broken' }],
    ['another write is under way', { status: 409, code: 'ConditionalRequestConflict', message: 'conflict' }],
    ['no answer comes', 'drop-before'],
    ['the answer is lost', 'apply-then-drop']
  ] as const)('repeats a put from a fresh body where %s', async (_what, action) => {
    await using world = await openAws()
    const store = open(world)
    let opened = 0
    world.emulator.faults.add({ when: ({ operation }) => operation === 'PutObject', times: 2, do: action })

    const outcome = await store.put('k', {
      bytes: 5,
      async *open() {
        opened++
        yield Buffer.from('words')
      }
    })

    expect(outcome).toBe('stored')
    // Once for the checksum, then for each of three tries.
    expect(opened).toBe(1 + 3)
    expect(await textOf(store, 'k')).toBe('words')
  })

  it('gives up after a bounded number of tries, with what was asked in the message', async () => {
    await using world = await openAws()
    const clock = new StillClock(Date.now())
    world.emulator.faults.add({
      when: ({ operation }) => operation === 'PutObject',
      do: { status: 503, code: 'SlowDown', message: 'slow down' }
    })

    const error = await failure(open(world, clock).put('k', 'x'))

    expect(error.code).toBe('service-trouble')
    expect(error.message).toContain(`s3:PutObject on arn:aws:s3:::${name}/k`)
    expect(clock.slept).toEqual([400, 800, 1600])
  })

  it('repeats nothing that is denied', async () => {
    await using world = await openAws({ truth: { deny: ['s3:PutObject'] } })

    const error = await failure(open(world).put('k', 'x'))

    expect(error.code).toBe('access-denied')
    expect(world.emulator.books.requests).toHaveLength(1)
  })

  it('tells S3’s own time, as of its last answer', async () => {
    await using world = await openAws()
    const clock = new StillClock(0)
    const store = open(world, clock)

    expect(store.now()).toBe(0)
    const before = Math.floor(Date.now() / 1000) * 1000
    await store.put('k', 'x')
    const told = store.now()
    clock.time += 5000

    expect(told).toBeGreaterThanOrEqual(before)
    expect(store.now()).toBe(told + 5000)
  })

  it('lists more than one page', async () => {
    await using world = await openAws()
    const store = open(world)
    for (let number = 0; number < 1100; number += 50) {
      await Promise.all(
        Array.from({ length: 50 }, (_, more) => store.put(`many/${String(number + more).padStart(4, '0')}`, ''))
      )
    }

    expect(await keysOf(store, 'many/')).toHaveLength(1100)
  }, 60_000)

  it('is checked: there, in the right region', async () => {
    await using world = await openAws()
    world.emulator.buckets.createBucket('far-away', { region: 'eu-west-1', owner: world.emulator.account })

    await open(world).check()
    const none = await failure(open(world, undefined, 'nowhere-at-all').check())
    const far = await failure(open(world, undefined, 'far-away').check())

    expect([none.code, far.code]).toEqual(['no-bucket', 'wrong-region'])
    expect(far.remedy).toContain('aws-region: eu-west-1')
  })
})
