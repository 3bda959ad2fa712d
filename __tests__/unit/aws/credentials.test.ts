/** The assumed role, held against the emulator's STS and its ID tokens. */
import { describe, expect, it } from '@jest/globals'
import { clientSettings } from '../../../src/aws/clients.ts'
import { assumedRole, callerIdentity } from '../../../src/aws/credentials.ts'
import type { RoleSettings } from '../../../src/aws/credentials.ts'
import type { Emulator } from '../../../src/emulator/emulator.ts'
import { Failure } from '../../../src/problems.ts'
import { StillClock } from '../../support/still-clock.ts'
import { openAws } from './world.ts'

const roleArn = 'arn:aws:iam::123456789012:role/caller'

function settings(emulator: Emulator, more: Partial<RoleSettings> = {}): RoleSettings & { masked: string[] } {
  const masked: string[] = []
  const environment = emulator.environment()
  const url = `${environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''}&audience=sts.amazonaws.com`
  const idToken = async (): Promise<string> => {
    const reply = await fetch(url, {
      headers: { authorization: `Bearer ${environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''}` }
    })
    return ((await reply.json()) as { value: string }).value
  }
  return {
    roleArn,
    sessionName: 'session',
    region: 'us-east-1',
    idToken,
    mask: secret => void masked.push(secret),
    ...more,
    masked
  }
}

const assumptions = ({ books }: Emulator): number =>
  books.requests.filter(({ operation }) => operation === 'AssumeRoleWithWebIdentity').length
const tokens = ({ books }: Emulator): number => books.requests.filter(({ service }) => service === 'oidc').length

async function failure(act: Promise<unknown>): Promise<Failure> {
  const error: unknown = await act.then(
    () => undefined,
    (reason: unknown) => reason
  )
  if (!(error instanceof Failure)) throw new Error(`no Failure: ${String(error)}`)
  return error
}

