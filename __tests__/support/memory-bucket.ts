/** A bucket in memory that keeps S3's word on conditions: the etag is of the content, and nothing is written where one fails. */
import { createHash } from 'node:crypto'
import type { Clock, Condition, ObjectInfo, ObjectStore, StoredObject, Upload } from '../../src/ports.ts'

interface Kept {
  readonly bytes: Buffer
  readonly etag: string
  readonly lastModified: number
}

export class MemoryBucket implements ObjectStore {
  private readonly clock: Clock
  private readonly objects = new Map<string, Kept>()
  /** Called before a request takes effect; may throw. */
  trouble: (operation: 'put' | 'get' | 'list' | 'delete', key: string) => void = () => undefined

  constructor(clock: Clock) {
    this.clock = clock
  }

  keys(): string[] {
    return [...this.objects.keys()].sort()
  }

  textOf(key: string): string | undefined {
    return this.objects.get(key)?.bytes.toString('utf8')
  }

  async put(key: string, body: Upload | string, condition?: Condition): Promise<'stored' | 'refused'> {
    this.trouble('put', key)
    const bytes = await bytesOf(body)
    const there = this.objects.get(key)
    if (condition !== undefined && ('absent' in condition ? there !== undefined : there?.etag !== condition.etag))
      return 'refused'
    this.objects.set(key, {
      bytes,
      etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
      lastModified: this.now()
    })
    return 'stored'
  }

  async get(key: string, range?: { readonly from: number; readonly to: number }): Promise<StoredObject | undefined> {
    this.trouble('get', key)
    const kept = this.objects.get(key)
    if (kept === undefined) return undefined
    const bytes = range === undefined ? kept.bytes : kept.bytes.subarray(range.from, range.to)
    return { bytes: bytes.length, etag: kept.etag, lastModified: kept.lastModified, body: once(bytes) }
  }

  async head(key: string): Promise<{ bytes: number; etag: string } | undefined> {
    this.trouble('get', key)
    const kept = this.objects.get(key)
    return kept && { bytes: kept.bytes.length, etag: kept.etag }
  }

  async *list(prefix: string): AsyncIterable<readonly ObjectInfo[]> {
    this.trouble('list', prefix)
    yield this.keys()
      .filter(key => key.startsWith(prefix))
      .map(key => ({
        key,
        bytes: this.objects.get(key)?.bytes.length ?? 0,
        lastModified: this.objects.get(key)?.lastModified ?? 0
      }))
  }

  async delete(key: string): Promise<void> {
    this.trouble('delete', key)
    this.objects.delete(key)
  }

  /** S3 tells its time in seconds. */
  now(): number {
    return Math.floor(this.clock.now() / 1000) * 1000
  }

  async check(): Promise<void> {
    // It is always there.
  }
}

async function bytesOf(body: Upload | string): Promise<Buffer> {
  if (typeof body === 'string') return Buffer.from(body)
  const pieces: Uint8Array[] = []
  for await (const piece of body.open()) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
