import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { linesOf } from '../../../../src/emulator/bedrock/lines.ts'

async function split(text: string, size: number): Promise<string[]> {
  const bytes = Buffer.from(text)
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
  }
  const lines: string[] = []
  for await (const line of linesOf(pieces())) lines.push(line.toString())
  return lines
}

describe('linesOf', () => {
  it('splits at the line feed only, wherever the pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\u2028', '\r', '"') })),
        fc.integer({ min: 1, max: 5 }),
        async (lines, size) => {
          expect(await split(lines.map(line => `${line}\n`).join(''), size)).toEqual(lines)
        }
      )
    )
  })

  it('gives a last line without a line feed', async () => {
    expect(await split('one\ntwo', 2)).toEqual(['one', 'two'])
  })
})
