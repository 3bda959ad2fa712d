/** The names that templates may use, read from the head of the first file before any row is rendered. */
import { Problems } from '../problems.ts'
import type { CellType } from '../spec/spec.ts'
import { isFilePerRow, openFile } from './dataset-file.ts'
import { emptyMessage, readerOptions, visibleOf, type DatasetSource } from './dataset.ts'
import type { Files } from './files.ts'
import { formatOf } from './format.ts'

export interface Columns {
  readonly names: readonly string[]
  /**
   * CSV, TSV, Parquet, images and the like: a row has exactly these columns. When false (JSONL, JSON, YAML, Markdown),
   * they are what the first thousand rows have; a later row may have others.
   */
  readonly complete: boolean
  /**
   * Of complete columns: what their values are, text where nothing else is said. With them, comparing text with a number
   * is found before any row is read.
   */
  readonly types?: Readonly<Record<string, CellType>>
}

const sampleRows = 1000

/**
 * Reads only as far as needed. Undefined after a Problem. A mistake in a row is left for readDataset to tell, so that
 * nothing is told twice; only one that hides the columns is told here.
 */
export async function readColumns(
  source: DatasetSource,
  files: Files,
  problems: Problems
): Promise<Columns | undefined> {
  const format = formatOf(source.files, source.format, problems)
  if (format === undefined) return undefined
  const here = new Problems()
  const sample = new Sample()
  for (const file of isFilePerRow(format) ? source.files : source.files.slice(0, 1)) {
    const opened = openFile(format, readerOptions(source, file, here), files)
    for await (const found of opened.found()) {
      const names = visibleOf(opened.columns, source)
      if (names !== undefined) {
        return { names, complete: true, types: opened.types ?? source.types }
      }
      sample.see(found.fields)
      if (sample.isFull) break
    }
    if (sample.isFull) break
    if (sample.rows === 0 && here.list.length === 0) here.error(emptyMessage(opened, format), { file })
  }
  if (sample.rows > 0) return { names: visibleOf([...sample.names], source) ?? [], complete: false }
  problems.add(...here.list)
  return undefined
}

class Sample {
  readonly names = new Set<string>()
  rows = 0

  get isFull(): boolean {
    return this.rows >= sampleRows
  }

  see(found: readonly object[]): void {
    for (const fields of found.slice(0, sampleRows - this.rows)) {
      for (const name of Object.keys(fields)) this.names.add(name)
    }
    this.rows += found.length
  }
}
