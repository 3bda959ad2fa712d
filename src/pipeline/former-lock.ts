/** What a lock says before its rows, and the lock that stayed behind when the first output, beside which it stands, got another path. */
import { readLock } from '../outputs/lock.ts'
import type { LockHeader } from '../outputs/lock.ts'
import { lockSides, oneSide } from '../outputs/lock-sides.ts'
import type { Workspace } from '../ports.ts'
import type { Problems } from '../problems.ts'

/** One, or one of each side that git could not merge; none where there is no lock, or none that can be read. */
export async function lockHeaders(workspace: Workspace, path: string): Promise<readonly LockHeader[]> {
  if ((await workspace.stat(path)) === undefined) return []
  const headers: LockHeader[] = []
  for (const side of lockSides) {
    try {
      await readLock(
        oneSide(workspace.read(path), side),
        () => undefined,
        header => {
          headers.push(header)
          throw new Enough()
        }
      )
    } catch (error) {
      if (!(error instanceof Enough)) throw error
    }
  }
  return headers
}

/** The header was read, and the rows are not wanted. */
class Enough extends Error {}

/** `lock` is not there. What people edited in the files of another one in its folder is not taken along without them. */
export async function tellFormerLock(
  workspace: Workspace,
  { name, lock }: { readonly name: string; readonly lock: string },
  problems: Problems
): Promise<void> {
  const folder = lock.slice(0, lock.lastIndexOf('/') + 1)
  for (const path of await workspace.glob(`${folder}*.lock.json`)) {
    const header = (await lockHeaders(workspace, path)).find(({ spec }) => spec === name)
    if (header === undefined) continue
    const files = header.outputs.map(output => output.path).join(', ')
    problems.warning(
      `${path} says that this spec wrote ${files}, and ${lock} is not there: edits by hand stay behind in these files`,
      { file: path },
      `To take them along, move the lock as well: git mv ${path} ${lock}`
    )
  }
}
