/** One picture, document or video: found, and told by its bytes. What it is for is not known here. */
import { createHash } from 'node:crypto'
import { readS3Uri } from '../jobs/names.ts'
import { documentFault, documentFormat } from '../media/document.ts'
import { isLfsPointer, lfsFault } from '../media/lfs.ts'
import { videoFormat } from '../media/video.ts'
import type { Cloud, ObjectStore, Workspace } from '../ports.ts'
import type { Media } from '../prompts/request.ts'

export interface MediaPlaces {
  readonly workspace: Workspace
  /** Undefined where AWS cannot be reached. */
  readonly cloud: (() => Promise<Cloud>) | undefined
}

export type Loaded = Pick<Media, 'format' | 'source'>

/** Why a file cannot be asked about, for a person. */
export class MediaFault extends Error {
  override readonly name = 'MediaFault'
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/** Bedrock takes a request of 25 MB, and base64 makes four bytes of three. */
const mostBytes = 18_000_000

export interface MediaFile {
  /** Undefined where there is no such file. */
  bytes(): Promise<number | undefined>
  read(): Promise<Uint8Array>
  readonly s3?: { readonly objects: ObjectStore; readonly key: string }
}

/** Throws MediaFault where AWS would be needed and cannot be reached. */
export async function openMedia({ workspace, cloud }: MediaPlaces, path: string): Promise<MediaFile> {
  if (!path.startsWith('s3://')) return inWorkspace(workspace, path)
  if (cloud === undefined) throw new MediaFault('it lies in S3, and this pass cannot reach AWS')
  const { bucket, prefix } = readS3Uri(path)
  return objectIn((await cloud()).foreignBucket(bucket), prefix)
}

function inWorkspace(workspace: Workspace, path: string): MediaFile {
  return {
    bytes: async () => (await workspace.stat(path))?.bytes,
    read: () => workspace.slice(path, 0, mostBytes)
  }
}

function objectIn(objects: ObjectStore, key: string): MediaFile {
  return {
    bytes: async () => (await objects.head(key))?.bytes,
    read: async () => {
      const pieces: Uint8Array[] = []
      // The memory of a piece may be used again.
      for await (const piece of (await objects.get(key))?.body ?? []) pieces.push(Buffer.from(piece))
      return Buffer.concat(pieces)
    },
    s3: { objects, key }
  }
}

/** The whole file. Throws MediaFault where it is missing, too large for a question, or a pointer of Git LFS. */
export async function contentOf(file: MediaFile): Promise<Uint8Array> {
  const bytes = await file.bytes()
  if (bytes === undefined)
    throw new MediaFault('there is no such file', 'paths are relative to the root of the repository')
  if (bytes > mostBytes)
    throw new MediaFault(`the file has ${megabytes(bytes)}; at most ${megabytes(mostBytes)} fit into a question`)
  const content = await file.read()
  if (isLfsPointer(content)) throw new MediaFault(lfsFault.message, lfsFault.hint)
  return content
}

/** Too large to be sent along: the model reads it where it lies. Throws MediaFault. */
export async function videoInS3(uri: string, { objects, key }: NonNullable<MediaFile['s3']>): Promise<Loaded> {
  const facts = await objects.head(key)
  if (facts === undefined) throw new MediaFault('there is no such object')
  const { sha256: told, etag } = facts
  const digest = createHash('sha256')
  let head = Buffer.alloc(0)
  const object = await objects.get(key, told === undefined ? undefined : { from: 0, to: headBytes })
  for await (const piece of object?.body ?? []) {
    digest.update(piece)
    if (head.length < headBytes) head = Buffer.concat([head, piece])
  }
  return { format: video(uri, head), source: { s3Uri: uri, sha256: told ?? digest.digest('hex'), etag } }
}

const headBytes = 4096

/** Throws MediaFault for what no model takes. */
export function loadedDocument(path: string, content: Uint8Array): Loaded {
  const format = documentFormat(path, content)
  if (format !== undefined) return { format, source: { base64: base64(content) } }
  const { message, hint } = documentFault(path, content)
  throw new MediaFault(message, hint)
}

/** Throws MediaFault for what no model takes. */
export function loadedVideo(path: string, content: Uint8Array): Loaded {
  return { format: video(path, content), source: { base64: base64(content) } }
}

function video(path: string, head: Uint8Array): NonNullable<ReturnType<typeof videoFormat>> {
  const format = videoFormat(path, head)
  if (format === undefined) throw new MediaFault('this is no video that models take')
  return format
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
