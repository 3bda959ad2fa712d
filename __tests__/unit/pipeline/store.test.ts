import fc from 'fast-check'
import { describe, expect, it } from '@jest/globals'
import { download, splitLines } from '../../../src/pipeline/store.ts'
import { Failure } from '../../../src/problems.ts'
import { Outside } from './outside.ts'

describe('Reading from S3', () => {
  it('gives a whole object or nothing', async () => {
    await using outside = new Outside()
    await outside.bucket.put('k', 'Höhe')

    const file = await download(outside.store, 'k')

    expect(file?.readText(0, file.bytes)).toBe('Höhe')
    expect(await download(outside.store, 'none')).toBeUndefined()
  })

  it('asks again for a body that breaks off, a bounded number of times, with longer pauses', async () => {
    await using outside = new Outside()
    await outside.bucket.put('k', 'words')
    const get = outside.bucket.get.bind(outside.bucket)
    let asked = 0
    outside.bucket.get = async key => {
      asked++
      const stored = await get(key)
      return stored && { ...stored, bytes: stored.bytes + 1 }
    }

    const error: unknown = await download(outside.store, 'k').catch((reason: unknown) => reason)

    expect(error).toBeInstanceOf(Failure)
    expect((error as Failure).code).toBe('service-trouble')
    expect(asked).toBe(4)
    expect(outside.clock.slept).toEqual([1000, 2000, 4000])
  })

  it('does not repeat what ended with a Failure', async () => {
    await using outside = new Outside()
    await outside.bucket.put('k', 'words')
    const get = outside.bucket.get.bind(outside.bucket)
    let asked = 0
    outside.bucket.get = async key => {
      asked++
      const stored = await get(key)
      return (
        stored && {
          ...stored,
          body: (async function* (): AsyncGenerator<Uint8Array> {
            yield* stored.body
            throw new Failure('no-disk', 'full')
          })()
        }
      )
    }

    await expect(download(outside.store, 'k')).rejects.toThrow('full')
    expect(asked).toBe(1)
  })

  it('splits lines at byte 10 and nowhere else, wherever the pieces end', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ö', '花', '\u2028', '\u0085', '\r', '\n') })
    const property = fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (whole, size) => {
      const bytes = Buffer.from(whole)
      const pieces = async function* (): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      }
      const lines: string[] = []
      for await (const batch of splitLines(pieces())) lines.push(...batch)

      expect(lines).toEqual(whole.endsWith('\n') || whole === '' ? whole.split('\n').slice(0, -1) : whole.split('\n'))
    })

    await fc.assert(property, { numRuns: 200 })
  })
})
