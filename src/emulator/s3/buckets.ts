/**
 * The storage behind the emulated S3: buckets, objects, conditional writes. Knows no HTTP and no signatures;
 * the Bedrock emulator and tests use it directly.
 * An object appears only when its whole body came and was found right; readers of the one before are not disturbed.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
import { text as readText } from 'node:stream/consumers'
import type { EmulatorClock } from '../exchange.ts'
import { Shelf } from './body.ts'
import type { Body, Range, Source } from './body.ts'
import type { Algorithm, Checksums } from './checksums.ts'
import { S3Error } from './error.ts'
import { SortedKeys, listNames } from './keys.ts'
import type { ListQuery } from './keys.ts'

export interface BucketsOptions {
  readonly clock: EmulatorClock
  /** For bodies above 1 MiB. Created when first needed, removed with all its content on dispose. */
  readonly folder: string
  /** For measurements: larger bodies are counted and hashed, not kept; reading one throws. */
  readonly discardAbove?: number
}

export interface BucketInfo {
  readonly name: string
  readonly region: string
  /** Twelve digits. */
  readonly owner: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

/** How checksums of an object with several parts were made. */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE'

export interface Attributes {
  /** Lower-case names of the headers that come back on GET: `content-type`, `x-amz-meta-…`. */
  readonly metadata?: Readonly<Record<string, string>>
  readonly checksumType?: ChecksumType
  /** Without quotes; default: the body's MD5. */
  readonly etag?: string
}

export interface Conditions {
  /** Only if there is no such object. */
  readonly ifNoneMatch?: '*'
  /** Only if the object there has this ETag (quotes do not matter). */
  readonly ifMatch?: string
}

export interface StoredObject {
  readonly key: string
  readonly bytes: number
  /** With its quotes, as on the wire. */
  readonly etag: string
  /** Milliseconds since 1970, by the emulator's clock. */
  readonly lastModified: number
  readonly checksums: Checksums
  readonly checksumType: ChecksumType
  readonly metadata: Readonly<Record<string, string>>
  open(range?: Range): AsyncIterable<Uint8Array>
  /** Whole, as UTF-8. */
  text(): Promise<string>
}

export interface Listing {
  readonly objects: readonly StoredObject[]
  readonly commonPrefixes: readonly string[]
  /** The next page's `startAfter`; undefined on the last page. */
  readonly next?: string
}

/** A write under way. What happens to its key meanwhile is written down here. */
export interface Ticket {
  readonly bucket: string
  readonly key: string
  readonly conditions: Conditions
  readonly etagAtStart: string | undefined
  disturbed: boolean
}

interface Bucket {
  readonly info: BucketInfo
  readonly objects: Map<string, StoredObject & { readonly body: Body }>
  readonly keys: SortedKeys
  readonly tickets: Set<Ticket>
}

export interface PutOptions extends Attributes, Conditions {
  /** Default: CRC32. */
  readonly algorithm?: Algorithm
}

export class Buckets {
  readonly shelf: Shelf
  private readonly buckets = new Map<string, Bucket>()
  private readonly clock: EmulatorClock

  constructor({ clock, folder, discardAbove }: BucketsOptions) {
    this.clock = clock
    this.shelf = new Shelf(folder, discardAbove)
  }

  /** Throws S3Error InvalidBucketName, BucketAlreadyOwnedByYou or BucketAlreadyExists. */
  createBucket(name: string, { region, owner = '123456789012' }: { region: string; owner?: string }): BucketInfo {
    if (!isBucketName(name)) throw new S3Error('InvalidBucketName', { details: { BucketName: name } })
    const there = this.buckets.get(name)?.info
    if (there !== undefined) {
      throw new S3Error(there.owner === owner ? 'BucketAlreadyOwnedByYou' : 'BucketAlreadyExists', {
        details: { BucketName: name }
      })
    }
    const info = { name, region, owner, createdAt: this.clock.now() }
    this.buckets.set(name, { info, objects: new Map(), keys: new SortedKeys(), tickets: new Set() })
    return info
  }

  /** Throws S3Error NoSuchBucket or BucketNotEmpty. */
  deleteBucket(name: string): void {
    if (this.known(name).objects.size > 0) throw new S3Error('BucketNotEmpty', { details: { BucketName: name } })
    this.buckets.delete(name)
  }

  bucket(name: string): BucketInfo | undefined {
    return this.buckets.get(name)?.info
  }

  get names(): readonly string[] {
    return [...this.buckets.keys()].sort()
  }

  /** Throws S3Error NoSuchBucket. */
  get(bucket: string, key: string): StoredObject | undefined {
    return this.known(bucket).objects.get(key)
  }

