/** Failed rows by reason. What a person can do about them is said elsewhere. */

interface FailureGroup {
  /** As in Outcome. */
  readonly reason: string
  /** Rows. */
  readonly count: number
  /** The message of the first row: foreign text, escape it. */
  readonly example?: string
  /** The first few rows: foreign text, escape it. */
  readonly keys: readonly string[]
  /** Of every row: not given up for good, another pass may ask it again. */
  readonly mayRetry?: true
}

export interface FailureGroups {
  add(reason: string, key: string, message?: string, mayRetry?: true): void
  /** The most frequent first, then by reason. */
  list(): readonly FailureGroup[]
}

const mostGroups = 100
const mostKeys = 5
const exampleCharacters = 300
const rest = 'other reasons'

/** Memory is bounded: past a hundred reasons those that are alike are counted together, and then the rest. */
export function failureGroups(): FailureGroups {
  const groups = new Groups()
  return {
    add: (reason, key, message, mayRetry) => groups.of(reason).take(key, message, mayRetry === true),
    list: () => groups.list().sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
  }
}

class Group {
  reason: string
  private count = 0
  private example: string | undefined
  private keys: string[] = []
  private mayRetry = true

  constructor(reason: string) {
    this.reason = reason
  }

  take(key: string, message: string | undefined, mayRetry: boolean): void {
    if (this.count === 0) this.example = message?.slice(0, exampleCharacters).toWellFormed()
    this.count++
    this.mayRetry &&= mayRetry
    if (this.keys.length < mostKeys) this.keys.push(key)
  }

  join({ count, example, keys, mayRetry }: Group): void {
    if (this.count === 0) this.example = example
    this.count += count
    this.mayRetry &&= mayRetry
    this.keys = [...this.keys, ...keys].slice(0, mostKeys)
  }

  told(): FailureGroup {
    const { reason, count, example, keys, mayRetry } = this
    return { reason, count, ...(example !== undefined && { example }), keys, ...(mayRetry && { mayRetry }) }
  }
}

class Groups {
  private groups = new Map<string, Group>()
  private readonly others = new Group(rest)
  private isCrowded = false

  of(reason: string): Group {
    const known = this.groups.get(reason)
    if (known !== undefined) return known
    if (this.groups.size >= mostGroups && !this.isCrowded) this.merge()
    return this.placeFor(reason)
  }

  list(): FailureGroup[] {
    return [...this.groups.values(), this.others].map(group => group.told()).filter(({ count }) => count > 0)
  }

  private placeFor(reason: string): Group {
    if (this.isCrowded) {
      for (const group of this.groups.values()) {
        const common = likeness(group.reason, reason)
        if (common !== undefined) return this.rename(group, common)
      }
    }
    if (this.groups.size >= mostGroups) return this.others
    const group = new Group(reason)
    this.groups.set(reason, group)
    return group
  }

  /** From here on whatever comes is compared with what is there. */
  private merge(): void {
    this.isCrowded = true
    const before = [...this.groups.values()]
    this.groups = new Map()
    for (const group of before) this.placeFor(group.reason).join(group)
  }

  private rename(group: Group, reason: string): Group {
    if (group.reason === reason) return group
    this.groups.delete(group.reason)
    group.reason = reason
    const same = this.groups.get(reason)
    same?.join(group)
    if (same === undefined) this.groups.set(reason, group)
    return same ?? group
  }
}

/**
 * What two reasons of one kind have in common, with `…` for the words in which they differ: undefined where that are
 * more than a third, or where one has more words.
 */
function likeness(one: string, other: string): string | undefined {
  const [kind = ''] = one.split(': ', 1)
  if (kind === one || !other.startsWith(`${kind}: `)) return undefined
  const [words, others] = [one.split(' '), other.split(' ')]
  if (words.length !== others.length) return undefined
  const common = words.map((word, at) => (word === others[at] ? word : '…'))
  return common.filter(word => word === '…').length * 3 > words.length ? undefined : common.join(' ')
}
