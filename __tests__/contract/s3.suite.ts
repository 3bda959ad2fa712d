/**
 * What an S3 has to do for us, asked through AWS's own client. Run on the emulator and on a real server.
 * Where servers may differ, the difference has a name in `S3Capabilities` and the test asserts either behaviour.
 */
import { createHash } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand
} from '@aws-sdk/client-s3'
import type { GetObjectCommandInput, PutObjectCommandInput } from '@aws-sdk/client-s3'
import { presign } from '../support/presign.ts'

/** Differences between servers, each asserted either way. */
export interface S3Capabilities {
  /** A wrong x-amz-checksum-… is BadDigest; else it is not looked at. */
  readonly checksChecksums: boolean
  /** A checksum that was sent comes back in the reply and on GET. */
  readonly returnsChecksums: boolean
  /** Takes streams as aws-chunked with an unsigned trailer, the SDK's default; else 411. */
  readonly takesTrailers: boolean
  /** CompleteMultipartUpload heeds If-None-Match; else it overwrites. */
  readonly conditionalComplete: boolean
  /** HeadBucket tells the region. */
  readonly tellsRegion: boolean
  /** Says no to an expected owner that is another account. */
  readonly checksOwner: boolean
  /** If-Match on PUT takes the ETag as S3 gave it, in quotes; else it wants the bare one. */
  readonly takesQuotedIfMatch: boolean
  /** What GetBucketLocation says of a bucket made without a constraint. */
  readonly homeLocation: string
  /** The code for parts that are named in the wrong order, and are too small besides. */
  readonly partOrder: string
  /** The code for an access key that nobody has. */
  readonly unknownKey: string
  /** The code for a secret that is not of the key. */
  readonly wrongSecret: string
}

export interface S3Connection {
  /** Set up as the SDK is by default. */
  readonly client: S3Client
  /** Sends streams in a way that this server takes. */
  readonly streamClient: S3Client
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** Exists, is empty, and is this suite's own. */
  readonly bucket: string
  readonly can: S3Capabilities
  close(): Promise<void>
}

type Content = NonNullable<PutObjectCommandInput['Body']>

const oddKeys = [
  'plain.txt',
  'a b',
  'a+b',
  '100%',
  '%20',
  'a%2Fb',
  'q?x=1',
  'frag#ment',
  'a&b=c;d',
  `quote"'s`,
  "!'()*~",
  'é/ü',
  '日本',
  '🐟/x',
  'a//b',
  'folder/',
  'a/./b',
  'a/../b',
  'back\\slash',
  '<xml>&amp;',
  '{a}|^`',
  'comma,colon:at@$'
]
const fiveMiB = 5 * 1024 * 1024

