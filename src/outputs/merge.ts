/**
 * Columns added to a file of the dataset, everything else in it untouched byte for byte. Rows are found by the line on
 * which they start. What the rows are is not known here.
 */
import type { MergeFormatName } from '../spec/output-formats.ts'
import type { Cells, ColumnHead } from './format.ts'
import { mergeJsonl } from './merge-jsonl.ts'
import { mergeSeparated } from './merge-separated.ts'

/** Cells of one row, and where it starts in the file, from 1. */
export interface MergedRow {
  readonly line: number
  readonly cells: Cells
}

export interface Merge {
  readonly columns: readonly ColumnHead[]
  /** Columns that an earlier pass has added: those that are wanted no more are taken out again. */
  readonly former: readonly string[]
  /** In the order of the file. Rows of the file that are not among them get empty cells. */
  readonly rows: AsyncIterable<readonly MergedRow[]>
}

/** The same rows give the same bytes, however often they were merged before. Throws OutputUnreadable. */
export function merged(
  format: MergeFormatName,
  file: AsyncIterable<Uint8Array>,
  merge: Merge
): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return mergeSeparated(',', file, merge)
    case 'tsv':
      return mergeSeparated('\t', file, merge)
    case 'jsonl':
      return mergeJsonl(file, merge)
  }
}
