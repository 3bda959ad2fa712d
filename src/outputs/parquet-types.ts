/** Which type a Parquet column has: told by all of its cells, whatever their order. Pages and bytes are not known here. */
import { canonicalJson, type JsonArray, type JsonValue } from '../json.ts'
import type { ColumnHead } from './format.ts'

/** `json`: any JSON value, for what has no type in common. */
export type CellKind = 'text' | 'boolean' | 'integer' | 'number' | 'vector' | 'texts' | 'numbers' | 'json'

/** A list without items goes with any kind of list. */
type Seen = CellKind | 'empty'

/** What the cells seen so far have in common. */
export class KindOfColumn {
  private readonly column: ColumnHead
  private kind: Seen | undefined

  constructor(column: ColumnHead) {
    this.column = column
  }

  see(cell: JsonValue): void {
    if (cell === null || this.kind === 'json') return
    this.kind = common(this.kind, kindOf(cell, this.column))
  }

  /** A column without a value is one of text. */
  get found(): CellKind {
    return this.kind === 'empty' ? 'texts' : (this.kind ?? 'text')
  }
}

function kindOf(cell: JsonValue, { vector }: ColumnHead): Seen {
  if (typeof cell === 'string') return 'text'
  if (typeof cell === 'boolean') return 'boolean'
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? 'integer' : 'number'
  return Array.isArray(cell) ? listKind(cell as JsonArray, vector) : 'json'
}

function listKind(cell: JsonArray, vector: boolean | undefined): Seen {
  if (cell.length === 0) return 'empty'
  if (cell.every(item => typeof item === 'number')) return vector === true ? 'vector' : 'numbers'
  return cell.every(item => typeof item === 'string') ? 'texts' : 'json'
}

function common(one: Seen | undefined, other: Seen): Seen {
  if (one === undefined || one === other) return other
  if (one === 'empty' && isList(other)) return other
  if (other === 'empty' && isList(one)) return one
  const both = new Set([one, other])
  return both.has('integer') && both.has('number') ? 'number' : 'json'
}

function isList(kind: Seen): boolean {
  return kind === 'vector' || kind === 'texts' || kind === 'numbers'
}

/** The cell as its column holds it. */
export function storedAs(kind: CellKind, cell: JsonValue): unknown {
  if (cell === null) return null
  if (kind === 'integer') return BigInt(Number(cell))
  return kind === 'json' ? (JSON.parse(canonicalJson(cell)) as JsonValue) : cell
}
