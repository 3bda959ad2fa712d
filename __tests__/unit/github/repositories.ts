/** Real git repositories in a temporary folder: a bare remote, and checkouts of it as a workflow has them. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Clock, Log } from '../../../src/ports.ts'

export interface Repositories extends Disposable {
  readonly folder: string
  readonly remote: string
  /** What git is given: no configuration of this machine. */
  readonly env: Record<string, string | undefined>
  git(cwd: string, ...args: string[]): string
  /** A fresh clone; options such as `--depth=1`. */
  checkout(name: string, ...options: string[]): string
  write(checkout: string, path: string, text: string): void
  /** Somebody else commits and pushes. */
  someoneElse(path: string, text: string, branch?: string): string
  /** An environment whose git runs a shell script before each push; `$real` is git, `$n` the number of the push. */
  beforePush(script: string): Record<string, string | undefined>
  /** A script of the server, run for every push before it is taken. */
  hook(script: string): void
  /** The text of a file on the remote's branch; undefined where there is none. */
  onRemote(path: string, branch?: string): string | undefined
}

export function repositories(): Repositories {
  const folder = mkdtempSync(join(tmpdir(), 'bedrock-batch-test-'))
  const remote = join(folder, 'remote.git')
  const env: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null'
  }
  const someone = {
    GIT_AUTHOR_NAME: 'Ann',
    GIT_AUTHOR_EMAIL: 'ann@example.org',
    GIT_COMMITTER_NAME: 'Ann',
    GIT_COMMITTER_EMAIL: 'ann@example.org'
  }
  const git = (cwd: string, ...args: string[]): string =>
    execFileSync('git', args, { cwd, env: { ...env, ...someone }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const write = (checkout: string, path: string, text: string): void => {
    mkdirSync(dirname(join(checkout, path)), { recursive: true })
    writeFileSync(join(checkout, path), text)
  }
  git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', remote)
  git(folder, 'clone', '--quiet', remote, 'someone')
  const other = join(folder, 'someone')
  const someoneElse = (path: string, text: string, branch = 'main'): string => {
    git(other, 'fetch', '--quiet', 'origin')
    git(other, 'checkout', '--quiet', '-B', branch, `origin/${branch}`)
    write(other, path, text)
    git(other, 'add', '--force', '--', path)
    git(other, 'commit', '--quiet', '-m', `Change ${path}`)
    git(other, 'push', '--quiet', 'origin', branch)
    return git(other, 'rev-parse', 'HEAD').trim()
  }
  git(other, 'checkout', '--quiet', '-B', 'main')
  write(other, 'README.md', 'first\n')
  write(other, 'out/answers.csv', 'old\n')
  git(other, 'add', '.')
  git(other, 'commit', '--quiet', '-m', 'First')
  git(other, 'push', '--quiet', 'origin', 'main')
  return {
    folder,
    remote,
    env,
    git,
    write,
    someoneElse,
    checkout(name, ...options) {
      git(folder, 'clone', '--quiet', ...options, `file://${remote}`, name)
      return join(folder, name)
    },
    beforePush(script) {
      const bin = join(folder, 'bin')
      mkdirSync(bin)
      const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim()
      const count = join(folder, 'pushes')
      const lines = [
        '#!/bin/sh',
        `real=${real}`,
        'if [ "$1" = push ]; then',
        `echo x >> ${count}; n=$(wc -l < ${count})`,
        script,
        'fi',
        'exec $real "$@"',
        ''
      ]
      writeFileSync(join(bin, 'git'), lines.join('\n'), { mode: 0o755 })
      return { ...env, PATH: `${bin}:${env['PATH'] ?? ''}` }
    },
    hook(script) {
      const path = join(remote, 'hooks', 'pre-receive')
      writeFileSync(path, `#!/bin/sh\n${script}\n`)
      chmodSync(path, 0o755)
    },
    onRemote(path, branch = 'main') {
      try {
        return git(remote, 'show', `${branch}:${path}`)
      } catch {
        return undefined
      }
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true })
  }
}

/** Nobody waits in a test. */
export const clock: Clock = {
  now: () => 0,
  sleep: async () => undefined,
  random: () => 0.5,
  every: () => async () => undefined
}

export function recordedLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  return {
    lines,
    info: message => void lines.push(message),
    warning: message => void lines.push(`warning: ${message}`),
    group: () => () => undefined
  }
}

/** The error that a promise ends with. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('expected a failure')
}
