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
  // Some hundred paths at a time: a command line has an end.
  for (let start = 0; start < paths.length; start += 200) {
    const listed = await read(['ls-tree', '-z', '--full-tree', commit, '--', ...paths.slice(start, start + 200)])
    for (const line of listed.split('\0')) {
      const match = /^(\d{6}) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line)
      if (match?.[1] !== undefined && match[2] !== undefined && match[3] !== undefined)
        entries.set(match[3], `${match[1]} ${match[2]}`)
    }
  }
  return entries
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
