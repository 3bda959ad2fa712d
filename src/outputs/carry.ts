/**
 * What an unchanged row keeps when its file is written anew: the cells that came from the answer, as they stand in the
 * published file, whoever wrote them last. Pure; reading and finding rows is not done here.
 */
import { contentHash } from '../jobs/record.ts'
import { canonicalJson, type JsonValue } from '../json.ts'
import { isFromAnswer, type CellContext, type Column } from './columns.ts'
import type { Cells, OutputFormat } from './format.ts'
import type { LockOutput } from './lock-rows.ts'

/** Cells of the answer by slot: the column's path, with `#2` for the second column of one path. So a renamed column keeps its cells. */
export type AnswerCells = Readonly<Record<string, JsonValue>>

interface Slot {
  readonly column: string
  readonly slot: string
}

/** Of one published row; `output` is the layout in which the file was written. A cell that is absent is null. */
export function answerCells(
  output: Pick<LockOutput, 'columns'>,
  cells: Readonly<Record<string, JsonValue>>
): AnswerCells {
  return Object.fromEntries(slotsOf(output).map(({ column, slot }) => [slot, cells[column] ?? null]))
}

/**
 * Git and editors change line ends: cells that differ from the published ones in nothing else are these, and what is
 * edited has those that we write.
 */
export function withOwnLineEnds(cells: AnswerCells, published: string | undefined): AnswerCells {
  const isForeign = Object.values(cells).some(cell => typeof cell === 'string' && cell.includes('\r\n'))
  if (!isForeign || cellsHash(cells) === published) return cells
  return Object.fromEntries(
    Object.entries(cells).map(([slot, cell]) => [
      slot,
      typeof cell === 'string' ? cell.replaceAll('\r\n', '\n') : (cell ?? null)
    ])
  )
}

/** The same without the cells that are absent. */
export function presentCells(
  output: Pick<LockOutput, 'columns'>,
  cells: Readonly<Record<string, JsonValue>>
): AnswerCells {
  const there = slotsOf(output).filter(({ column }) => Object.hasOwn(cells, column))
  return Object.fromEntries(there.map(({ column, slot }) => [slot, cells[column] ?? null]))
}

/** Columns of the answer that a row of the file does not have; all were written. */
export function columnsLacking(
  output: Pick<LockOutput, 'columns'>,
  cells: Readonly<Record<string, JsonValue>>
): readonly string[] {
  return slotsOf(output).flatMap(({ column }) => (Object.hasOwn(cells, column) ? [] : [column]))
}

/** Of one published row: the cells that came from the dataset, by column. */
export function datasetCells(
  { columns }: Pick<LockOutput, 'columns'>,
  cells: Readonly<Record<string, JsonValue>>
): Readonly<Record<string, JsonValue>> {
  const names = Object.keys(columns).filter(name => !isAnswerPath(columns[name] ?? ''))
  return Object.fromEntries(names.map(name => [name, cells[name] ?? null]))
}

/** What answerCells will give once a fresh answer was written in this format and read back. */
export function freshAnswerCells(columns: readonly Column[], cells: Cells, format: OutputFormat): AnswerCells {
  const byName = Object.fromEntries(
    columns.map(({ name }, index) => [name, format.asRead(cells[index] ?? null, columns[index] ?? { name })])
  )
  return answerCells(layoutOf(columns), byName)
}

/** Goes into the lock when an answer is published. A later difference is a person's edit. */
export function cellsHash(cells: AnswerCells): string {
  return contentHash(canonicalJson(cells))
}

/** Whether the file's rows hold every answer cell that the new columns need, in a form that the new format reads back. */
export function canCarry(
  before: LockOutput,
  now: { readonly spec: { readonly format: string }; readonly columns: readonly Column[] }
): boolean {
  if (before.format !== now.spec.format) return false
  const there = new Set(slotsOf(before).map(({ slot }) => slot))
  return now.columns.filter(isFromAnswer).every(({ path }) => there.has(path))
}

/** The cells of a carried row: the answer's from the published file, the others made anew. */
export function carriedCells(columns: readonly Column[], context: CellContext, kept: AnswerCells): Cells {
  const slots = new Map(slotsOf(layoutOf(columns)).map(({ column, slot }) => [column, slot]))
  return columns.map(column =>
    isFromAnswer(column) ? keptCell(kept, column, slots.get(column.name)) : column.value(context)
  )
}

/** A second column of one path that is new shows what the first does. */
function keptCell(kept: AnswerCells, { path }: Column, slot = path): JsonValue {
  return (Object.hasOwn(kept, slot) ? kept[slot] : kept[path]) ?? null
}

/**
 * The hash for the lock of a carried row. While the same answer cells are published it stays what it was, so that an
 * edit goes on being told from what was published; so it does under other columns, of which it can never be the hash.
 * What nobody edited becomes what was published under these.
 */
export function carriedHash(
  before: LockOutput,
  columns: readonly Column[],
  kept: AnswerCells,
  hash: string | undefined
): string {
  const slots = slotsOf(layoutOf(columns)).map(({ slot }) => slot)
  const known = new Set(slotsOf(before).map(({ slot }) => slot))
  const isSame = slots.length === known.size && slots.every(slot => known.has(slot))
  if (hash !== undefined && (isSame || hash !== cellsHash(kept))) return hash
  const none: CellContext = { key: '', fields: {} }
  const cells = carriedCells(columns, none, kept)
  return cellsHash(
    answerCells(layoutOf(columns), Object.fromEntries(columns.map(({ name }, index) => [name, cells[index] ?? null])))
  )
}

/** The column by which rows are found again, or undefined: then by position, and only where no row came or went. */
export function keyColumn(output: LockOutput): string | undefined {
  return output.key ?? Object.keys(output.columns).find(name => output.columns[name] === 'key')
}

function slotsOf({ columns }: Pick<LockOutput, 'columns'>): readonly Slot[] {
  const times = new Map<string, number>()
  return Object.entries(columns)
    .filter(([, path]) => isAnswerPath(path))
    .map(([column, path]) => {
      const time = (times.get(path) ?? 0) + 1
      times.set(path, time)
      return { column, slot: time === 1 ? path : `${path}#${time}` }
    })
}

/** As isFromAnswer says of a compiled column. */
function isAnswerPath(path: string): boolean {
  return !/^(?:row|key)(?![\w-])/.test(path)
}

function layoutOf(columns: readonly Column[]): Pick<LockOutput, 'columns'> {
  return { columns: Object.fromEntries(columns.map(({ name, path }) => [name, path])) }
}
