import { createHash, hash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openScratch } from '../../../src/node/scratch.ts'
import type { ByteRange } from '../../../src/ports.ts'

let parent = ''
beforeEach(() => void (parent = mkdtempSync(join(tmpdir(), 'scratch-'))))
afterEach(() => rmSync(parent, { recursive: true }))

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

describe('A temporary file', () => {
  it('is read at offsets while it grows', async () => {
    await using scratch = openScratch(parent)
    const file = scratch.create('rows')

    const first = file.append('Höhe\n')
    const second = file.append('花瓶\n')

    expect([first, second, file.bytes]).toEqual([0, 6, 13])
    expect(file.readText(second, 7)).toBe('花瓶\n')
    file.append('more')
    expect(file.readText(0, file.bytes)).toBe('Höhe\n花瓶\nmore')
  })

  it('streams ranges in the order in which they are given, neighbours as one', async () => {
    await using scratch = openScratch(parent)
    const file = scratch.create('rows')
    file.append('aabbcc')
    const ranges: ByteRange[] = [4, 0, 2].map(offset => ({ offset, length: 2 }))

    expect(await textOf(file.stream(ranges))).toBe('ccaabb')
    expect(await textOf(file.stream())).toBe('aabbcc')
    expect(await textOf(file.stream([]))).toBe('')
  })

  it('takes texts and bytes beyond its buffer', async () => {
    await using scratch = openScratch(parent)
    const file = scratch.create('rows')
    const large = 'ö'.repeat(1 << 20)

    file.append('a')
    file.append(large)
    file.appendBytes(Buffer.from('z'))

    expect(file.bytes).toBe(2 + 2 * (1 << 20))
    expect(file.readText(file.bytes - 3, 3)).toBe('öz')
    expect((await textOf(file.stream())).length).toBe(2 + (1 << 20))
  })

  it('streams many ranges in full pieces, whose memory it uses again', async () => {
    await using scratch = openScratch(parent)
    const file = scratch.create('rows')
    const line = (index: number): string => `${String(index).padStart(99, '0')}\n`
    for (let index = 0; index < 60_000; index++) file.append(line(index))
    const odd = Array.from({ length: 59_998 }, (_, index) => 59_999 - index)
    const digest = createHash('sha256')
    const memory = new Set<ArrayBufferLike>()
    let pieces = 0

    for await (const piece of file.stream(odd.map(index => ({ offset: index * 100, length: 100 })))) {
      digest.update(piece)
      memory.add(piece.buffer)
      pieces++
    }

    expect(digest.digest('hex')).toBe(hash('sha256', odd.map(line).join('')))
    expect(pieces).toBe(Math.ceil(5_999_800 / (1 << 18)))
    expect(memory.size).toBe(16)
  })

  it('refuses to read past its end', async () => {
    await using scratch = openScratch(parent)
    const file = scratch.create('rows')
    file.append('ab')

    expect(() => file.readText(1, 5)).toThrow(RangeError)
  })

  it('is for its owner alone, has a name of its own, and goes with the scratch', async () => {
    const scratch = openScratch(parent)
    scratch.create('a/b c').append('x')
    scratch.create('a/b c').append('y')
    const [folder] = readdirSync(parent)
    const files = readdirSync(join(parent, folder ?? ''))

    expect(files).toHaveLength(2)
    expect(statSync(join(parent, folder ?? '', files[0] ?? '')).mode & 0o777).toBe(0o600)
    expect(scratch.freeBytes()).toBeGreaterThan(0)
    await scratch[Symbol.asyncDispose]()

    expect(existsSync(join(parent, folder ?? ''))).toBe(false)
  })

  it('gives its disk back when it is discarded, once or twice', async () => {
    await using scratch = openScratch(parent)
    const file = scratch.create('rows')
    file.append('x')

    file.discard()
    file.discard()

    expect(readdirSync(join(parent, readdirSync(parent)[0] ?? ''))).toEqual([])
  })
})
