/**
 * Parquet: a table by columns. Row groups are read one after the other and pages as they are needed, so that memory holds
 * some pages of each column and never a row group. https://parquet.apache.org/docs/file-format/
 */
import type { FileMetaData, RowGroup } from 'hyparquet'
import type { JsonValue } from '../json.ts'
import { Failure, ProblemsFound } from '../problems.ts'
import type { CellType } from '../spec/spec.ts'
import type { DatasetFile } from './dataset-file.ts'
import { fieldsOfCells } from './fields.ts'
import type { Files } from './files.ts'
import { spelled } from './nearest.ts'
import { readFooter } from './parquet-footer.ts'
import { loadParquet, type ParquetLibrary } from './parquet-library.ts'
import { ColumnPages, type Nested } from './parquet-pages.ts'
import { readSchema, type ParquetColumn } from './parquet-schema.ts'
import { BadValue } from './parquet-values.ts'
import { Damage } from './parquet-window.ts'
import type { Found, ReaderOptions } from './reader.ts'

const batchBytes = 64 * 1024
const maxBatchRows = 1000
/** For all columns together: what they hold packed, and about as much again as a request to S3 is worth. */
const windowsBytes = 64 << 20
const leastWindowBytes = 128 << 10
const mostWindowBytes = 8 << 20

export class ParquetFile implements DatasetFile {
  columns: readonly string[] | undefined
  types: Readonly<Record<string, CellType>> | undefined
  private row = 0
  private readonly options: ReaderOptions
  private readonly files: Files

  constructor(options: ReaderOptions, files: Files) {
    this.options = options
    this.files = files
  }

  async *found(): AsyncGenerator<Found> {
    const library = await loadParquet()
    try {
      const footer = await readFooter(this.options.file, this.files, library)
      if ('message' in footer) this.fail(footer.message, footer.hint)
      else yield* this.groups(footer.metadata, library)
    } catch (error) {
      if (error instanceof Failure || error instanceof ProblemsFound) throw error
      this.fail(this.described(error))
    }
  }

  private async *groups(metadata: FileMetaData, library: ParquetLibrary): AsyncGenerator<Found> {
    const { columns, leftOut } = readSchema(metadata, library)
    const { file, problems } = this.options
    for (const name of leftOut) {
      problems.warning(`the column ${spelled(name)} is left out: its type has no value in JSON`, { file })
    }
    this.columns = columns.map(({ name }) => name)
    this.types = Object.fromEntries(columns.map(({ name, cell }) => [name, cell]))
    for (const group of metadata.row_groups) yield* this.rows(group, columns, library)
  }

  private async *rows(
    group: RowGroup,
    columns: readonly ParquetColumn[],
    library: ParquetLibrary
  ): AsyncGenerator<Found> {
    const readers = this.open(group, columns, library)
    const names = columns.map(({ name }) => name)
    const all = Number(group.num_rows)
    const bytesPerRow = Math.max(1, Number(group.total_byte_size) / Math.max(1, all))
    const most = Math.min(maxBatchRows, Math.max(1, Math.floor(batchBytes / bytesPerRow)))
    for (let done = 0; done < all; done += most) {
      const rows = Math.min(most, all - done)
      for (const { pages } of readers) for (const page of pages) if (page.ready < rows) await page.fill(rows)
      const cells = readers.map(reader => taken(reader, rows, library))
      const found: Found = { fields: [], lines: [] }
      for (let row = 0; row < rows; row++) {
        found.fields.push(
          fieldsOfCells(
            names,
            cells.map(column => column[row] ?? null)
          )
        )
        found.lines.push(++this.row)
      }
      yield found
    }
  }

  private open(group: RowGroup, columns: readonly ParquetColumn[], library: ParquetLibrary): readonly ColumnReader[] {
    const chunks = new Map(group.columns.map(chunk => [chunk.meta_data?.path_in_schema.join('\0') ?? '', chunk]))
    const share = Math.floor(windowsBytes / Math.max(1, group.columns.length))
    const windowBytes = Math.min(mostWindowBytes, Math.max(leastWindowBytes, share))
    const source = { file: this.options.file, files: this.files, windowBytes }
    return columns.map(column => ({
      column,
      pages: column.leaves.map(leaf => {
        const path = leaf.schemaPath.slice(1).map(({ element }) => element.name)
        const chunk = chunks.get(path.join('\0')) ?? chunks.get('')
        if (chunk === undefined) throw new Damage(`a row group lacks the column ${spelled(column.name)}`)
        return new ColumnPages(leaf, chunk, source, library)
      })
    }))
  }

  /** The library's own words only where they name nothing but an encoding or a codec. */
  private described(error: unknown): string {
    const where = this.row === 0 ? '' : ` behind row ${this.row}`
    if (error instanceof Damage) return `the file cannot be read${where}: ${error.message}`
    if (error instanceof BadValue) return `the file cannot be read${where}: it holds ${error.message}`
    const told =
      error instanceof Error
        ? /^parquet (unsupported (?:encoding|compression codec): \w+)$/.exec(error.message)?.[1]
        : undefined
    return `the file cannot be read${where}: ${told ?? 'it is damaged'}`
  }

  private fail(message: string, hint?: string): void {
    this.options.problems.error(message, { file: this.options.file }, hint)
  }
}

interface ColumnReader {
  readonly column: ParquetColumn
  readonly pages: readonly ColumnPages[]
}

function taken({ column, pages }: ColumnReader, rows: number, library: ParquetLibrary): readonly JsonValue[] {
  const [only] = pages
  // A flat column holds no arrays besides its rows.
  if (column.isFlat && only !== undefined) return only.take(rows).map(value => json(value))
  const data = new Map<string, unknown[]>()
  for (const [index, page] of pages.entries()) {
    data.set((column.leaves[index]?.schemaPath.at(-1)?.path ?? []).join('.'), page.take(rows))
  }
  library.assembleNested(data, column.tree, library.parsers)
  return (data.get(column.tree.path.join('.')) ?? []).map(value => json(value as Nested))
}

/** The library leaves undefined where there is no value. */
function json(value: Nested): JsonValue {
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null
  if (Array.isArray(value)) return (value as readonly Nested[]).map(json)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, json(member)]))
}
