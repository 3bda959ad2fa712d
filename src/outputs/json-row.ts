/** One row as a JSON object on one line, and back: what JSONL and JSON share. */
import { canonicalJson, isObject, type JsonValue } from '../json.ts'
import { newCells, OutputUnreadable, type Cells, type ColumnHead, type PublishedRow } from './format.ts'
import { parseJson } from '../results/parse-json.ts'

/** Members in the order of the columns; inside a cell, objects have their keys sorted. */
export function objectWriter(columns: readonly ColumnHead[]): (cells: Cells) => string {
  const names = columns.map(({ name }) => JSON.stringify(name))
  return cells => `{${names.map((name, index) => `${name}:${canonicalJson(cells[index] ?? null)}`).join(',')}}`
}

/** Throws OutputUnreadable. */
export function readObject(text: string, line: number): PublishedRow {
  const value = parseJson(text)
  if (value === undefined) throw new OutputUnreadable('the row is not JSON', line)
  if (!isObject(value)) throw new OutputUnreadable('the row is not a JSON object', line)
  const cells = newCells()
  for (const [name, cell] of Object.entries(value)) cells[name] = cell
  return { cells, line }
}

/** -0 and the like come back as JSON has them. */
export function asRead(cell: JsonValue): JsonValue {
  return JSON.parse(canonicalJson(cell)) as JsonValue
}
