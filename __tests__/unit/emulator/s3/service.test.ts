import { hash } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Reply, Service } from '../../../../src/emulator/exchange.ts'
import { Buckets } from '../../../../src/emulator/s3/buckets.ts'
import { checksumOf } from '../../../../src/emulator/s3/checksums.ts'
import { s3Service } from '../../../../src/emulator/s3/service.ts'
import { Credentials } from '../../../../src/emulator/signature/credentials.ts'
import { noon, signed } from '../../../support/signed.ts'
import type { Ask } from '../../../support/signed.ts'

const keys = { accessKeyId: 'AKID', secretAccessKey: 'secret' }
const fiveMiB = 5 * 1024 * 1024

describe('the S3 service', () => {
  let buckets: Buckets
  let service: Service
  let denied: string | undefined
  beforeEach(async () => {
    const clock = { now: () => noon + 1500 }
    const credentials = new Credentials(clock)
    credentials.add(keys)
    denied = undefined
    buckets = new Buckets({ clock, folder: await mkdtemp(join(tmpdir(), 's3-service-')) })
    buckets.createBucket('home', { region: 'us-east-1' })
    buckets.createBucket('away', { region: 'eu-west-1' })
    service = s3Service(buckets, { credentials, clock, allow: (_, action) => action !== denied })
  })
  afterEach(async () => {
    await buckets[Symbol.asyncDispose]()
  })

  const ask = (request: Ask): Promise<Reply> => service(signed(keys, request))
  const bodyOf = async ({ body = '' }: Reply): Promise<string> =>
    typeof body === 'string' ? body : body instanceof Uint8Array ? Buffer.from(body).toString() : readText(body)
  const codeOf = async (request: Ask): Promise<string> => {
    const reply = await ask(request)
    return `${reply.status} ${/<Code>(\w+)<\/Code>/.exec(await bodyOf(reply))?.[1] ?? ''}`.trim()
  }
  const put = (target: string, body: string, headers: Record<string, string> = {}): Promise<Reply> =>
    ask({ method: 'PUT', target, body, headers })

  describe('addresses', () => {
    it('objects by path and by host, dots and slashes as they stand', async () => {
      await put('/home/a/../b//c', 'one')
      await ask({ method: 'PUT', target: '/k%20k', body: 'two', headers: { host: 'home.localhost:8080' } })
      await ask({ method: 'PUT', target: '/k3', body: 'three', headers: { host: 'home.s3.us-east-1.amazonaws.com' } })

      expect(buckets.list('home').objects.map(one => one.key)).toEqual(['a/../b//c', 'k k', 'k3'])
    })

    it('refuses an escape that is none', async () => {
      expect(await codeOf({ target: '/home/%zz' })).toBe('400 InvalidURI')
    })
  })

  describe('another region', () => {
    it('sends a client where its bucket is', async () => {
      const reply = await ask({ target: '/away/k' })
      const head = await ask({ method: 'HEAD', target: '/away' })

      expect([reply.status, reply.headers?.['x-amz-bucket-region']]).toEqual([301, 'eu-west-1'])
      expect(await bodyOf(reply)).toContain('<Code>PermanentRedirect</Code>')
      expect([head.status, head.headers?.['x-amz-bucket-region'], head.body]).toEqual([301, 'eu-west-1', undefined])
    })

    it('still tells the location', async () => {
      expect(await bodyOf(await ask({ target: '/away?location' }))).toContain('>eu-west-1</LocationConstraint>')
    })

    it('is where a bucket is made, and nowhere else', async () => {
      const xml =
        '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>'

      const codes = [
        await codeOf({ method: 'PUT', target: '/made-there', body: xml, region: 'eu-west-1' }),
        await codeOf({ method: 'PUT', target: '/not-there', region: 'eu-west-1' }),
        await codeOf({ method: 'PUT', target: '/home' }),
        await codeOf({ method: 'PUT', target: '/away', region: 'eu-west-1', body: xml })
      ]

      expect(codes).toEqual(['200', '400 IllegalLocationConstraintException', '200', '409 BucketAlreadyOwnedByYou'])
    })
  })

  describe('denied actions', () => {
    it.each([
      ['PUT', '/home/k', 's3:PutObject', '"arn:aws:s3:::home/k"'],
      ['GET', '/home/k', 's3:GetObject', '"arn:aws:s3:::home/k"'],
      ['DELETE', '/home/k', 's3:DeleteObject', '"arn:aws:s3:::home/k"'],
      ['GET', '/home?list-type=2', 's3:ListBucket', '"arn:aws:s3:::home"'],
      ['GET', '/home/missing', 's3:ListBucket', '"arn:aws:s3:::home"']
    ])('%s %s says who may not do what', async (method, target, action, resource) => {
      denied = action

      const reply = await ask({ method, target })

      expect(reply.status).toBe(403)
      const message = `User: arn:aws:iam::123456789012:user/emulator is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
      expect(await bodyOf(reply)).toContain(
        `<Code>AccessDenied</Code><Message>${message.replaceAll('"', '&quot;')}</Message>`
      )
    })
  })

  it('never takes for known what it does not know', async () => {
    const codes = [
      await codeOf({ target: '/home/k?acl' }),
      await codeOf({ method: 'PUT', target: '/home?versioning' }),
      await codeOf({ target: '/home?prefix=a' }),
      await codeOf({ method: 'PUT', target: '/home/k', headers: { 'x-amz-copy-source': '/home/j' } }),
      await codeOf({ method: 'PUT', target: '/home/k', headers: { 'if-none-match': '"etag"' } }),
      await codeOf({ method: 'POST', target: '/home' }),
      await codeOf({ method: 'PUT', target: '/home/k', headers: { 'x-amz-checksum-sha512': 'AAAA' } })
    ]

    expect(codes).toEqual([
      ...Array<string>(5).fill('501 NotImplemented'),
      '405 MethodNotAllowed',
      '501 NotImplemented'
    ])
  })

  describe('bodies', () => {
    it.each([
      ['another SHA-256', { 'x-amz-content-sha256': hash('sha256', 'other') }, '400 XAmzContentSHA256Mismatch'],
      ['a checksum that is none', { 'x-amz-checksum-crc32': 'abc' }, '400 InvalidRequest'],
      [
        'two checksums',
        { 'x-amz-checksum-crc32': 'y/Q5Jg==', 'x-amz-checksum-crc32c': '4waSgw==' },
        '400 InvalidRequest'
      ],
      ['an algorithm without its checksum', { 'x-amz-sdk-checksum-algorithm': 'CRC32' }, '400 InvalidRequest'],
      ['a length above 5 GiB', { 'content-length': String(5 * 1024 ** 3 + 1) }, '400 EntityTooLarge'],
      ['metadata above 2 KB', { 'x-amz-meta-a': 'x'.repeat(2048) }, '400 MetadataTooLarge']
    ])('with %s are refused', async (_, headers, expected) => {
      const code = await codeOf({
        method: 'PUT',
        target: '/home/k',
        body: '123456789',
        headers
      })

      expect(code).toBe(expected)
      expect(buckets.get('home', 'k')).toBeUndefined()
    })

    const framed = (crc: string): Ask => ({
      method: 'PUT',
      target: '/home/framed',
      body: `9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:${crc}\r\n\r\n`,
      headers: {
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'x-amz-decoded-content-length': '9',
        'x-amz-trailer': 'x-amz-checksum-crc32',
        'content-encoding': 'gzip,aws-chunked'
      }
    })

    it('lose their frames and keep their own encoding', async () => {
      const reply = await ask(framed('y/Q5Jg=='))

      const object = buckets.get('home', 'framed')
      expect(reply.headers).toMatchObject({ 'x-amz-checksum-crc32': 'y/Q5Jg==', 'x-amz-checksum-type': 'FULL_OBJECT' })
      expect([await object?.text(), object?.metadata['content-encoding']]).toEqual(['123456789', 'gzip'])
    })

    it('without a length are refused', async () => {
      const { 'x-amz-decoded-content-length': length, ...headers } = framed('y/Q5Jg==').headers ?? {}

      expect([length, await codeOf({ ...framed('y/Q5Jg=='), headers })]).toEqual(['9', '411 MissingContentLength'])
    })

    it('are held against the checksum in their trailer', async () => {
      expect(await codeOf(framed('AAAAAA=='))).toBe('400 BadDigest')
      expect(await codeOf(framed('nonsense'))).toBe('400 InvalidRequest')
      expect(buckets.get('home', 'framed')).toBeUndefined()
    })

    it('without a checksum get CRC64NVME, as at AWS', async () => {
      const reply = await put('/home/k', '123456789')

      expect(reply.headers?.['x-amz-checksum-crc64nvme']).toBe('rosUhgp5mIg=')
    })
  })

  it('gives a checksum with a whole object that asks for it, and with no part', async () => {
    await put('/home/k', '123456789', { 'x-amz-checksum-crc32': 'y/Q5Jg==' })
    const mode = { 'x-amz-checksum-mode': 'ENABLED' }

    const whole = await ask({ target: '/home/k', headers: mode })
    const part = await ask({ target: '/home/k', headers: { ...mode, range: 'bytes=0-1' } })
    const plain = await ask({ target: '/home/k' })

    expect([whole, part, plain].map(one => one.headers?.['x-amz-checksum-crc32'])).toEqual([
      'y/Q5Jg==',
      undefined,
      undefined
    ])
    expect(part.headers).toMatchObject({ 'content-range': 'bytes 0-1/9', 'content-length': '2' })
  })

  it('tells time in whole seconds, as S3 does', async () => {
    await put('/home/k', 'x')

    const head = await ask({ method: 'HEAD', target: '/home/k' })
    const listed = await bodyOf(await ask({ target: '/home?list-type=2' }))

    expect(head.headers?.['last-modified']).toBe('Fri, 20 Nov 2026 12:00:01 GMT')
    expect(listed).toContain('<LastModified>2026-11-20T12:00:01.000Z</LastModified>')
  })

  it('names each request', async () => {
    const reply = await ask({ target: '/home/missing' })

    expect(reply.headers?.['x-amz-request-id']).toBe('0000000000000001')
    expect(await bodyOf(reply)).toContain('<Key>missing</Key><RequestId>0000000000000001</RequestId>')
  })

  it.each([
    ['max-keys=0', ['<KeyCount>0</KeyCount>', '<IsTruncated>false</IsTruncated>']],
    ['max-keys=1', ['<KeyCount>1</KeyCount>', '<IsTruncated>true</IsTruncated>', '<NextContinuationToken>']],
    ['max-keys=5000', ['<MaxKeys>1000</MaxKeys>']],
    ['max-keys=x', ['<Code>InvalidArgument</Code>']],
    ['encoding-type=base64', ['<Code>InvalidArgument</Code>']],
    ['continuation-token=x', ['<Code>InvalidArgument</Code>']],
    ['encoding-type=url', ['<Key>a/b+c%26</Key>', '<EncodingType>url</EncodingType>']]
  ])('lists with %s', async (parameter, expected) => {
    await buckets.put('home', 'a/b c&', 'x')
    await buckets.put('home', 'b', 'x')

    const listed = await bodyOf(await ask({ target: `/home?list-type=2&${parameter}` }))

    for (const text of expected) expect(listed).toContain(text)
  })

  it('says of each of many deletions how it went', async () => {
    const body = '<Delete><Object><Key>a&amp;b</Key></Object><Object><Key>c</Key></Object></Delete>'
    const request = {
      method: 'POST',
      target: '/home?delete',
      body,
      headers: { 'content-md5': hash('md5', body, 'base64') }
    }
    denied = 's3:DeleteObject'
    const refused = await bodyOf(await ask(request))
    denied = undefined

    const done = await bodyOf(await ask(request))
    const bare = await codeOf({ method: 'POST', target: '/home?delete', body })

    expect(refused).toContain('<Error><Key>a&amp;b</Key><Code>AccessDenied</Code>')
    expect(done).toContain('<Deleted><Key>a&amp;b</Key></Deleted><Deleted><Key>c</Key></Deleted>')
    expect(bare).toBe('400 InvalidRequest')
  })

  describe('multipart uploads', () => {
    const first = Buffer.alloc(fiveMiB, 'a')
    const start = async (headers: Record<string, string> = {}): Promise<string> => {
      const reply = await ask({ method: 'POST', target: '/home/mp?uploads', headers })
      return /<UploadId>(.+)<\/UploadId>/.exec(await bodyOf(reply))?.[1] ?? ''
    }
    const part = (id: string, number: number, body: Buffer, headers: Record<string, string> = {}): Promise<Reply> =>
      ask({ method: 'PUT', target: `/home/mp?partNumber=${number}&uploadId=${id}`, body, headers })
    const complete = (id: string, lines: readonly string[]): Ask => ({
      method: 'POST',
      target: `/home/mp?uploadId=${id}`,
      body: `<CompleteMultipartUpload>${lines.map(line => `<Part>${line}</Part>`).join('')}</CompleteMultipartUpload>`
    })
    const line = (number: number, body: Buffer, more = ''): string =>
      `<PartNumber>${number}</PartNumber><ETag>"${hash('md5', body)}"</ETag>${more}`

    it('sum the whole object when nothing was asked for', async () => {
      const id = await start()
      const tail = Buffer.from('tail')
      await part(id, 1, first, { 'x-amz-checksum-crc32': checksumOf('CRC32', first) })
      await part(id, 2, tail)

      const reply = await bodyOf(await ask(complete(id, [line(1, first), line(2, tail)])))

      const whole = checksumOf('CRC64NVME', Buffer.concat([first, tail]))
      expect(reply).toContain(`<ChecksumCRC64NVME>${whole}</ChecksumCRC64NVME><ChecksumType>FULL_OBJECT</ChecksumType>`)
    })

    it('sum the sums of their parts when asked to, and want them named', async () => {
      const id = await start({ 'x-amz-checksum-algorithm': 'SHA256' })
      const sum = checksumOf('SHA256', first)
      await part(id, 1, first, { 'x-amz-checksum-sha256': sum })

      const bare = await codeOf(complete(id, [line(1, first)]))
      const wrong = await codeOf(
        complete(id, [line(1, first, `<ChecksumSHA256>${checksumOf('SHA256', Buffer.from('x'))}</ChecksumSHA256>`)])
      )
      const right = await bodyOf(await ask(complete(id, [line(1, first, `<ChecksumSHA256>${sum}</ChecksumSHA256>`)])))

      const composite = `${checksumOf('SHA256', Buffer.from(sum, 'base64'))}-1`
      expect([bare, wrong]).toEqual(['400 InvalidRequest', '400 InvalidPart'])
      expect(right).toContain(`<ChecksumSHA256>${composite}</ChecksumSHA256><ChecksumType>COMPOSITE</ChecksumType>`)
    })

    it('refuse parts summed in another way, and ways that do not go together', async () => {
      const id = await start({ 'x-amz-checksum-algorithm': 'SHA256' })

      const codes = [
        (await part(id, 1, first, { 'x-amz-checksum-crc32': checksumOf('CRC32', first) })).status,
        (await part(id, 1, first)).status,
        (await part(id, 0, first)).status,
        (await part('none', 1, first)).status,
        (
          await ask({
            method: 'POST',
            target: '/home/mp?uploads',
            headers: { 'x-amz-checksum-algorithm': 'SHA1', 'x-amz-checksum-type': 'FULL_OBJECT' }
          })
        ).status
      ]

      expect(codes).toEqual([400, 400, 400, 404, 400])
    })

    it('keep their parts when the completion is refused, for a second try', async () => {
      const id = await start()
      await part(id, 1, first)
      await buckets.put('home', 'mp', 'there')
      const request = complete(id, [line(1, first)])

      const refused = await codeOf({ ...request, headers: { 'if-none-match': '*' } })
      const second = await codeOf(request)

      expect([refused, second]).toEqual(['412 PreconditionFailed', '200'])
      expect(buckets.get('home', 'mp')).toMatchObject({ bytes: fiveMiB })
    })
  })
})
