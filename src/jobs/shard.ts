/** How many records go into which job: as few jobs as can be, balanced, and none outside Bedrock's limits. */

export interface ShardLimits {
  readonly minRecords: number
  readonly maxRecords: number
  readonly maxBytes: number
}

/** Records `from` (inclusive) to `to` (exclusive) of the list that was cut. */
export interface Cut {
  readonly from: number
  readonly to: number
  readonly bytes: number
}

/**
 * Cuts records, given by their sizes in bytes, into shards that each keep all three limits. Where that cannot be done with
 * all of them, as few as possible are left out: they are in no cut. Of all ways to do so, one with the fewest shards, of
 * about equal record count. Where a job may hold a single record, one larger than `maxBytes` stands alone: the service has
 * to say what it thinks of it.
 */
export function cutShards(sizes: ArrayLike<number>, limits: ShardLimits): Cut[] {
  const sums = sumsOf(sizes)
  const total = sums[sizes.length] ?? 0
  const most = Math.floor(sizes.length / Math.max(1, limits.minRecords))
  if (most === 0) return []
  const fewest = Math.max(1, Math.ceil(sizes.length / limits.maxRecords), Math.ceil(total / limits.maxBytes))
  const even = cutEvenly(sums, Math.min(fewest, most))
  return even.every(cut => isLegal(cut, limits)) ? even : new Cutting(sums, limits).cuts()
}

/** The bytes of all records before each one, and at the end of all. */
function sumsOf(sizes: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(sizes.length + 1)
  for (let index = 0; index < sizes.length; index++) sums[index + 1] = (sums[index] ?? 0) + (sizes[index] ?? 0)
  return sums
}

function cutAt(sums: Float64Array, from: number, to: number): Cut {
  return { from, to, bytes: (sums[to] ?? 0) - (sums[from] ?? 0) }
}

function cutEvenly(sums: Float64Array, parts: number): Cut[] {
  const records = sums.length - 1
  const bound = (part: number): number => Math.floor((part * records) / parts)
  return Array.from({ length: parts }, (_, part) => cutAt(sums, bound(part), bound(part + 1)))
}

function isLegal({ from, to, bytes }: Cut, { minRecords, maxRecords, maxBytes }: ShardLimits): boolean {
  return to - from >= Math.max(1, minRecords) && to - from <= maxRecords && bytes <= maxBytes
}

/** A record left out weighs more than any number of shards. */
const leftOut = 2 ** 24

/**
 * For every number of records from the first, the best that can be done with these: how many are left out, and in how many
 * shards the others are. One pass from front to back, with the best earlier cuts at hand; then back along the best way.
 */
class Cutting {
  private readonly sums: Float64Array
  private readonly limits: ShardLimits
  private readonly records: number
  private readonly least: number
  /** `leftOut` times the records that are left out, plus the shards. */
  private readonly best: Float64Array
  /** Where the longest shard that ends here may begin. */
  private readonly earliest: Uint32Array

  constructor(sums: Float64Array, limits: ShardLimits) {
    this.sums = sums
    this.limits = limits
    this.records = sums.length - 1
    this.least = Math.max(1, limits.minRecords)
    this.best = new Float64Array(sums.length)
    this.earliest = new Uint32Array(sums.length)
    this.weigh()
  }

  cuts(): Cut[] {
    const even = cutEvenly(this.sums, Math.max(1, this.shardsUpTo(this.records)))
    if (this.costOf(this.records) < leftOut && even.every(cut => isLegal(cut, this.limits))) return even
    const cuts: Cut[] = []
    for (let to = this.records; to > 0;) {
      if (this.costOf(to) === this.costOf(to - 1) + leftOut) {
        to--
        continue
      }
      const from = this.fromOf(to)
      cuts.push(cutAt(this.sums, from, to))
      to = from
    }
    return cuts.reverse()
  }

  private weigh(): void {
    // Places where a shard may begin, those that no later one is as good as; the best of them first.
    const places = new Uint32Array(this.sums.length)
    let first = 0
    let end = 0
    for (let to = 1; to <= this.records; to++) {
      const latest = to - this.least
      if (latest >= 0) {
        while (end > first && this.costOf(places[end - 1] ?? 0) >= this.costOf(latest)) end--
        places[end++] = latest
      }
      const earliest = this.earliestOf(to)
      this.earliest[to] = earliest
      while (end > first && (places[first] ?? 0) < earliest) first++
      const without = this.costOf(to - 1) + leftOut
      this.best[to] = end > first ? Math.min(without, this.costOf(places[first] ?? 0) + 1) : without
    }
  }

  private earliestOf(to: number): number {
    const { maxRecords, maxBytes } = this.limits
    let from = Math.max(this.earliest[to - 1] ?? 0, to - maxRecords)
    while (from < to && cutAt(this.sums, from, to).bytes > maxBytes) from++
    // Too large for any file, and alone where it may be.
    return from === to && this.least === 1 ? to - 1 : from
  }

  private costOf(records: number): number {
    return this.best[records] ?? 0
  }

  private shardsUpTo(records: number): number {
    return this.costOf(records) % leftOut
  }

  /** Of the places where a best last shard may begin, the one that leaves it closest to an even share of the records. */
  private fromOf(to: number): number {
    const wanted = this.costOf(to) - 1
    const latest = to - this.least
    const earliest = this.earliest[to] ?? 0
    const even = Math.min(latest, Math.max(earliest, to - Math.round(to / this.shardsUpTo(to))))
    for (let step = 0; even - step >= earliest || even + step <= latest; step++) {
      if (even - step >= earliest && this.costOf(even - step) === wanted) return even - step
      if (even + step <= latest && this.costOf(even + step) === wanted) return even + step
    }
    throw new RangeError(`no shard ends at record ${to}`)
  }
}
