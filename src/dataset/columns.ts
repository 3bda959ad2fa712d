/** The names that templates may use, read from the head of the first file before any row is rendered. */
import { Problems } from '../problems.ts'
import type { CellType } from '../spec/spec.ts'
import { emptyMessage, foundIn, readerFor, readerOptions, type DatasetSource, type Open } from './dataset.ts'
import { formatOf } from './format.ts'

export interface Columns {
  readonly names: readonly string[]
  /**
   * CSV, TSV: a row has exactly these columns, and cells are text where `types` does not say otherwise.
   * When false (JSON, YAML), they are what the first thousand rows have; a later row may have others.
   */
  readonly complete: boolean
  /** For CSV and TSV, as the spec has them; with them, comparing text with a number is found before any row is read. */
  readonly types?: Readonly<Record<string, CellType>>
}

const sampleRows = 1000

/**
 * Reads only as far as needed. Undefined after a Problem. A mistake in a row is left for readDataset to tell, so that
 * nothing is told twice; only one that hides the columns is told here.
 */
export async function readColumns(source: DatasetSource, open: Open, problems: Problems): Promise<Columns | undefined> {
  const format = formatOf(source.files, source.format, problems)
  const file = source.files[0]
  if (format === undefined || file === undefined) return undefined
  const here = new Problems()
  const reader = readerFor(format, readerOptions(source, file, here))
  const names = new Set<string>()
  let rows = 0
  for await (const found of foundIn(file, open, reader, here)) {
    if (reader.columns !== undefined) return { names: reader.columns, complete: true, types: source.types }
    for (const fields of found.fields.slice(0, sampleRows - rows)) {
      for (const name of Object.keys(fields)) names.add(name)
    }
    rows += found.fields.length
    if (rows >= sampleRows) break
  }
  if (rows > 0) return { names: [...names], complete: false }
  if (here.list.length === 0) here.error(emptyMessage(reader), { file })
  problems.add(...here.list)
  return undefined
}
