/** Branches of the remote as seen from a staging repository: which commit stands there, and what it holds at our paths. */
import { Failure } from '../problems.ts'
import { GitError, said } from './git.ts'
import type { GitResult } from './git.ts'
import { refusalOf } from './refusal.ts'
import type { Staging } from './staging.ts'

/** `<mode> <object>` as in a tree; undefined where there is no such file. */
export type Entries = ReadonlyMap<string, string>

/** The commit of a branch of the remote, fetched so that its tree can be read. Undefined where there is no such branch. */
export async function fetchHead(staging: Staging, branch: string, depth = 1): Promise<string | undefined> {
  const ref = `refs/staging/${branch}`
  const refspec = `+refs/heads/${branch}:${ref}`
  const options = [
    '--quiet',
    '--no-tags',
    '--no-recurse-submodules',
    '--filter=blob:none',
    `--depth=${depth}`,
    '--force',
    '--update-shallow'
  ]
  const result = await staging.tryGit(['fetch', ...options, 'origin', refspec])
  if (result.code === 0) return (await staging.git(['rev-parse', '--verify', ref])).trim()
  if (/couldn't find remote ref/.test(result.stderr)) return undefined
  throw unreachable(new GitError(['fetch'], result))
}

/** Mode and object of each path in a commit's tree. `read` runs git in the repository that has the commit. */
export async function entriesAt(
  read: (args: readonly string[]) => Promise<string>,
  commit: string,
  paths: readonly string[]
): Promise<Entries> {
  const entries = new Map<string, string>()
  const asked = paths.length > manyPaths ? foldersOf(paths) : paths
  const wanted = new Set(paths)
  // Some hundred paths at a time: a command line has an end.
  for (let start = 0; start < asked.length; start += 200) {
    const listed = await read(['ls-tree', '-z', '--full-tree', commit, '--', ...asked.slice(start, start + 200)])
    for (const line of listed.split('\0')) {
      const match = /^(\d{6}) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line)
      const [, mode, object, path] = match ?? []
      if (mode !== undefined && object !== undefined && path !== undefined && wanted.has(path))
        entries.set(path, `${mode} ${object}`)
    }
  }
  return entries
}

/** More are not asked one by one: git walks the tree for each. */
const manyPaths = 1000

/** The folders that the paths lie in, as git lists what is directly in them; paths at the root stand for themselves. */
function foldersOf(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map(path => (path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : path)))]
}

/** Without hooks, and in a form that can be read. */
export function push(staging: Staging, refspec: string, options: readonly string[] = []): Promise<GitResult> {
  return staging.tryGit(['push', '--porcelain', '--no-verify', ...options, 'origin', refspec])
}

/** For a fetch or a look that failed for good: why, and what to do. */
function unreachable(error: GitError): Failure {
  const refusal = refusalOf(error.result)
  if (refusal.kind === 'trouble') {
    return new Failure('service-trouble', `the git remote did not answer: ${said(error.result)}`, {
      cause: error,
      remedy: 'Run the workflow again. Nothing is lost: answers stay in S3.'
    })
  }
  const remedy = refusal.kind === 'forbidden' ? refusal.remedy : 'Check the remote and the credentials of the checkout.'
  return new Failure('cannot-publish', `the git remote cannot be read: ${said(error.result)}`, { cause: error, remedy })
}
