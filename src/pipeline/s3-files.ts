/** Objects in S3 as files of a dataset: listed, streamed, and the same from the first look at them to the last. */
import type { Files } from '../dataset/files.ts'
import type { Clock, Cloud, ObjectStore, StoredObject } from '../ports.ts'
import { Failure, problem, ProblemsFound } from '../problems.ts'
import { globExpression, readObjectUri } from '../spec/object-uri.ts'

const attempts = 4

interface Seen {
  readonly bytes: number
  /** Undefined while the object was only listed. */
  readonly etag: string | undefined
}

export class S3Files implements Files {
  private readonly seen = new Map<string, Seen>()
  private readonly connect: () => Promise<Cloud>
  private readonly clock: Clock

  /** `connect`: the same cloud each time; it is asked for when the first object is. */
  constructor(connect: () => Promise<Cloud>, clock: Clock) {
    this.connect = connect
    this.clock = clock
  }

  /** URIs that are there, sorted by code unit. `*` and `?` stand for anything but `/`, `**` for folders. */
  async find(pattern: string): Promise<readonly string[]> {
    const { bucket, key } = readObjectUri(pattern)
    const wild = key.search(/[*?]/)
    if (wild < 0) return (await this.look(pattern)) === undefined ? [] : [pattern]
    const matches = globExpression(key)
    const found: string[] = []
    for await (const page of (await this.bucket(bucket)).list(key.slice(0, wild))) {
      for (const object of page) {
        // A key that ends so is what consoles show as a folder.
        if (object.key.endsWith('/') || !matches.test(object.key)) continue
        const uri = `s3://${bucket}/${object.key}`
        this.seen.set(uri, { bytes: object.bytes, etag: undefined })
        found.push(uri)
      }
    }
    return found.sort()
  }

  async bytes(uri: string): Promise<number> {
    const seen = this.seen.get(uri) ?? (await this.look(uri))
    return seen === undefined ? absent(uri) : seen.bytes
  }

  /** A body that breaks off goes on where it broke, as long as the object is the same. */
  async *open(uri: string): AsyncGenerator<Uint8Array> {
    const all = await this.bytes(uri)
    let at = 0
    let trouble: unknown
    for (let attempt = 1; at < all; attempt++) {
      await this.pause(attempt, uri, trouble)
      const { body } = await this.get(uri, { from: at, to: all })
      try {
        for await (const piece of body) {
          at += piece.length
          attempt = 1
          yield piece
        }
      } catch (error) {
        if (error instanceof Failure || error instanceof ProblemsFound) throw error
        trouble = error
      }
    }
  }

  async slice(uri: string, from: number, to: number): Promise<Uint8Array> {
    const end = Math.min(to, await this.bytes(uri))
    if (from >= end) return new Uint8Array(0)
    let trouble: unknown
    for (let attempt = 1; ; attempt++) {
      await this.pause(attempt, uri, trouble)
      const { body } = await this.get(uri, { from, to: end })
      try {
        const bytes = await collected(body)
        if (bytes.length === end - from) return bytes
      } catch (error) {
        if (error instanceof Failure) throw error
        trouble = error
      }
    }
  }

  private async get(uri: string, range: { readonly from: number; readonly to: number }): Promise<StoredObject> {
    const { bucket, key } = readObjectUri(uri)
    const object = await (await this.bucket(bucket)).get(key, range)
    if (object === undefined) return absent(uri)
    this.note(uri, object.etag, undefined)
    return object
  }

  private async look(uri: string): Promise<Seen | undefined> {
    const { bucket, key } = readObjectUri(uri)
    const head = await (await this.bucket(bucket)).head(key)
    if (head === undefined) return undefined
    this.note(uri, head.etag, head.bytes)
    return this.seen.get(uri)
  }

  private note(uri: string, etag: string, bytes: number | undefined): void {
    const seen = this.seen.get(uri)
    if (seen?.etag !== undefined && seen.etag !== etag) {
      const hint = 'run the workflow again when nobody writes it'
      throw new ProblemsFound([problem('error', 'the object changed while it was read', { file: uri }, hint)])
    }
    if (seen?.etag === undefined) this.seen.set(uri, { bytes: bytes ?? seen?.bytes ?? 0, etag })
  }

  private async pause(attempt: number, uri: string, cause: unknown): Promise<void> {
    if (attempt === 1) return
    if (attempt > attempts) {
      throw new Failure('service-trouble', `${uri} broke off ${attempts} times`, {
        cause,
        remedy: 'Nothing was asked: the next pass reads it again.'
      })
    }
    await this.clock.sleep(500 * 2 ** attempt * (0.5 + this.clock.random()))
  }

  private async bucket(name: string): Promise<ObjectStore> {
    return (await this.connect()).foreignBucket(name)
  }
}

async function collected(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  // The memory of a piece may be used again.
  for await (const piece of body) pieces.push(Uint8Array.from(piece))
  return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces)
}

function absent(uri: string): never {
  throw new ProblemsFound([problem('error', 'there is no such object', { file: uri })])
}
