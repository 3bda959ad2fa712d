import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Buckets, isBucketName, matches } from '../../../../src/emulator/s3/buckets.ts'
import type { Conditions } from '../../../../src/emulator/s3/buckets.ts'

const region = 'us-east-1'
const mebibyte = 1024 * 1024

describe('buckets', () => {
  let folder: string
  let now: number
  let buckets: Buckets
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buckets-'))
    now = 1_000
    buckets = new Buckets({ clock: { now: () => now }, folder })
    buckets.createBucket('bucket', { region })
  })
  afterEach(async () => {
    await buckets[Symbol.asyncDispose]()
  })

  const refusal = async (act: () => unknown): Promise<unknown> => {
    try {
      await act()
      return 'accepted'
    } catch (error) {
      return (error as { code?: unknown }).code ?? error
    }
  }

  it('keep text, with the time of the clock they were given', async () => {
    now = 5_000

    await buckets.put('bucket', 'a', 'grüße', { metadata: { 'content-type': 'text/plain' } })

    const found = buckets.get('bucket', 'a')
    expect(found).toMatchObject({ bytes: 7, lastModified: 5_000, metadata: { 'content-type': 'text/plain' } })
    expect(found?.checksums.CRC32).toBeDefined()
    expect(await found?.text()).toBe('grüße')
  })

  it('put small bodies into memory and large ones into files, and read either by range', async () => {
    const bytes = Buffer.from(Array.from({ length: 3 * mebibyte }, (_, index) => (index * 7 + (index >> 8)) & 255))
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000)
    }

    await buckets.put('bucket', 'small', bytes.subarray(0, mebibyte))
    const before = await readdir(folder)
    await buckets.put('bucket', 'large', pieces())

    const parts: Uint8Array[] = []
    for await (const part of buckets.get('bucket', 'large')!.open({ start: 999_999, end: 2_500_000 })) parts.push(part)
    expect([before.length, (await readdir(folder)).length]).toEqual([0, 1])
    expect(Buffer.concat(parts).equals(bytes.subarray(999_999, 2_500_001))).toBe(true)
  })

  it('let a reader finish what was replaced meanwhile', async () => {
    await buckets.put('bucket', 'a', Buffer.alloc(2 * mebibyte, 'x'))
    const old = buckets.get('bucket', 'a')!

    await buckets.put('bucket', 'a', 'new')

    expect(await old.text()).toBe('x'.repeat(2 * mebibyte))
    expect(await buckets.get('bucket', 'a')?.text()).toBe('new')
  })

  it('show nothing of a body that broke off, and leave no file', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(2 * mebibyte)
      throw new Error('broke off')
    }

    const ending = refusal(() => buckets.put('bucket', 'a', broken()))

    expect(await ending).toMatchObject({ message: 'broke off' })
    expect(buckets.get('bucket', 'a')).toBeUndefined()
    expect(await readdir(folder)).toEqual([])
  })

  it('count and hash without keeping, above a bound', async () => {
    await using counting = new Buckets({ clock: { now: () => 0 }, folder: join(folder, 'counting'), discardAbove: 10 })
    counting.createBucket('bucket', { region })

    const large = await counting.put('bucket', 'large', 'eleven byte')
    const other = await counting.put('bucket', 'other', 'eleven bits')
    const again = await counting.put('bucket', 'again', 'eleven byte')
    const small = await counting.put('bucket', 'small', 'ten bytes!')

    expect(large).toMatchObject({ bytes: 11, etag: again.etag })
    expect(other.etag).not.toBe(large.etag)
    expect(await small.text()).toBe('ten bytes!')
    await expect(large.text()).rejects.toThrow('discardAbove')
  })

  describe('with a condition', () => {
    const writes: readonly [string, Conditions, 'none' | 'write' | 'delete', boolean, unknown][] = [
      ['none there', { ifNoneMatch: '*' }, 'none', false, 'accepted'],
      ['one there', { ifNoneMatch: '*' }, 'none', true, 'PreconditionFailed'],
      ['one written meanwhile', { ifNoneMatch: '*' }, 'write', false, 'PreconditionFailed'],
      ['one deleted meanwhile', { ifNoneMatch: '*' }, 'delete', true, 'ConditionalRequestConflict'],
      ['the same there', { ifMatch: 'its own' }, 'none', true, 'accepted'],
      ['the same replaced meanwhile', { ifMatch: 'its own' }, 'write', true, 'ConditionalRequestConflict'],
      ['the same deleted meanwhile', { ifMatch: 'its own' }, 'delete', true, 'ConditionalRequestConflict'],
      ['another there', { ifMatch: '"0"' }, 'none', true, 'PreconditionFailed'],
      ['another expected and none there', { ifMatch: '"0"' }, 'none', false, 'NoSuchKey']
    ]

    it.each(writes)('and %s', async (_, conditions, meanwhile, there, expected) => {
      const first = there ? await buckets.put('bucket', 'a', 'first') : undefined
      const ifMatch = conditions.ifMatch === 'its own' ? first?.etag : conditions.ifMatch
      async function* slow(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('sec')
        if (meanwhile === 'write') await buckets.put('bucket', 'a', 'meanwhile')
        if (meanwhile === 'delete') buckets.delete('bucket', 'a')
        yield Buffer.from('ond')
      }

      const ending = await refusal(() =>
        buckets.put('bucket', 'a', slow(), { ...conditions, ...(ifMatch !== undefined && { ifMatch }) })
      )

      expect(ending).toEqual(expected)
      expect((await buckets.get('bucket', 'a')?.text()) === 'second').toBe(expected === 'accepted')
    })
  })

  it('list what a page holds, with the objects', async () => {
    for (const key of ['p/a', 'p/b/1', 'p/c', 'q']) await buckets.put('bucket', key, key)

    const page = buckets.list('bucket', { prefix: 'p/', delimiter: '/', maxKeys: 2 })
    const rest = buckets.list('bucket', { prefix: 'p/', delimiter: '/', startAfter: page.next! })

    expect([page.objects.map(one => one.key), page.commonPrefixes, page.next]).toEqual([['p/a'], ['p/b/'], 'p/b/'])
    expect([rest.objects.map(one => one.key), rest.commonPrefixes, rest.next]).toEqual([['p/c'], [], undefined])
  })

  it('refuse what a bucket cannot be', async () => {
    await buckets.put('bucket', 'a', 'x')

    expect(await refusal(() => buckets.createBucket('Bucket', { region }))).toBe('InvalidBucketName')
    expect(await refusal(() => buckets.createBucket('bucket', { region }))).toBe('BucketAlreadyOwnedByYou')
    expect(await refusal(() => buckets.createBucket('bucket', { region, owner: '210987654321' }))).toBe(
      'BucketAlreadyExists'
    )
    expect(await refusal(() => buckets.deleteBucket('bucket'))).toBe('BucketNotEmpty')
    expect(await refusal(() => buckets.get('none', 'a'))).toBe('NoSuchBucket')
    expect(await refusal(() => buckets.delete('bucket', 'a', { ifMatch: '"0"' }))).toBe('PreconditionFailed')
  })
})

it('knows names of buckets', () => {
  const names = ['abc', 'a.b-c', 'ab', 'a'.repeat(64), 'a..b', '192.168.0.1', 'xn--a', 'a_b', '-abc', 'abc-s3alias']

  expect(names.filter(isBucketName)).toEqual(['abc', 'a.b-c'])
})

it('compares ETags with and without quotes, weak ones too', () => {
  expect(['"x"', 'x', 'W/"x"', '"y", "x"', '*', '"y"'].map(condition => matches(condition, '"x"'))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false
  ])
})
