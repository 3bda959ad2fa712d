/**
 * Amazon Bedrock (batch), S3, STS and GitHub on one loopback port, in this process. Answers are simulated, nothing is
 * charged. It is a reading of the services' documents of its own: it shares no code with the action.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bedrockObjects } from './bedrock/bucket-objects.ts'
import { bedrockFailure, BedrockError } from './bedrock/errors.ts'
import type { Job } from './bedrock/job.ts'
import { Jobs } from './bedrock/jobs.ts'
import type { AnswerRule } from './bedrock/models/simulate.ts'
import { bedrockService } from './bedrock/service.ts'
import { awsQuotas, plainTruth, quickSchedule, type Quotas, type Schedule, type Truth } from './bedrock/truth.ts'
import { Books } from './books.ts'
import { realClock, type Clock, type ManualClock } from './clock.ts'
import { answerConsole, consolePrefix } from './console.ts'
import { routeOf, type ServiceName } from './dispatch.ts'
import { environmentOf, type EnvironmentOptions } from './environment.ts'
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
import { startServer, type EmulatorServer, type RequestHook } from './server.ts'
import { denied, deniedMessage, type Allow } from './signature/authority.ts'
import { Credentials, type Holder } from './signature/credentials.ts'
import { jsonDialect } from './signature/refusal.ts'
import { verify, type Caller } from './signature/verify.ts'
import { stsService, type Role } from './sts/service.ts'

export { manualClock, realClock, type Clock, type ManualClock } from './clock.ts'

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
  /** Ends simulated prose with ` (simulated)`; default true. */
  readonly marker?: boolean
  /** Buckets that are there from the start, in the emulator's region. Default: `bedrock-batch-demo`. */
  readonly buckets?: readonly string[]
  /** For measurements: larger objects are counted and hashed, not kept. */
  readonly discardAbove?: number
}

/** The batch jobs, and how to move them by hand. A job may be given as itself, its ARN or its id. */
export interface BedrockControl {
  readonly jobs: readonly Job[]
  find(identifier: string): Job | undefined
  finish(job: Job | string): Promise<void>
  /** Ends it as PartiallyCompleted with that part (0 to 1) of its records processed. */
  partial(job: Job | string, part: number): Promise<void>
  fail(job: Job | string, message: string): Promise<void>
  stop(job: Job | string): void
  expire(job: Job | string): Promise<void>
}

export interface Emulator extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly region: string
  readonly account: string
  readonly folder: string
  readonly clock: Clock | ManualClock
  readonly books: Books
  readonly faults: Faults
  readonly buckets: Buckets
  readonly credentials: Credentials
  readonly bedrock: BedrockControl
  readonly github: { readonly project: Project; readonly artifacts: Artifacts }
  /** Called at each phase of each request; returns its removal. */
  onRequest(hook: RequestHook): () => void
  /** What to export for clients that know nothing of the emulator. */
  environment(options?: EnvironmentOptions): Record<string, string>
  close(): Promise<void>
}

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'bedrock-emulator-')))
  await mkdir(join(folder, 'jobs'), { recursive: true })
  const world = buildWorld(options, folder)
  let emulator: Emulator | undefined
  const server = await startServer({
    port: options.port ?? 0,
    clock: world.clock,
    books: world.books,
    faults: world.faults,
    route: exchange => routeOf(exchange, world.services),
    control: exchange => {
      if (!emulator || !exchange.url.pathname.startsWith(consolePrefix)) return undefined
      return answerConsole(exchange, emulator)
    },
    zombieMs: request => (request.operation === 'CreateModelInvocationJob' ? world.truth.zombieCreateMs : 0)
  })
  emulator = assemble(world, server, options.folder === undefined)
  return emulator
}

interface World {
  readonly folder: string
  readonly region: string
  readonly account: string
  readonly clock: Clock | ManualClock
  readonly truth: Truth
  readonly books: Books
  readonly faults: Faults
  readonly buckets: Buckets
  readonly credentials: Credentials
  readonly keys: Holder
  readonly jobs: Jobs
  readonly project: Project
  readonly artifacts: Artifacts
  readonly services: Readonly<Record<ServiceName, (exchange: Exchange) => Promise<Reply>>>
}

