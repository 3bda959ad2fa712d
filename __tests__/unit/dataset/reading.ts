/** Reads a dataset from memory, in chunks of a chosen size, the way the tests want to look at it. */
import { readDataset, type DatasetSource } from '../../../src/dataset/dataset.ts'
import type { Row } from '../../../src/dataset/row.ts'
import { Problems, type Problem } from '../../../src/problems.ts'

export type Files = Readonly<Record<string, string | Uint8Array>>

export interface ReadBack {
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
  /** `error file:line:column message`, one for each Problem. */
  readonly told: readonly string[]
}

export function opening(files: Files, chunkBytes = 1 << 16): (path: string) => AsyncIterable<Uint8Array> {
  return async function* (path) {
    const bytes = Buffer.from(files[path] ?? '')
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
  }
}

export async function read(files: Files, options: Partial<DatasetSource> = {}, chunkBytes?: number): Promise<ReadBack> {
  const problems = new Problems()
  const rows: Row[] = []
  const source = { files: Object.keys(files), types: {}, ...options }
  for await (const batch of readDataset(source, opening(files, chunkBytes), problems)) rows.push(...batch)
  return { rows, problems: problems.list, told: problems.list.map(told) }
}

export function told({ severity, place, message }: Problem): string {
  const where = [place?.file, place?.line, place?.column].filter(part => part !== undefined).join(':')
  return `${severity} ${where} ${message}`
}
