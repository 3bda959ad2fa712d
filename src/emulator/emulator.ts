/**
 * Amazon Bedrock (batch), S3, STS and GitHub on one loopback port, in this process. Answers are simulated, nothing is
 * charged. It is a reading of the services' documents of its own: it shares no code with the action.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Job } from './bedrock/job.ts'
import type { Jobs } from './bedrock/jobs.ts'
import type { Books } from './books.ts'
import type { Clock, ManualClock } from './clock.ts'
import { answerConsole, consolePrefix } from './console.ts'
import { routeOf } from './dispatch.ts'
import { environmentOf, type EnvironmentOptions } from './environment.ts'
import type { Faults } from './faults.ts'
import type { Artifacts } from './github/artifacts.ts'
import type { Project } from './github/project.ts'
import type { Buckets } from './s3/buckets.ts'
import { startServer, type EmulatorServer, type RequestHook } from './server.ts'
import type { Credentials } from './signature/credentials.ts'
import { buildWorld, type EmulatorOptions, type World } from './world.ts'

export type { EmulatorOptions } from './world.ts'
export { manualClock, realClock, type Clock, type ManualClock } from './clock.ts'

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
  const made: { emulator?: Emulator } = {}
  const server = await startServer({
    port: options.port ?? 0,
    clock: world.clock,
    books: world.books,
    faults: world.faults,
    route: exchange => routeOf(exchange, world.services),
    control: exchange => {
      if (!made.emulator || !exchange.url.pathname.startsWith(consolePrefix)) return undefined
      return answerConsole(exchange, made.emulator)
    },
    zombieMs: request => (request.operation === 'CreateModelInvocationJob' ? world.truth.zombieCreateMs : 0)
  })
  made.emulator = assemble(world, server, options.folder === undefined)
  return made.emulator
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
    if (!found) throw new Error(`no job ${typeof job === 'string' ? job : job.arn}`)
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
