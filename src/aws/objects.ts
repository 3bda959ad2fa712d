/** One S3 bucket as an ObjectStore. Everything that is put is either small or named by its content, so a repeated put does no harm. */
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client
} from '@aws-sdk/client-s3'
import type { _Object, GetObjectCommandOutput } from '@aws-sdk/client-s3'
import type { Clock, Condition, ObjectInfo, ObjectStore, StoredObject, Upload } from '../ports.ts'
import { Failure } from '../problems.ts'
import { afterGrace, until } from './clients.ts'
import type { ClientSettings } from './clients.ts'
import { failureOf, isThrottling, isUncertain, readError } from './errors.ts'

const attempts = 4

export interface Bucket {
  readonly name: string
  readonly region: string
  /** 12 digits: S3 refuses when the bucket belongs to somebody else. */
  readonly owner?: string
}

export function openBucket(bucket: Bucket, settings: ClientSettings, clock: Clock): ObjectStore {
  const client = new S3Client({ ...settings, requestStreamBufferSize: 65_536 })
  const now = storeClock(client, clock)
  const reading = until(settings.signal)
  const writing = until(afterGrace(settings.signal))
  const base = { Bucket: bucket.name, ...(bucket.owner !== undefined && { ExpectedBucketOwner: bucket.owner }) }
  const asked = (action: string, key: string): { action: string; resource: string } => ({
    action: `s3:${action}`,
    resource: `arn:aws:s3:::${bucket.name}${key === '' ? '' : `/${key}`}`
  })
  return {
    put: (key, body, condition) =>
      putWithRetries({ client, base, clock, writing }, key, body, condition).catch((error: unknown) => {
        throw failureOf(error, asked('PutObject', key))
      }),
    async get(key, range) {
      // HTTP names the last byte, we the one behind it.
      const part = range && { Range: `bytes=${range.from}-${range.to - 1}` }
      try {
        const reply = await client.send(new GetObjectCommand({ ...base, ...part, Key: key }), reading)
        return stored(reply)
      } catch (error) {
        if (isAbsent(error)) return undefined
        throw failureOf(error, asked('GetObject', key))
      }
    },
    async head(key) {
      try {
        const reply = await client.send(new HeadObjectCommand({ ...base, Key: key, ChecksumMode: 'ENABLED' }), reading)
        const whole = reply.ChecksumType !== 'COMPOSITE' ? reply.ChecksumSHA256 : undefined
        return {
          bytes: reply.ContentLength ?? 0,
          etag: reply.ETag ?? '',
          ...(whole !== undefined && { sha256: Buffer.from(whole, 'base64').toString('hex') })
        }
      } catch (error) {
        if (isAbsent(error)) return undefined
        throw failureOf(error, asked('GetObject', key))
      }
    },
    async *list(prefix) {
      try {
        for await (const page of paginateListObjectsV2({ client }, { ...base, Prefix: prefix }, reading)) {
          yield (page.Contents ?? []).flatMap(listed)
        }
      } catch (error) {
        throw failureOf(error, asked('ListBucket', ''))
      }
    },
    async delete(key) {
      try {
        await client.send(new DeleteObjectCommand({ ...base, Key: key }), writing)
      } catch (error) {
        throw failureOf(error, asked('DeleteObject', key))
      }
    },
    now,
    check: () => checkBucket(client, bucket, base, reading)
  }
}

/** S3 tells its time in every answer; between answers ours goes on from there. */
function storeClock(client: S3Client, clock: Clock): () => number {
  let ahead = 0
  client.middlewareStack.add(
    next => async args => {
      const result = await next(args)
      const headers = (result.response as { headers?: Record<string, string> }).headers
      const told = Date.parse(headers?.['date'] ?? '')
      if (!Number.isNaN(told)) ahead = told - clock.now()
      return result
    },
    { step: 'deserialize', name: 'storeClock', priority: 'low' }
  )
  return () => clock.now() + ahead
}

interface Store {
  readonly client: S3Client
  readonly base: { Bucket: string; ExpectedBucketOwner?: string }
  readonly clock: Clock
  readonly writing: ReturnType<typeof until>
}

