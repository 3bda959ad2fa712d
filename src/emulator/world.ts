/** Everything behind the port: options with their defaults, the state of each service, the services themselves. */
import { join } from 'node:path'
import { bedrockObjects } from './bedrock/bucket-objects.ts'
import { bedrockFailure, BedrockError } from './bedrock/errors.ts'
import { Jobs } from './bedrock/jobs.ts'
import type { ExtraModels } from './bedrock/models/extra-model.ts'
import type { AnswerRule } from './bedrock/models/simulate.ts'
import { bedrockService } from './bedrock/service.ts'
import { awsQuotas, plainTruth, quickSchedule, type Quotas, type Schedule, type Truth } from './bedrock/truth.ts'
import { Books } from './books.ts'
import { realClock, type Clock, type ManualClock } from './clock.ts'
import type { ServiceName } from './dispatch.ts'
import type { Exchange, Reply } from './exchange.ts'
import { Faults } from './faults.ts'
import { Artifacts, artifactService } from './github/artifacts.ts'
import { blobService } from './github/blobs.ts'
import { verifyIdToken } from './github/id-token.ts'
import { SigningKey } from './github/jwt.ts'
import { oidcService } from './github/oidc.ts'
import { plainGithub, Project, type GithubOptions } from './github/project.ts'
import { restService } from './github/rest.ts'
import { Buckets } from './s3/buckets.ts'
import { s3Service } from './s3/service.ts'
import { denied, deniedMessage, type Allow } from './signature/authority.ts'
import { Credentials, type Holder } from './signature/credentials.ts'
import { jsonDialect } from './signature/refusal.ts'
import { verify, type Caller } from './signature/verify.ts'
import { stsService, type Role } from './sts/service.ts'
import type { ThrottleLimits } from './throttle.ts'

export interface EmulatorOptions {
  /** Default: a free one. */
  readonly port?: number
  readonly region?: string
  /** Twelve digits. */
  readonly account?: string
  /** For large bodies and job files. Default: a temporary one, removed at the end. */
  readonly folder?: string
  readonly clock?: Clock | ManualClock
  /** The same seed gives the same job ids, keys and orders. */
  readonly seed?: number
  readonly github?: Partial<GithubOptions>
  /** Milliseconds in each status. */
  readonly schedule?: Partial<Schedule>
  /** Divides the schedule. */
  readonly speed?: number
  readonly truth?: Partial<Truth>
  /** For all models, or by model id. */
  readonly quotas?: Partial<Quotas> | ((modelId: string) => Partial<Quotas>)
  /** Which roles there are to assume; default: every role of the account. */
  readonly roles?: readonly Role[] | ((roleArn: string) => Role | undefined)
  /** Who may do what, beside `truth.deny`. */
  readonly allow?: Allow
  /** Overrides answers. */
  readonly answer?: AnswerRule
  /** Models besides AWS's own, by bare model id: for a model that only tomorrow's AWS knows. */
  readonly models?: ExtraModels
  /** What calls on demand are held to; more is refused with 429. Default: nothing. */
  readonly throttle?: ThrottleLimits
  /** Ends simulated prose with ` (simulated)`; default true. */
  readonly marker?: boolean
  /** Buckets that are there from the start, in the emulator's region. Default: `bedrock-batch-demo`. */
  readonly buckets?: readonly string[]
  /** For measurements: larger objects are counted and hashed, not kept. */
  readonly discardAbove?: number
}

/** What every service stands on. */
interface Ground {
  readonly folder: string
  readonly region: string
  /** Twelve digits. */
  readonly account: string
  readonly clock: Clock | ManualClock
  readonly maxSkewMs: number
  readonly truth: Truth
  readonly books: Books
  readonly faults: Faults
  readonly seed: number
}

type Answer = (exchange: Exchange) => Promise<Reply>

interface Aws {
  readonly buckets: Buckets
  readonly credentials: Credentials
  readonly keys: Holder
  readonly jobs: Jobs
  readonly allow: Allow
  readonly bedrock: Answer
}

interface Github {
  readonly project: Project
  readonly artifacts: Artifacts
  readonly key: SigningKey
}

export interface World extends Ground, Omit<Aws, 'bedrock'>, Github {
  readonly services: Readonly<Record<ServiceName, Answer>>
}

