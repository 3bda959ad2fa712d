/** A commit made of a parent and exactly our files, in an index of its own. Nothing is pushed here. */
import { Failure } from '../problems.ts'
import type { WorkFile } from './publish-paths.ts'
import type { Entries } from './heads.ts'
import { entriesAt } from './heads.ts'
import type { Environment } from './git.ts'
import type { Staging } from './staging.ts'

export interface Content {
  readonly files: readonly WorkFile[]
  readonly removed: readonly string[]
}

export interface Built {
  /** Undefined where the parent holds exactly our files already. */
  readonly commit: string | undefined
  readonly entries: Entries
}

/** Our files as tree entries by path in the repository: filters of .gitattributes applied, the mode of a known file kept. */
async function entriesOf(staging: Staging, { files }: Content, parent: Entries): Promise<Entries> {
  // By way of its standard input: a file per row is more than a command line holds.
  const input = files.map(file => `${staging.prefix + file.path}\n`).join('')
  const objects = (await staging.git(['hash-object', '-w', '--stdin-paths'], { input })).split('\n')
  return new Map(
    files.map((file, index) => {
      const path = staging.prefix + file.path
      return [path, `${modeOf(file, parent.get(path))} ${objects[index] ?? ''}`]
    })
  )
}

export async function buildCommit(
  staging: Staging,
  content: Content,
  parent: string,
  message: string,
  env: Environment
): Promise<Built> {
  const removed = content.removed.map(path => staging.prefix + path)
  const paths = [...content.files.map(file => staging.prefix + file.path), ...removed]
  const before = await entriesAt(staging.git, parent, paths)
  const entries = await entriesOf(staging, content, before)
  const changed = [...entries].filter(([path, entry]) => before.get(path) !== entry)
  const gone = removed.filter(path => before.has(path))
  if (changed.length === 0 && gone.length === 0) return { commit: undefined, entries }
  await staging.git(['read-tree', parent])
  const lines = [
    ...gone.map(path => `0 ${'0'.repeat(parent.length)}\t${path}`),
    ...changed.map(([path, entry]) => `${entry}\t${path}`)
  ]
  await staging.git(['update-index', '--add', '--replace', '-z', '--index-info'], {
    input: lines.map(line => `${line}\0`).join('')
  })
  // Contents of other files were not fetched; the server has them.
  const tree = (await staging.git(['write-tree', '--missing-ok'])).trim()
  const commit = (await staging.git(['commit-tree', tree, '-p', parent, '-F', '-'], { input: message, env })).trim()
  return { commit, entries }
}

/** Who commits: the environment or the git config where they say so, else the bot that GitHub shows with its own face. */
export async function authorOf(staging: Staging, env: Environment): Promise<Environment> {
  const config = async (key: string): Promise<string | undefined> => {
    const value = await staging.readUser(['config', '--default', '', '--get', key])
    return value.trim() === '' ? undefined : value.trim()
  }
  const [name, email] = [await config('user.name'), await config('user.email')]
  const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' }
  const who = name !== undefined && email !== undefined ? { name, email } : bot
  return {
    GIT_AUTHOR_NAME: env['GIT_AUTHOR_NAME'] ?? who.name,
    GIT_AUTHOR_EMAIL: env['GIT_AUTHOR_EMAIL'] ?? who.email,
    GIT_COMMITTER_NAME: env['GIT_COMMITTER_NAME'] ?? who.name,
    GIT_COMMITTER_EMAIL: env['GIT_COMMITTER_EMAIL'] ?? who.email
  }
}

/** A pointer without its object breaks every later clone, and the object is pushed by a hook that does not run here. */
export async function refuseLfs(staging: Staging, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return
  const input = paths.map(path => `${staging.prefix + path}\0`).join('')
  const said = await staging.git(['check-attr', '--stdin', '-z', 'filter'], { input })
  const fields = said.split('\0')
  const at = fields.findIndex((value, index) => index % 3 === 2 && value === 'lfs')
  if (at < 0) return
  throw new Failure('cannot-publish', `${fields[at - 2] ?? ''} is tracked by Git LFS (.gitattributes)`, {
    remedy: 'Exclude it there with "-filter", or set publish.via to artifact.'
  })
}

function modeOf(file: WorkFile, before: string | undefined): string {
  const mode = before?.slice(0, 6)
  if (mode === '160000')
    throw new Failure('cannot-publish', `${file.path} is a submodule`, { remedy: 'Choose another output path.' })
  if (mode === '100644' || mode === '100755') return mode
  return file.executable ? '100755' : '100644'
}
