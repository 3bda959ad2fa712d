/** A CSV cell is text; `types` in the spec makes it something else, or a Problem. Columns and lines are not known here. */
import { exactJson } from './exact-json.ts'
import type { JsonValue } from '../json.ts'
import type { CellType } from '../spec/spec.ts'

interface BadCell {
  readonly expected: string
  readonly hint: string
}

export type CellReading = { readonly value: JsonValue } | BadCell

/** An empty cell of a typed column is null: it has no value. */
const nothing: CellReading = { value: null }

const readings: Readonly<Record<CellType, (cell: string) => CellReading>> = {
  text: cell => ({ value: cell }),
  number: readNumber,
  boolean: readBoolean,
  json: readJson
}

export function readCell(cell: string, type: CellType): CellReading {
  return readings[type](cell)
}

function readNumber(cell: string): CellReading {
  const text = cell.trim()
  if (text === '') return nothing
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) {
    return { expected: 'a number', hint: 'write it like 1299.5, without thousands separators or currency' }
  }
  const value = Number(text)
  if (Number.isFinite(value) && (Number.isSafeInteger(value) || !/^[+-]?\d+$/.test(text))) {
    return { value: value === 0 ? 0 : value }
  }
  return { expected: 'a number that can be kept exactly', hint: 'keep the column as text' }
}

function readBoolean(cell: string): CellReading {
  const text = cell.trim().toLowerCase()
  if (text === '') return nothing
  if (text === 'true' || text === 'false') return { value: text === 'true' }
  return { expected: 'true or false', hint: 'write true or false' }
}

function readJson(cell: string): CellReading {
  if (cell.trim() === '') return nothing
  try {
    return { value: exactJson(cell) }
  } catch {
    return { expected: 'JSON', hint: 'text needs quotes in JSON: "red"' }
  }
}
