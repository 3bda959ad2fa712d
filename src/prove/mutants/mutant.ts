/** What a mutant is made of: a wrapper around what a pass is given, which leaves a precaution out. */
import type { Outside } from '../../pipeline/context.ts'
import type { BatchJobs, Cloud, ObjectStore, StoredObject, Workspace } from '../../ports.ts'

export interface Mutated {
  readonly outside?: Outside
  readonly cloud?: Cloud
}

/** `secret`: one that the pass has, for a mutant that cannot keep it. */
export type Mutate = (outside: Outside, cloud: Cloud, secret: string) => Mutated

export const isLease = (key: string): boolean => key.endsWith('/lease.json')
export const isInput = (key: string): boolean => /\/input\/[^/]+\.jsonl$/.test(key)
export const isIds = (key: string): boolean => /\/input\/[^/]+\.ids$/.test(key)

export function withObjects(cloud: Cloud, instead: Partial<ObjectStore>): { cloud: Cloud } {
  return { cloud: { ...cloud, objects: { ...cloud.objects, ...instead } } }
}

export function withJobs(cloud: Cloud, instead: Partial<BatchJobs>): { cloud: Cloud } {
  return { cloud: { ...cloud, jobs: { ...cloud.jobs, ...instead } } }
}

/** `instead` may call the workspace that it takes the place of. */
export function withWrite(outside: Outside, write: Workspace['write']): { outside: Outside } {
  const { workspace } = outside
  return {
    outside: {
      ...outside,
      workspace: {
        stat: path => workspace.stat(path),
        read: path => workspace.read(path),
        slice: (path, from, to) => workspace.slice(path, from, to),
        readText: (path, most) => workspace.readText(path, most),
        glob: pattern => workspace.glob(pattern),
        remove: path => workspace.remove(path),
        checkWritable: path => workspace.checkWritable(path),
        write
      }
    }
  }
}

export function storedText(text: string, lastModified: number): StoredObject {
  const bytes = Buffer.from(text)
  return { bytes: bytes.length, etag: '"own"', lastModified, body: inOnePiece(bytes) }
}

export async function textOf(body: AsyncIterable<string | Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString('utf8')
}

export async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
