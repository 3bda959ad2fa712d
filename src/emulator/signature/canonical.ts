/**
 * Signature Version 4, the arithmetic: canonical request, string to sign, signing key.
 * Written from AWS's description, not from an SDK, so that an SDK's signature is a check on both.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
import { createHmac, hash } from 'node:crypto'
import type { Claim, Scope } from './claim.ts'

export const emptySha256 = hash('sha256', '')

export interface Signable {
  readonly method: string
  /** The request line's target as it came. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
}

export function canonicalRequest(
  request: Signable,
  claim: Pick<Claim, 'signedHeaders' | 'scope'>,
  payloadHash: string
): string {
  const question = request.target.indexOf('?')
  const path = question < 0 ? request.target : request.target.slice(0, question)
  const query = question < 0 ? '' : request.target.slice(question + 1)
  const headers = claim.signedHeaders.map(name => `${name}:${tidy(request.headers[name] ?? '')}\n`)
  return [
    request.method,
    canonicalPath(path, claim.scope.service),
    canonicalQuery(query),
    headers.join(''),
    claim.signedHeaders.join(';'),
    payloadHash
  ].join('\n')
}

export function stringToSign(canonical: string, signedAt: string, scope: Scope): string {
  return ['AWS4-HMAC-SHA256', signedAt, scopeText(scope), hash('sha256', canonical)].join('\n')
}

export function scopeText(scope: Scope): string {
  return `${scope.date}/${scope.region}/${scope.service}/aws4_request`
}

/** A client signs with the same key all day, and deriving it takes four of the five hashes that a request needs. */
const derived = new Map<string, Buffer>()
const mostDerived = 64

export function signingKey(secretAccessKey: string, scope: Scope): Buffer {
  const name = `${secretAccessKey} ${scopeText(scope)}`
  const known = derived.get(name)
  if (known !== undefined) return known
  const byDate = hmac(`AWS4${secretAccessKey}`, scope.date)
  const key = hmac(hmac(hmac(byDate, scope.region), scope.service), 'aws4_request')
  if (derived.size >= mostDerived) derived.clear()
  derived.set(name, key)
  return key
}

export function sign(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

/** Everything but letters, digits and `-._~` as upper-case %XX of its UTF-8. */
export function uriEncode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

/** S3 signs the path encoded once and untouched; every other service normalises it and encodes it once more. */
function canonicalPath(path: string, service: string): string {
  if (service === 's3')
    return path
      .split('/')
      .map(segment => uriEncode(decode(segment)))
      .join('/')
  const kept: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment === '..') kept.pop()
    else kept.push(uriEncode(segment))
  }
  const tail = kept.length > 0 && path.endsWith('/') ? '/' : ''
  return `/${kept.join('/')}${tail}`
}

function canonicalQuery(query: string): string {
  const pairs: [string, string][] = []
  for (const part of query.split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    const name = equals < 0 ? part : part.slice(0, equals)
    const value = equals < 0 ? '' : part.slice(equals + 1)
    if (name === 'X-Amz-Signature') continue
    pairs.push([uriEncode(decode(name.replaceAll('+', ' '))), uriEncode(decode(value.replaceAll('+', ' ')))])
  }
  pairs.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
  return pairs.map(([name, value]) => `${name}=${value}`).join('&')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function tidy(value: string): string {
  return value.trim().replaceAll(/\s+/g, ' ')
}

/** A broken escape stands for itself, so that it fails as a wrong signature and not as a crash. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
