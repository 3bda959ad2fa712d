/** How many records go into which job: balanced, within Bedrock's limits, and never a tail below the minimum. */

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
 * Cuts records, given by their sizes in bytes, into as few shards as the limits allow, of about equal record count.
 * A record larger than `maxBytes` stands alone: the service has to say what it thinks of it.
 */
export function cutShards(sizes: ArrayLike<number>, limits: ShardLimits): Cut[] {
  for (let parts = Math.max(1, Math.ceil(sizes.length / limits.maxRecords)); ; parts++) {
    const cuts = cutInto(sizes, parts)
    const fits = cuts.every(cut => cut.bytes <= limits.maxBytes)
    // More parts would fall below the minimum: then bytes decide, part by part.
    if (fits || sizes.length / (parts + 1) < Math.max(1, limits.minRecords))
      return fits ? cuts : cutGreedily(sizes, limits)
  }
}

function cutInto(sizes: ArrayLike<number>, parts: number): Cut[] {
  const cuts: Cut[] = []
  for (let part = 0; part < parts; part++) {
    const from = Math.floor((part * sizes.length) / parts)
    const to = Math.floor(((part + 1) * sizes.length) / parts)
    if (to > from) cuts.push({ from, to, bytes: sum(sizes, from, to) })
  }
  return cuts
}

function cutGreedily(sizes: ArrayLike<number>, limits: ShardLimits): Cut[] {
  const cuts: Cut[] = []
  let from = 0
  let bytes = 0
  for (let index = 0; index < sizes.length; index++) {
    const size = sizes[index] ?? 0
    if (index > from && (bytes + size > limits.maxBytes || index - from === limits.maxRecords)) {
      cuts.push({ from, to: index, bytes })
      from = index
      bytes = 0
    }
    bytes += size
  }
  if (from < sizes.length) cuts.push({ from, to: sizes.length, bytes })
  return cuts
}

function sum(sizes: ArrayLike<number>, from: number, to: number): number {
  let total = 0
  for (let index = from; index < to; index++) total += sizes[index] ?? 0
  return total
}
