/** The git CLI: argument arrays, never a shell; credentials and settings through the environment, never in argv or in a file. */
import { spawn } from 'node:child_process'
import { Failure } from '../problems.ts'
import { cut, visible } from '../visible.ts'

export type Environment = Readonly<Record<string, string | undefined>>
/** Key and value, in order; a key may come twice. */
export type Settings = readonly (readonly [key: string, value: string])[]

export interface GitPlace {
  readonly cwd: string
  readonly env: Environment
  readonly settings?: Settings
  /** Replaced by `***` in everything that git says. */
  readonly secrets?: readonly string[]
}

export interface GitResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface GitOptions {
  readonly input?: string
  readonly env?: Environment
}

const mostOutput = 64 * 1024 * 1024
/** A remote that says nothing for so long will say nothing. */
const mostMs = 10 * 60_000

/** Runs git and gives what it said, whatever its exit code. Throws Failure `cannot-publish` where there is no git. */
export async function tryGit(place: GitPlace, args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
  const child = spawn('git', args, {
    cwd: place.cwd,
    env: { ...environment(place), ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true
  })
  // A child that leaves early closes its stdin: its exit code tells more than EPIPE.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  const [stdout, stderr, code] = await Promise.all([read(child.stdout), read(child.stderr), ended(child)])
  const hide = redactor(place.secrets ?? [])
  return { code, stdout, stderr: hide(stderr) }
}

/** Runs git and gives its standard output. Throws GitError for any exit code but 0. */
export async function git(place: GitPlace, args: readonly string[], options: GitOptions = {}): Promise<string> {
  const result = await tryGit(place, args, options)
  if (result.code !== 0) throw new GitError(args, result)
  return result.stdout
}

/** git said no. The message has its verb and what it printed, redacted and made visible. */
export class GitError extends Error {
  override readonly name = 'GitError'
  readonly result: GitResult

  constructor(args: readonly string[], result: GitResult) {
    super(`git ${args[0] ?? ''}: ${said(result)}`)
    this.result = result
  }
}

/** The lines of git and of the remote that matter to a person, at most 600 characters. */
export function said({ stderr, stdout, code }: GitResult): string {
  const lines = `${stderr}\n${stdout}`
    .split('\n')
    .map(line => line.replace(/^remote:\s?/, '').trim())
    .filter(line => line !== '' && !/^(To |From |hint: |Done$|\* \[new|=\t|warning: filtering)/.test(line))
  return cut(visible(lines.join(' / ')), 600) || `exit code ${code}`
}

/** Variables that would point git elsewhere, or make it print headers. */
const unwanted =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|COMMON_DIR|PREFIX|TRACE.*|CURL_VERBOSE|CONFIG_PARAMETERS)$/

/** `GIT_CONFIG_COUNT` needs git 2.31. https://git-scm.com/docs/git-config#ENVIRONMENT */
function environment(place: GitPlace): Record<string, string | undefined> {
  const inherited = Object.entries(place.env).filter(([name]) => !unwanted.test(name))
  const env: Record<string, string | undefined> = {
    ...Object.fromEntries(inherited),
    LC_ALL: 'C',
    LANGUAGE: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_OPTIONAL_LOCKS: '0'
  }
  let count = Number(env['GIT_CONFIG_COUNT'] ?? 0) || 0
  for (const [key, value] of [...always(place.cwd), ...(place.settings ?? [])]) {
    env[`GIT_CONFIG_KEY_${count}`] = key
    env[`GIT_CONFIG_VALUE_${count}`] = value
    count++
  }
  return { ...env, GIT_CONFIG_COUNT: String(count) }
}

function always(cwd: string): Settings {
  return [
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['commit.gpgSign', 'false'],
    ['push.gpgSign', 'false'],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['core.quotePath', 'false'],
    ['protocol.version', '2'],
    ['protocol.ext.allow', 'never'],
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '60'],
    // In a container job the checkout belongs to another user.
    ['safe.directory', cwd]
  ]
}

function redactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter(secret => secret.length >= 4)
  return text =>
    known.reduce((clean, secret) => clean.replaceAll(secret, '***'), text).replace(/(:\/\/)[^/\s@]+@/g, '$1***@')
}

async function read(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of stream) {
    bytes += piece.length
    if (bytes <= mostOutput) pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  // Not spawn's own timeout: its timer outlives a command that could not be started, and the process with it.
  const timer = setTimeout(() => child.kill(), mostMs).unref()
  return new Promise<number>((resolve, reject) => {
    child.on('error', cause => {
      const remedy = 'Install git in the container or on the runner, or set publish.via to artifact.'
      reject(new Failure('cannot-publish', 'git could not be started', { cause, remedy }))
    })
    child.on('close', code => resolve(code ?? 128))
  }).finally(() => clearTimeout(timer))
}
