/**
 * Whether a request was signed by who it says, for this service, now. Works for header and presigned signatures.
 * What the caller may do is authority.ts's business.
 */
import { hash, timingSafeEqual } from 'node:crypto'
import type { EmulatorClock, Exchange } from '../exchange.ts'
import { canonicalRequest, sign, signingKey, stringToSign } from './canonical.ts'
import { instantOf, readClaim } from './claim.ts'
import type { Claim, Scope } from './claim.ts'
import type { Credentials, Holder } from './credentials.ts'
import type { Dialect, Refusal, RefusalKind, Wording } from './refusal.ts'

export interface VerifyOptions {
  readonly credentials: Credentials
  readonly clock: EmulatorClock
  /** The signing name that the scope must carry: `s3`, `sts`, `bedrock`. */
  readonly service: string
  /** Where set, the region that the scope must carry. */
  readonly region?: string
  readonly dialect: Dialect
  /** Default 15 minutes; Infinity for a clock that does not follow the client's. */
  readonly maxSkewMs?: number
}

/** Who asks. */
export interface Caller {
  readonly accessKeyId: string
  readonly principalArn: string
  readonly account: string
  readonly userId: string
  readonly region: string
  readonly service: string
  /** Inline session policy, as JSON text. */
  readonly policy?: string
  readonly seal: Seal
}

/** What the signatures of a streamed body's chunks are chained to. */
export interface Seal {
  readonly key: Buffer
  readonly signature: string
  readonly signedAt: string
  readonly scope: Scope
}

export type Verdict = { readonly caller: Caller } | { readonly refused: Wording; readonly kind: RefusalKind }

const quarterHourMs = 15 * 60_000

/** Reads the body only where the request does not say its hash (`x-amz-content-sha256`), as S3 requests always do. */
export async function verify(exchange: Exchange, options: VerifyOptions): Promise<Verdict> {
  const claim = readClaim(exchange.headers, exchange.url)
  const checked = await check(exchange, claim, options)
  if ('kind' in checked) return { refused: options.dialect(checked), kind: checked.kind }
  return { caller: checked }
}

async function check(
  exchange: Exchange,
  claim: Claim | 'malformed' | undefined,
  options: VerifyOptions
): Promise<Caller | Refusal> {
  if (claim === undefined) return refuse('anonymous', 'the request is not signed')
  if (claim === 'malformed') return refuse('malformed', 'the authorization is not written as AWS4-HMAC-SHA256')
  const holder = options.credentials.find(claim.accessKeyId)
  const refusal =
    wrongScope(claim, options) ?? wrongTime(claim, options) ?? wrongKeys(claim, holder, options.credentials)
  if (refusal !== undefined) return refusal
  if (holder === undefined) return refuse('unknown-key', claim.accessKeyId)
  const unsigned = mustBeSigned(exchange, claim)
  if (unsigned.length > 0) return refuse('unsigned-headers', unsigned.join(', '))

  const canonical = canonicalRequest(exchange, claim, await payloadHash(exchange, claim))
  const key = signingKey(holder.secretAccessKey, claim.scope)
  const expected = sign(key, stringToSign(canonical, claim.signedAt, claim.scope))
  if (!same(expected, claim.signature)) return refuse('wrong-signature', 'the signatures differ')
  return {
    accessKeyId: holder.accessKeyId,
    principalArn: holder.principalArn,
    account: holder.account,
    userId: holder.userId,
    region: claim.scope.region,
    service: claim.scope.service,
    ...(holder.policy !== undefined && { policy: holder.policy }),
    seal: { key, signature: claim.signature, signedAt: claim.signedAt, scope: claim.scope }
  }
}

function wrongScope(claim: Claim, { service, region }: VerifyOptions): Refusal | undefined {
  if (claim.scope.service !== service) {
    return refuse('wrong-scope', `Credential should be scoped to correct service: '${service}'.`)
  }
  if (region !== undefined && claim.scope.region !== region) {
    return refuse('wrong-scope', `the region '${claim.scope.region}' is wrong; expecting '${region}'`)
  }
  return undefined
}

function wrongTime(claim: Claim, { clock, maxSkewMs = quarterHourMs }: VerifyOptions): Refusal | undefined {
  const signedAt = instantOf(claim.signedAt)
  if (signedAt === undefined) return refuse('malformed', 'Authorization requires a valid X-Amz-Date')
  if (!claim.signedAt.startsWith(claim.scope.date)) {
    return refuse('malformed', 'the date in the Credential scope does not match X-Amz-Date')
  }
  const agoMs = clock.now() - signedAt
  const span = `${claim.signedAt} is not within the allowed span of ${new Date(clock.now()).toISOString()}`
  if (claim.kind === 'presigned') {
    const endless = maxSkewMs === Infinity
    if (!endless && agoMs > (claim.lifeSeconds ?? 0) * 1000) return refuse('stale', `Signature expired: ${span}`)
    return agoMs < -maxSkewMs ? refuse('skewed', `Signature not yet current: ${span}`) : undefined
  }
  if (Math.abs(agoMs) <= maxSkewMs) return undefined
  return refuse('skewed', `Signature ${agoMs > 0 ? 'expired' : 'not yet current'}: ${span}`)
}

function wrongKeys(claim: Claim, holder: Holder | undefined, credentials: Credentials): Refusal | undefined {
  if (holder === undefined) return refuse('unknown-key', claim.accessKeyId)
  if (holder.sessionToken !== claim.sessionToken) return refuse('wrong-token', 'the session token is not of these keys')
  if (credentials.expired(holder)) return refuse('expired-token', 'the session is over')
  return undefined
}

/** `host` and every `x-amz-…` header: what a proxy could otherwise change. */
function mustBeSigned(exchange: Exchange, claim: Claim): string[] {
  const signed = new Set(claim.signedHeaders)
  return Object.keys(exchange.headers).filter(
    name => (name === 'host' || name.startsWith('x-amz-')) && !signed.has(name)
  )
}

async function payloadHash(exchange: Exchange, claim: Claim): Promise<string> {
  const said = exchange.headers['x-amz-content-sha256']
  if (claim.scope.service === 's3') return said ?? 'UNSIGNED-PAYLOAD'
  // Other services do not trust the header: they hash what came.
  return hash('sha256', await exchange.bytes())
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function refuse(kind: RefusalKind, detail: string): Refusal {
  return { kind, detail }
}
