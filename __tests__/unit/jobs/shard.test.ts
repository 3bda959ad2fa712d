import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cutShards } from '../../../src/jobs/shard.ts'
import type { Cut, ShardLimits } from '../../../src/jobs/shard.ts'

const limits = { minRecords: 100, maxRecords: 1000, maxBytes: 1_000_000 }

function counts(cuts: readonly Cut[]): number[] {
  return cuts.map(cut => cut.to - cut.from)
}

/** The best that can be done, found by trying everything: records left out, and shards. */
function bestOf(sizes: readonly number[], { minRecords, maxRecords, maxBytes }: ShardLimits): [number, number] {
  const best: [number, number][] = [[0, 0]]
  const better = (a: [number, number], b: [number, number]): [number, number] =>
    a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]) ? a : b
  for (let to = 1; to <= sizes.length; to++) {
    let found: [number, number] = [best[to - 1]![0] + 1, best[to - 1]![1]]
    for (let from = 0; from < to; from++) {
      const bytes = sizes.slice(from, to).reduce((sum, size) => sum + size, 0)
      const isAlone = minRecords === 1 && to - from === 1
      if (to - from < minRecords || to - from > maxRecords || (bytes > maxBytes && !isAlone)) continue
      found = better(found, [best[from]![0], best[from]![1] + 1])
    }
    best.push(found)
  }
  return best[sizes.length]!
}

describe('cutting records into shards', () => {
  it('keeps their order and every limit, leaves out as few as can be, and makes as few shards as can be', () => {
    const anyLimits = fc
      .record({
        minRecords: fc.integer({ min: 1, max: 6 }),
        more: fc.nat(8),
        maxBytes: fc.integer({ min: 1, max: 60 })
      })
      .map(({ minRecords, more, maxBytes }) => ({ minRecords, maxRecords: minRecords + more, maxBytes }))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 30 }), anyLimits, (sizes, some) => {
        const cuts = cutShards(sizes, some)

        let end = 0
        for (const cut of cuts) {
          expect(cut.from).toBeGreaterThanOrEqual(end)
          expect(cut.bytes).toBe(sizes.slice(cut.from, cut.to).reduce((sum, size) => sum + size, 0))
          expect(cut.to - cut.from).toBeGreaterThanOrEqual(some.minRecords)
          expect(cut.to - cut.from).toBeLessThanOrEqual(some.maxRecords)
          if (some.minRecords > 1 || cut.to - cut.from > 1) expect(cut.bytes).toBeLessThanOrEqual(some.maxBytes)
          end = cut.to
        }
        const left = sizes.length - counts(cuts).reduce((sum, count) => sum + count, 0)
        expect([left, cuts.length]).toEqual(bestOf(sizes, some))
      }),
      { numRuns: 2000 }
    )
  })

  it('cuts what was cut once more without leaving anything out', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 })
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 5, max: 60 }),
        (all, minRecords, maxBytes) => {
          const some = { minRecords, maxRecords: minRecords + 3, maxBytes }
          const kept = cutShards(all, some).flatMap(cut => all.slice(cut.from, cut.to))

          expect(counts(cutShards(kept, some)).reduce((sum, count) => sum + count, 0)).toBe(kept.length)
        }
      )
    )
  })

  it.each([100, 150, 999, 1000, 1001, 1050, 5001, 99_999])(
    'never lets the tail of %i records fall below the minimum',
    count => {
      const cuts = cutShards(new Uint32Array(count).fill(10), limits)

      expect(Math.min(...counts(cuts))).toBeGreaterThanOrEqual(100)
      expect(cuts).toHaveLength(Math.ceil(count / 1000))
      expect(Math.max(...counts(cuts)) - Math.min(...counts(cuts))).toBeLessThanOrEqual(1)
    }
  )

  it.each([
    [150, { maxRecords: 100 }, [100]],
    [101, { maxRecords: 100 }, [100]],
    [199, { maxRecords: 150 }, [150]],
    [200, { maxRecords: 150 }, [100, 100]],
    [250, { maxBytes: 124 }, [124, 124]],
    [102, { maxBytes: 101 }, [101]],
    [150, { maxBytes: 149 }, [149]],
    [99, {}, []],
    [300, { maxBytes: 99 }, []],
    [300, { maxRecords: 99 }, []]
  ])('leaves out of %i records with %j what would make a job too small', (count, some, expected) => {
    expect(counts(cutShards(new Uint32Array(count).fill(1), { ...limits, ...some }))).toEqual(expected)
  })

  it('cuts by bytes where records are large', () => {
    const cuts = cutShards(new Uint32Array(600).fill(4000), limits)

    expect(counts(cuts)).toEqual([200, 200, 200])
  })

  it('cuts unevenly where only that keeps a job large enough', () => {
    const heavyHead = Uint32Array.from({ length: 300 }, (_, index) => (index < 100 ? 10 : 1))

    expect(counts(cutShards(heavyHead, { ...limits, maxBytes: 1000 }))).toEqual([100, 200])
  })

  it('lets a record that is larger than a file stand alone, for the service to refuse, where a job may hold one', () => {
    const sizes = [10, 2_000_000, 10]

    const cuts = cutShards(sizes, { ...limits, minRecords: 1 })

    expect(cuts.map(cut => [cut.from, cut.to])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3]
    ])
    expect(cutShards(sizes, { ...limits, minRecords: 2 })).toEqual([])
  })

  it('makes nothing of nothing', () => {
    expect(cutShards([], limits)).toEqual([])
  })

  it.each([
    ['even', () => 2000],
    ['uneven', index => (index * 7919) % 40_000],
    ['too large for any job', () => 20_000_000]
  ] as [string, (index: number) => number][])('cuts a million %s records in no time', (_what, sizeOf) => {
    const sizes = Float64Array.from({ length: 1_000_000 }, (_, index) => sizeOf(index))
    const startedAt = performance.now()

    cutShards(sizes, { minRecords: 100, maxRecords: 50_000, maxBytes: 1_000_000_000 })

    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})