export function buildWorld(options: EmulatorOptions, folder: string): World {
  const ground = groundOf(options, folder)
  const { clock, maxSkewMs, account } = ground
  const { bedrock, ...aws } = awsOf(options, ground)
  const { buckets, credentials, allow } = aws
  const project = new Project({ ...plainGithub, ...options.github }, clock)
  const artifacts = new Artifacts(clock)
  const key = new SigningKey()
  const roles =
    options.roles ?? ((arn: string) => (arn.startsWith(`arn:aws:iam::${account}:role/`) ? { arn } : undefined))
  return {
    ...{ ...ground, ...aws, project, artifacts, key },
    services: {
      bedrock,
      s3: s3Service(buckets, { credentials, clock, allow, maxSkewMs }),
      sts: stsService({ credentials, clock, maxSkewMs, roles, verifyIdToken: verifyIdToken(key, clock) }),
      github: restService(project, artifacts, clock),
      artifacts: artifactService(artifacts),
      blobs: blobService(artifacts, clock),
      oidc: oidcService(project, key, clock)
    }
  }
}

function groundOf(options: EmulatorOptions, folder: string): Ground {
  const clock = options.clock ?? realClock()
  const faults = new Faults(() => clock.now())
  if (options.throttle)
    faults.add({ when: ({ service }) => service === 'bedrock-runtime', do: { throttle: options.throttle } })
  return {
    folder,
    region: options.region ?? 'us-east-1',
    account: options.account ?? '123456789012',
    clock,
    // A client's clock does not follow a manual one.
    maxSkewMs: 'advance' in clock ? Infinity : 15 * 60_000,
    truth: { ...plainTruth, ...options.truth },
    books: new Books(),
    faults,
    seed: options.seed ?? 1
  }
}

function awsOf(options: EmulatorOptions, ground: Ground): Aws {
  const { clock, folder, region, account, truth, books, seed, maxSkewMs } = ground
  const { discardAbove } = options
  const buckets = new Buckets({
    clock,
    folder: join(folder, 'objects'),
    ...(discardAbove !== undefined && { discardAbove })
  })
  for (const name of options.buckets ?? ['bedrock-batch-demo']) buckets.createBucket(name, { region, owner: account })
  const credentials = new Credentials(clock, `emulator ${seed}`)
  const keys = credentials.add({
    accessKeyId: 'AKIAEMULATOREXAMPLE0',
    secretAccessKey: 'emulatorSecretKeyThatOpensNothing0000000',
    principalArn: `arn:aws:iam::${account}:user/emulator`
  })
  const allow = allowing(truth.deny, options.allow)
  const shared = {
    ...{ clock, books, objects: bedrockObjects(buckets), region, account, truth, quotas: quotasOf(options) },
    marker: options.marker ?? true,
    ...(options.answer && { rule: options.answer }),
    ...(options.models && { models: options.models })
  }
  const jobs = new Jobs({ ...shared, seed, folder: join(folder, 'jobs'), schedule: scheduleOf(options) })
  const bedrock: Answer = async exchange => {
    const verdict = await verify(exchange, {
      credentials,
      clock,
      service: 'bedrock',
      region,
      dialect: jsonDialect,
      maxSkewMs
    })
    if ('refused' in verdict)
      return bedrockFailure(verdict.refused.status, verdict.refused.code, verdict.refused.message)
    return bedrockService(exchange, authorizer(verdict.caller, allow), { ...shared, jobs })
  }
  return { buckets, credentials, keys, jobs, allow, bedrock }
}

function quotasOf({ quotas }: EmulatorOptions): (modelId: string) => Quotas {
  return modelId => ({ ...awsQuotas, ...(typeof quotas === 'function' ? quotas(modelId) : quotas) })
}

function scheduleOf({ schedule, speed = 1 }: EmulatorOptions): Schedule {
  const full = { ...quickSchedule, ...schedule }
  return {
    Submitted: full.Submitted / speed,
    Validating: full.Validating / speed,
    Scheduled: full.Scheduled / speed,
    InProgress: full.InProgress / speed,
    Stopping: full.Stopping / speed
  }
}

function allowing(deny: readonly string[], further: Allow | undefined): Allow {
  const forbidden = deny.map(
    action => new RegExp(`^${action.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i')
  )
  return (principalArn, action, resource) =>
    !forbidden.some(one => one.test(action)) && (further?.(principalArn, action, resource) ?? true)
}

function authorizer(caller: Caller, allow: Allow): (action: string, resource: string) => void {
  return (action, resource) => {
    const why = denied(caller, action, resource, allow)
    if (why !== undefined)
      throw new BedrockError('AccessDeniedException', deniedMessage(caller.principalArn, action, resource, why))
  }
}
