/** Files and columns that stand where a spec writes, and that are not its own: each ends the pass before anything is asked. */
import type { LockHeader } from '../outputs/lock.ts'
import type { Workspace } from '../ports.ts'
import { Failure } from '../problems.ts'
import { isMerge } from '../spec/merge.ts'
import { hasHoles } from '../spec/path-template.ts'
import type { SideFiles } from '../spec/side-files.ts'
import type { Output, Published } from './published.ts'
import { mergedColumns, mergedInto } from './read-merged.ts'

export interface Standing {
  readonly name: string
  readonly outputs: readonly Output[]
  readonly files: SideFiles
  readonly published: Published
  /** Of the lock, also where its rows cannot be read: one, or one of each side that git could not merge. */
  readonly headers: readonly LockHeader[]
  readonly isLockAbsent: boolean
}

/** Throws Failure `unmanaged-output`. Of an output of many files, what stands in the way is known once the rows are. */
export async function refuseUnmanaged(workspace: Workspace, standing: Standing): Promise<void> {
  const { outputs, headers } = standing
  refuseOtherSpec(standing)
  const ours = new Set([...headers.flatMap(header => header.outputs.map(({ path }) => path)), ...told(standing)])
  for (const { spec } of outputs) {
    if (!hasHoles(spec.path) && !isMerge(spec) && !ours.has(spec.path)) await refuseFile(workspace, spec.path)
  }
  await refuseColumns(standing)
  // Whoever lost the lock alone has a manifest that says whose the errors are.
  if (!standing.isLockAbsent || isOurs(standing)) return
  for (const path of [standing.files.manifest, standing.files.errors]) await refuseFile(workspace, path)
}

/** Of a lock that cannot be read, the manifest beside it says which files were ours. */
function told(standing: Standing): readonly string[] {
  const { manifest, isLost } = standing.published
  return isLost && isOurs(standing) ? (manifest?.files ?? []).map(({ path }) => path) : []
}

function isOurs({ name, published }: Standing): boolean {
  return published.manifest?.spec === name
}

function refuseOtherSpec({ name, headers, files }: Standing): void {
  const [other] = headers
  if (other !== undefined && headers.every(({ spec }) => spec !== name)) throw ofOtherSpec(files.lock, other.spec)
}

async function refuseFile(workspace: Workspace, path: string): Promise<void> {
  if (((await workspace.stat(path))?.bytes ?? 0) > 0) throw unmanaged(path)
}

/** A column that the lock does not know as merged was there before us: it is the user's. */
async function refuseColumns(standing: Standing): Promise<void> {
  const { outputs, published, headers } = standing
  // Without a header nobody knows which columns were ours; the manifest names the files into which they were merged.
  if (headers.length === 0 && told(standing).some(path => published.sources.has(path))) return
  const ours = new Set(mergedColumns(headers))
  for (const { spec, columns } of outputs) {
    if (!isMerge(spec)) continue
    const added = columns.filter(({ name }) => !ours.has(name))
    const found = added.length > 0 ? await mergedInto(spec, added, published) : undefined
    if (found !== undefined) throw unmanagedColumn(found)
  }
}

export function unmanaged(path: string): Failure {
  return new Failure('unmanaged-output', `${path} is there, but no lock of this spec says that it wrote it`, {
    place: { file: path },
    remedy: 'Write to another path, delete the file, or set adopt: true in the spec to have it overwritten.'
  })
}

function ofOtherSpec(file: string, other: string): Failure {
  return new Failure('unmanaged-output', `${file} says that the spec ${JSON.stringify(other)} writes these outputs`, {
    place: { file },
    remedy:
      'Write to another path. If this spec was renamed, set adopt: true in it for one pass: the published answers are carried over.'
  })
}

function unmanagedColumn({ file, column }: { readonly file: string; readonly column: string }): Failure {
  return new Failure(
    'unmanaged-output',
    `${file} has a column ${JSON.stringify(column)}, but no lock of this spec says that it wrote it`,
    {
      place: { file, line: 1 },
      remedy: 'Give the merged column another name, or set adopt: true in the spec to have it overwritten.'
    }
  )
}
