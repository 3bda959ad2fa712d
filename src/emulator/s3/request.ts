/** One S3 request, taken apart: bucket, key, query, headers. Says no to what the emulator does not do. */
import type { Exchange } from '../exchange.ts'
import { S3Error } from './error.ts'

export interface S3Request {
  readonly exchange: Exchange
  readonly method: string
  /** Empty for the service itself. */
  readonly bucket: string
  /** Empty for a bucket. */
  readonly key: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
}

const mostKeyBytes = 1024

/** Path style; virtual-host style for `bucket.localhost` and `bucket.s3….amazonaws.com`. Throws S3Error InvalidURI or KeyTooLongError. */
export function readRequest(exchange: Exchange): S3Request {
  const question = exchange.target.indexOf('?')
  const path = question < 0 ? exchange.target : exchange.target.slice(0, question)
  const query = new URLSearchParams(question < 0 ? '' : exchange.target.slice(question + 1))
  const host = (exchange.headers['host'] ?? '').replace(/:\d+$/, '')
  const hostBucket = /^(.+?)\.(?:localhost|s3[.-].*)$/.exec(host)?.[1]
  const whole = path.replace(/^\//, '')
  const slash = whole.indexOf('/')
  const [bucket, key] =
    hostBucket !== undefined
      ? [hostBucket, decode(whole)]
      : slash < 0
        ? [decode(whole), '']
        : [decode(whole.slice(0, slash)), decode(whole.slice(slash + 1))]
  const keyBytes = Buffer.byteLength(key)
  if (keyBytes > mostKeyBytes) {
    throw new S3Error('KeyTooLongError', { details: { Size: String(keyBytes), MaxSizeAllowed: String(mostKeyBytes) } })
  }
  return { exchange, method: exchange.method, bucket, key, query, headers: exchange.headers }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('InvalidURI', { details: { URI: text } })
  }
}

/** What every operation may carry: SDK book-keeping and the parts of a presigned URL. */
const everywhere = /^(x-id|X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token|.*))$/i

/** Throws S3Error NotImplemented for a parameter that is not known here: a feature silently ignored would be a lie. */
export function allowQuery(request: S3Request, ...known: readonly string[]): void {
  for (const name of request.query.keys()) {
    if (known.includes(name) || everywhere.test(name)) continue
    throw new S3Error('NotImplemented', {
      message: `The emulator does not implement ${request.method} with ?${name}`,
      details: { Parameter: name }
    })
  }
}

/** Throws S3Error NotImplemented when one of the headers is there. */
export function refuseHeaders(request: S3Request, ...names: readonly string[]): void {
  const found = names.find(name => request.headers[name] !== undefined)
  if (found !== undefined) throw new S3Error('NotImplemented', { details: { Header: found } })
}
