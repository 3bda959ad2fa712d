/**
 * What a request says of its own signature, read from the Authorization header or from a presigned query.
 * Knows the spelling only; whether the claim holds is verify.ts's business.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */

export interface Scope {
  /** YYYYMMDD */
  readonly date: string
  readonly region: string
  readonly service: string
}

export interface Claim {
  readonly kind: 'header' | 'presigned'
  readonly accessKeyId: string
  readonly scope: Scope
  /** Lower-case, in the order that was signed. */
  readonly signedHeaders: readonly string[]
  readonly signature: string
  /** ISO 8601 basic, `20261120T010203Z`; empty where the request carries none. */
  readonly signedAt: string
  readonly sessionToken: string | undefined
  /** Presigned only: seconds that the signature is good for. */
  readonly lifeSeconds?: number
}

type Headers = Readonly<Record<string, string>>

/** Undefined: the request is anonymous. `malformed`: it is signed in no way that we can read. */
export function readClaim(headers: Headers, url: URL): Claim | 'malformed' | undefined {
  const authorization = headers['authorization']
  if (authorization !== undefined) return fromHeader(authorization, headers)
  if (url.searchParams.has('X-Amz-Signature') || url.searchParams.has('X-Amz-Credential')) return fromQuery(url)
  return undefined
}

/** The service and region that a request is signed for, whether or not the signature is right. */
export function scopeOf(headers: Headers, url: URL): { service: string; region: string } | undefined {
  const claim = readClaim(headers, url)
  if (claim === undefined || claim === 'malformed') return undefined
  return { service: claim.scope.service, region: claim.scope.region }
}

function fromHeader(authorization: string, headers: Headers): Claim | 'malformed' {
  const [algorithm, ...rest] = authorization.split(' ')
  if (algorithm !== 'AWS4-HMAC-SHA256') return 'malformed'
  const fields = new Map<string, string>()
  for (const field of rest.join(' ').split(',')) {
    const equals = field.indexOf('=')
    if (equals > 0) fields.set(field.slice(0, equals).trim(), field.slice(equals + 1).trim())
  }
  const credential = readCredential(fields.get('Credential'))
  const signedHeaders = fields.get('SignedHeaders')
  const signature = fields.get('Signature')
  if (credential === undefined || !signedHeaders || !signature) return 'malformed'
  return {
    kind: 'header',
    ...credential,
    signedHeaders: signedHeaders.split(';'),
    signature,
    signedAt: headers['x-amz-date'] ?? basicDate(headers['date']),
    sessionToken: headers['x-amz-security-token']
  }
}

function fromQuery(url: URL): Claim | 'malformed' {
  const query = url.searchParams
  const credential = readCredential(query.get('X-Amz-Credential') ?? undefined)
  const signedHeaders = query.get('X-Amz-SignedHeaders')
  const signature = query.get('X-Amz-Signature')
  const lifeSeconds = Number(query.get('X-Amz-Expires') ?? 'absent')
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') return 'malformed'
  if (credential === undefined || !signedHeaders || !signature) return 'malformed'
  if (!Number.isInteger(lifeSeconds) || lifeSeconds < 1 || lifeSeconds > 604_800) return 'malformed'
  return {
    kind: 'presigned',
    ...credential,
    signedHeaders: signedHeaders.split(';'),
    signature,
    signedAt: query.get('X-Amz-Date') ?? '',
    sessionToken: query.get('X-Amz-Security-Token') ?? undefined,
    lifeSeconds
  }
}

/** `AKID/20261120/us-east-1/s3/aws4_request`; an access key id may itself hold a slash. */
function readCredential(text: string | undefined): { accessKeyId: string; scope: Scope } | undefined {
  const parts = text?.split('/') ?? []
  const [date, region, service, end] = parts.slice(-4)
  const accessKeyId = parts.slice(0, -4).join('/')
  if (!accessKeyId || !date || !region || !service || end !== 'aws4_request') return undefined
  return { accessKeyId, scope: { date, region, service } }
}

function basicDate(httpDate: string | undefined): string {
  const at = Date.parse(httpDate ?? '')
  return Number.isNaN(at) ? '' : `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** Milliseconds since 1970 of `20261120T010203Z`; undefined where it is not written so. */
export function instantOf(basic: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(basic)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second] = match
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(at) ? undefined : at
}