/**
 * The SDK cannot repeat a stream, so whole puts are repeated here, each from a fresh body. Its checksum is sent ahead:
 * where the SDK is to send it after the body, it reads all of the body into memory first.
 */
async function putWithRetries(
  store: Store,
  key: string,
  body: Upload | string,
  condition?: Condition
): Promise<'stored' | 'refused'> {
  const checksum = typeof body === 'string' ? {} : { ChecksumCRC32: await crc32Of(body) }
  for (let attempt = 1; ; attempt++) {
    try {
      await store.client.send(
        new PutObjectCommand({ ...store.base, Key: key, ...content(body), ...checksum, ...conditional(condition) }),
        store.writing
      )
      return 'stored'
    } catch (error) {
      const { name, status } = readError(error)
      if (status === 412 || name === 'PreconditionFailed') return 'refused'
      // An absent object under If-Match, as S3 puts it.
      if (condition && 'etag' in condition && isAbsent(error)) return 'refused'
      const passing =
        isUncertain(error) || isThrottling(error) || status === 409 || name === 'BadDigest' || name === 'RequestTimeout'
      if (!passing || attempt === attempts) throw error
      await store.clock.sleep(200 * 2 ** attempt * (0.5 + store.clock.random()))
    }
  }
}

function content(body: Upload | string): { Body: string | Readable; ContentLength?: number; ContentType: string } {
  if (typeof body === 'string') return { Body: body, ContentType: 'application/json' }
  return {
    Body: Readable.from(body.open(), { objectMode: false }),
    ContentLength: body.bytes,
    ContentType: 'application/x-ndjson'
  }
}

/** As S3 has it: four bytes, big-endian, in base64. https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
async function crc32Of(body: Upload): Promise<string> {
  let sum = 0
  for await (const piece of body.open()) sum = crc32(piece, sum)
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(sum)
  return bytes.toString('base64')
}

function conditional(condition: Condition | undefined): { IfNoneMatch?: string; IfMatch?: string } {
  if (condition === undefined) return {}
  return 'absent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.etag }
}

function stored(reply: GetObjectCommandOutput): StoredObject {
  return {
    bytes: reply.ContentLength ?? 0,
    etag: reply.ETag ?? '',
    lastModified: reply.LastModified?.getTime() ?? 0,
    body: reply.Body instanceof Readable ? (reply.Body as AsyncIterable<Uint8Array>) : Readable.from([])
  }
}

function listed(entry: _Object): ObjectInfo[] {
  if (entry.Key === undefined) return []
  return [{ key: entry.Key, bytes: entry.Size ?? 0, lastModified: entry.LastModified?.getTime() ?? 0 }]
}

function isAbsent(error: unknown): boolean {
  const { name } = readError(error)
  return name === 'NoSuchKey' || name === 'NotFound'
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
async function checkBucket(
  client: S3Client,
  bucket: Bucket,
  base: Store['base'],
  reading: Store['writing']
): Promise<void> {
  const asked = { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket.name}` }
  try {
    const reply = await client.send(new HeadBucketCommand(base), reading)
    if (reply.BucketRegion !== undefined && reply.BucketRegion !== bucket.region)
      throw wrongRegion(bucket, reply.BucketRegion)
  } catch (error) {
    if (error instanceof Failure) throw error
    const { status, name } = readError(error)
    // HEAD has no body, so S3 cannot say more than the status.
    if (status === 404 || name === 'NotFound') {
      throw new Failure('no-bucket', `there is no bucket ${bucket.name}`, {
        cause: error,
        remedy: 'Create it in the region of the jobs, or correct s3-uri.'
      })
    }
    const region = (error as { $response?: { headers?: Record<string, string> } }).$response?.headers?.[
      'x-amz-bucket-region'
    ]
    if (status === 301 || (region !== undefined && region !== bucket.region))
      throw wrongRegion(bucket, region ?? 'another region')
    throw failureOf(error, asked)
  }
}

function wrongRegion(bucket: Bucket, region: string): Failure {
  return new Failure(
    'wrong-region',
    `the bucket ${bucket.name} is in ${region}, the jobs are to run in ${bucket.region}`,
    {
      remedy: `Bedrock reads batch input only from a bucket in its own region: set aws-region: ${region}, or use another bucket.`
    }
  )
}
