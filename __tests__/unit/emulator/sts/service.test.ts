import { describe, expect, it } from '@jest/globals'
import type { Exchange, Reply } from '../../../../src/emulator/exchange.ts'
import { Credentials } from '../../../../src/emulator/signature/credentials.ts'
import { stsService } from '../../../../src/emulator/sts/service.ts'
import type { IdTokenVerdict, StsOptions } from '../../../../src/emulator/sts/service.ts'
import { exchange } from '../../../support/listen.ts'
import { noon, signed } from '../../../support/signed.ts'

const roleArn = 'arn:aws:iam::123456789012:role/ci'
const claims = {
  issuer: 'https://token.actions.example',
  subject: 'repo:o/r:ref:refs/heads/main',
  audience: 'sts.amazonaws.com'
}
const good: IdTokenVerdict = { kind: 'valid', ...claims }

function world(more: Partial<StsOptions> & { verdict?: IdTokenVerdict } = {}): {
  ask: (parameters: Record<string, string | undefined>) => Promise<Reply>
  send: (request: Exchange) => Promise<Reply>
  credentials: Credentials
} {
  const clock = { now: () => noon }
  const credentials = new Credentials(clock)
  const service = stsService({
    credentials,
    clock,
    roles: [{ arn: roleArn }],
    verifyIdToken: () => more.verdict ?? good,
    ...more
  })
  const usual: Record<string, string> = {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: roleArn,
    RoleSessionName: 'run',
    WebIdentityToken: 'a.b.c'
  }
  const ask = (parameters: Record<string, string | undefined>): Promise<Reply> => {
    const set = new URLSearchParams(usual)
    for (const [name, value] of Object.entries(parameters)) {
      if (value === undefined) set.delete(name)
      else set.set(name, value)
    }
    return service(exchange('POST', '/', {}, set.toString()))
  }
  return { ask, send: service, credentials }
}

function textOf({ body }: Reply): string {
  return typeof body === 'string' ? body : ''
}

function codeOf(reply: Reply): string {
  return `${reply.status} ${/<Code>(\w+)</.exec(textOf(reply))?.[1] ?? ''}`.trim()
}