function buildWorld(options: EmulatorOptions, folder: string): World {
  const region = options.region ?? 'us-east-1'
  const account = options.account ?? '123456789012'
  const clock = options.clock ?? realClock()
  // A client's clock does not follow a manual one.
  const maxSkewMs = 'advance' in clock ? Infinity : 15 * 60_000
  const truth: Truth = { ...plainTruth, ...options.truth }
  const seed = options.seed ?? 1
  const books = new Books()
  const buckets = new Buckets({
    clock,
    folder: join(folder, 'objects'),
    ...(options.discardAbove !== undefined && { discardAbove: options.discardAbove })
  })
  for (const name of options.buckets ?? ['bedrock-batch-demo']) buckets.createBucket(name, { region, owner: account })
  const credentials = new Credentials(clock, `emulator ${seed}`)
  const keys = credentials.add({
    accessKeyId: 'AKIAEMULATOREXAMPLE0',
    secretAccessKey: 'emulatorSecretKeyThatOpensNothing0000000',
    principalArn: `arn:aws:iam::${account}:user/emulator`
  })
  const allow = allowing(truth.deny, options.allow)
  const quotas = (modelId: string): Quotas => ({
    ...awsQuotas,
    ...(typeof options.quotas === 'function' ? options.quotas(modelId) : options.quotas)
  })
  const objects = bedrockObjects(buckets)
  const marker = options.marker ?? true
  const rule = options.answer && { rule: options.answer }
  const jobs = new Jobs({
    clock,
    books,
    objects,
    region,
    account,
    seed,
    folder: join(folder, 'jobs'),
    schedule: scheduleOf(options),
    truth,
    quotas,
    marker,
    ...rule
  })
  const project = new Project({ ...plainGithub, ...options.github }, clock)
  const artifacts = new Artifacts(clock)
  const key = new SigningKey()
  const bedrock = async (exchange: Exchange): Promise<Reply> => {
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
    const bedrockWorld = { jobs, clock, objects, region, account, truth, quotas, books, marker, ...rule }
    return bedrockService(exchange, authorizer(verdict.caller, allow), bedrockWorld)
  }
  return {
    ...{
      folder,
      region,
      account,
      clock,
      truth,
      books,
      faults: new Faults(),
      buckets,
      credentials,
      keys,
      jobs,
      project,
      artifacts
    },
    services: {
      bedrock,
      s3: s3Service(buckets, { credentials, clock, allow, maxSkewMs }),
      sts: stsService({
        credentials,
        clock,
        maxSkewMs,
        roles: options.roles ?? (arn => (arn.startsWith(`arn:aws:iam::${account}:role/`) ? { arn } : undefined)),
        verifyIdToken: verifyIdToken(key, clock)
      }),
      github: restService(project, artifacts, clock),
      artifacts: artifactService(artifacts),
      blobs: blobService(artifacts, clock),
      oidc: oidcService(project, key, clock)
    }
  }
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

function assemble(world: World, server: EmulatorServer, ownFolder: boolean): Emulator {
  const url = `http://127.0.0.1:${server.port}`
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    await server.close()
    world.clock.close()
    await world.jobs.close()
    await world.buckets[Symbol.asyncDispose]()
    await rm(ownFolder ? world.folder : join(world.folder, 'jobs'), { recursive: true, force: true })
  }
  const { folder, region, account, clock, books, faults, buckets, credentials, keys, project, artifacts } = world
  return {
    ...{ url, port: server.port, folder, region, account, clock, books, faults, buckets, credentials },
    bedrock: controlOf(world.jobs),
    github: { project, artifacts },
    onRequest: hook => server.onRequest(hook),
    environment: options => environmentOf({ url, region, keys, project }, options),
    close: () => (closing ??= close()),
    [Symbol.asyncDispose]: () => (closing ??= close())
  }
}

function controlOf(jobs: Jobs): BedrockControl {
  const the = (job: Job | string): Job => {
    const found = typeof job === 'string' ? jobs.find(job) : job
    if (!found) throw new Error(`no job ${String(job)}`)
    return found
  }
  return {
    jobs: jobs.all,
    find: identifier => jobs.find(identifier),
    finish: job => jobs.finish(the(job)),
    partial: (job, part) => jobs.finish(the(job), part),
    fail: (job, message) => jobs.fail(the(job), message),
    stop: job => jobs.stop(the(job)),
    expire: job => jobs.expire(the(job))
  }
}
