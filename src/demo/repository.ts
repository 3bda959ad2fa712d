/** The scratch repository: a bare remote and a checkout of it, with the git CLI and nobody's settings. */
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { basename, join } from 'node:path'
import type { DemoFolder } from './folder.ts'
import { Unexpected } from './unexpected.ts'

/** A developer's own settings (signing, hooks, templates) must not show. */
export const plainGit = { GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' }

const author = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org'
}

export class Repository {
  readonly checkout: string
  private readonly remote: string

  constructor({ checkout, remote }: DemoFolder) {
    this.checkout = checkout
    this.remote = remote
  }

  /** The example as a repository of its own, with the workflow that a user would write. */
  create(example: string, workflow: string): void {
    git(undefined, ['init', '-q', '--bare', '-b', 'main', this.remote])
    git(undefined, ['init', '-q', '-b', 'main', this.checkout])
    this.git('remote', 'add', 'origin', this.remote)
    // What was generated before is left out: it is to be made again.
    cpSync(example, this.checkout, { recursive: true, filter: path => path !== join(example, 'generated') })
    cpSync(workflow, join(this.checkout, '.github', 'workflows', 'batch.yml'), { recursive: true })
    this.commit(`Ask about ${basename(example)}`)
  }

  /** What the next workflow run begins with. */
  fresh(): void {
    rmSync(this.checkout, { recursive: true, force: true, maxRetries: 3 })
    git(undefined, ['clone', '-q', this.remote, this.checkout])
  }

  edit(path: string, change: (text: string) => string): void {
    const file = join(this.checkout, path)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }

  commit(message: string): void {
    this.git('add', '-A')
    this.git('commit', '-q', '-m', message)
    this.git('push', '-q', 'origin', 'HEAD:main')
  }

  read(path: string): string {
    return readFileSync(join(this.checkout, path), 'utf8')
  }

  /** Of the checkout. */
  head(): string {
    return this.git('rev-parse', 'HEAD')
  }

  remoteHead(): string {
    return git(undefined, ['--git-dir', this.remote, 'rev-parse', 'main'])
  }

  git(...words: string[]): string {
    return git(this.checkout, words)
  }
}

function git(folder: string | undefined, words: readonly string[]): string {
  try {
    const said = execFileSync('git', words, {
      cwd: folder,
      env: { ...process.env, ...plainGit, ...author },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe']
    })
    return said.trimEnd()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Unexpected('the demo needs git, which is not installed')
    throw error
  }
}