describe('AssumeRoleWithWebIdentity', () => {
  it('answers with keys that are known from then on', async () => {
    const { ask, credentials } = world()

    const reply = await ask({ DurationSeconds: '900' })

    const text = textOf(reply)
    const key = /<AccessKeyId>(\w+)</.exec(text)?.[1] ?? ''
    expect(text).toContain('<Expiration>2026-11-20T12:15:00Z</Expiration>')
    expect(text).toContain('<Arn>arn:aws:sts::123456789012:assumed-role/ci/run</Arn>')
    expect(text).toContain('<Provider>token.actions.example</Provider>')
    expect(credentials.find(key)).toMatchObject({ expiresAt: noon + 900_000 })
  })

  it.each([
    ['expired', { kind: 'expired' }, '400 ExpiredTokenException'],
    ['not trusted', { kind: 'not-trusted' }, '403 AccessDenied'],
    ['malformed', { kind: 'malformed' }, '400 InvalidIdentityToken'],
    ['of an issuer whose key did not come', { kind: 'no-key' }, '400 InvalidIdentityToken'],
    ['of an issuer that is silent', { kind: 'no-answer' }, '400 IDPCommunicationError']
  ] as const)('refuses a token that is %s', async (_, verdict, code) => {
    expect(codeOf(await world({ verdict }).ask({}))).toBe(code)
  })

  it('words the trouble with keys as STS does, so that callers can know it', async () => {
    const reply = await world({ verdict: { kind: 'no-key' } }).ask({})

    expect(textOf(reply)).toContain("<Message>Couldn't retrieve verification key from your identity provider,")
  })

  it('asks the role whom it trusts', async () => {
    const trusts = ({ subject }: { subject: string }): boolean => subject.endsWith('refs/heads/other')
    const { ask } = world({ roles: arn => ({ arn, trusts }) })

    const reply = await ask({})

    expect(codeOf(reply)).toBe('403 AccessDenied')
    expect(textOf(reply)).toContain('<Message>Not authorized to perform sts:AssumeRoleWithWebIdentity</Message>')
  })

  it('gives long sessions to roles that allow them', async () => {
    const codes = [
      codeOf(await world().ask({ DurationSeconds: '7200' })),
      codeOf(await world({ roles: [{ arn: roleArn, maxSessionSeconds: 7200 }] }).ask({ DurationSeconds: '7200' }))
    ]

    expect(codes).toEqual(['400 ValidationError', '200'])
  })

  it.each([
    [
      'RoleSessionName',
      'a',
      "at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2"
    ],
    ['RoleSessionName', 'x'.repeat(65), 'Member must have length less than or equal to 64'],
    ['RoleSessionName', 'a/b', 'Member must satisfy regular expression pattern: [\\w+=,.@-]*'],
    [
      'RoleSessionName',
      undefined,
      "Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null"
    ],
    ['DurationSeconds', '899', 'Member must have value greater than or equal to 900'],
    ['DurationSeconds', '43201', 'Member must have value less than or equal to 43200'],
    ['DurationSeconds', 'long', 'Member must be an integer'],
    ['RoleArn', 'arn:aws:iam::123456789012:user/somebody', 'is invalid'],
    ['RoleArn', 'short', 'Member must have length greater than or equal to 20'],
    ['Policy', 'x'.repeat(2049), 'Member must have length less than or equal to 2048'],
    ['ProviderId', 'www.example.com', 'OpenID Connect tokens only']
  ])('refuses %s=%s', async (name, value, message) => {
    const reply = await world().ask({ [name]: value })

    expect(codeOf(reply)).toBe('400 ValidationError')
    expect(textOf(reply)).toContain(message)
  })

  it('tells everything that is wrong at once, and never the token', async () => {
    const reply = await world().ask({
      RoleSessionName: 'a b',
      DurationSeconds: '1',
      WebIdentityToken: 's'.repeat(20_001)
    })

    expect(textOf(reply)).toContain('3 validation errors detected')
    expect(textOf(reply)).not.toContain('sss')
  })

  it('takes a session policy, and none that cannot be read', async () => {
    const { ask, credentials } = world()
    const Policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'

    const taken = await ask({ Policy })
    const refused = await ask({ Policy: '{"Statement":[]' })

    const key = /<AccessKeyId>(\w+)</.exec(textOf(taken))?.[1] ?? ''
    expect(credentials.find(key)?.policy).toBe(Policy)
    expect(codeOf(refused)).toBe('400 MalformedPolicyDocument')
  })
})

describe('GetCallerIdentity', () => {
  const body = 'Action=GetCallerIdentity&Version=2011-06-15'

  it('tells who signed', async () => {
    const { send, credentials } = world()
    credentials.add({ accessKeyId: 'AK', secretAccessKey: 'SK', principalArn: 'arn:aws:iam::210987654321:user/u' })

    const reply = await send(
      signed({ accessKeyId: 'AK', secretAccessKey: 'SK' }, { method: 'POST', target: '/', service: 'sts', body })
    )

    expect(textOf(reply)).toContain('<Arn>arn:aws:iam::210987654321:user/u</Arn>')
    expect(textOf(reply)).toContain('<Account>210987654321</Account>')
  })

  it.each([
    ['nobody', undefined, '403 MissingAuthenticationToken'],
    ['a stranger', 'OTHER', '403 InvalidClientTokenId']
  ])('refuses %s', async (_, accessKeyId, code) => {
    const request =
      accessKeyId === undefined
        ? exchange('POST', '/', {}, body)
        : signed({ accessKeyId, secretAccessKey: 'SK' }, { method: 'POST', target: '/', service: 'sts', body })

    expect(codeOf(await world().send(request))).toBe(code)
  })
})

it.each([
  [{ Action: 'AssumeRole' }, '400 InvalidAction'],
  [{ Version: '2010-05-08' }, '400 InvalidAction'],
  [{ Action: undefined }, '400 MissingAction']
])('has no operation for %j', async (parameters, code) => {
  expect(codeOf(await world().ask(parameters))).toBe(code)
})
