import { describe, expect, it } from '@jest/globals'
import { pieces } from '../../../src/dataset/pieces.ts'

describe('pieces of a stream', () => {
  it.each([[[1, 1, 1, 1, 1, 1, 1]], [[35]], [[10, 3, 25, 1]], [[]]])(
    'are even, whatever the chunks: %j',
    async sizes => {
      const whole = Buffer.from(Array.from({ length: sizes.reduce((sum, size) => sum + size, 0) }, (_, index) => index))
      const chunks = async function* (): AsyncGenerator<Uint8Array> {
        let at = 0
        for (const size of sizes) yield whole.subarray(at, (at += size))
      }

      const got: Uint8Array[] = []
      for await (const piece of pieces(chunks(), 5)) got.push(Uint8Array.from(piece))

      expect(Buffer.concat(got)).toEqual(whole)
      for (const piece of got.slice(0, -1)) expect(piece.length).toBe(5)
      for (const piece of got) expect(piece.length).toBeLessThanOrEqual(5)
    }
  )
})
