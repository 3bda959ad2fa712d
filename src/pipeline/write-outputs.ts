/** The rows of every output on their way to its files: one table, one per path, one file per row, or columns of the dataset. */
import type { Cells, ColumnHead } from '../outputs/format.ts'
import { formatOf } from '../outputs/formats.ts'
import type { ManifestFile } from '../outputs/manifest.ts'
import { merged } from '../outputs/merge.ts'
import type { JsonValue } from '../json.ts'
import { isMerge, mergeFormatOf } from '../spec/merge.ts'
import { isPerRow } from '../spec/output-formats.ts'
import { hasHoles } from '../spec/path-template.ts'
import { FileTotals } from './file-totals.ts'
import type { Finishing } from './finish.ts'
import { GroupedRows } from './grouped-rows.ts'
import { cellsOf } from './output-cells.ts'
import type { Numbered, RowCells } from './output-cells.ts'
import type { Pictures } from './pictures.ts'
import type { PreparedRow } from './prepare.ts'
import type { Put } from './put.ts'
import { preparedRows } from './standings.ts'
import type { RowStanding } from './standings.ts'

/** What writing an output needs, and tells of its rows as they pass. */
export interface Writing {
  readonly work: Finishing
  readonly standingOf: (row: PreparedRow) => RowStanding
  readonly put: Put
  readonly pictures: Pictures
  /** Called for every row with an answer, as often as it passes. `position` is its place in the dataset. */
  readonly tell: (to: Numbered, position: number, cells: RowCells) => void
}

export async function writeOutput(writing: Writing, to: Numbered): Promise<readonly ManifestFile[]> {
  const { spec } = to.output
  if (isMerge(spec)) return writeMerged(writing, to)
  if (isPerRow(spec.format)) return [await writeRowFiles(writing, to)]
  return [hasHoles(spec.path) ? await writeTables(writing, to) : await writeTable(writing, to)]
}

interface Passing {
  readonly row: PreparedRow
  readonly cells: RowCells
}

/** Rows that have a place in the output, in dataset order. */
async function* rowsOf(writing: Writing, to: Numbered): AsyncGenerator<readonly Passing[]> {
  let position = -1
  for await (const batch of preparedRows(writing.work.prepared)) {
    yield batch.flatMap((row): Passing[] => {
      position++
      const cells = cellsOf(writing.work, writing.standingOf(row), row, to)
      if (cells === undefined) return []
      writing.tell(to, position, cells)
      return [{ row, cells }]
    })
  }
}

async function writeTable(writing: Writing, to: Numbered): Promise<ManifestFile> {
  const { path, format } = to.output.spec
  let count = 0
  // Walked through twice by a format whose columns have types.
  const rows = {
    async *[Symbol.asyncIterator](): AsyncGenerator<readonly Cells[]> {
      count = 0
      for await (const batch of rowsOf(writing, to)) {
        count += batch.length
        yield batch.map(({ cells }) => cells.cells)
      }
    }
  }
  const { bytes, sha256 } = await writing.put(path, formatOf(format).write(to.output.columns, rows))
  return { path, rows: count, sha256, bytes }
}

/** All rows of one path go into one file. */
async function writeTables(writing: Writing, to: Numbered): Promise<ManifestFile> {
  const { spec, columns } = to.output
  const groups = new GroupedRows<readonly JsonValue[]>(writing.work.outside.scratch.create('rows-by-file'))
  const totals = new FileTotals(spec.path)
  for await (const batch of rowsOf(writing, to)) {
    for (const { row, cells } of batch) {
      const path = row.paths?.[to.number]
      if (typeof path === 'string') groups.add(path, cells.cells)
    }
  }
  for (const path of groups.paths) {
    totals.add(
      path,
      groups.countOf(path),
      await writing.put(path, formatOf(spec.format).write(columns, groups.of(path)))
    )
  }
  groups.discard()
  return totals.file()
}

/** Written so many at a time: most of the time of a small file is waiting. */
const atOnce = 32

async function writeRowFiles(writing: Writing, to: Numbered): Promise<ManifestFile> {
  const totals = new FileTotals(to.output.spec.path)
  for await (const batch of rowsOf(writing, to)) {
    for (let start = 0; start < batch.length; start += atOnce) {
      await Promise.all(
        batch.slice(start, start + atOnce).map(async ({ row, cells }) => {
          const path = row.paths?.[to.number]
          if (typeof path === 'string') totals.add(path, 1, await writeRowFile(writing, to, path, cells))
        })
      )
    }
  }
  return totals.file()
}

async function writeRowFile(
  { put, pictures }: Writing,
  to: Numbered,
  path: string,
  { cells, from }: RowCells
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const { spec, columns } = to.output
  const kept = spec.format === 'image' ? await pictures.kept(to.number, from, path, cells) : undefined
  if (kept !== undefined) return 'bytes' in kept ? kept : put(path, kept.stream())
  if (spec.format === 'image') pictures.tellFormat(path, cells)
  return put(path, formatOf(spec.format).write(columns, one(cells)))
}

async function* one(cells: Cells): AsyncGenerator<readonly Cells[]> {
  yield [cells]
}

type Merging = readonly [line: number, ...cells: JsonValue[]]

/** The dataset's files as this pass found them, with our columns in them. */
async function writeMerged(writing: Writing, to: Numbered): Promise<readonly ManifestFile[]> {
  const { work, put } = writing
  const { published } = work.known
  const rows = new GroupedRows<Merging>(work.outside.scratch.create('rows-by-file'))
  for await (const batch of rowsOf(writing, to))
    for (const { row, cells } of batch) rows.add(row.file, [row.line, ...cells.cells])
  const before = published.layoutsOf(to.output.spec.path)
  const former = before.flatMap(({ merge, columns }) => (merge === true ? Object.keys(columns) : []))
  const columns: readonly ColumnHead[] = to.output.columns
  const format = mergeFormatOf(work.request.spec) ?? 'csv'
  const files: ManifestFile[] = []
  for (const [path, source] of published.sources) {
    const merge = { columns, former, rows: mergedRows(rows.of(path)) }
    const facts = await put(path, merged(format, source.stream(), merge))
    files.push({ path, rows: rows.countOf(path), sha256: facts.sha256, bytes: facts.bytes })
  }
  rows.discard()
  return files
}

async function* mergedRows(
  batches: AsyncIterable<readonly Merging[]>
): AsyncGenerator<readonly { readonly line: number; readonly cells: Cells }[]> {
  for await (const batch of batches) yield batch.map(([line, ...cells]) => ({ line, cells }))
}
