/**
 * Parquet: columns with a type each, told by all rows; a vector is a list of 32-bit floats. Compressed with Snappy, with
 * nothing in it that changes from one writing to the next. https://parquet.apache.org/docs/file-format/
 */
import type { SchemaElement } from 'hyparquet'
import { isObject, type JsonArray, type JsonValue } from '../json.ts'
import {
  newCells,
  OutputUnreadable,
  type Cells,
  type ColumnHead,
  type OutputFormat,
  type PublishedFile,
  type PublishedRow
} from './format.ts'
import { asRead as asJson } from './json-row.ts'
import { KindOfColumn, storedAs, type CellKind } from './parquet-types.ts'
import { wellFormed } from './yaml.ts'

/** A group is in memory as a whole, when it is written and when it is read. */
const rowsPerGroup = 5000
const charactersPerGroup = 16 << 20

export const parquet: OutputFormat = { write, read, asRead }

function asRead(cell: JsonValue, { vector }: ColumnHead): JsonValue {
  if (vector === true && isNumbers(cell)) return cell.map(number => Math.fround(number) + 0)
  return wellFormed(asJson(cell))
}

function isNumbers(cell: JsonValue): cell is readonly number[] {
  return Array.isArray(cell) && (cell as JsonArray).every(item => typeof item === 'number')
}

async function* write(
  columns: readonly ColumnHead[],
  rows: AsyncIterable<readonly Cells[]>
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const kinds = await kindsOf(columns, rows)
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns, kinds),
    createdBy: 'bedrock-batch-action'
  })
  const written = (): Uint8Array => {
    const piece = Uint8Array.from(bytes.getBytes())
    bytes.index = 0
    return piece
  }
  for await (const group of groups(columns, rows)) {
    const columnData = columns.map(({ name }, index) => ({
      name,
      data: group.map(cells => storedAs(kinds[index] ?? 'text', cells[index] ?? null))
    }))
    await writer.write({ columnData, rowGroupSize: group.length })
    yield written()
  }
  await writer.finish()
  yield written()
}

async function kindsOf(
  columns: readonly ColumnHead[],
  rows: AsyncIterable<readonly Cells[]>
): Promise<readonly CellKind[]> {
  const kinds = columns.map(column => new KindOfColumn(column))
  for await (const batch of rows)
    for (const cells of batch) for (const [index, kind] of kinds.entries()) kind.see(cells[index] ?? null)
  return kinds.map(kind => kind.found)
}

/** By what the rows hold, not by how they are batched: the same rows are grouped alike. */
async function* groups(
  columns: readonly ColumnHead[],
  rows: AsyncIterable<readonly Cells[]>
): AsyncGenerator<readonly Cells[]> {
  let group: Cells[] = []
  let characters = 0
  for await (const batch of rows) {
    for (const row of batch) {
      const cells = columns.map((column, index) => asRead(row[index] ?? null, column))
      group.push(cells)
      characters += JSON.stringify(cells).length
      if (group.length < rowsPerGroup && characters < charactersPerGroup) continue
      yield group
      group = []
      characters = 0
    }
  }
  if (group.length > 0) yield group
}

const leaves = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  boolean: { type: 'BOOLEAN' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  vector: { type: 'FLOAT' },
  numbers: { type: 'DOUBLE' },
  texts: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }
} as const satisfies Record<CellKind, Partial<SchemaElement>>

/** Lists have three levels. https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#lists */
function schemaOf(columns: readonly ColumnHead[], kinds: readonly CellKind[]): SchemaElement[] {
  const elements = columns.flatMap(({ name }, index): SchemaElement[] => {
    const kind = kinds[index] ?? 'text'
    if (kind !== 'vector' && kind !== 'numbers' && kind !== 'texts')
      return [{ name, ...leaves[kind], repetition_type: 'OPTIONAL' }]
    return [
      { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', ...leaves[kind], repetition_type: 'REQUIRED' }
    ]
  })
  return [{ name: 'root', num_children: columns.length }, ...elements]
}

/** Its own parsers would take a byte-order mark off a text that begins with one. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const parsers = {
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && utf8.decode(bytes),
  jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && (JSON.parse(utf8.decode(bytes)) as JsonValue)
}

async function* read(file: PublishedFile): AsyncGenerator<readonly PublishedRow[]> {
  const { parquetMetadataAsync, parquetRead, parquetSchema } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  const source = {
    byteLength: file.bytes,
    slice: async (start: number, end = file.bytes): Promise<ArrayBuffer> => {
      const bytes = await file.slice(start, end)
      return Uint8Array.from(bytes).buffer
    }
  }
  const metadata = await readable(() => parquetMetadataAsync(source))
  const names = parquetSchema(metadata).children.map(({ element }) => element.name)
  let start = 0
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows)
    const range = { rowStart: start, rowEnd: end }
    const rows = await readable(async () => {
      let found: readonly (readonly unknown[])[] = []
      await parquetRead({ file: source, metadata, compressors, parsers, ...range, onComplete: all => (found = all) })
      return found
    })
    const first = start + 1
    yield rows.map((values, index) => ({ cells: cellsOf(names, values), line: first + index }))
    start = end
  }
}

async function readable<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act()
  } catch (error) {
    throw new OutputUnreadable(`it cannot be read: ${error instanceof Error ? error.message : 'no reason given'}`)
  }
}

function cellsOf(names: readonly string[], values: readonly unknown[]): Readonly<Record<string, JsonValue>> {
  const cells = newCells()
  for (const [index, name] of names.entries()) cells[name] = plain(values[index])
  return cells
}

/** Another program may have written the file, with types that JSON does not have. */
function plain(value: unknown): JsonValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as ArrayLike<unknown>, plain)
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)])) : null
}
