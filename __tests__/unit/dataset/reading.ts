/** Reads a dataset from memory, in chunks of a chosen size, the way the tests want to look at it. */
import { readDataset, type DatasetSource } from '../../../src/dataset/dataset.ts'
import type { Files } from '../../../src/dataset/files.ts'
import type { Row } from '../../../src/dataset/row.ts'
import { Problems, type Problem } from '../../../src/problems.ts'

export type Contents = Readonly<Record<string, string | Uint8Array>>

export interface ReadBack {
  readonly rows: readonly Row[]
  readonly problems: readonly Problem[]
  /** `error file:line:column message`, one for each Problem. */
  readonly told: readonly string[]
}

export function filesOf(contents: Contents, chunkBytes = 1 << 16): Files {
  const bytesOf = (path: string): Buffer => Buffer.from(contents[path] ?? '')
  return {
    async *open(path) {
      const bytes = bytesOf(path)
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
    },
    slice: async (path, from, to) => bytesOf(path).subarray(from, to),
    bytes: async path => bytesOf(path).length
  }
}

export async function read(
  contents: Contents,
  options: Partial<DatasetSource> = {},
  chunkBytes?: number
): Promise<ReadBack> {
  const problems = new Problems()
  const rows: Row[] = []
  const source = { files: Object.keys(contents), types: {}, ...options }
  for await (const batch of readDataset(source, filesOf(contents, chunkBytes), problems)) rows.push(...batch)
  return { rows, problems: problems.list, told: problems.list.map(told) }
}

export function told({ severity, place, message }: Problem): string {
  const where = [place?.file, place?.line, place?.column].filter(part => part !== undefined).join(':')
  return `${severity} ${where} ${message}`
}
