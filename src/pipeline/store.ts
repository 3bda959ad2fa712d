/** Reading this spec's objects in S3: whole, or not at all. */
import { isRecordId } from '../jobs/id-table.ts'
import type { Keys } from '../jobs/names.ts'
import type { Clock, ObjectStore, Scratch, ScratchFile } from '../ports.ts'
import { Failure } from '../problems.ts'

export interface Store {
  readonly objects: ObjectStore
  readonly keys: Keys
  readonly specId: string
  readonly bucket: string
  readonly scratch: Scratch
  readonly clock: Clock
}

const attempts = 4

export interface Downloaded {
  readonly file: ScratchFile
  readonly etag: string
  /** By the store's own clock. */
  readonly lastModified: number
}

/** The object in a temporary file, or undefined where there is none. */
export async function download(store: Store, key: string): Promise<ScratchFile | undefined> {
  return (await downloadVersion(store, key))?.file
}

/** The same, and which version it is. A body that breaks off is asked for again, whole. */
export async function downloadVersion(store: Store, key: string): Promise<Downloaded | undefined> {
  for (let attempt = 1; ; attempt++) {
    const stored = await store.objects.get(key)
    if (stored === undefined) return undefined
    const file = store.scratch.create(key.slice(key.lastIndexOf('/') + 1))
    const trouble = await copy(stored.body, file)
    if (trouble === undefined && file.bytes === stored.bytes) {
      return { file, etag: stored.etag, lastModified: stored.lastModified }
    }
    file.discard()
    if (trouble instanceof Failure) throw trouble
    if (attempt === attempts) {
      throw new Failure('service-trouble', `s3://${store.bucket}/${key} broke off ${attempts} times`, {
        cause: trouble,
        remedy: 'Nothing is lost: the next pass goes on from here.'
      })
    }
    await store.clock.sleep(500 * 2 ** attempt * (0.5 + store.clock.random()))
  }
}

async function copy(body: AsyncIterable<Uint8Array>, file: ScratchFile): Promise<unknown> {
  try {
    for await (const piece of body) file.appendBytes(piece)
    return undefined
  } catch (error) {
    return error
  }
}

/** The recordId that a line of ours starts with. */
export function idAtStart(line: string): string[] {
  const id = /^\{"recordId":"([0-9A-Za-z]{11})"/.exec(line)?.[1]
  return id !== undefined && isRecordId(id) ? [id] : []
}

/** Lines of UTF-8 text, split at byte 10 and nowhere else; a last line without its end counts. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<readonly string[]> {
  let rest: Buffer[] = []
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const end = bytes.lastIndexOf(10)
    if (end < 0) {
      // Copied, here and below: the memory of a chunk is used again.
      rest.push(Buffer.from(bytes))
      continue
    }
    const lines = Buffer.concat([...rest, bytes.subarray(0, end)])
      .toString('utf8')
      .split('\n')
    rest = [Buffer.from(bytes.subarray(end + 1))]
    yield lines
  }
  const last = Buffer.concat(rest).toString('utf8')
  if (last !== '') yield [last]
}
