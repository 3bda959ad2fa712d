import { describe, expect, it } from '@jest/globals'
import { Credentials } from '../../../../src/emulator/signature/credentials.ts'
import { jsonDialect, queryDialect, s3Dialect } from '../../../../src/emulator/signature/refusal.ts'
import type { RefusalKind } from '../../../../src/emulator/signature/refusal.ts'
import { verify } from '../../../../src/emulator/signature/verify.ts'
import type { VerifyOptions } from '../../../../src/emulator/signature/verify.ts'
import { exchange } from '../../../support/listen.ts'
import { presign } from '../../../support/presign.ts'
import { noon, signed } from '../../../support/signed.ts'
import type { Ask, Signer } from '../../../support/signed.ts'

const standing = { accessKeyId: 'AKID', secretAccessKey: 'secret' }

function world(): { options: VerifyOptions; session: Signer & { sessionToken: string }; clock: { at: number } } {
  const clock = { at: noon }
  const credentials = new Credentials({ now: () => clock.at })
  credentials.add(standing)
  const session = credentials.mint({ roleArn: 'arn:aws:iam::123456789012:role/ci', sessionName: 'run', seconds: 900 })
  return { options: { credentials, clock: { now: () => clock.at }, service: 's3', dialect: s3Dialect }, session, clock }
}

async function kindOf(
  options: VerifyOptions,
  signer: Signer,
  ask: Partial<Ask> = {}
): Promise<RefusalKind | 'accepted'> {
  const verdict = await verify(signed(signer, { target: '/b/k', ...ask }), options)
  return 'caller' in verdict ? 'accepted' : verdict.kind
}

describe('verify', () => {
  it('says who asks', async () => {
    const { options, session } = world()

    const verdict = await verify(signed(session, { target: '/b/k', region: 'eu-west-1' }), options)

    expect(verdict).toMatchObject({
      caller: {
        principalArn: 'arn:aws:sts::123456789012:assumed-role/ci/run',
        account: '123456789012',
        region: 'eu-west-1',
        service: 's3'
      }
    })
  })

  it.each([
    ['a wrong secret', 'wrong-signature', { ...standing, secretAccessKey: 'other' }, {}],
    ['an unknown key', 'unknown-key', { ...standing, accessKeyId: 'OTHER' }, {}],
    ['a session token on standing keys', 'wrong-token', { ...standing, sessionToken: 'x' }, {}],
    ['another service', 'wrong-scope', standing, { service: 'bedrock' }],
    ['16 minutes ago', 'skewed', standing, { at: noon - 16 * 60_000 }],
    ['16 minutes ahead', 'skewed', standing, { at: noon + 16 * 60_000 }],
    ['14 minutes ago', 'accepted', standing, { at: noon - 14 * 60_000 }],
    ['a header added on the way', 'unsigned-headers', standing, { unsigned: { 'x-amz-acl': 'public-read' } }],
    ['a harmless header added on the way', 'accepted', standing, { unsigned: { via: 'proxy' } }],
    [
      'a signed header changed on the way',
      'wrong-signature',
      standing,
      { unsigned: { 'x-amz-date': '20261120T120001Z' } }
    ]
  ])('of a request with %s: %s', async (_, expected, signer, ask) => {
    const { options } = world()

    expect(await kindOf(options, signer, ask)).toBe(expected)
  })

  it('refuses a session without its token, and one that is over', async () => {
    const { options, session, clock } = world()
    const { sessionToken, ...keys } = session

    const without = await kindOf(options, keys)
    const right = await kindOf(options, session)
    clock.at = noon + 900_000
    const late = await kindOf(options, session, { at: clock.at })

    expect(sessionToken).not.toBe('')
    expect([without, right, late]).toEqual(['wrong-token', 'accepted', 'expired-token'])
  })

  it('holds another region against the one it is for', async () => {
    const { options } = world()

    const kinds = [
      await kindOf({ ...options, region: 'us-east-1' }, standing),
      await kindOf({ ...options, region: 'eu-west-1' }, standing)
    ]

    expect(kinds).toEqual(['accepted', 'wrong-scope'])
  })

  it('holds the body against the signature where the service is not S3', async () => {
    const { options } = world()
    const whole = signed(standing, { target: '/', method: 'POST', service: 'sts', body: 'Action=A' })
    const changed = { ...whole, bytes: () => Promise.resolve(Buffer.from('Action=B')) }

    const verdicts = [
      await verify(whole, { ...options, service: 'sts' }),
      await verify(changed, { ...options, service: 'sts' })
    ]

    expect(verdicts.map(one => ('kind' in one ? one.kind : 'accepted'))).toEqual(['accepted', 'wrong-signature'])
  })

  it('lets a presigned URL live as long as it says', async () => {
    const { options, clock } = world()
    const url = presign({
      endpoint: 'http://127.0.0.1',
      region: 'us-east-1',
      ...standing,
      method: 'GET',
      path: '/b/k',
      at: new Date(noon),
      seconds: 60
    })
    const ask = exchange('GET', url.slice('http://127.0.0.1'.length))

    const first = await verify(ask, options)
    clock.at = noon + 61_000
    const second = await verify(ask, options)

    expect(first).toHaveProperty('caller')
    expect(second).toMatchObject({ kind: 'stale', refused: { code: 'AccessDenied', message: 'Request has expired' } })
  })

  it('does not look at the clock when told so', async () => {
    const { options } = world()

    expect(await kindOf({ ...options, maxSkewMs: Infinity }, standing, { at: noon - 1e10 })).toBe('accepted')
  })

  it('wants a signature', async () => {
    const { options } = world()

    const verdicts = [
      await verify(exchange('GET', '/b/k'), options),
      await verify(exchange('GET', '/b/k', { authorization: 'Basic abc' }), options)
    ]

    expect(verdicts).toMatchObject([{ kind: 'anonymous' }, { kind: 'malformed' }])
  })
})

describe('a refusal', () => {
  it.each([
    ['unknown-key', 'InvalidAccessKeyId', 'InvalidClientTokenId', 'UnrecognizedClientException'],
    ['wrong-signature', 'SignatureDoesNotMatch', 'SignatureDoesNotMatch', 'InvalidSignatureException'],
    ['expired-token', 'ExpiredToken', 'ExpiredToken', 'ExpiredTokenException'],
    ['anonymous', 'AccessDenied', 'MissingAuthenticationToken', 'MissingAuthenticationTokenException'],
    ['skewed', 'RequestTimeTooSkewed', 'SignatureDoesNotMatch', 'InvalidSignatureException']
  ] as const)('of kind %s is %s, %s or %s', (kind, ...codes) => {
    const said = [s3Dialect, queryDialect, jsonDialect].map(dialect => dialect({ kind, detail: '' }).code)

    expect(said).toEqual(codes)
  })
})
