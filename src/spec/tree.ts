/**
 * YAML → plain JSON values, with the place of every member. All mistakes of the YAML itself are found here: syntax,
 * several documents, duplicate keys, tags, aliases. Knows nothing of a spec's fields.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Scalar
} from 'yaml'
import { type Lines, type Path, Places } from './places.ts'
import type { Problems } from '../problems.ts'

type Range = readonly [number, number]

export interface Tree {
  readonly value: unknown
  readonly places: Places
  /** False where the reader gave up: what is missing then says nothing. */
  readonly whole: boolean
}

/** Aliases are followed, so that a small text can stand for many values. */
const maxValues = 50_000

const untagged = 'Only plain YAML values: remove the tag.'
const tags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(name => `tag:yaml.org,2002:${name}`))

/** Never throws for a document that the parser returned: what cannot be read is left out and said in `problems`. */
export function readTree(document: Document.Parsed, lines: Lines, problems: Problems): Tree {
  return new Reader(lines, problems).read(document)
}

/** Stands for a value that could not be read, whose problem has been said. */
const unreadable = Symbol('unreadable')

class Reader {
  private readonly places: Places
  private readonly anchors = new Map<string, ParsedNode>()
  private readonly open = new Set<ParsedNode>()
  private values = 0
  /** Where an alias is being followed, its content stands where the alias does. */
  private aliasRange: Range | undefined
  private readonly lines: Lines
  private readonly problems: Problems

  constructor(lines: Lines, problems: Problems) {
    this.lines = lines
    this.problems = problems
    this.places = new Places(lines)
  }

  read(document: Document.Parsed): Tree {
    const value = this.value(document.contents, [])
    return { value: value === unreadable ? undefined : value, places: this.places, whole: this.values <= maxValues }
  }

  private value(node: ParsedNode | null, path: Path): unknown {
    if (node === null) return null
    const range = this.rangeOf(node)
    if (++this.values > maxValues) {
      if (this.values === maxValues + 1) {
        this.error(
          range,
          `the spec stands for more than ${maxValues.toLocaleString('en')} values`,
          'Put data into a file of its own, and write out what aliases stand for.'
        )
      }
      return unreadable
    }
    if (isAlias(node)) return this.followed(node.source, range, path)
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node)
    if (node.tag !== undefined && !tags.has(node.tag)) {
      this.error(range, `the tag ${node.tag} is not allowed`, untagged)
      return unreadable
    }
    this.places.mark(path, range, isScalar(node) ? node.source : undefined)
    this.open.add(node)
    const value = this.content(node, path, range)
    this.open.delete(node)
    return value
  }

  private content(node: Exclude<ParsedNode, Alias>, path: Path, range: Range): unknown {
    if (isMap(node)) return this.map(node.items, node.flow === true, path)
    return isSeq(node) ? this.list(node.items, path) : this.scalar(node, range)
  }

  private followed(anchor: string, range: Range, path: Path): unknown {
    const node = this.anchors.get(anchor)
    if (!node) {
      this.error(range, `the alias *${anchor} has no anchor &${anchor} before it`)
      return unreadable
    }
    if (this.open.has(node)) {
      this.error(range, `the alias *${anchor} contains itself`, 'Write the value out.')
      return unreadable
    }
    const outer = this.aliasRange
    this.aliasRange ??= range
    const value = this.value(node, path)
    this.aliasRange = outer
    return value
  }

  private map(pairs: readonly Pair<ParsedNode, ParsedNode | null>[], flow: boolean, path: Path): unknown {
    const members: Record<string, unknown> = {}
    for (const pair of pairs) {
      const key = this.key(pair.key)
      // In braces it is not a map at all, as in `user: {{ row.sku }}`; elsewhere the other names still count.
      if (key === undefined && flow) return unreadable
      if (key === undefined) continue
      const range = this.rangeOf(pair.key)
      if (Object.hasOwn(members, key)) {
        this.error(range, `${JSON.stringify(key)} stands here for the second time`, 'Remove one of the two.')
        continue
      }
      this.places.markKey([...path, key], range)
      const value = this.value(pair.value, [...path, key])
      if (value !== unreadable) members[key] = value
      else this.places.markBroken([...path, key])
    }
    return members
  }

  private key(node: ParsedNode): string | undefined {
    const range = this.rangeOf(node)
    const target = isAlias(node) ? this.anchors.get(node.source) : node
    if (node.tag !== undefined && !tags.has(node.tag)) this.error(range, `the tag ${node.tag} is not allowed`, untagged)
    if (isMap(node) && node.flow) {
      this.error(range, 'a template stands here without quotes', 'YAML reads braces as a map; write "{{ … }}".')
      return undefined
    }
    if (!target || !isScalar(target)) {
      this.error(range, 'a map or list cannot be a name', 'A text that begins with { or [ must be in quotes.')
      return undefined
    }
    const key = target.source
    if (key !== '__proto__') return key
    this.error(range, '__proto__ cannot be a name')
    return undefined
  }

  private list(nodes: readonly ParsedNode[], path: Path): unknown {
    const items = nodes.map((node, index) => this.value(node, [...path, index]))
    return items.includes(unreadable) ? unreadable : items
  }

  private scalar(node: Scalar.Parsed, range: Range): unknown {
    const { value, source } = node
    if (
      typeof value === 'bigint' ||
      (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    ) {
      this.error(range, `the number ${source} is too large to be read exactly`, `Put it in quotes: "${source}".`)
      return unreadable
    }
    if (typeof value !== 'number' || Number.isFinite(value)) return value
    this.error(range, `${source} is not a number that JSON can hold`)
    return unreadable
  }

  private rangeOf(node: ParsedNode): Range {
    return this.aliasRange ?? [node.range[0], node.range[1]]
  }

  private error(range: Range, message: string, hint?: string): void {
    this.problems.error(message, this.lines.place(range[0], range[1]), hint)
  }
}
