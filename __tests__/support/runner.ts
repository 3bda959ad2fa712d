/** A GitHub runner in small: a checkout with a remote, and the built action run in it as the real one would. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Emulator } from '../../src/emulator/emulator.ts'
import type { EnvironmentOptions } from '../../src/emulator/environment.ts'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly log: string
  readonly summary: string
  readonly outputs: Readonly<Record<string, string>>
  /** What a post step of this workflow job finds in its environment. */
  readonly state: Readonly<Record<`STATE_${string}`, string>>
}

export type Inputs = Readonly<Record<string, string>>

export const entry = process.env['ACTION_ENTRY'] ?? join(import.meta.dirname, '../../dist/index.js')

/** Git as nobody's user in particular. */
const quietGit = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org'
}

/** A repository with one branch `main` at a remote on disk. Everything is removed when it is disposed of. */
export class Checkout implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'checkout-'))
  readonly remote = join(this.folder, 'remote.git')
  work = join(this.folder, 'work-1')
  private clones = 1

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', this.remote], { env: { ...process.env, ...quietGit } })
    execFileSync('git', ['clone', '-q', this.remote, this.work], {
      env: { ...process.env, ...quietGit },
      stdio: 'ignore'
    })
    this.git('checkout', '-q', '-b', 'main')
    this.commit(files)
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.work, env: { ...process.env, ...quietGit }, encoding: 'utf8' })
  }

  /** Writes, commits and pushes; an undefined text removes the file. */
  commit(files: Readonly<Record<string, string | Uint8Array | undefined>>): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.work, path)
      mkdirSync(dirname(file), { recursive: true })
      if (text === undefined) rmSync(file)
      else writeFileSync(file, text)
    }
    this.git('add', '-A')
    this.git('commit', '-q', '-m', 'change')
    this.git('push', '-q', 'origin', 'HEAD:main')
  }

  /** What a later workflow run sees: a fresh clone of the branch. */
  fresh(): void {
    this.work = join(this.folder, `work-${++this.clones}`)
    execFileSync('git', ['clone', '-q', this.remote, this.work], {
      env: { ...process.env, ...quietGit },
      stdio: 'ignore'
    })
  }

  read(path: string): string | undefined {
    const file = join(this.work, path)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Called with the process, to kill it. */
  readonly started?: (kill: (signal: NodeJS.Signals) => void) => void
  /** Standing keys or OIDC, and the event that the workflow run is for. */
  readonly environment?: Pick<EnvironmentOptions, 'keys' | 'idToken' | 'event' | 'runId' | 'runAttempt'>
  /** The event's payload. */
  readonly event?: unknown
}

let runs = 1000

/** Runs the action to its end. Every run is another workflow run. */
export async function runAction(
  emulator: Emulator,
  checkout: Checkout,
  inputs: Inputs,
  options: RunOptions = {}
): Promise<Ended> {
  const folder = mkdtempSync(join(checkout.folder, 'run-'))
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_ENV: join(folder, 'env')
  }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const eventPath = join(folder, 'event.json')
  writeFileSync(eventPath, JSON.stringify(options.event ?? pushEvent(emulator)))
  const runId = options.environment?.runId ?? ++runs
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    ...quietGit,
    ...emulator.environment({ ...options.environment, runId }),
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_WORKSPACE: checkout.work,
    GITHUB_SHA: checkout.git('rev-parse', 'HEAD').trim(),
    RUNNER_TEMP: folder,
    ...files,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...options.env
  }
  const child = spawn(process.execPath, [entry], { cwd: checkout.work, env, stdio: ['ignore', 'pipe', 'pipe'] })
  options.started?.(signal => child.kill(signal))
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (log += text))
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>(resolve =>
    child.on('close', (...end) => resolve(end))
  )
  emulator.github.project.endRun(runId, code === 0 ? 'success' : 'failure')
  return {
    code,
    signal,
    log,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    outputs: readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
    state: Object.fromEntries(
      Object.entries(readOutputs(readFileSync(files.GITHUB_STATE, 'utf8'))).map(([name, value]) => [
        `STATE_${name}`,
        value
      ])
    )
  }
}

function pushEvent({ github }: Emulator): unknown {
  return {
    repository: { id: github.project.options.repositoryId, default_branch: github.project.options.defaultBranch }
  }
}

/** The runner's file format: `name<<delimiter`, lines, `delimiter`. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const match of text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\n([\s\S]*?)\n?\2$/gm))
    outputs[match[1] ?? ''] = match[3] ?? ''
  return outputs
}
