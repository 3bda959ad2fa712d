/** The same rows as CSV, JSONL and Parquet: text of some length, numbers, a flag. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { wordsFrom, mixed } from './words.ts'

export const tableFormats = ['csv', 'jsonl', 'parquet'] as const
export type TableFormat = (typeof tableFormats)[number]

export type TableRow = readonly [sku: string, name: string, price: number, stock: number, old: boolean, notes: string]

export const columnNames = ['sku', 'name', 'price', 'stock', 'old', 'notes'] as const

const different = 1000
/** Texts are drawn once, so that drawing them is not what is measured. */
const texts: (readonly [name: string, notes: string])[] = []

export function tableRow(row: number): TableRow {
  const dice = mixed(row)
  const [name, notes] = (texts[row % different] ??= [wordsFrom(row * 3, 24), wordsFrom(row * 3 + 1, 300)])
  const sku = `SKU-${String(row).padStart(7, '0')}`
  return [sku, name, (dice % 40_000) / 100, dice % 11, dice % 7 === 0, `${notes} ${dice}`]
}

/** Writes `rows.<format>` with a library or by hand, not with what is measured; gives its bytes. */
export async function writeTableFile(folder: string, format: TableFormat, rows: number): Promise<number> {
  const path = join(folder, `rows.${format}`)
  const file = createWriteStream(path)
  for await (const piece of format === 'parquet' ? parquetPieces(rows) : textPieces(format, rows)) {
    if (!file.write(piece)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
  return (await stat(path)).size
}

function* textPieces(format: 'csv' | 'jsonl', rows: number): Generator<string> {
  let text = format === 'csv' ? `${columnNames.join(',')}\n` : ''
  for (let row = 0; row < rows; row++) {
    const cells = tableRow(row)
    text +=
      format === 'csv'
        ? `${cells.map(csvCell).join(',')}\n`
        : `${JSON.stringify(Object.fromEntries(columnNames.map((name, index) => [name, cells[index]])))}\n`
    if (text.length < 1 << 18) continue
    yield text
    text = ''
  }
  yield text
}

function csvCell(cell: TableRow[number]): string {
  return typeof cell === 'string' && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell)
}

/** As large as other programs make them. */
const rowsPerGroup = 100_000

async function* parquetPieces(rows: number): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const bytes = new ByteWriter()
  const types = ['STRING', 'STRING', 'DOUBLE', 'INT32', 'BOOLEAN', 'STRING'] as const
  const leaves = {
    STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
    DOUBLE: { type: 'DOUBLE' },
    INT32: { type: 'INT32' },
    BOOLEAN: { type: 'BOOLEAN' }
  } as const
  const schema = [
    { name: 'root', num_children: columnNames.length },
    ...columnNames.map((name, index) => ({
      name,
      ...leaves[types[index] ?? 'STRING'],
      repetition_type: 'OPTIONAL' as const
    }))
  ]
  const writer = new ParquetWriter({ writer: bytes, schema })
  const written = (): Uint8Array => {
    const piece = Uint8Array.from(bytes.getBytes())
    bytes.index = 0
    return piece
  }
  for (let from = 0; from < rows; from += rowsPerGroup) {
    const group = Array.from({ length: Math.min(rowsPerGroup, rows - from) }, (_, index) => tableRow(from + index))
    const columnData = columnNames.map((name, column) => ({ name, data: group.map(cells => cells[column]) }))
    await writer.write({ columnData, rowGroupSize: group.length })
    yield written()
  }
  await writer.finish()
  yield written()
}
