/** The order of keys: by their UTF-8 bytes, as S3 lists them. Kept sorted, so that a listing is a walk. */

/** Below, at or above zero. Code units would put a surrogate pair before U+E000…U+FFFF; bytes do not. */
export function compareKeys(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

export class SortedKeys {
  private readonly keys: string[] = []

  add(key: string): void {
    const index = this.from(key)
    if (this.keys[index] !== key) this.keys.splice(index, 0, key)
  }

  remove(key: string): void {
    const index = this.from(key)
    if (this.keys[index] === key) this.keys.splice(index, 1)
  }

  at(index: number): string | undefined {
    return this.keys[index]
  }

  /** Index of the first key that is not below this one. */
  from(key: string): number {
    let [low, high] = [0, this.keys.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareKeys(this.keys[middle] ?? '', key) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

export interface ListQuery {
  readonly prefix?: string
  readonly delimiter?: string
  /** Keys above this one, not itself. */
  readonly startAfter?: string
  /** Keys and common prefixes together. Default: all. */
  readonly maxKeys?: number
}

export interface ListedNames {
  readonly keys: readonly string[]
  readonly commonPrefixes: readonly string[]
  /** Where a next page goes on, as its `startAfter`; undefined on the last one. */
  readonly next?: string
}

/** One page of names. A `startAfter` that is a common prefix skips everything below it. */
export function listNames(sorted: SortedKeys, query: ListQuery): ListedNames {
  const { prefix = '', delimiter = '', startAfter = '', maxKeys = Infinity } = query
  const keys: string[] = []
  const commonPrefixes: string[] = []
  let last = delimiter !== '' && startAfter.startsWith(prefix) ? rolledUp(startAfter, prefix, delimiter) : undefined
  // Only a start that *is* a common prefix was listed before; one that lies below it was not.
  if (last !== startAfter) last = undefined
  let latest = startAfter
  for (let index = Math.max(sorted.from(prefix), sorted.from(startAfter)); ; index++) {
    const key = sorted.at(index)
    if (key === undefined || !key.startsWith(prefix)) break
    if (key === startAfter || (last !== undefined && key.startsWith(last))) continue
    if (keys.length + commonPrefixes.length >= maxKeys) return { keys, commonPrefixes, next: latest }
    last = delimiter === '' ? undefined : rolledUp(key, prefix, delimiter)
    if (last === undefined) keys.push(key)
    else commonPrefixes.push(last)
    latest = last ?? key
  }
  return { keys, commonPrefixes }
}

function rolledUp(key: string, prefix: string, delimiter: string): string | undefined {
  const end = key.indexOf(delimiter, prefix.length)
  return end < 0 ? undefined : key.slice(0, end + delimiter.length)
}
