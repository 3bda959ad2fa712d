/**
 * A picture: one row, one file, which holds the bytes that the model drew. What is read back is their digest, since a
 * picture is carried over as a file.
 */
import { sha256Hex } from '../jobs/record.ts'
import { isObject, type JsonValue } from '../json.ts'
import { bodyName } from './body.ts'
import { newCells, type OutputFormat } from './format.ts'
import { createHash } from 'node:crypto'

export const image: OutputFormat = {
  async *write(_columns, rows) {
    for await (const [cells] of rows) {
      const bytes = pictureBytes(cells?.[0] ?? null)
      if (bytes === undefined) continue
      yield bytes
      return
    }
  },

  async *read(file) {
    const digest = createHash('sha256')
    for await (const piece of file.stream()) digest.update(piece)
    const cells = newCells()
    cells[bodyName] = { sha256: digest.digest('hex') }
    yield [{ cells, line: 1 }]
  },

  asRead(cell) {
    const bytes = pictureBytes(cell)
    // What was read from a file is its digest already.
    return bytes === undefined ? cell : { sha256: sha256Hex(bytes) }
  }
}

/** Of a picture that a model drew; undefined for any other value. */
export function pictureBytes(cell: JsonValue): Buffer | undefined {
  const base64 = isObject(cell) ? cell['base64'] : undefined
  return typeof base64 === 'string' ? Buffer.from(base64, 'base64') : undefined
}

/** Undefined for any other value. */
export function pictureFormat(cell: JsonValue): string | undefined {
  const format = isObject(cell) ? cell['format'] : undefined
  return typeof format === 'string' && pictureBytes(cell) !== undefined ? format : undefined
}
