/** Finds every published row in the files of one output, so that its cells can be carried over. */
import type { DatasetSource } from '../dataset/dataset.ts'
import type { Row } from '../dataset/row.ts'
import { canCarry, keyColumn } from '../outputs/carry.ts'
import { keyText } from '../outputs/columns.ts'
import { conflictLine, hasConflict } from '../outputs/conflict.ts'
import { OutputUnreadable } from '../outputs/format.ts'
import type { PublishedFile, PublishedRow } from '../outputs/format.ts'
import { formatOf } from '../outputs/formats.ts'
import type { LockOutput } from '../outputs/lock.ts'
import type { Workspace } from '../ports.ts'
import { problem, ProblemsFound } from '../problems.ts'
import type { Problems } from '../problems.ts'
import { isPerRow } from '../spec/output-formats.ts'
import { hasHoles } from '../spec/path-template.ts'
import { matchByPlace } from './match-by-place.ts'
import type { Output, Published } from './published.ts'
import { readMerged } from './read-merged.ts'
import { renamed, RowTaker } from './take-row.ts'

export interface Reading {
  readonly workspace: Workspace
  readonly published: Published
  readonly number: number
  readonly output: Output
  readonly problems: Problems
  readonly source: DatasetSource
  /** Of the dataset as it is now, expanded. */
  readonly datasetRows: () => AsyncIterable<readonly Row[]>
}

/** Throws ProblemsFound for a file that is no longer in its format. */
export async function readOutput(reading: Reading): Promise<void> {
  const { published, number, output, problems } = reading
  const { path, format } = output.spec
  const before = published.layoutOf(path)
  if (published.layoutsOf(path).length > 1) {
    const message = `the two sides of the lock lay ${path} out differently: its rows are written anew, with what a person may have edited in them`
    problems.warning(message, { file: path })
  }
  if (before === undefined) return
  // Rows of which an answer cell is missing are written anew, but for what a person edited.
  published.setCarries(number, canCarry(before, output))
  if (before.format === format) await readAs(reading, before)
  else await forgetFormat(reading, before)
}

async function readAs(reading: Reading, before: LockOutput): Promise<void> {
  const { published, number } = reading
  const { path } = before
  if (before.merge === true) await readable(path, before, () => readMerged(reading, before))
  else if (isPerRow(before.format)) await readRowFiles(reading, before)
  else if (hasHoles(path)) {
    for (const file of published.filesOf(number)) {
      const rows = published.rowsIn(number, file)
      await readable(file, before, () => readTable(reading, before, { file, rows }))
    }
  } else await readable(path, before, () => readTable(reading, before, { file: path, rows: published.inOrder() }))
}

/** Cells of one format are none of another; what a person loses by that is told before it is overwritten. */
async function forgetFormat(reading: Reading, before: LockOutput): Promise<void> {
  const { published, number, problems } = reading
  const { path } = before
  let lost = ', with what a person may have edited in them'
  try {
    await readAs(reading, before)
    const edited = published.countEdited(number)
    lost = edited === 0 ? '' : `, and what a person edited in ${edited} of them is lost`
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error
  }
  published.forget(number)
  problems.warning(`the format of ${path} changed: its rows are written anew${lost}`, { file: path })
}

async function readable(file: string, { format }: LockOutput, read: () => Promise<void>): Promise<void> {
  try {
    await read()
  } catch (error) {
    if (!(error instanceof OutputUnreadable)) throw error
    const place = { file, ...(error.line !== undefined && { line: error.line }) }
    const remedy = `Mend it or restore it with git. ${error.hint ?? ''}`.trim()
    throw new ProblemsFound([problem('error', `${file} is no longer ${format}: ${error.message}`, place, remedy)])
  }
}

/** Read so many at a time: most of the time of a small file is waiting. */
const atOnce = 32

/** Each holds the one row that the lock says. */
async function readRowFiles(reading: Reading, before: LockOutput): Promise<void> {
  const { published, number } = reading
  const files = published.filesOf(number)
  const taker = new RowTaker(reading, before)
  for (let start = 0; start < files.length; start += atOnce) {
    await Promise.all(
      files.slice(start, start + atOnce).map(file =>
        readable(file, before, async () => {
          const [row] = published.rowsIn(number, file)
          const content = await contentOf(reading, before, file).next()
          if (row === undefined || content.done === true) return
          const line = hasConflict(content.value.cells) ? await lineOfConflict(reading, file) : undefined
          taker.take(row, { ...content.value, ...(line !== undefined && { line }) }, file)
        })
      )
    )
  }
}

async function lineOfConflict({ workspace }: Reading, file: string): Promise<number | undefined> {
  return conflictLine((await workspace.readText(file, 256 << 20)) ?? '')
}

interface Table {
  readonly file: string
  /** Published rows that stand in it, in their order. */
  readonly rows: Iterable<number>
}

/** By the key column, else by place where no line was added or removed. */
async function readTable(reading: Reading, before: LockOutput, table: Table): Promise<void> {
  const { workspace, published } = reading
  const { file } = table
  if ((await workspace.stat(file)) === undefined) return
  const column = keyColumn(before)
  const lines = contentOf(reading, before, file)
  if (column === undefined) {
    await matchByPlace({ ...reading, before }, { ...table, lines })
    return
  }
  const taker = new RowTaker(reading, before)
  for await (const row of lines) {
    if (!Object.hasOwn(row.cells, column))
      throw renamed(`the column ${JSON.stringify(column)}, which holds the key, is missing`, row.line)
    const index = published.find(keyText(row.cells[column]))
    if (index >= 0) taker.take(index, row, file)
  }
}

async function* contentOf({ workspace }: Reading, { format }: LockOutput, path: string): AsyncGenerator<PublishedRow> {
  const facts = await workspace.stat(path)
  if (facts === undefined) return
  for await (const rows of formatOf(format).read(fileAt(workspace, path, facts.bytes))) yield* rows
}

function fileAt(workspace: Workspace, path: string, bytes: number): PublishedFile {
  return {
    bytes,
    stream: () => workspace.read(path),
    slice: (from, to) => workspace.slice(path, from, to)
  }
}
