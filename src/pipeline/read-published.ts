/** Reads the published state: lock, output files, manifest. What cannot be trusted counts as absent, or ends the pass. */
import type { DatasetSource } from '../dataset/dataset.ts'
import type { Row } from '../dataset/row.ts'
import { readLock } from '../outputs/lock.ts'
import type { LockHeader, LockReading } from '../outputs/lock.ts'
import { readManifest } from '../outputs/manifest.ts'
import type { Manifest } from '../outputs/manifest.ts'
import type { Scratch, Workspace } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { Problems } from '../problems.ts'
import { isMerge } from '../spec/merge.ts'
import { hasHoles } from '../spec/path-template.ts'
import { sideFiles } from '../spec/side-files.ts'
import { tellFormerLock } from './former-lock.ts'
import { Published } from './published.ts'
import type { Output } from './published.ts'
import { keepSources, mergedInto } from './read-merged.ts'
import { readOutput } from './read-outputs.ts'

export interface PublishedSettings {
  /** Of the spec: names the side files of an output of many files. */
  readonly name: string
  readonly outputs: readonly Output[]
  /** Output files without our lock are taken over: their rows are asked again. */
  readonly adopt: boolean
  /** Of the spec's answer settings and schema. */
  readonly answerSha256: string
  /** Into which columns may be merged. */
  readonly source: DatasetSource
  /** Of the dataset as it is now, expanded: read only where lines of an output have to be told by them. */
  readonly datasetRows: () => AsyncIterable<readonly Row[]>
}

/** Throws Failure `unmanaged-output` where a file stands in the way that this spec did not write. */
export async function readPublished(
  workspace: Workspace,
  scratch: Scratch,
  settings: PublishedSettings,
  problems: Problems
): Promise<Published> {
  const { outputs, source, datasetRows } = settings
  let published = new Published(outputs, scratch)
  if (outputs.length === 0) return published
  const files = sideFiles({ name: settings.name, outputs: outputs.map(({ spec }) => spec) })
  const reading = await lockOf(workspace, files.lock, published)
  accept(reading, files.lock, problems)
  if (reading.kind === 'absent') await tellFormerLock(workspace, { name: settings.name, lock: files.lock }, problems)
  // What was taken before the lock turned out to be broken is forgotten.
  if (reading.kind !== 'ok') published = new Published(outputs, scratch)
  published.isLost = reading.kind !== 'ok' && reading.kind !== 'absent'
  if (outputs.some(({ spec }) => isMerge(spec))) await keepSources({ workspace, scratch, source, published })
  if (reading.kind === 'absent' && !settings.adopt) await refuseUnmanaged(workspace, outputs, published)
  if (reading.kind === 'ok') {
    published.header = reading.header
    published.sameAnswers = reading.header.answerSha256 === settings.answerSha256
    if (!settings.adopt) await refuseMerged(outputs, reading.header, published)
    for (const [number, output] of outputs.entries())
      await readOutput({ workspace, published, number, output, problems, source, datasetRows })
  }
  published.manifest = await manifestOf(workspace, files.manifest, problems)
  return published
}

async function lockOf(workspace: Workspace, path: string, published: Published): Promise<LockReading> {
  if ((await workspace.stat(path)) === undefined) return { kind: 'absent' }
  return readLock(
    workspace.read(path),
    row => published.take(row),
    header => published.begin(header)
  )
}

function accept(reading: LockReading, path: string, problems: Problems): void {
  const again = 'Its answers are looked up in S3 again; nothing that is still there is paid twice.'
  switch (reading.kind) {
    case 'ok':
    case 'absent':
      return
    case 'conflict-markers':
      problems.warning(`${path} has merge-conflict markers and counts as absent`, { file: path }, again)
      return
    case 'unreadable':
      problems.warning(`${path} cannot be read and counts as absent: ${reading.why}`, { file: path }, again)
      return
    case 'other-schema':
      throw new Failure(
        'bad-state',
        `${path} was written by another version of this action (schema ${reading.schema})`,
        {
          place: { file: path },
          remedy:
            'Use the version of the action that wrote it, or newer. To start afresh, delete the file and set adopt: true.'
        }
      )
  }
}

/** Of an output of many files, what stands in the way is known once the rows are. */
async function refuseUnmanaged(workspace: Workspace, outputs: readonly Output[], published: Published): Promise<void> {
  for (const { spec, columns } of outputs) {
    if (hasHoles(spec.path)) continue
    if (isMerge(spec)) {
      refuseColumns(await mergedInto(spec, columns, published))
      continue
    }
    const facts = await workspace.stat(spec.path)
    if (facts !== undefined && facts.bytes > 0) throw unmanaged(spec.path)
  }
}

/** A column that the lock does not know as merged was there before us: it is the user's. */
async function refuseMerged(
  outputs: readonly Output[],
  { outputs: before }: LockHeader,
  published: Published
): Promise<void> {
  const ours = new Set(before.flatMap(({ merge, columns }) => (merge === true ? Object.keys(columns) : [])))
  for (const { spec, columns } of outputs) {
    const added = columns.filter(({ name }) => !ours.has(name))
    if (isMerge(spec) && added.length > 0) refuseColumns(await mergedInto(spec, added, published))
  }
}

export function unmanaged(path: string): Failure {
  return new Failure('unmanaged-output', `${path} is there, but no lock of this spec says that it wrote it`, {
    place: { file: path },
    remedy: 'Write to another path, delete the file, or set adopt: true in the spec to have it overwritten.'
  })
}

function refuseColumns(found: { readonly file: string; readonly column: string } | undefined): void {
  if (found === undefined) return
  const { file, column } = found
  throw new Failure(
    'unmanaged-output',
    `${file} has a column ${JSON.stringify(column)}, but no lock of this spec says that it wrote it`,
    {
      place: { file, line: 1 },
      remedy: 'Give the merged column another name, or set adopt: true in the spec to have it overwritten.'
    }
  )
}

async function manifestOf(workspace: Workspace, path: string, problems: Problems): Promise<Manifest | undefined> {
  const text = await workspace.readText(path, 64 << 20)
  if (text === undefined) return undefined
  const reading = readManifest(text)
  if (reading.kind === 'ok') return reading.manifest
  problems.warning(`${path} cannot be read and is written anew`, { file: path })
  return undefined
}
