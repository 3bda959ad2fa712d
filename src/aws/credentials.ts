/** The role that the workflow assumes through OIDC: one memoised provider, renewed for as long as a pass waits. */
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { Clock, Identity } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { ClientSettings, Credentials, CredentialSource } from './clients.ts'
import { failureOf, isThrottling, isUncertain, readError } from './errors.ts'

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
}

const attempts = 6
/** Renewed this long before they expire. */
const marginMs = 5 * 60_000

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export function assumedRole(role: RoleSettings, clock: Clock): CredentialSource {
  // The call itself is unsigned: the token is the proof.
  const client = new STSClient({
    region: role.region,
    maxAttempts: 1,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' }
  })
  let current: Promise<Credentials> | undefined
  let expiresAt = 0
  return async () => {
    if (current === undefined || clock.now() > expiresAt - marginMs) {
      // Set before anything is awaited: a dozen requests that start together assume the role once.
      expiresAt = Number.POSITIVE_INFINITY
      current = assume(client, role, clock).then(
        credentials => {
          expiresAt = credentials.expiration.getTime()
          return credentials
        },
        (error: unknown) => {
          current = undefined
          throw error
        }
      )
    }
    return current
  }
}

async function assume(client: STSClient, role: RoleSettings, clock: Clock): Promise<Credentials> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await assumeOnce(client, role)
    } catch (error) {
      if (error instanceof Failure) throw error
      const passing =
        isUncertain(error) || isThrottling(error) || /retrieve verification key/i.test(readError(error).message)
      if (!passing || attempt === attempts) throw notAssumed(error, role)
      await clock.sleep(500 * 2 ** attempt * (0.5 + clock.random()))
    }
  }
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
    })
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

function notAssumed(error: unknown, role: RoleSettings): Failure {
  const { name, message } = readError(error)
  return new Failure('role-not-assumed', `${role.roleArn}: ${name}: ${message}`, {
    cause: error,
    remedy:
      'Check that the role’s trust policy names token.actions.githubusercontent.com, the audience sts.amazonaws.com and this repository, and that the workflow job has permissions: id-token: write.'
  })
}

export async function callerIdentity(settings: ClientSettings): Promise<Identity> {
  try {
    const reply = await new STSClient(settings).send(new GetCallerIdentityCommand({}))
    return { account: reply.Account ?? '', arn: reply.Arn ?? '' }
  } catch (error) {
    throw failureOf(error, { action: 'sts:GetCallerIdentity', resource: 'the caller' })
  }
}
