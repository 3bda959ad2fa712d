/** Reads the published state: lock, output files, manifest. What cannot be trusted counts as absent, or ends the pass. */
import type { DatasetSource } from '../dataset/dataset.ts'
import { lockSchema } from '../outputs/lock-rows.ts'
import type { Row } from '../dataset/row.ts'
import { readLock } from '../outputs/lock.ts'
import type { LockReading } from '../outputs/lock.ts'
import { lockSides, oneSide } from '../outputs/lock-sides.ts'
import { manifestSchema, readManifest } from '../outputs/manifest.ts'
import type { Manifest } from '../outputs/manifest.ts'
import type { Scratch, Workspace } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { Problems } from '../problems.ts'
import { isMerge } from '../spec/merge.ts'
import { sideFiles } from '../spec/side-files.ts'
import { tellFormerLock } from './former-lock.ts'
import { Published } from './published.ts'
import type { Output } from './published.ts'
import { keepSources } from './read-merged.ts'
import { readOutput } from './read-outputs.ts'
import { refuseUnmanaged } from './unmanaged.ts'

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
  const { name, outputs, source, datasetRows } = settings
  let published = new Published(outputs, scratch)
  if (outputs.length === 0) return published
  const files = sideFiles({ name, outputs: outputs.map(({ spec }) => spec) })
  const reading = await lockOf(workspace, files.lock, published)
  accept(reading, files.lock, problems)
  if (reading.kind === 'absent') await tellFormerLock(workspace, { name, lock: files.lock }, problems)
  const { headers } = published
  const isRead = reading.kind === 'ok' || reading.kind === 'torn'
  // What was taken before the lock turned out to be broken is forgotten.
  if (!isRead) published = new Published(outputs, scratch)
  published.isLost = !isRead && reading.kind !== 'absent'
  published.manifest = await manifestOf(workspace, files.manifest, problems)
  if (outputs.some(({ spec }) => isMerge(spec))) await keepSources({ workspace, scratch, source, published })
  if (!settings.adopt) {
    const isLockAbsent = reading.kind === 'absent'
    await refuseUnmanaged(workspace, { name, outputs, files, published, headers, isLockAbsent })
  }
  if (isRead) {
    published.header = headers.find(({ spec }) => spec === name) ?? headers[0]
    published.isMerged ||= reading.kind === 'torn'
    published.sameAnswers = headers.every(({ answerSha256 }) => answerSha256 === settings.answerSha256)
    for (const [number, output] of outputs.entries())
      await readOutput({ workspace, published, number, output, problems, source, datasetRows })
  }
  return published
}

/** `torn`: git could not merge it, and at least one of its sides was read. */
type Found = LockReading | { readonly kind: 'torn' }

async function lockOf(workspace: Workspace, path: string, published: Published): Promise<Found> {
  if ((await workspace.stat(path)) === undefined) return { kind: 'absent' }
  const read = (chunks: AsyncIterable<Uint8Array>): Promise<LockReading> =>
    readLock(
      chunks,
      row => published.take(row),
      header => published.begin(header)
    )
  const whole = await read(workspace.read(path))
  if (whole.kind !== 'conflict-markers') return whole
  const sides: LockReading[] = []
  for (const side of lockSides) sides.push(await read(oneSide(workspace.read(path), side)))
  const isRead = sides.some(({ kind }) => kind === 'ok')
  return sides.find(({ kind }) => kind === 'other-schema') ?? (isRead ? { kind: 'torn' } : whole)
}

function accept(reading: Found, path: string, problems: Problems): void {
  const again = 'Its answers are looked up in S3 again; nothing that is still there is paid twice.'
  switch (reading.kind) {
    case 'ok':
    case 'absent':
      return
    case 'torn':
      problems.warning(
        `${path} has merge-conflict markers: what either side says counts as published`,
        { file: path },
        'Where the sides differ, answers are looked up in S3 again; nothing that is still there is paid twice.'
      )
      return
    case 'conflict-markers':
      problems.warning(`${path} has merge-conflict markers and counts as absent`, { file: path }, again)
      return
    case 'unreadable':
      problems.warning(`${path} cannot be read and counts as absent: ${reading.why}`, { file: path }, again)
      return
    case 'other-schema':
      throw new Failure('bad-state', `${path} ${schemaWords(reading.schema, lockSchema)}`, {
        place: { file: path },
        remedy:
          'Use the version of the action that wrote it, or a newer one. To start afresh, delete it and set adopt: true: answers are looked up in S3, and only what is not there is asked again.'
      })
  }
}

function schemaWords(found: number | undefined, ours: number): string {
  return `${found === undefined ? 'names no schema' : `has schema ${found}`}, and this version of the action reads schema ${ours}`
}

async function manifestOf(workspace: Workspace, path: string, problems: Problems): Promise<Manifest | undefined> {
  const text = await workspace.readText(path, 64 << 20)
  if (text === undefined) return undefined
  const reading = readManifest(text)
  if (reading.kind === 'ok') return reading.manifest
  const why = reading.kind === 'other-schema' ? schemaWords(reading.schema, manifestSchema) : 'cannot be read'
  problems.warning(`${path} ${why}: it is written anew, and its account of earlier jobs is lost`, { file: path })
  return undefined
}
