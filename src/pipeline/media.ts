/** Pictures, documents and videos that a question names: found, looked at, and put in its place. Models are known as data only. */
import { createHash } from 'node:crypto'
import { readS3Uri } from '../jobs/names.ts'
import { checkImage } from '../media/check-image.ts'
import { documentFault, documentFormat } from '../media/document.ts'
import { downscale } from '../media/downscale.ts'
import { inspectImage } from '../media/image.ts'
import { isLfsPointer, lfsFault } from '../media/lfs.ts'
import { videoFormat } from '../media/video.ts'
import type { Abilities } from '../models/family.ts'
import type { Cloud, ObjectStore, Workspace } from '../ports.ts'
import { problem } from '../problems.ts'
import type { Place, Problems } from '../problems.ts'
import type { Media, Part, Request } from '../prompts/request.ts'
import type { StoredMedia } from './questions.ts'
import { namedByContent } from './s3-media.ts'

export interface MediaPlaces {
  readonly workspace: Workspace
  /** Undefined where AWS cannot be reached. */
  readonly cloud: (() => Promise<Cloud>) | undefined
}

export interface MediaTaker {
  readonly modelId: string
  readonly abilities: Abilities | undefined
  readonly maxPixels: number | undefined
}

/** Bedrock takes a request of 25 MB, and base64 makes four bytes of three. */
const mostBytes = 18_000_000
/** Of loaded files that may be asked about again: a matrix asks about the same picture several times. */
const mostKept = 32_000_000

type Loaded = Pick<Media, 'format' | 'source'>

export class MediaLoader {
  private readonly places: MediaPlaces
  private readonly taker: MediaTaker
  private readonly kept = new Map<string, Loaded>()
  private keptBytes = 0

  constructor(places: MediaPlaces, taker: MediaTaker) {
    this.places = places
    this.taker = taker
  }

  /** Whether the question names a file that is not read yet. */
  isNeeded(request: Request): boolean {
    return mediaOf(request).some(({ source }) => 'path' in source)
  }

  /** Undefined after a Problem at the row's place. */
  async load(request: Request, place: Place, problems: Problems): Promise<Request | undefined> {
    const loaded = new Map<Media, Media>()
    let whole = true
    for (const { kind, media } of namedIn(request)) {
      const there = 'path' in media.source ? await this.read(kind, media.source.path, place, problems) : media
      if (there === undefined) whole = false
      else loaded.set(media, { ...media, ...there })
    }
    return whole ? withMedia(request, media => loaded.get(media) ?? media) : undefined
  }

  /** What the question is about and does not hold. */
  storedIn(request: Request): readonly StoredMedia[] {
    return mediaOf(request).flatMap(({ source }) =>
      's3Uri' in source ? [{ uri: source.s3Uri, sha256: source.sha256, etag: source.etag ?? '' }] : []
    )
  }

  /** What the recordId is made of. */
  named(canonicalModelInput: string, request: Request): string {
    return namedByContent(canonicalModelInput, this.storedIn(request))
  }

  private async read(kind: Kind, path: string, place: Place, problems: Problems): Promise<Loaded | undefined> {
    const known = this.kept.get(`${kind} ${path}`)
    if (known !== undefined) return known
    const fail = (message: string, hint?: string): undefined => {
      problems.error(`${path}: ${message}`, place, hint)
      return undefined
    }
    const file = path.startsWith('s3://') ? await this.inS3(path, fail) : inWorkspace(this.places.workspace, path)
    if (file === undefined) return undefined
    const bytes = await file.bytes()
    if (bytes === undefined) return fail('there is no such file', 'paths are relative to the root of the repository')
    if (kind === 'video' && file.s3 !== undefined) return this.keep(kind, path, await videoInS3(path, file, fail))
    if (bytes > mostBytes)
      return fail(`the file has ${megabytes(bytes)}; at most ${megabytes(mostBytes)} fit into a question`)
    const content = await file.read()
    if (isLfsPointer(content)) return fail(lfsFault.message, lfsFault.hint)
    const loaded =
      kind === 'image' ? await this.image(path, content, place, problems) : formatted(kind, path, content, fail)
    return this.keep(kind, path, loaded)
  }

  private keep(kind: Kind, path: string, loaded: Loaded | undefined): Loaded | undefined {
    const bytes = loaded && 'base64' in loaded.source ? loaded.source.base64.length : 1000
    if (loaded === undefined || bytes > mostKept / 4) return loaded
    if (this.keptBytes + bytes > mostKept) {
      this.kept.clear()
      this.keptBytes = 0
    }
    this.kept.set(`${kind} ${path}`, loaded)
    this.keptBytes += bytes
    return loaded
  }

