/** Reads a dataset's file to its end: as the action does, or with the library as one would by hand. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readDataset } from '../dataset/dataset.ts'
import type { Files } from '../dataset/files.ts'
import { openWorkspace } from '../node/workspace.ts'
import { Problems } from '../problems.ts'

/** `words`: folder, file, rows that are to be found, `ours` or `by-hand`. */
export async function readTable(words: readonly string[]): Promise<() => Promise<void>> {
  const [folder = '.', name = '', rows = '0', way = 'ours'] = words
  const count = way === 'ours' ? await ours(folder, name) : await byHand(join(folder, name))
  return async () => {
    const found = await count()
    if (found !== Number(rows)) throw new Error(`${name} has ${found} rows, not ${rows}`)
  }
}

async function ours(folder: string, name: string): Promise<() => Promise<number>> {
  const workspace = await openWorkspace(folder)
  const files: Files = {
    open: path => workspace.read(path),
    slice: (path, from, to) => workspace.slice(path, from, to),
    bytes: async path => (await workspace.stat(path))?.bytes ?? 0
  }
  await Promise.all([import('hyparquet'), import('hyparquet-compressors')])
  return async () => {
    const problems = new Problems()
    let rows = 0
    for await (const batch of readDataset({ files: [name], key: 'sku', types: {} }, files, problems))
      rows += batch.length
    if (problems.any) throw new Error(problems.list[0]?.message)
    return rows
  }
}

/** The whole table in memory: the shortest program there is. */
async function byHand(path: string): Promise<() => Promise<number>> {
  const { parquetReadObjects } = await import('hyparquet')
  const { compressors } = await import('hyparquet-compressors')
  return async () => {
    const { buffer, byteOffset, byteLength } = await readFile(path)
    const file = buffer.slice(byteOffset, byteOffset + byteLength)
    return (await parquetReadObjects({ file, compressors })).length
  }
}
