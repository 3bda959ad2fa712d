/**
 * From the body of a PUT to a stored one: unframed, counted, hashed, held against every digest that the request names.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
import type { Seal } from '../signature/verify.ts'
import { unframe } from './aws-chunked.ts'
import type { Body, Shelf } from './body.ts'
import { algorithms, headerOf, isAlgorithm, isChecksum } from './checksums.ts'
import type { Algorithm } from './checksums.ts'
import { S3Error } from './error.ts'
import type { S3Request } from './request.ts'

const mostBytes = 5 * 1024 ** 3
const hexSha256 = /^[0-9a-f]{64}$/

interface Announced {
  readonly algorithm: Algorithm
  /** Undefined: it comes in the trailer. */
  readonly value: string | undefined
}

export interface Taken {
  readonly body: Body
  /** The algorithm that the request itself named. */
  readonly announced: Algorithm | undefined
}

/** Throws S3Error: BadDigest and its kin; nothing is kept then. `own` is what the emulator sums where the request names no algorithm, or with `always` in any case. */
export async function takeBody(
  request: S3Request,
  { shelf, seal, own, always = false }: { shelf: Shelf; seal: Seal; own: Algorithm; always?: boolean }
): Promise<Taken> {
  const announced = readAnnounced(request)
  const md5 = readMd5(request)
  const payload = request.headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD'
  checkSize(request, payload)
  const framed = payload.startsWith('STREAMING-') ? frames(request, payload, seal) : undefined
  const source: AsyncIterable<Uint8Array> = framed?.content ?? request.exchange.body
  const body = await shelf.receive(source, {
    algorithms: [...new Set([announced?.algorithm ?? own, ...(always ? [own] : [])])],
    sha256: hexSha256.test(payload)
  })
  try {
    compare(body, { announced, trailer: framed?.trailer, md5, payload })
  } catch (error) {
    body.release()
    throw error
  }
  return { body, announced: announced?.algorithm }
}

function compare(
  body: Body,
  said: {
    announced: Announced | undefined
    trailer: ReadonlyMap<string, string> | undefined
    md5: string | undefined
    payload: string
  }
): void {
  if (body.sha256 !== undefined && body.sha256 !== said.payload) {
    throw new S3Error('XAmzContentSHA256Mismatch', {
      details: { ClientComputedContentSHA256: said.payload, S3ComputedContentSHA256: body.sha256 }
    })
  }
  if (said.md5 !== undefined && body.kept && said.md5 !== body.md5) {
    throw new S3Error('BadDigest', { details: { ExpectedDigest: said.md5, CalculatedDigest: body.md5 } })
  }
  if (said.announced === undefined) return
  const { algorithm, value } = said.announced
  const expected = value ?? said.trailer?.get(headerOf(algorithm))
  if (expected === undefined || !isChecksum(algorithm, expected)) throw invalidValue(algorithm)
  if (expected !== body.checksums[algorithm]) throw badDigest(algorithm)
}

export function badDigest(algorithm: Algorithm): S3Error {
  return new S3Error('BadDigest', { message: `The ${algorithm} you specified did not match the calculated checksum.` })
}

function invalidValue(algorithm: Algorithm): S3Error {
  return new S3Error('InvalidRequest', { message: `Value for ${headerOf(algorithm)} header is invalid.` })
}

/** The one checksum that the request promises, in a header or in its trailer. */
function readAnnounced({ headers }: S3Request): Announced | undefined {
  const trailers = trailerNames(headers)
  const found: Announced[] = []
  for (const algorithm of algorithms) {
    const value = headers[headerOf(algorithm)]
    if (value !== undefined || trailers.includes(headerOf(algorithm))) found.push({ algorithm, value })
  }
  const foreign = [...Object.keys(headers), ...trailers].filter(name =>
    /^x-amz-checksum-(md5|sha512|xxhash\w+)$/.test(name)
  )
  if (foreign[0] !== undefined) throw new S3Error('NotImplemented', { details: { Header: foreign[0] } })
  const [announced, second] = found
  if (second !== undefined) {
    throw new S3Error('InvalidRequest', {
      message: 'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.'
    })
  }
  if (announced?.value !== undefined && !isChecksum(announced.algorithm, announced.value)) {
    throw invalidValue(announced.algorithm)
  }
  const named = headers['x-amz-sdk-checksum-algorithm']?.toUpperCase()
  if (named === undefined || named === announced?.algorithm) return announced
  throw new S3Error('InvalidRequest', {
    message: isAlgorithm(named)
      ? 'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.'
      : 'Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]'
  })
}

/** Hex of Content-MD5. */
function readMd5({ headers }: S3Request): string | undefined {
  const said = headers['content-md5']
  if (said === undefined) return undefined
  const bytes = Buffer.from(said, 'base64')
  if (bytes.length !== 16 || bytes.toString('base64') !== said) throw new S3Error('InvalidDigest')
  return bytes.toString('hex')
}

function checkSize({ headers }: S3Request, payload: string): void {
  const said = payload.startsWith('STREAMING-') ? headers['x-amz-decoded-content-length'] : headers['content-length']
  if (said === undefined && headers['transfer-encoding'] !== undefined && !payload.startsWith('STREAMING-')) {
    throw new S3Error('NotImplemented', { details: { Header: 'Transfer-Encoding' } })
  }
  const bytes = Number(said)
  if (said === undefined || !Number.isSafeInteger(bytes) || bytes < 0) throw new S3Error('MissingContentLength')
  if (bytes > mostBytes) {
    throw new S3Error('EntityTooLarge', {
      details: { ProposedSize: String(bytes), MaxSizeAllowed: String(mostBytes) }
    })
  }
}

function frames(request: S3Request, payload: string, seal: Seal): ReturnType<typeof unframe> {
  const signed =
    payload === 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' || payload === 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER'
  if (!signed && payload !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    throw new S3Error('NotImplemented', { details: { Header: `x-amz-content-sha256: ${payload}` } })
  }
  return unframe(request.exchange.body, {
    ...(signed && { seal }),
    decodedBytes: Number(request.headers['x-amz-decoded-content-length']),
    trailers: payload.endsWith('-TRAILER') ? trailerNames(request.headers) : []
  })
}

function trailerNames(headers: S3Request['headers']): readonly string[] {
  return (headers['x-amz-trailer'] ?? '')
    .split(',')
    .map(name => name.trim().toLowerCase())
    .filter(name => name !== '')
}
