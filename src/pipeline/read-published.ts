/** Reads the published state: lock, output files, manifest. What cannot be trusted counts as absent, or ends the pass. */
import { answerCells, canCarry, keyColumn } from '../outputs/carry.ts'
import { keyText } from '../outputs/columns.ts'
import { OutputUnreadable } from '../outputs/format.ts'
import type { PublishedRow } from '../outputs/format.ts'
import { formatOf } from '../outputs/formats.ts'
import { readLock } from '../outputs/lock.ts'
import type { LockOutput, LockReading, LockRow } from '../outputs/lock.ts'
import { readManifest } from '../outputs/manifest.ts'
import type { Manifest } from '../outputs/manifest.ts'
import type { Scratch, Workspace } from '../ports.ts'
import { Failure, problem, ProblemsFound } from '../problems.ts'
import type { Problems } from '../problems.ts'
import { sideFiles } from '../spec/side-files.ts'
import { Published } from './published.ts'
import type { Output } from './published.ts'

export interface PublishedSettings {
  readonly outputs: readonly Output[]
  /** Output files without our lock are taken over: their rows are asked again. */
  readonly adopt: boolean
  /** Of the spec's answer settings and schema. */
  readonly answerSha256: string
}

/** Throws Failure `unmanaged-output` where a file stands in the way that this spec did not write. */
export async function readPublished(
  workspace: Workspace,
  scratch: Scratch,
  settings: PublishedSettings,
  problems: Problems
): Promise<Published> {
  const { outputs } = settings
  let published = new Published(outputs, scratch)
  const first = outputs[0]
  if (first === undefined) return published
  const files = sideFiles(first.spec.path)
  const reading = await lockOf(workspace, files.lock, row => published.take(row))
  accept(reading, files.lock, problems)
  // What was taken before the lock turned out to be broken is forgotten.
  if (reading.kind !== 'ok') published = new Published(outputs, scratch)
  if (reading.kind === 'absent' && !settings.adopt) await refuseUnmanaged(workspace, outputs)
  if (reading.kind === 'ok') {
    published.header = reading.header
    published.sameAnswers = reading.header.answerSha256 === settings.answerSha256
    for (const [number, output] of outputs.entries())
      await readOutputFile({ workspace, published, number, output, problems })
  }
  published.manifest = await manifestOf(workspace, files.manifest, problems)
  return published
}

async function lockOf(workspace: Workspace, path: string, take: (row: LockRow) => void): Promise<LockReading> {
  if ((await workspace.stat(path)) === undefined) return { kind: 'absent' }
  return readLock(workspace.read(path), take)
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

async function refuseUnmanaged(workspace: Workspace, outputs: readonly Output[]): Promise<void> {
  for (const { spec } of outputs) {
    const facts = await workspace.stat(spec.path)
    if (facts === undefined || facts.bytes === 0) continue
    throw new Failure('unmanaged-output', `${spec.path} is there, but no lock of this spec says that it wrote it`, {
      place: { file: spec.path },
      remedy: 'Write to another path, delete the file, or set adopt: true in the spec to have it overwritten.'
    })
  }
}

async function manifestOf(workspace: Workspace, path: string, problems: Problems): Promise<Manifest | undefined> {
  const text = await workspace.readText(path, 64 << 20)
  if (text === undefined) return undefined
  const reading = readManifest(text)
  if (reading.kind === 'ok') return reading.manifest
  problems.warning(`${path} cannot be read and is written anew`, { file: path })
  return undefined
}

interface OutputFile {
  readonly workspace: Workspace
  readonly published: Published
  readonly number: number
  readonly output: Output
  readonly problems: Problems
}

/** Finds every published row in the file: by its key column, else by its place where no line was added or removed. */
async function readOutputFile(file: OutputFile): Promise<void> {
  const { path } = file.output.spec
  const before = file.published.layoutOf(path)
  if (before === undefined || (await file.workspace.stat(path)) === undefined) return
  if (before.format !== file.output.spec.format) {
    const message = `the format of ${path} changed: its rows are written anew, with what a person may have edited in them`
    file.problems.warning(message, { file: path })
    return
  }
  // Rows of which an answer cell is missing are written anew, but for what a person edited.
  file.published.setCarries(file.number, canCarry(before, file.output))
  try {
    const column = keyColumn(before)
    if (column === undefined) await matchByPlace(file, before)
    else await matchByKey(file, before, column)
  } catch (error) {
    if (!(error instanceof OutputUnreadable)) throw error
    const place = { file: path, ...(error.line !== undefined && { line: error.line }) }
    const remedy = `Mend it or restore it with git. ${error.hint ?? ''}`.trim()
    throw new ProblemsFound([
      problem('error', `${path} is no longer ${before.format}: ${error.message}`, place, remedy)
    ])
  }
}

async function matchByKey(file: OutputFile, before: LockOutput, column: string): Promise<void> {
  for await (const row of rowsOf(file, before)) {
    const index = file.published.find(keyText(row.cells[column]))
    if (index >= 0) file.published.takeCells(file.number, index, answerCells(before, row.cells))
  }
}

async function matchByPlace(file: OutputFile, before: LockOutput): Promise<void> {
  const expected = file.published.inOrder()
  let matches = true
  for await (const row of rowsOf(file, before)) {
    const next = expected.next()
    matches &&= next.done !== true
    if (next.done !== true) file.published.takeCells(file.number, next.value, answerCells(before, row.cells))
  }
  if (matches && expected.next().done === true) return
  file.published.forget(file.number)
  file.problems.warning(
    `rows were added to or removed from ${before.path}, and no column holds the key: its rows are written anew`,
    { file: before.path }
  )
}

async function* rowsOf({ workspace }: OutputFile, before: LockOutput): AsyncGenerator<PublishedRow> {
  for await (const rows of formatOf(before.format).read(workspace.read(before.path))) yield* rows
}
