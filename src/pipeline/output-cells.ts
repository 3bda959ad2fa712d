/** The cells of one row in one output: carried over, made from an answer, or telling why there is none. Nothing is written here. */
import { carriedCells, carriedHash, cellsHash, freshAnswerCells } from '../outputs/carry.ts'
import { isFromAnswer } from '../outputs/columns.ts'
import type { CellContext } from '../outputs/columns.ts'
import type { JsonValue } from '../json.ts'
import type { Cells } from '../outputs/format.ts'
import { formatOf } from '../outputs/formats.ts'
import type { Finishing } from './finish.ts'
import type { PreparedRow } from './prepare.ts'
import type { Output } from './published.ts'
import type { RowStanding } from './standings.ts'

/** One output, by its number in the spec. */
export interface Numbered {
  readonly number: number
  readonly output: Output
}

export interface RowCells {
  readonly cells: Cells
  /** Of the answer cells, for the lock; absent where there is no answer. */
  readonly hash?: string
  /** The published row whose file holds what is carried; -1 where everything is made anew. */
  readonly from: number
  /** The answer itself, where it is new and no person has written over it. */
  readonly answer?: { readonly value: JsonValue; readonly repaired?: true }
}

/** Undefined where the row has no place in the output. */
export function cellsOf(work: Finishing, standing: RowStanding, row: PreparedRow, to: Numbered): RowCells | undefined {
  switch (standing.kind) {
    case 'published':
      return carried(work, row, to)
    case 'answered':
      return answered(work, standing.question, row, to)
    case 'failed':
      return formatOf(to.output.spec.format).tellsFailures ? failed(work, standing, row, to) : undefined
    case 'open':
      return undefined
  }
}

function carried({ known }: Finishing, row: PreparedRow, { number, output }: Numbered): RowCells | undefined {
  const { published } = known
  const kept = published.cellsOf(number, row.published)
  if (kept === undefined) return undefined
  const cells = overlay(output, carriedCells(output.columns, nothing, kept.cells), row.cells[number] ?? [])
  // Where a person wrote over the row's own cells, that is kept, though the answer is another row's.
  const edited = row.edited === undefined ? undefined : withEdits(known, number, row.edited, cells)
  const isOwn = edited !== undefined && readHash(output, edited) !== readHash(output, cells)
  const from = isOwn ? (row.edited ?? -1) : row.published
  // A person's edit keeps the hash of what was published, so that it goes on being counted as one.
  const before = published.layoutOf(output.spec.path)
  const said = published.cellsOf(number, from)?.cells ?? kept.cells
  const old = published.hashOf(number, from)
  const hash = before === undefined ? cellsHash(said) : carriedHash(before, output.columns, said, old)
  return { cells: isOwn ? edited : cells, hash, from }
}

function answered(work: Finishing, question: number, row: PreparedRow, { number, output }: Numbered): RowCells {
  const { value, usage, reasoning, repaired } = work.answers.answerOf(question)
  const context: CellContext = {
    ...asked(work, question),
    answer: value,
    usage,
    ...(reasoning !== undefined && { reasoning })
  }
  const fresh = filled(output, context, row.cells[number] ?? [])
  const hash = readHash(output, fresh)
  const edited = row.edited === undefined ? undefined : withEdits(work.known, number, row.edited, fresh)
  // What a person wrote may have stood in a column that is gone, or be what is answered.
  if (edited !== undefined && readHash(output, edited) !== hash) return { cells: edited, hash, from: row.edited ?? -1 }
  return { cells: fresh, hash, from: -1, answer: { value, ...(repaired && { repaired }) } }
}

/** Whether something that a person wrote is among the cells of the row. */
export function keepsEdit(work: Finishing, standing: RowStanding, row: PreparedRow): boolean {
  const { edited } = row
  if (edited === undefined) return standing.kind === 'published' && standing.edited
  return work.known.outputs.some((output, number) => cellsOf(work, standing, row, { number, output })?.from === edited)
}

function readHash({ columns, spec }: Output, cells: Cells): string {
  return cellsHash(freshAnswerCells(columns, cells, formatOf(spec.format)))
}

function failed(
  work: Finishing,
  { reason, message }: Extract<RowStanding, { kind: 'failed' }>,
  row: PreparedRow,
  { number, output }: Numbered
): RowCells {
  const context: CellContext = { ...asked(work, row.question), error: { code: reason, message } }
  return { cells: filled(output, context, row.cells[number] ?? []), from: -1 }
}

const nothing: CellContext = { key: '', fields: {} }

function asked(work: Finishing, question: number): CellContext {
  return { ...nothing, recordId: work.questions.ids.idAt(question), model: work.request.spec.model }
}

/** A person's cells win over the same answer written anew, where the output still has a column for them. */
function withEdits(known: Finishing['known'], number: number, row: number, fresh: Cells): Cells | undefined {
  const output = known.outputs[number]
  const kept = known.published.cellsOf(number, row)
  if (output === undefined || kept?.edited !== true) return undefined
  const cells = carriedCells(output.columns, nothing, kept.cells)
  return fresh.map((cell, index) => {
    const column = output.columns[index]
    return column !== undefined && isFromAnswer(column) && Object.hasOwn(kept.cells, column.path)
      ? (cells[index] ?? null)
      : cell
  })
}

/** What comes from the dataset was made when the row was prepared. */
function overlay(output: Output, cells: Cells, own: Cells): Cells {
  return output.columns.map((column, index) => (isFromAnswer(column) ? cells[index] : own[index]) ?? null)
}

function filled(output: Output, context: CellContext, own: Cells): Cells {
  return output.columns.map((column, index) => (isFromAnswer(column) ? column.value(context) : (own[index] ?? null)))
}
