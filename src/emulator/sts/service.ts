/**
 * STS over HTTP (Query protocol, XML): AssumeRoleWithWebIdentity and GetCallerIdentity.
 * How an ID token is checked, and which roles there are, is given in.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
import type { EmulatorClock, Exchange, Reply, Service } from '../exchange.ts'
import { readPolicy } from '../signature/authority.ts'
import type { Credentials, TemporaryKeys } from '../signature/credentials.ts'
import { queryDialect } from '../signature/refusal.ts'
import { verify } from '../signature/verify.ts'
import { element, wrap } from '../s3/xml.ts'
import { StsError, stsErrorReply } from './error.ts'
import { readAssumeRole } from './parameters.ts'
import type { AssumeRole } from './parameters.ts'

/** What an ID token says, once its signature and issuer were found good. */
interface IdTokenClaims {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
}

export type IdTokenVerdict =
  | ({ readonly kind: 'valid' } & IdTokenClaims)
  /** `message` ends STS's sentence where STS has one of its own for it. */
  | { readonly kind: 'expired'; readonly message?: string }
  /** Right in itself, but the role does not trust it: wrong audience, subject or issuer. */
  | { readonly kind: 'not-trusted' }
  | { readonly kind: 'malformed'; readonly message?: string }
  /** STS could not fetch the issuer's keys: a passing trouble, seen in practice. */
  | { readonly kind: 'no-key' }
  /** The identity provider did not answer STS. */
  | { readonly kind: 'no-answer' }

export type VerifyIdToken = (token: string, roleArn: string) => IdTokenVerdict | Promise<IdTokenVerdict>

export interface Role {
  readonly arn: string
  /** 3,600 to 43,200; default 3,600. */
  readonly maxSessionSeconds?: number
  /** The trust policy. Default: trusts every token that was found valid. */
  readonly trusts?: (claims: IdTokenClaims) => boolean
}

export interface StsOptions {
  readonly credentials: Credentials
  readonly clock: EmulatorClock
  readonly roles: readonly Role[] | ((roleArn: string) => Role | undefined)
  readonly verifyIdToken: VerifyIdToken
  /** Between the client's clock and ours; default 15 minutes. */
  readonly maxSkewMs?: number
}

const stsNamespace = 'https://sts.amazonaws.com/doc/2011-06-15/'
const version = '2011-06-15'
const mostBytes = 256 * 1024

export function stsService(options: StsOptions): Service {
  return async exchange => {
    const requestId = requestIdOf(exchange.number)
    try {
      const reply = await act(exchange, options, requestId)
      return { ...reply, headers: { ...reply.headers, 'x-amzn-requestid': requestId } }
    } catch (error) {
      if (error instanceof StsError) return stsErrorReply(error, requestId)
      throw error
    }
  }
}

async function act(exchange: Exchange, options: StsOptions, requestId: string): Promise<Reply> {
  const body = (await exchange.bytes(mostBytes)).toString('utf8')
  const parameters = exchange.method === 'POST' ? new URLSearchParams(body) : exchange.url.searchParams
  const action = parameters.get('Action')
  if (action === null) throw new StsError('MissingAction', 'Missing Action')
  if (parameters.get('Version') !== version) {
    throw new StsError(
      'InvalidAction',
      `Could not find operation ${action} for version ${parameters.get('Version') ?? 'NO_VERSION_SPECIFIED'}`
    )
  }
  switch (action) {
    case 'AssumeRoleWithWebIdentity':
      return result(action, await assumeRole(readAssumeRole(parameters), options), requestId)
    case 'GetCallerIdentity':
      return result(action, await callerIdentity(exchange, options), requestId)
    default:
      throw new StsError('InvalidAction', `The emulator's STS has no operation ${action}`)
  }
}

/** Needs no signature: the token is the proof. */
async function assumeRole(request: AssumeRole, options: StsOptions): Promise<string[]> {
  const { roleArn, sessionName, token, policy } = request
  const role = roleOf(roleArn, options.roles)
  const claims = await claimsOf(token, roleArn, options.verifyIdToken)
  // An unknown role and an untrusted token look the same from outside.
  if (role === undefined || role.trusts?.(claims) === false) throw notAuthorised()
  const seconds = request.seconds ?? 3600
  if (seconds > (role.maxSessionSeconds ?? 3600)) {
    throw new StsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
    )
  }
  if (policy !== undefined && readPolicy(policy) === undefined) {
    throw new StsError('MalformedPolicyDocument', 'Syntax errors in policy.')
  }
  const session = { roleArn, sessionName, seconds, ...(policy !== undefined && { policy }) }
  return describe(options.credentials.mint(session), claims, policy)
}

function roleOf(arn: string, roles: StsOptions['roles']): Role | undefined {
  return typeof roles === 'function' ? roles(arn) : roles.find(role => role.arn === arn)
}

async function claimsOf(token: string, roleArn: string, verifyIdToken: VerifyIdToken): Promise<IdTokenClaims> {
  const verdict = await verifyIdToken(token, roleArn)
  switch (verdict.kind) {
    case 'valid':
      return verdict
    case 'expired':
      throw new StsError('ExpiredTokenException', verdict.message ?? 'Token expired')
    case 'not-trusted':
      throw notAuthorised()
    case 'malformed':
      throw new StsError(
        'InvalidIdentityToken',
        verdict.message ??
          'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)'
      )
    case 'no-key':
      throw new StsError(
        'InvalidIdentityToken',
        "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements"
      )
    case 'no-answer':
      throw new StsError(
        'IDPCommunicationError',
        'Unable to communicate with your identity provider. Please retry the request.'
      )
  }
}

function notAuthorised(): StsError {
  return new StsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity')
}

function describe(keys: TemporaryKeys, claims: IdTokenClaims, policy: string | undefined): string[] {
  return [
    element('SubjectFromWebIdentityToken', claims.subject),
    element('Audience', claims.audience),
    wrap('AssumedRoleUser', [element('Arn', keys.principalArn), element('AssumedRoleId', keys.userId)]),
    wrap('Credentials', [
      element('SessionToken', keys.sessionToken),
      element('SecretAccessKey', keys.secretAccessKey),
      element('Expiration', `${new Date(keys.expiresAt).toISOString().slice(0, 19)}Z`),
      element('AccessKeyId', keys.accessKeyId)
    ]),
    element('Provider', claims.issuer.replace(/^https:\/\//, '')),
    ...(policy === undefined ? [] : [element('PackedPolicySize', Math.ceil((100 * policy.length) / 2048))])
  ]
}

async function callerIdentity(exchange: Exchange, options: StsOptions): Promise<string[]> {
  const verdict = await verify(exchange, { ...options, service: 'sts', dialect: queryDialect })
  if ('refused' in verdict) {
    const { code, message, status } = verdict.refused
    throw new StsError(code, message, status)
  }
  const { principalArn, userId, account } = verdict.caller
  return [element('Arn', principalArn), element('UserId', userId), element('Account', account)]
}

function result(action: string, lines: readonly string[], requestId: string): Reply {
  const metadata = wrap('ResponseMetadata', [element('RequestId', requestId)])
  const body = wrap(`${action}Response`, [wrap(`${action}Result`, lines), metadata], stsNamespace)
  return { status: 200, headers: { 'content-type': 'text/xml' }, body }
}

function requestIdOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}
