/** The last check of a path before it leaves the machine. The spec checked it already; this costs nothing and trusts nobody. */
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../problems.ts'
import type { Publication } from '../ports.ts'
import { visible } from '../visible.ts'

/** GitHub refuses a push with a larger file. https://docs.github.com/en/repositories/working-with-files/managing-large-files/about-large-files-on-github */
const mostBytes = 100 * 1024 * 1024

/** Throws Failure `cannot-publish` for a path that is absolute, leaves the workspace, or means something to git or GitHub. */
export function checkPaths(paths: readonly string[]): void {
  for (const path of paths) {
    const why = fault(path)
    if (why === undefined) continue
    throw new Failure('cannot-publish', `the path ${visible(path)} ${why}`, {
      remedy: 'Choose another output path in the spec.'
    })
  }
}

function fault(path: string): string | undefined {
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path)) return 'is not relative to the repository'
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return 'has a backslash or a control character'
  const parts = path.split('/')
  if (parts.some(part => part === '' || part === '.' || part === '..'))
    return 'is not a plain path below the repository'
  if (parts.some(isDotGit)) return 'lies in a .git folder'
  if (parts[0]?.toLowerCase() === '.github') return 'lies in .github'
  return undefined
}

/** As git reads it on file systems that ignore case, trailing dots, short names and invisible characters. */
function isDotGit(part: string): boolean {
  const plain = part
    .replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '')
    .replace(/(::.*|[. ]+)$/, '')
    .toLowerCase()
  return plain === '.git' || plain === 'git~1'
}

export interface WorkFile {
  readonly path: string
  readonly bytes: number
  readonly executable: boolean
}

/** The changed files as they lie in the workspace. Throws Failure for what is no regular file, and above `most` bytes. */
export async function workFiles(
  workspace: string,
  { changed, removed }: Pick<Publication, 'changed' | 'removed'>,
  most = mostBytes
): Promise<WorkFile[]> {
  checkPaths([...changed, ...removed])
  const files: WorkFile[] = []
  for (const path of changed) {
    const { size, mode, isRegular } = await statOf(join(workspace, path))
    if (!isRegular)
      throw new Failure('cannot-publish', `${visible(path)} is not a regular file`, {
        remedy: 'Remove it, or choose another output path.'
      })
    if (size > most) throw tooLarge(path, size, most)
    files.push({ path, bytes: size, executable: (mode & 0o100) !== 0 })
  }
  return files
}

async function statOf(file: string): Promise<{ size: number; mode: number; isRegular: boolean }> {
  try {
    const stat = await lstat(file)
    return { size: stat.size, mode: stat.mode, isRegular: stat.isFile() }
  } catch (cause) {
    throw new Failure('cannot-publish', `${visible(file)} cannot be read`, { cause })
  }
}

function tooLarge(path: string, bytes: number, most: number): Failure {
  const mib = (value: number): string => `${Math.ceil(value / 1024 / 1024)} MiB`
  return new Failure(
    'cannot-publish',
    `${visible(path)} has ${mib(bytes)}, and GitHub takes at most ${mib(most)} for one file`,
    {
      remedy: 'Split the output over several specs or files, or set publish.via to artifact.'
    }
  )
}
