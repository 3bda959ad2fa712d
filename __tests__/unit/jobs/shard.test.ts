import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cutShards } from '../../../src/jobs/shard.ts'

const limits = { minRecords: 100, maxRecords: 1000, maxBytes: 1_000_000 }

describe('cutting records into shards', () => {
  it('leaves no record out, takes none twice and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 4000 }), sizes => {
        const cuts = cutShards(sizes, limits)

        expect(cuts.flatMap(cut => Array.from({ length: cut.to - cut.from }, (_, index) => cut.from + index))).toEqual(
          sizes.map((_, index) => index)
        )
        for (const cut of cuts) {
          expect(cut.bytes).toBe(sizes.slice(cut.from, cut.to).reduce((sum, size) => sum + size, 0))
          expect(cut.to - cut.from).toBeLessThanOrEqual(limits.maxRecords)
          expect(cut.bytes).toBeLessThanOrEqual(limits.maxBytes)
        }
      }),
      { numRuns: 50 }
    )
  })

  it.each([100, 150, 999, 1000, 1001, 1050, 5001, 99_999])(
    'never lets the tail of %i records fall below the minimum',
    count => {
      const cuts = cutShards(new Uint32Array(count).fill(10), limits)

      expect(Math.min(...cuts.map(cut => cut.to - cut.from))).toBeGreaterThanOrEqual(100)
      expect(cuts).toHaveLength(Math.ceil(count / 1000))
    }
  )

  it('cuts by bytes where records are large', () => {
    const cuts = cutShards(new Uint32Array(600).fill(4000), limits)

    expect(cuts.map(cut => cut.to - cut.from)).toEqual([200, 200, 200])
  })

  it('lets a record that is larger than a file stand alone, for the service to refuse', () => {
    const cuts = cutShards([10, 2_000_000, 10], limits)

    expect(cuts.map(cut => [cut.from, cut.to])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3]
    ])
  })

  it('makes nothing of nothing', () => {
    expect(cutShards([], limits)).toEqual([])
  })
})
