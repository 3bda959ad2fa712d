import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { downscale } from '../../../src/media/downscale.ts'
import { inspectImage } from '../../../src/media/image.ts'
import { picture, webp } from './pictures.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('a picture that is too large', () => {
  it.each([
    ['png', 'ef67179005437c31'],
    ['jpeg', '46dd72b96fd835f9']
  ] as const)('gets smaller, and to the same bytes everywhere: %s', async (format, digest) => {
    const bytes = picture(format, 'large')

    const scaled = await downscale(bytes, format, 90, undefined)

    const smaller = 'bytes' in scaled ? scaled.bytes : Buffer.alloc(0)
    expect(inspectImage(smaller)).toEqual({ format, width: 90, height: 60 })
    // Another digest would ask, and charge, every picture again.
    expect(sha256(smaller).slice(0, 16)).toBe(digest)
  })

  it('gets smaller step by step until its file fits', async () => {
    const bytes = picture('png', 'large')

    const scaled = await downscale(bytes, 'png', undefined, Math.floor(bytes.length / 2))

    expect('bytes' in scaled && scaled.bytes.length <= bytes.length / 2).toBe(true)
    expect('bytes' in scaled && inspectImage(scaled.bytes)).toMatchObject({ format: 'png' })
  })

  it('stays as it is where it fits', async () => {
    const bytes = picture('jpeg')

    expect(await downscale(bytes, 'jpeg', 30, bytes.length)).toEqual({ bytes, format: 'jpeg' })
  })
})

describe('a picture that cannot get smaller', () => {
  it.each([
    ['a WebP', webp(300, 200), 'webp', 'a WebP cannot be made smaller here'],
    ['no picture', Buffer.from('GIF89a'), 'gif', 'the picture cannot be read']
  ] as const)('says so: %s', async (_what, bytes, format, fault) => {
    expect(await downscale(bytes, format, 10, undefined)).toMatchObject({ fault })
  })

  it('is damaged behind its head', async () => {
    const bytes = picture('png', 'large')

    expect(await downscale(bytes.subarray(0, 500), 'png', 10, undefined)).toMatchObject({
      fault: 'the picture cannot be read'
    })
  })

  it('is a small file that would take all memory', async () => {
    const bytes = picture('png')
    bytes.writeUInt32BE(60_000, 16)
    bytes.writeUInt32BE(60_000, 20)

    expect(await downscale(bytes, 'png', 10, undefined)).toMatchObject({
      fault: '60000 × 60000 pixels are too many to make smaller; at most 50000000 are read'
    })
  })

  it('does not get below what is allowed', async () => {
    const bytes = picture('png', 'large')

    expect(await downscale(bytes, 'png', undefined, 10)).toMatchObject({
      fault: 'the picture does not get below 10 bytes'
    })
  })
})
