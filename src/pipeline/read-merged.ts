/** Columns that stand in the dataset itself: its files as this pass found them, and what the merged cells say. */
import { readDataset } from '../dataset/dataset.ts'
import type { DatasetSource } from '../dataset/dataset.ts'
import type { Column } from '../outputs/columns.ts'
import type { PublishedFile, PublishedRow } from '../outputs/format.ts'
import { formatOf } from '../outputs/formats.ts'
import type { LockHeader, LockOutput } from '../outputs/lock.ts'
import type { Scratch, ScratchFile, Workspace } from '../ports.ts'
import { Problems } from '../problems.ts'
import { isMerge } from '../spec/merge.ts'
import { sideFiles } from '../spec/side-files.ts'
import type { OutputSpec, Spec } from '../spec/spec.ts'
import { lockHeaders } from './former-lock.ts'
import type { Published } from './published.ts'
import type { Reading } from './read-outputs.ts'
import { RowTaker } from './take-row.ts'

interface Keeping {
  readonly workspace: Workspace
  readonly scratch: Scratch
  readonly source: DatasetSource
  readonly published: Published
}

/**
 * Columns that an earlier pass has merged, by the lock: one that the spec no longer has stands in the files until they
 * are written anew, and is no more a part of the row than before.
 */
export async function formerlyMerged(workspace: Workspace, spec: Spec): Promise<readonly string[]> {
  if (!spec.outputs.some(isMerge)) return []
  const { lock } = sideFiles(spec)
  return [...new Set(mergedColumns(await lockHeaders(workspace, lock)))]
}

export function mergedColumns(headers: readonly LockHeader[]): readonly string[] {
  return headers.flatMap(({ outputs }) =>
    outputs.flatMap(({ merge, columns }) => (merge === true ? Object.keys(columns) : []))
  )
}

/** What is written twice in a pass is both times made from what the rows were read from: merged text moves lines. */
export async function keepSources({ workspace, scratch, source, published }: Keeping): Promise<void> {
  for (const file of source.files) {
    const copy = scratch.create(file.replaceAll('/', '_'))
    for await (const piece of workspace.read(file)) copy.appendBytes(piece)
    published.sources.set(file, copy)
  }
}

/** The first merged column that a file of the dataset has already. */
export async function mergedInto(
  { format }: OutputSpec,
  columns: readonly Column[],
  { sources }: Published
): Promise<{ readonly file: string; readonly column: string } | undefined> {
  for (const [file, copy] of sources) {
    for await (const rows of formatOf(format).read(fileOf(copy))) {
      for (const { cells } of rows) {
        const column = columns.find(({ name }) => Object.hasOwn(cells, name))
        if (column) return { file, column: column.name }
      }
    }
  }
  return undefined
}

/** Rows are named as the dataset names them, and found again by the line on which both stand. */
export async function readMerged(reading: Reading, before: LockOutput): Promise<void> {
  const { published, source } = reading
  const taker = new RowTaker(reading, before)
  const { limit: _rows, where: _condition, ...all } = source
  for (const [file, copy] of published.sources) {
    const found = rowsIn(copy, before)
    let row = await found.next()
    const content = { open: () => copy.stream(), slice: slicer(copy), bytes: async () => copy.bytes }
    for await (const batch of readDataset({ ...all, files: [file] }, content, new Problems())) {
      for (const { key, place } of batch) {
        while (row.done !== true && row.value.line < (place.line ?? 0)) row = await found.next()
        const index = published.find(key)
        if (row.done !== true && row.value.line === place.line && index >= 0) taker.take(index, row.value, file)
      }
    }
  }
}

async function* rowsIn(copy: ScratchFile, { format }: LockOutput): AsyncGenerator<PublishedRow> {
  for await (const rows of formatOf(format).read(fileOf(copy))) yield* rows
}

function fileOf(copy: ScratchFile): PublishedFile {
  const slice = slicer(copy)
  return { bytes: copy.bytes, stream: () => copy.stream(), slice: (from, to) => slice('', from, to) }
}

function slicer(copy: ScratchFile): (path: string, from: number, to: number) => Promise<Uint8Array> {
  return async (_path, from, to) => {
    const pieces: Uint8Array[] = []
    const length = Math.max(0, Math.min(to, copy.bytes) - from)
    for await (const piece of copy.stream([{ offset: from, length }])) pieces.push(Uint8Array.from(piece))
    return Buffer.concat(pieces)
  }
}
