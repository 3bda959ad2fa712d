/**
 * A private, empty repository in a temporary folder, in which commits are built and from which they are pushed.
 * The user's own repository is only read: its index, refs, config, shallow boundary and object store stay as they are.
 * Heads are fetched without history and without file contents; a push fetches the old content of our files, for a delta.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../problems.ts'
import { git, tryGit } from './git.ts'
import type { Environment, GitOptions, GitPlace, GitResult, Settings } from './git.ts'

export interface StagingOptions {
  readonly workspace: string
  readonly env: Environment
  readonly token?: string | undefined
  readonly serverUrl: string
  /** `owner/name`: where to push when the checkout names no remote. */
  readonly repository?: string | undefined
}

export interface Staging extends AsyncDisposable {
  /** The root of the user's working tree. */
  readonly root: string
  /** Where the workspace lies below the root: empty, or with a slash at the end. */
  readonly prefix: string
  /** The commit that is checked out; undefined before the first. */
  readonly head: string | undefined
  /** The branch that is checked out; undefined where HEAD is detached. */
  readonly headBranch: string | undefined
  /** Whether the checkout's own credentials are used, not the token. */
  readonly ownCredentials: boolean
  /** In the private repository, with the user's working tree. Throws GitError. */
  readonly git: (args: readonly string[], options?: GitOptions) => Promise<string>
  readonly tryGit: (args: readonly string[], options?: GitOptions) => Promise<GitResult>
  /** In the user's repository, to read. */
  readonly readUser: (args: readonly string[]) => Promise<string>
}

export async function openStaging(options: StagingOptions): Promise<Staging> {
  const user: GitPlace = { cwd: options.workspace, env: options.env }
  const { root, prefix } = await workTree(user)
  const userRoot: GitPlace = { ...user, cwd: root }
  const credentials = await findCredentials(userRoot, options)
  const settings = await settingsFor(userRoot, options, credentials.settings)
  const folder = await mkdtemp(join(tmpdir(), 'bedrock-batch-git-'))
  try {
    const format = (await git(userRoot, ['rev-parse', '--show-object-format'])).trim()
    await git({ cwd: folder, env: options.env }, [
      'init',
      '--quiet',
      '--bare',
      '--template=',
      `--object-format=${format}`,
      folder
    ])
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  const place: GitPlace = { cwd: root, env: options.env, settings, secrets: credentials.secrets }
  const redirected = {
    GIT_DIR: folder,
    GIT_WORK_TREE: root,
    GIT_INDEX_FILE: join(folder, 'staging-index')
  }
  const within = (given: GitOptions = {}): GitOptions => ({ ...given, env: { ...redirected, ...given.env } })
  return {
    root,
    prefix,
    head: nothing((await tryGit(userRoot, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).stdout),
    headBranch: nothing((await tryGit(userRoot, ['symbolic-ref', '--quiet', '--short', 'HEAD'])).stdout),
    ownCredentials: credentials.own,
    git: (args, given) => git(place, args, within(given)),
    tryGit: (args, given) => tryGit(place, args, within(given)),
    readUser: args => git(userRoot, args),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function workTree(user: GitPlace): Promise<{ root: string; prefix: string }> {
  const version = await tryGit(user, ['--version'])
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(version.stdout) ?? []
  if (Number(major) * 1000 + Number(minor) < 2031) {
    throw new Failure('cannot-publish', `git 2.31 or newer is needed, and this is ${version.stdout.trim()}`, {
      remedy: 'Update git, or set publish.via to artifact.'
    })
  }
  const found = await tryGit(user, ['rev-parse', '--show-toplevel', '--show-prefix'])
  const [root, prefix = ''] = found.stdout.split('\n')
  if (found.code !== 0 || root === undefined || root === '') {
    throw new Failure('cannot-publish', 'the workspace is not a git working tree', {
      remedy:
        'Check the repository out at the root of the workspace with actions/checkout, or set publish.via to artifact.'
    })
  }
  return { root, prefix }
}

interface Credentials {
  readonly own: boolean
  readonly settings: Settings
  readonly secrets: readonly string[]
}

/**
 * What actions/checkout persisted wins over the token: somebody chose it there to be allowed to push.
 * Both at once would be two Authorization headers, which GitHub answers with 400.
 */
async function findCredentials(user: GitPlace, { token, serverUrl }: StagingOptions): Promise<Credentials> {
  const persisted = await tryGit(user, ['config', '--get-urlmatch', 'http.extraheader', `${serverUrl}/`])
  const header = nothing(persisted.stdout)
  if (header !== undefined) return { own: true, settings: [], secrets: [header, header.replace(/^.*\s/, '')] }
  if (token === undefined || token === '') return { own: true, settings: [], secrets: [] }
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    own: false,
    settings: [[`http.${serverUrl}/.extraheader`, `AUTHORIZATION: basic ${basic}`]],
    secrets: [token, basic]
  }
}

/** Settings of the checkout that decide how to reach the remote and how a file becomes a blob. Global ones apply anyway. */
const carried = /^(http\.|credential\.|url\.|filter\.|core\.(sshcommand|autocrlf|eol|safecrlf|bigfilethreshold)$)/i

async function settingsFor(user: GitPlace, options: StagingOptions, credentials: Settings): Promise<Settings> {
  const listed = await tryGit(user, ['config', '--local', '--includes', '--null', '--list'])
  const local: (readonly [string, string])[] = listed.stdout
    .split('\0')
    .filter(entry => entry !== '')
    .map(entry => {
      const end = entry.indexOf('\n')
      return end < 0 ? ([entry, 'true'] as const) : ([entry.slice(0, end), entry.slice(end + 1)] as const)
    })
  const url = await remoteUrl(user, options)
  return [...local.filter(([key]) => carried.test(key)), ['remote.origin.url', url], ...credentials]
}

async function remoteUrl(user: GitPlace, { serverUrl, repository }: StagingOptions): Promise<string> {
  const remotes = (await tryGit(user, ['remote'])).stdout.split('\n').filter(name => name !== '')
  const remote = remotes.includes('origin') ? 'origin' : remotes[0]
  if (remote !== undefined) {
    const url =
      nothing((await tryGit(user, ['config', '--get', `remote.${remote}.pushurl`])).stdout) ??
      nothing((await tryGit(user, ['config', '--get', `remote.${remote}.url`])).stdout)
    if (url !== undefined) return url
  }
  if (repository !== undefined) return `${serverUrl}/${repository}`
  throw new Failure('cannot-publish', 'the repository has no remote to push to', {
    remedy: 'Add a remote, or set publish.via to none.'
  })
}

/** Trimmed; undefined where nothing is left. */
function nothing(text: string): string | undefined {
  const trimmed = text.trim()
  return trimmed === '' ? undefined : trimmed
}