export function s3Suite(name: string, connect: () => Promise<S3Connection>): void {
  describe(`S3: ${name}`, () => {
    let s3: S3Connection
    let close: (() => Promise<void>) | undefined
    beforeAll(async () => {
      s3 = await connect()
      close = () => s3.close()
    }, 120_000)
    afterAll(async () => {
      await close?.()
    })

    const put = (Key: string, Body: Content, more: Partial<PutObjectCommandInput> = {}, by = s3.client) =>
      by.send(new PutObjectCommand({ Bucket: s3.bucket, Key, Body, ...more }))
    const get = (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
      s3.client.send(new GetObjectCommand({ Bucket: s3.bucket, Key, ...more }))
    const read = async (Key: string): Promise<string | undefined> => (await get(Key)).Body?.transformToString()
    const list = async (Prefix: string, more = {}) =>
      s3.client.send(new ListObjectsV2Command({ Bucket: s3.bucket, Prefix, ...more }))
    const refusal = async (act: Promise<unknown>): Promise<{ name: string; status: number | undefined }> => {
      const error: unknown = await act.then(
        () => new Error('it was accepted'),
        (reason: unknown) => reason
      )
      return {
        name: (error as Error).name,
        status: (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
      }
    }

    describe('objects', () => {
      it('gives back what was put, with its type, metadata and MD5', async () => {
        const body = 'naïve "quotes"\r\n\u2028 done'

        const stored = await put('round/trip', body, {
          ContentType: 'text/plain; charset=utf-8',
          Metadata: { origin: 'suite' }
        })
        const found = await get('round/trip')

        const etag = `"${createHash('md5').update(body).digest('hex')}"`
        expect(stored.ETag).toBe(etag)
        expect(found).toMatchObject({
          ETag: etag,
          ContentType: 'text/plain; charset=utf-8',
          Metadata: { origin: 'suite' }
        })
        expect(await found.Body?.transformToString()).toBe(body)
      })

      it('replaces an object as a whole', async () => {
        await put('replaced', 'the first and longer text')

        await put('replaced', 'second')

        expect(await read('replaced')).toBe('second')
      })

      it('keeps an object of no bytes', async () => {
        await put('empty', '', { ContentLength: 0 })

        const found = await get('empty')

        expect(found.ContentLength).toBe(0)
        expect(await found.Body?.transformToString()).toBe('')
      })

      it.each(oddKeys)('keeps the key %j apart from every other', async key => {
        await put(`odd/${key}`, `content of ${key}`)

        const listed = await list(`odd/${key}`)

        expect(await read(`odd/${key}`)).toBe(`content of ${key}`)
        expect(listed.Contents?.map(one => one.Key)).toContain(`odd/${key}`)
      })

      it('tells size and time without the body', async () => {
        await put('head', 'twelve bytes')

        const head = await s3.client.send(new HeadObjectCommand({ Bucket: s3.bucket, Key: 'head' }))

        expect(head.ContentLength).toBe(12)
        expect(Math.abs((head.LastModified?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
      })

      it('says NoSuchKey, NotFound and NoSuchBucket', async () => {
        const missing = await refusal(get('missing'))
        const head = await refusal(s3.client.send(new HeadObjectCommand({ Bucket: s3.bucket, Key: 'missing' })))
        const bucket = await refusal(s3.client.send(new GetObjectCommand({ Bucket: 'no-such-bucket-here', Key: 'a' })))

        expect(missing).toEqual({ name: 'NoSuchKey', status: 404 })
        expect(head).toEqual({ name: 'NotFound', status: 404 })
        expect(bucket).toEqual({ name: 'NoSuchBucket', status: 404 })
      })

      it('refuses a key of 1,025 bytes and takes one of 1,024', async () => {
        const stored = await put('é'.repeat(512), 'x')
        const refused = await refusal(put(`${'é'.repeat(512)}x`, 'x'))

        expect(stored.ETag).toBeDefined()
        expect(refused.status).toBe(400)
        expect(['KeyTooLongError', 'InvalidObjectName']).toContain(refused.name)
      })

      it('deletes one, and is content when there is none', async () => {
        await put('gone', 'x')

        await s3.client.send(new DeleteObjectCommand({ Bucket: s3.bucket, Key: 'gone' }))
        const again = await s3.client.send(new DeleteObjectCommand({ Bucket: s3.bucket, Key: 'gone' }))

        expect(again.$metadata.httpStatusCode).toBe(204)
        expect(await refusal(get('gone'))).toMatchObject({ name: 'NoSuchKey' })
      })

      it('deletes many at once, odd names too', async () => {
        const keys = ['many/a&b', 'many/<c>', 'many/é']
        for (const key of keys) await put(key, 'x')

        const reply = await s3.client.send(
          new DeleteObjectsCommand({
            Bucket: s3.bucket,
            Delete: { Objects: [...keys, 'many/none'].map(Key => ({ Key })) }
          })
        )

        expect(reply.Errors ?? []).toEqual([])
        expect(reply.Deleted?.map(one => one.Key).sort()).toEqual([...keys, 'many/none'].sort())
        expect((await list('many/')).KeyCount).toBe(0)
      })

      it('shows an object only when its whole body came', async () => {
        const body = new PassThrough()
        const half = Buffer.alloc(200_000, 'x')
        const upload = put('slow', body, { ContentLength: 400_000 }, s3.streamClient)
        body.write(half)
        await new Promise(resolve => setTimeout(resolve, 200))

        const before = await refusal(get('slow'))
        body.end(half)
        await upload

        expect(before).toMatchObject({ name: 'NoSuchKey' })
        expect((await read('slow'))?.length).toBe(400_000)
      })
    })

    describe('ranges', () => {
      it.each([
        ['bytes=0-3', 'abcd', 'bytes 0-3/10'],
        ['bytes=7-', 'hij', 'bytes 7-9/10'],
        ['bytes=-2', 'ij', 'bytes 8-9/10'],
        ['bytes=8-99', 'ij', 'bytes 8-9/10'],
        ['bytes=-99', 'abcdefghij', 'bytes 0-9/10']
      ])('gives %s as %j', async (Range, text, ContentRange) => {
        await put('ten', 'abcdefghij')

        const part = await get('ten', { Range })

        expect(await part.Body?.transformToString()).toBe(text)
        expect(part).toMatchObject({ ContentRange, ContentLength: text.length })
        expect(part.$metadata.httpStatusCode).toBe(206)
      })

      it('refuses a range behind the end', async () => {
        await put('ten', 'abcdefghij')

        const refused = await refusal(get('ten', { Range: 'bytes=10-' }))

        expect(refused).toEqual({ name: 'InvalidRange', status: 416 })
      })
    })

    describe('conditions', () => {
      it('writes once with If-None-Match: *', async () => {
        await put('once', 'first', { IfNoneMatch: '*' })

        const second = await refusal(put('once', 'second', { IfNoneMatch: '*' }))

        expect(second).toEqual({ name: 'PreconditionFailed', status: 412 })
        expect(await read('once')).toBe('first')
      })

      it('lets one of several writers win', async () => {
        const bodies = Array.from({ length: 6 }, (_, index) => `writer ${index}`)

        const ends = await Promise.allSettled(bodies.map(body => put('race', body, { IfNoneMatch: '*' })))

        const winners = bodies.filter((_, index) => ends[index]?.status === 'fulfilled')
        expect(winners).toHaveLength(1)
        expect(await read('race')).toBe(winners[0])
      })

      it('renews with If-Match, and not over a change', async () => {
        const first = await put('lease', 'one')
        const asTaken = (etag = ''): string => (s3.can.takesQuotedIfMatch ? etag : etag.replaceAll('"', ''))
        const second = await put('lease', 'two', { IfMatch: asTaken(first.ETag) })

        const refused = await refusal(put('lease', 'three', { IfMatch: asTaken(first.ETag) }))

        expect(refused).toEqual({ name: 'PreconditionFailed', status: 412 })
        expect((await get('lease')).ETag).toBe(second.ETag)
      })

      it('reads with If-Match and If-None-Match', async () => {
        const { ETag } = await put('read-if', 'x')

        const changed = await refusal(get('read-if', { IfMatch: '"00000000000000000000000000000000"' }))
        const same = await refusal(get('read-if', { IfNoneMatch: ETag }))

        expect((await get('read-if', { IfMatch: ETag })).ETag).toBe(ETag)
        expect(changed).toEqual({ name: 'PreconditionFailed', status: 412 })
        expect(same.status).toBe(304)
      })
    })

    describe('integrity', () => {
      it('refuses a body whose MD5 is another, and keeps nothing', async () => {
        const ContentMD5 = createHash('md5').update('other').digest('base64')

        const refused = await refusal(put('md5', 'body', { ContentMD5 }))

        expect(refused).toEqual({ name: 'BadDigest', status: 400 })
        expect(await refusal(get('md5'))).toMatchObject({ name: 'NoSuchKey' })
      })

      it('refuses an MD5 that is none', async () => {
        const refused = await refusal(put('md5', 'body', { ContentMD5: 'bm90IGFuIE1ENQ==' }))

        expect(refused).toEqual({ name: 'InvalidDigest', status: 400 })
      })

      it.each([
        ['ChecksumCRC32', 'y/Q5Jg==', 'AAAAAA=='],
        ['ChecksumCRC32C', '4waSgw==', 'AAAAAA=='],
        ['ChecksumCRC64NVME', 'rosUhgp5mIg=', 'AAAAAAAAAAA='],
        ['ChecksumSHA1', createHash('sha1').update('123456789').digest('base64'), 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
        [
          'ChecksumSHA256',
          createHash('sha256').update('123456789').digest('base64'),
          'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='
        ]
      ] as const)('holds a body against its %s', async (member, right, wrong) => {
        const key = `sum/${member}`
        const stored = await put(key, '123456789', { [member]: right })
        const found = await s3.client.send(
          new HeadObjectCommand({ Bucket: s3.bucket, Key: key, ChecksumMode: 'ENABLED' })
        )

        const ending = await put(`${key}/wrong`, '123456789', { [member]: wrong }).catch((error: unknown) => error)

        expect(stored[member]).toBe(s3.can.returnsChecksums ? right : undefined)
        expect(found[member]).toBe(s3.can.returnsChecksums ? right : undefined)
        if (s3.can.checksChecksums)
          expect(ending).toMatchObject({ name: 'BadDigest', $metadata: { httpStatusCode: 400 } })
        else expect(ending).toMatchObject({ $metadata: { httpStatusCode: 200 } })
      })

      it('takes a stream as the SDK sends it by default, in aws-chunked frames with a trailer', async () => {
        const chunks = Array.from({ length: 40 }, (_, index) => Buffer.alloc(10_000, index))
        const ContentLength = 400_000

        const ending = await put('stream', Readable.from(chunks), { ContentLength }).catch((error: unknown) => error)

        if (!s3.can.takesTrailers) {
          expect(ending).toMatchObject({ $metadata: { httpStatusCode: 411 } })
          return
        }
        const found = await get('stream', { ChecksumMode: 'ENABLED' })
        expect(found.ContentEncoding ?? '').toBe('')
        expect(found.ChecksumCRC32).toBeDefined()
        expect(Buffer.concat(chunks).equals(Buffer.from((await found.Body?.transformToByteArray()) ?? []))).toBe(true)
      })

      it('keeps a large body byte by byte', async () => {
        const body = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 31 + (index >> 9)) & 255))

        await put('large', body)

        const found = await get('large')
        const part = await get('large', { Range: 'bytes=1048570-1048590' })
        expect(body.equals(Buffer.from((await found.Body?.transformToByteArray()) ?? []))).toBe(true)
        expect(Buffer.from((await part.Body?.transformToByteArray()) ?? [])).toEqual(body.subarray(1048570, 1048591))
      })
    })

    describe('listing', () => {
      const keys = ['l/B', 'l/a', 'l/a/1', 'l/a/2', 'l/b/1', 'l/c', 'l/é', 'l/\uffee', 'l/🐟']
      beforeAll(async () => {
        for (const key of keys) await put(key, key)
      })

      it('is in the order of UTF-8 bytes', async () => {
        const listed = await list('l/')

        expect(listed.Contents?.map(one => one.Key)).toEqual(keys)
        expect(listed).toMatchObject({ KeyCount: keys.length, IsTruncated: false })
        expect(listed.Contents?.[0]).toMatchObject({
          Size: 3,
          ETag: `"${createHash('md5').update('l/B').digest('hex')}"`
        })
      })

      it('rolls up behind a delimiter', async () => {
        const listed = await list('l/', { Delimiter: '/' })

        expect(listed.Contents?.map(one => one.Key)).toEqual(['l/B', 'l/a', 'l/c', 'l/é', 'l/\uffee', 'l/🐟'])
        expect(listed.CommonPrefixes?.map(one => one.Prefix)).toEqual(['l/a/', 'l/b/'])
      })

      it.each([1, 2, 3])('gives every name once in pages of %d', async MaxKeys => {
        const names: (string | undefined)[] = []
        let ContinuationToken: string | undefined
        do {
          const page = await list('l/', { MaxKeys, ContinuationToken, Delimiter: '/' })
          const found = [
            ...(page.Contents ?? []).map(one => one.Key),
            ...(page.CommonPrefixes ?? []).map(one => one.Prefix)
          ]
          expect(found.length).toBeLessThanOrEqual(MaxKeys)
          names.push(...found)
          ContinuationToken = page.NextContinuationToken
        } while (ContinuationToken !== undefined)

        expect(names.sort()).toEqual(['l/B', 'l/a', 'l/a/', 'l/b/', 'l/c', 'l/é', 'l/\uffee', 'l/🐟'].sort())
      })

      it('starts after a key', async () => {
        const listed = await list('l/', { StartAfter: 'l/a/1' })

        expect(listed.Contents?.map(one => one.Key)).toEqual(keys.slice(3))
      })

      it('writes keys as a form would when asked to', async () => {
        await put('enc/a b+é/ü', 'x')

        const listed = await list('enc/', { EncodingType: 'url' })

        const [first] = listed.Contents ?? []
        expect(decodeURIComponent(first?.Key?.replaceAll('+', ' ') ?? '')).toBe('enc/a b+é/ü')
      })

      it('is empty for a prefix that nothing has', async () => {
        const listed = await list('nothing/here/')

        expect(listed).toMatchObject({ KeyCount: 0, IsTruncated: false })
      })
    })

    describe('multipart uploads', () => {
      const start = async (Key: string): Promise<{ Bucket: string; Key: string; UploadId: string | undefined }> => {
        const { UploadId } = await s3.client.send(new CreateMultipartUploadCommand({ Bucket: s3.bucket, Key }))
        return { Bucket: s3.bucket, Key, UploadId }
      }
      const part = async (
        upload: { Bucket: string; Key: string; UploadId: string | undefined },
        PartNumber: number,
        Body: Buffer
      ) => {
        const reply = await s3.client.send(new UploadPartCommand({ ...upload, PartNumber, Body }))
        return { PartNumber, ETag: reply.ETag, ...(reply.ChecksumCRC32 && { ChecksumCRC32: reply.ChecksumCRC32 }) }
      }
      const big = Buffer.alloc(fiveMiB, 'b')

      it('make one object of their parts', async () => {
        const upload = await start('mp/whole')
        const second = await part(upload, 2, Buffer.from('tail'))
        const first = await part(upload, 1, big)
        const parts = await s3.client.send(new ListPartsCommand(upload))
        const before = await refusal(get('mp/whole'))

        await s3.client.send(
          new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: [first, second] } })
        )

        const seam = await get('mp/whole', { Range: `bytes=${fiveMiB - 2}-` })
        expect(parts.Parts?.map(one => [one.PartNumber, one.Size])).toEqual([
          [1, fiveMiB],
          [2, 4]
        ])
        expect(before).toMatchObject({ name: 'NoSuchKey' })
        expect(seam.ETag).toMatch(/^"[0-9a-f]{32}-2"$/)
        expect(await seam.Body?.transformToString()).toBe('bbtail')
      })

      it('leave nothing when aborted', async () => {
        const upload = await start('mp/aborted')
        await part(upload, 1, Buffer.from('x'))
        const open = await s3.client.send(new ListMultipartUploadsCommand({ Bucket: s3.bucket, Prefix: 'mp/aborted' }))

        await s3.client.send(new AbortMultipartUploadCommand(upload))

        expect(open.Uploads?.map(one => one.UploadId)).toEqual([upload.UploadId])
        expect(await refusal(part(upload, 2, Buffer.from('y')))).toEqual({ name: 'NoSuchUpload', status: 404 })
        expect(await refusal(get('mp/aborted'))).toMatchObject({ name: 'NoSuchKey' })
      })

      it('refuse parts that are too small, unknown or in the wrong order', async () => {
        const upload = await start('mp/bad')
        const [one, two] = [await part(upload, 1, Buffer.from('small')), await part(upload, 2, Buffer.from('tail'))]
        const complete = (Parts: { PartNumber: number; ETag: string | undefined }[]) =>
          refusal(s3.client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } })))

        const small = await complete([one, two])
        const unknown = await complete([{ ...one, ETag: '"00000000000000000000000000000000"' }])
        const order = await complete([two, one])

        expect(small).toEqual({ name: 'EntityTooSmall', status: 400 })
        expect(unknown).toEqual({ name: 'InvalidPart', status: 400 })
        expect(order).toEqual({ name: s3.can.partOrder, status: 400 })
      })

      it('are completed only if absent, when told so', async () => {
        await put('mp/taken', 'there before')
        const upload = await start('mp/taken')
        const only = await part(upload, 1, Buffer.from('new'))

        const ending = await s3.client
          .send(new CompleteMultipartUploadCommand({ ...upload, IfNoneMatch: '*', MultipartUpload: { Parts: [only] } }))
          .catch((error: unknown) => error)

        if (s3.can.conditionalComplete) expect(ending).toMatchObject({ name: 'PreconditionFailed' })
        expect(await read('mp/taken')).toBe(s3.can.conditionalComplete ? 'there before' : 'new')
      })
    })

    describe('buckets', () => {
      it('are made, found, refused while full, and removed', async () => {
        const Bucket = `${s3.bucket}-two`
        await s3.client.send(new CreateBucketCommand({ Bucket }))
        const head = await s3.client.send(new HeadBucketCommand({ Bucket }))
        await s3.client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }))
        const full = await refusal(s3.client.send(new DeleteBucketCommand({ Bucket })))
        await s3.client.send(new DeleteObjectCommand({ Bucket, Key: 'a' }))

        await s3.client.send(new DeleteBucketCommand({ Bucket }))

        expect(head.BucketRegion).toBe(s3.can.tellsRegion ? s3.region : undefined)
        expect(full).toEqual({ name: 'BucketNotEmpty', status: 409 })
        expect(await refusal(s3.client.send(new HeadBucketCommand({ Bucket })))).toMatchObject({ status: 404 })
      })

      it('tell where they are', async () => {
        const location = await s3.client.send(new GetBucketLocationCommand({ Bucket: s3.bucket }))

        expect(location.LocationConstraint ?? '').toBe(s3.can.homeLocation)
      })

      it('belong to whom they belong', async () => {
        const ExpectedBucketOwner = '999999999999'

        const ending = await put('owner', 'x', { ExpectedBucketOwner }).catch((error: unknown) => error)

        expect(ending).toMatchObject(
          s3.can.checksOwner
            ? { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } }
            : { $metadata: { httpStatusCode: 200 } }
        )
      })
    })

    describe('signatures', () => {
      const as = (accessKeyId: string, secretAccessKey: string): S3Client =>
        new S3Client({
          endpoint: s3.endpoint,
          region: s3.region,
          forcePathStyle: true,
          credentials: { accessKeyId, secretAccessKey }
        })

      it('of an unknown key or a wrong secret are refused', async () => {
        const { accessKeyId } = s3.credentials

        const unknown = await refusal(
          as('AKIDOFNOBODY', 'secret').send(new ListObjectsV2Command({ Bucket: s3.bucket }))
        )
        const wrong = await refusal(as(accessKeyId, 'wrong').send(new ListObjectsV2Command({ Bucket: s3.bucket })))

        expect(unknown).toEqual({ name: s3.can.unknownKey, status: 403 })
        expect(wrong).toEqual({ name: s3.can.wrongSecret, status: 403 })
      })

      it('in a URL let anybody read until it ends, and nothing else', async () => {
        await put('signed/é+ x', 'by link')
        const common = {
          endpoint: s3.endpoint,
          region: s3.region,
          ...s3.credentials,
          path: `/${s3.bucket}/signed/é+ x`
        }
        const url = presign({ ...common, method: 'GET', at: new Date(), seconds: 60 })
        const old = presign({ ...common, method: 'GET', at: new Date(Date.now() - 600_000), seconds: 60 })

        const read = await fetch(url)
        const changed = await fetch(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'))
        const late = await fetch(old)
        const removed = await fetch(url, { method: 'DELETE' })

        expect([read.status, await read.text()]).toEqual([200, 'by link'])
        expect([changed.status, late.status, removed.status]).toEqual([403, 403, 403])
      })

      it('are needed', async () => {
        const anonymous = await fetch(`${s3.endpoint}/${s3.bucket}/anything`)

        expect(anonymous.status).toBe(403)
        expect(await anonymous.text()).toContain('<Code>AccessDenied</Code>')
      })
    })
  })
}
