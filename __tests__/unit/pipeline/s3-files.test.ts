import { describe, expect, it } from '@jest/globals'
import { S3Files } from '../../../src/pipeline/s3-files.ts'
import type { StoredObject } from '../../../src/ports.ts'
import { ProblemsFound } from '../../../src/problems.ts'
import { MemoryBucket } from '../../support/memory-bucket.ts'
import { Outside } from './outside.ts'

/** Whose bodies break off after three bytes, so many times. */
class ShakyBucket extends MemoryBucket {
  breaks = 0

  override async get(key: string, range?: { from: number; to: number }): Promise<StoredObject | undefined> {
    const object = await super.get(key, range)
    if (object === undefined || this.breaks === 0) return object
    this.breaks--
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of object.body) yield piece.subarray(0, 3)
      throw new Error('socket hang up')
    }
    return { ...object, body: broken() }
  }
}

async function world(objects: Readonly<Record<string, string>>): Promise<{ bucket: ShakyBucket; files: S3Files }> {
  await using outside = new Outside()
  const bucket = new ShakyBucket(outside.clock)
  for (const [key, text] of Object.entries(objects)) await bucket.put(key, text)
  return { bucket, files: new S3Files(async () => ({ ...outside.cloud, foreignBucket: () => bucket }), outside.clock) }
}

async function read(files: S3Files, uri: string): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of files.open(uri)) pieces.push(Uint8Array.from(piece))
  return Buffer.concat(pieces).toString()
}

describe('objects of a dataset', () => {
  it('are found by a pattern, sorted, folders left out', async () => {
    const { files } = await world({ 'd/b.csv': '', 'd/a.csv': '', 'd/x/c.csv': '', 'd/a.txt': '', 'd/.csv/': '' })

    expect(await files.find('s3://data/d/*.csv')).toEqual(['s3://data/d/a.csv', 's3://data/d/b.csv'])
    expect(await files.find('s3://data/d/**/*.csv')).toContain('s3://data/d/x/c.csv')
    expect(await files.find('s3://data/d/a.csv')).toEqual(['s3://data/d/a.csv'])
    expect(await files.find('s3://data/d/z.csv')).toEqual([])
  })

  it('are read whole and in part', async () => {
    const { files } = await world({ 'a.csv': 'sku,name\nA,Boot\n' })

    expect(await files.bytes('s3://data/a.csv')).toBe(16)
    expect(await read(files, 's3://data/a.csv')).toBe('sku,name\nA,Boot\n')
    expect(Buffer.from(await files.slice('s3://data/a.csv', 4, 8)).toString()).toBe('name')
    expect(Buffer.from(await files.slice('s3://data/a.csv', 9, 100)).toString()).toBe('A,Boot\n')
    expect(await files.slice('s3://data/a.csv', 100, 200)).toHaveLength(0)
  })

  it('go on where a body breaks off', async () => {
    const { bucket, files } = await world({ 'a.csv': '0123456789' })
    bucket.breaks = 3

    expect(await read(files, 's3://data/a.csv')).toBe('0123456789')

    bucket.breaks = 2
    expect(Buffer.from(await files.slice('s3://data/a.csv', 2, 7)).toString()).toBe('23456')
  })

  it('are given up where a part of one breaks off again and again', async () => {
    const { bucket, files } = await world({ 'a.csv': '0123456789' })
    bucket.breaks = 10

    await expect(files.slice('s3://data/a.csv', 0, 10)).rejects.toMatchObject({ code: 'service-trouble' })
  })

  it('are told when they change between two looks', async () => {
    const { bucket, files } = await world({ 'a.csv': 'one', 'b.csv': 'one' })
    await read(files, 's3://data/a.csv')
    await bucket.put('a.csv', 'two')

    await expect(read(files, 's3://data/a.csv')).rejects.toThrow('the object changed while it was read')
    await expect(files.slice('s3://data/a.csv', 0, 1)).rejects.toBeInstanceOf(ProblemsFound)
    await expect(read(files, 's3://data/b.csv')).resolves.toBe('one')
  })

  it('are told when they go', async () => {
    const { bucket, files } = await world({ 'a.csv': 'one' })
    await files.find('s3://data/*.csv')
    await bucket.delete('a.csv')

    await expect(read(files, 's3://data/a.csv')).rejects.toThrow('there is no such object')
  })
})