describe('The assumed role', () => {
  it('gives keys that work, each of them masked before it is used', async () => {
    await using world = await openAws()
    const role = settings(world.emulator)
    const source = assumedRole(role, new StillClock(Date.now()))

    const keys = await source()
    const identity = await callerIdentity(clientSettings('us-east-1', '0', source))

    expect(identity).toEqual({ account: '123456789012', arn: 'arn:aws:sts::123456789012:assumed-role/caller/session' })
    expect(role.masked).toEqual(expect.arrayContaining([keys.accessKeyId, keys.secretAccessKey, keys.sessionToken]))
  })

  it('is assumed once for all who ask together', async () => {
    await using world = await openAws()
    const source = assumedRole(settings(world.emulator), new StillClock(Date.now()))

    const all = await Promise.all(Array.from({ length: 12 }, () => source()))

    expect(new Set(all.map(({ accessKeyId }) => accessKeyId)).size).toBe(1)
    expect(assumptions(world.emulator)).toBe(1)
  })

  it('is renewed before its keys expire, with a token of its own', async () => {
    await using world = await openAws()
    const clock = new StillClock(Date.now())
    const source = assumedRole(settings(world.emulator), clock)

    const first = await source()
    clock.time += 50 * 60_000
    const second = await source()
    clock.time += 6 * 60_000
    const third = await source()

    expect(second.accessKeyId).toBe(first.accessKeyId)
    expect(third.accessKeyId).not.toBe(first.accessKeyId)
    expect([assumptions(world.emulator), tokens(world.emulator)]).toEqual([2, 2])
  })

  it.each([
    ['STS breaks', { status: 500, code: 'InternalFailure', message: 'broken' }],
    ['STS throttles', { status: 400, code: 'Throttling', message: 'Rate exceeded' }],
    [
      'STS cannot fetch GitHub’s keys',
      {
        status: 400,
        code: 'InvalidIdentityToken',
        message: "Couldn't retrieve verification key from your identity provider"
      }
    ],
    ['no answer comes', 'drop-before']
  ] as const)('is asked for again where %s, each time with a new token', async (_what, action) => {
    await using world = await openAws()
    world.emulator.faults.add({ when: ({ service }) => service === 'sts', times: 2, do: action })
    const clock = new StillClock(Date.now())

    const keys = await assumedRole(settings(world.emulator), clock)()

    expect(keys.sessionToken).not.toBe('')
    expect([assumptions(world.emulator), tokens(world.emulator), clock.slept.length]).toEqual([3, 3, 2])
  })

  it('is not asked for again where it does not trust us, and says what to check', async () => {
    await using world = await openAws({ roles: [{ arn: roleArn, trusts: () => false }] })

    const error = await failure(assumedRole(settings(world.emulator), new StillClock(Date.now()))())

    expect(error.code).toBe('role-not-assumed')
    expect(error.message).toContain(roleArn)
    expect(error.remedy).toMatch(/trust policy.*id-token: write/)
    expect(assumptions(world.emulator)).toBe(1)
  })

  it('gives up after a bounded number of tries, and can be tried anew', async () => {
    await using world = await openAws()
    const mend = world.emulator.faults.add({
      when: ({ service }) => service === 'sts',
      do: { status: 500, code: 'InternalFailure', message: 'broken' }
    })
    const source = assumedRole(settings(world.emulator), new StillClock(Date.now()))

    const error = await failure(source())
    expect([error.code, assumptions(world.emulator)]).toEqual(['service-trouble', 6])
    mend()

    expect((await source()).accessKeyId).toMatch(/^ASIA/)
  })

  it('keeps keys that are still good when they cannot be renewed, and tries again until they can', async () => {
    await using world = await openAws()
    const clock = new StillClock(Date.now())
    const source = assumedRole(settings(world.emulator), clock)
    const first = await source()
    const mend = world.emulator.faults.add({
      when: ({ service }) => service === 'sts',
      do: { status: 503, code: 'ServiceUnavailable', message: 'busy' }
    })

    clock.time = first.expiration.getTime() - 4 * 60_000
    const kept = [await source(), await source()]
    const tries = assumptions(world.emulator)
    clock.time += 60_000
    kept.push(await source())
    mend()
    clock.time += 60_000
    const renewed = await source()

    expect(new Set(kept.map(keys => keys.accessKeyId))).toEqual(new Set([first.accessKeyId]))
    expect([tries, assumptions(world.emulator)]).toEqual([3, 6])
    expect(renewed.accessKeyId).not.toBe(first.accessKeyId)
  })

  it('is trouble of a service, and no more, where its keys expired before they could be renewed', async () => {
    await using world = await openAws()
    const clock = new StillClock(Date.now())
    const source = assumedRole(settings(world.emulator), clock)
    const first = await source()
    world.emulator.faults.add({ when: ({ service }) => service === 'sts', do: 'drop-before' })
    clock.time = first.expiration.getTime() - 20_000
    await source()

    clock.time = first.expiration.getTime()

    expect((await failure(source())).code).toBe('service-trouble')
  })

  it('asks for an ID token once more where GitHub gives none for now, and not where it refuses', async () => {
    await using world = await openAws()
    const plain = settings(world.emulator)
    const told = [new Failure('service-trouble', 'GitHub is busy')]
    const idToken = async (): Promise<string> => {
      const trouble = told.pop()
      if (trouble !== undefined) throw trouble
      return plain.idToken()
    }
    const source = assumedRole({ ...plain, idToken }, new StillClock(Date.now()))

    expect((await source()).sessionToken).not.toBe('')

    told.push(new Failure('role-not-assumed', 'no permission'))
    const refused = assumedRole({ ...plain, idToken }, new StillClock(Date.now()))
    expect((await failure(refused())).code).toBe('role-not-assumed')
  })

  it('is not waited for any more when the pass is cancelled', async () => {
    await using world = await openAws()
    world.emulator.faults.add({ when: ({ service }) => service === 'sts', do: { delayMs: 4000 } })
    const cancelled = new AbortController()
    const source = assumedRole(settings(world.emulator, { signal: cancelled.signal }), new StillClock(Date.now()))
    const startedAt = Date.now()
    setTimeout(() => cancelled.abort(), 300)

    const error = await failure(source())

    expect(error.code).toBe('interrupted')
    expect(Date.now() - startedAt).toBeLessThan(3500)
  })

  it('can be narrowed', async () => {
    await using world = await openAws()
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }]
    })

    const keys = await assumedRole(settings(world.emulator, { policy }), new StillClock(Date.now()))()

    expect(world.emulator.credentials.find(keys.accessKeyId)?.policy).toBe(policy)
  })
})
