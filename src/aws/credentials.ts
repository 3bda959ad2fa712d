/** The role that the workflow assumes through OIDC: one memoised provider, renewed for as long as a pass waits. */
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { Clock, Identity } from '../ports.ts'
import { Failure } from '../problems.ts'
import { until } from './clients.ts'
import type { ClientSettings, Credentials, CredentialSource } from './clients.ts'
import { failureOf, isThrottling, isUncertain, readError } from './errors.ts'
import type { Asked } from './errors.ts'

export interface RoleSettings {
  readonly roleArn: string
  readonly sessionName: string
  readonly region: string
  /** JSON of an inline session policy, to narrow what the role may do. */
  readonly policy?: string
  /** Mints an ID token. It lives for five minutes, so every attempt gets its own. */
  readonly idToken: () => Promise<string>
  /** Called with every secret before it is used. */
  readonly mask: (secret: string) => void
  /** Ends what is under way when the pass is cancelled. */
  readonly signal?: AbortSignal
}

const attempts = 6
/** While the old keys are good, who waits for the new ones is kept waiting only for so many. */
const renewals = 2
/** Renewed this long before they expire. */
const marginMs = 5 * 60_000
/** A renewal that failed is tried again after so long, as long as the old keys are good. */
const againMs = 30_000
/** Keys are not used up to their last second: a request takes its time. */
const reserveMs = 10_000

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export function assumedRole(role: RoleSettings, clock: Clock): CredentialSource {
  // The call itself is unsigned: the token is the proof.
  const client = new STSClient({
    region: role.region,
    maxAttempts: 1,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' }
  })
  let current: Promise<Credentials> | undefined
  let known: Credentials | undefined
  let renewAt = 0
  const isGood = (keys: Credentials | undefined): keys is Credentials =>
    keys !== undefined && clock.now() < keys.expiration.getTime() - reserveMs
  const renew = async (): Promise<Credentials> => {
    try {
      known = await assume(client, role, clock, isGood(known) ? renewals : attempts)
      renewAt = known.expiration.getTime() - marginMs
    } catch (error) {
      if (!isGood(known)) {
        current = undefined
        throw error
      }
      renewAt = clock.now() + againMs
    }
    return known
  }
  return async () => {
    if (current === undefined || clock.now() > renewAt || (renewAt < Infinity && !isGood(known))) {
      // Set before anything is awaited: a dozen requests that start together assume the role once.
      renewAt = Number.POSITIVE_INFINITY
      current = renew()
    }
    return current
  }
}

async function assume(client: STSClient, role: RoleSettings, clock: Clock, most: number): Promise<Credentials> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await assumeOnce(client, role)
    } catch (error) {
      if (role.signal?.aborted) throw failureOf(error, asked(role))
      const passing = mayPass(error)
      if (!passing || attempt === most) throw notAssumed(error, role, passing)
      await clock.sleep(500 * 2 ** attempt * (0.5 + clock.random()), role.signal)
    }
  }
}

function mayPass(error: unknown): boolean {
  if (error instanceof Failure) return error.code === 'service-trouble'
  return isUncertain(error) || isThrottling(error) || /retrieve verification key/i.test(readError(error).message)
}

function asked({ roleArn }: RoleSettings): Asked {
  return { action: 'sts:AssumeRoleWithWebIdentity', resource: roleArn }
}

async function assumeOnce(client: STSClient, role: RoleSettings): Promise<Credentials> {
  const token = await role.idToken()
  role.mask(token)
  const reply = await client.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: role.roleArn,
      RoleSessionName: role.sessionName,
      WebIdentityToken: token,
      ...(role.policy !== undefined && { Policy: role.policy })
    }),
    until(role.signal)
  )
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = reply.Credentials ?? {}
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration)
    throw new Error('STS answered without credentials')
  for (const secret of [AccessKeyId, SecretAccessKey, SessionToken]) role.mask(secret)
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiration: Expiration
  }
}

/** Trouble that may pass is waited out by a pass that waits; a no is final. */
function notAssumed(error: unknown, role: RoleSettings, passing: boolean): Failure {
  if (error instanceof Failure) return error
  const { name, message } = readError(error)
  if (passing) {
    return new Failure('service-trouble', `${role.roleArn} could not be assumed: ${name}: ${message}`, {
      cause: error,
      remedy: 'Nothing is lost: the next pass goes on from here.'
    })
  }
  return new Failure('role-not-assumed', `${role.roleArn}: ${name}: ${message}`, {
    cause: error,
    remedy:
      'Check that the role’s trust policy names token.actions.githubusercontent.com, the audience sts.amazonaws.com and this repository, and that the workflow job has permissions: id-token: write.'
  })
}

export async function callerIdentity(settings: ClientSettings): Promise<Identity> {
  try {
    const reply = await new STSClient(settings).send(new GetCallerIdentityCommand({}), until(settings.signal))
    return { account: reply.Account ?? '', arn: reply.Arn ?? '' }
  } catch (error) {
    throw failureOf(error, { action: 'sts:GetCallerIdentity', resource: 'the caller' })
  }
}