  private async image(
    path: string,
    content: Uint8Array,
    place: Place,
    problems: Problems
  ): Promise<Loaded | undefined> {
    const { modelId, abilities, maxPixels } = this.taker
    const facts = inspectImage(content)
    if (facts === undefined) {
      problems.error(`${path}: this is no PNG, JPEG, GIF or WebP picture, or not a whole one`, place)
      return undefined
    }
    let bytes = content
    if (maxPixels !== undefined && (facts.format === 'png' || facts.format === 'jpeg')) {
      const scaled = await downscale(content, facts.format, maxPixels, abilities?.maxImageBytes)
      if ('fault' in scaled) {
        problems.error(`${path}: ${scaled.fault}`, place, scaled.hint)
        return undefined
      }
      bytes = scaled.bytes
    }
    const final = bytes === content ? facts : (inspectImage(bytes) ?? facts)
    const found =
      abilities === undefined ? [] : checkImage({ ...final, bytes: bytes.length, path }, { modelId, abilities }, place)
    for (const one of found) problems.add(problem(one.severity, one.message, one.place, one.hint))
    if (found.some(one => one.severity === 'error')) return undefined
    return { format: final.format, source: { base64: base64(bytes) } }
  }

  private async inS3(uri: string, fail: Fail): Promise<MediaFile | undefined> {
    if (this.places.cloud === undefined) return fail('it lies in S3, and this pass cannot reach AWS')
    const { bucket, prefix } = readS3Uri(uri)
    return objectIn((await this.places.cloud()).foreignBucket(bucket), prefix)
  }
}

type Kind = 'image' | 'document' | 'video'
type Fail = (message: string, hint?: string) => undefined

interface MediaFile {
  /** Undefined where there is no such file. */
  bytes(): Promise<number | undefined>
  read(): Promise<Uint8Array>
  readonly s3?: { readonly objects: ObjectStore; readonly key: string }
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

/** Too large to be sent along: the model reads it where it lies. */
async function videoInS3(uri: string, { s3 }: MediaFile, fail: Fail): Promise<Loaded | undefined> {
  if (s3 === undefined) return undefined
  const { sha256: told, etag = '' } = (await s3.objects.head(s3.key)) ?? {}
  const digest = createHash('sha256')
  let head = Buffer.alloc(0)
  const object = await s3.objects.get(s3.key, told === undefined ? undefined : { from: 0, to: 4096 })
  for await (const piece of object?.body ?? []) {
    digest.update(piece)
    if (head.length < 4096) head = Buffer.concat([head, piece])
  }
  const format = videoFormat(uri, head)
  if (format === undefined) return fail('this is no video that models take')
  return { format, source: { s3Uri: uri, sha256: told ?? digest.digest('hex'), etag } }
}

function formatted(kind: 'document' | 'video', path: string, content: Uint8Array, fail: Fail): Loaded | undefined {
  const format = kind === 'document' ? documentFormat(path, content) : videoFormat(path, content)
  if (format !== undefined) return { format, source: { base64: base64(content) } }
  if (kind === 'video') return fail('this is no video that models take')
  const { message, hint } = documentFault(path, content)
  return fail(message, hint)
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

function mediaOf(request: Request): Media[] {
  return namedIn(request).map(({ media }) => media)
}

function namedIn(request: Request): { readonly kind: Kind; readonly media: Media }[] {
  if (request.kind === 'verbatim') return []
  if (request.kind !== 'chat') return request.image ? [{ kind: 'image', media: request.image }] : []
  return request.messages.flatMap(({ content }) =>
    content.flatMap((part): { kind: Kind; media: Media }[] => {
      if ('image' in part) return [{ kind: 'image', media: part.image }]
      if ('document' in part) return [{ kind: 'document', media: part.document }]
      return 'video' in part ? [{ kind: 'video', media: part.video }] : []
    })
  )
}

function withMedia(request: Request, put: (media: Media) => Media): Request {
  if (request.kind === 'verbatim') return request
  if (request.kind !== 'chat') return request.image ? { ...request, image: put(request.image) } : request
  const partWith = (part: Part): Part => {
    if ('image' in part) return { image: put(part.image) }
    if ('document' in part) return { document: put(part.document) }
    return 'video' in part ? { video: put(part.video) } : part
  }
  const messages = request.messages.map(message => ({ ...message, content: message.content.map(partWith) }))
  return { ...request, messages }
}
