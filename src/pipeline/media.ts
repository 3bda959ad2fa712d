/** Pictures, documents and videos that a question names are put in its place. Models are known as data only. */
import { checkImage } from '../media/check-image.ts'
import { downscale } from '../media/downscale.ts'
import { inspectImage } from '../media/image.ts'
import type { Abilities } from '../models/family.ts'
import { problem } from '../problems.ts'
import type { Place, Problems } from '../problems.ts'
import type { Media, Request } from '../prompts/request.ts'
import { base64, contentOf, loadedDocument, loadedVideo, MediaFault, openMedia, videoInS3 } from './media-file.ts'
import type { Loaded, MediaPlaces } from './media-file.ts'
import { mediaOf, namedIn, withMedia } from './named-media.ts'
import type { MediaKind } from './named-media.ts'
import type { StoredMedia } from './questions.ts'
import { namedByContent } from './s3-media.ts'

export interface MediaTaker {
  readonly modelId: string
  readonly abilities: Abilities | undefined
  readonly maxPixels: number | undefined
}

/** Of loaded files that may be asked about again: a matrix asks about the same picture several times. */
const mostKept = 32_000_000

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
      const there = 'path' in media.source ? await this.find(kind, media.source.path, place, problems) : media
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

  private async find(kind: MediaKind, path: string, place: Place, problems: Problems): Promise<Loaded | undefined> {
    const name = `${kind} ${path}`
    const known = this.kept.get(name)
    if (known !== undefined) return known
    try {
      const loaded = await this.read(kind, path, place, problems)
      if (loaded !== undefined) this.keep(name, loaded)
      return loaded
    } catch (error) {
      if (!(error instanceof MediaFault)) throw error
      problems.error(`${path}: ${error.message}`, place, error.hint)
      return undefined
    }
  }

  private async read(kind: MediaKind, path: string, place: Place, problems: Problems): Promise<Loaded | undefined> {
    const file = await openMedia(this.places, path)
    if (kind === 'video' && file.s3 !== undefined) return videoInS3(path, file.s3)
    const content = await contentOf(file)
    if (kind === 'document') return loadedDocument(path, content)
    return kind === 'video' ? loadedVideo(path, content) : this.image(path, content, place, problems)
  }

  private keep(name: string, loaded: Loaded): void {
    const bytes = 'base64' in loaded.source ? loaded.source.base64.length : 1000
    if (bytes > mostKept / 4) return
    if (this.keptBytes + bytes > mostKept) {
      this.kept.clear()
      this.keptBytes = 0
    }
    this.kept.set(name, loaded)
    this.keptBytes += bytes
  }

  /** Undefined after a Problem. */
  private async image(
    path: string,
    content: Uint8Array,
    place: Place,
    problems: Problems
  ): Promise<Loaded | undefined> {
    const { modelId, abilities } = this.taker
    const bytes = await this.scaled(content)
    const facts = inspectImage(bytes)
    if (facts === undefined) throw new MediaFault('this is no PNG, JPEG, GIF or WebP picture, or not a whole one')
    const found =
      abilities === undefined ? [] : checkImage({ ...facts, bytes: bytes.length, path }, { modelId, abilities }, place)
    for (const one of found) problems.add(problem(one.severity, one.message, one.place, one.hint))
    if (found.some(one => one.severity === 'error')) return undefined
    return { format: facts.format, source: { base64: base64(bytes) } }
  }

  /** As the spec wants it; formats that cannot be made smaller here stay as they are. */
  private async scaled(content: Uint8Array): Promise<Uint8Array> {
    const { abilities, maxPixels } = this.taker
    const format = inspectImage(content)?.format
    if (maxPixels === undefined || (format !== 'png' && format !== 'jpeg')) return content
    const scaled = await downscale(content, format, maxPixels, abilities?.maxImageBytes)
    if ('fault' in scaled) throw new MediaFault(scaled.fault, scaled.hint)
    return scaled.bytes
  }
}