  /** Throws S3Error: NoSuchBucket, or what `commit` says. */
  async put(bucket: string, key: string, source: Source, options: PutOptions = {}): Promise<StoredObject> {
    const ticket = this.begin(bucket, key, options)
    try {
      const body = await this.shelf.receive(source, { algorithms: [options.algorithm ?? 'CRC32'] })
      return this.commit(ticket, body, options)
    } finally {
      this.end(ticket)
    }
  }

  /** Starts a write. Every ticket is ended, whether it was committed or not. */
  begin(bucket: string, key: string, conditions: Conditions = {}): Ticket {
    const there = this.known(bucket)
    const etagAtStart = there.objects.get(key)?.etag
    const ticket: Ticket = { bucket, key, conditions, etagAtStart, disturbed: false }
    there.tickets.add(ticket)
    return ticket
  }

  /** Makes the object visible, at once and whole. Throws S3Error PreconditionFailed, ConditionalRequestConflict, NoSuchKey. */
  commit(ticket: Ticket, body: Body, attributes: Attributes = {}): StoredObject {
    const bucket = this.known(ticket.bucket)
    const { key } = ticket
    const before = bucket.objects.get(key)
    try {
      judge(ticket, before?.etag)
    } catch (error) {
      body.release()
      throw error
    }
    const object = {
      key,
      bytes: body.bytes,
      etag: `"${attributes.etag ?? body.md5}"`,
      lastModified: this.clock.now(),
      checksums: body.checksums,
      checksumType: attributes.checksumType ?? 'FULL_OBJECT',
      metadata: attributes.metadata ?? {},
      body,
      open: (range?: Range) => body.open(range),
      text: () => readText(body.open())
    }
    bucket.objects.set(key, object)
    bucket.keys.add(key)
    before?.body.release()
    this.disturb(bucket, key, ticket)
    return object
  }

  end(ticket: Ticket): void {
    this.buckets.get(ticket.bucket)?.tickets.delete(ticket)
  }

  /** Whether there was one. Throws S3Error NoSuchBucket, and PreconditionFailed or NoSuchKey where `ifMatch` does not hold. */
  delete(bucket: string, key: string, { ifMatch }: { ifMatch?: string } = {}): boolean {
    const there = this.known(bucket)
    const before = there.objects.get(key)
    if (ifMatch !== undefined) {
      if (before === undefined) throw new S3Error('NoSuchKey', { details: { Key: key } })
      if (!matches(ifMatch, before.etag)) throw preconditionFailed('If-Match')
    }
    if (before === undefined) return false
    there.objects.delete(key)
    there.keys.remove(key)
    before.body.release()
    this.disturb(there, key)
    return true
  }

  /** Sorted by UTF-8 bytes. Throws S3Error NoSuchBucket. */
  list(bucket: string, query: ListQuery = {}): Listing {
    const { objects, keys } = this.known(bucket)
    const names = listNames(keys, query)
    return { ...names, objects: names.keys.map(key => objects.get(key)).filter(one => one !== undefined) }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.buckets.clear()
    await this.shelf[Symbol.asyncDispose]()
  }

  private known(name: string): Bucket {
    const bucket = this.buckets.get(name)
    if (bucket === undefined) throw new S3Error('NoSuchBucket', { details: { BucketName: name } })
    return bucket
  }

  private disturb(bucket: Bucket, key: string, by?: Ticket): void {
    for (const ticket of bucket.tickets) if (ticket !== by && ticket.key === key) ticket.disturbed = true
  }
}

/** 412 for what was so all along, 409 for what came in between and left the condition undecided. */
function judge({ conditions, disturbed, etagAtStart, key }: Ticket, etag: string | undefined): void {
  const { ifNoneMatch, ifMatch } = conditions
  if (ifNoneMatch === '*') {
    if (etag !== undefined) throw preconditionFailed('If-None-Match')
    if (disturbed) throw conflict(key, 'If-None-Match')
  }
  if (ifMatch === undefined || (etag !== undefined && matches(ifMatch, etag))) return
  if (disturbed && etagAtStart !== undefined && matches(ifMatch, etagAtStart)) throw conflict(key, 'If-Match')
  if (etag === undefined) throw new S3Error('NoSuchKey', { details: { Key: key } })
  throw preconditionFailed('If-Match')
}

function preconditionFailed(condition: string): S3Error {
  return new S3Error('PreconditionFailed', { details: { Condition: condition } })
}

function conflict(key: string, condition: string): S3Error {
  return new S3Error('ConditionalRequestConflict', { details: { Condition: condition, Key: key } })
}

/** `If-Match` may be `*`, a quoted ETag or a bare one, or a list of them. */
export function matches(condition: string, etag: string): boolean {
  const bare = (text: string): string => text.trim().replace(/^W\//, '').replaceAll('"', '')
  return condition.split(',').some(one => one.trim() === '*' || bare(one) === bare(etag))
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export function isBucketName(name: string): boolean {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || name.includes('..')) return false
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return false
  return !/^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name)
}
