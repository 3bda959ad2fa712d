import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { splitLines } from '../../../src/results/lines.ts'

async function* pieces(bytes: Buffer, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function texts(bytes: Buffer, size: number, most?: number): Promise<string[]> {
  const found: string[] = []
  for await (const lines of splitLines(pieces(bytes, size), most)) {
    for (const line of lines) {
      const marks = `${line.ended ? '' : ' (open)'}${line.tooLong ? ' (too long)' : ''}`
      found.push(`${line.number}:${line.bytes.toString('utf8')}${marks}`)
    }
  }
  return found
}

describe('splitLines', () => {
  it('splits at byte 10 only', async () => {
    const bytes = Buffer.from('a\u2028b\u0085c\rd\nnext\n')

    const found = await texts(bytes, 1024)

    expect(found).toEqual(['1:a\u2028b\u0085c\rd', '2:next'])
  })

  it('says that the last line has no newline', async () => {
    expect(await texts(Buffer.from('a\nb'), 1024)).toEqual(['1:a', '2:b (open)'])
  })

  it('gives the same lines whatever the size of the chunks', async () => {
    const content = fc.array(fc.constantFrom('\n', 'a', 'é', '😀', '\r', '\u2028'), { maxLength: 40 })

    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        const bytes = Buffer.from(parts.join(''))
        expect(await texts(bytes, size)).toEqual(await texts(bytes, 10_000))
      })
    )
  })

  it.each([1, 3, 1000])('cuts a line above the bound and goes on after it, in chunks of %i', async size => {
    const bytes = Buffer.from(`short\n${'x'.repeat(50)}\nafter\n`)

    const found = await texts(bytes, size, 20)

    expect(found.map(line => line.replace(/x+/, 'xs'))).toEqual(['1:short', '2:xs (too long)', '3:after'])
  })

  it('does not hold on to a chunk that its producer uses again', async () => {
    async function* reused(): AsyncIterable<Uint8Array> {
      const chunk = Buffer.from('one t')
      yield chunk
      chunk.write('wo\n..')
      yield chunk.subarray(0, 3)
    }
    const found: string[] = []

    for await (const lines of splitLines(reused())) found.push(...lines.map(line => line.bytes.toString('utf8')))

    expect(found).toEqual(['one two'])
  })
})
