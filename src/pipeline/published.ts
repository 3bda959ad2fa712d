/**
 * The published state as the checkout has it: the lock and the output files. Cells that came from answers are copied
 * to a temporary file, so that a carried row costs two numbers an output.
 */
import { indexes, lengths, offsets } from '../jobs/growing.ts'
import { IdTable } from '../jobs/id-table.ts'
import { contentHash } from '../jobs/record.ts'
import { answerCells, canCarry, cellsHash, keyColumn } from '../outputs/carry.ts'
import type { AnswerCells } from '../outputs/carry.ts'
import { keyText } from '../outputs/columns.ts'
import type { Column } from '../outputs/columns.ts'
import { OutputUnreadable } from '../outputs/format.ts'
import type { PublishedRow } from '../outputs/format.ts'
import { formatOf } from '../outputs/formats.ts'
import { readLock } from '../outputs/lock.ts'
import type { LockHeader, LockOutput, LockReading, LockRow } from '../outputs/lock.ts'
import { readManifest } from '../outputs/manifest.ts'
import type { Manifest } from '../outputs/manifest.ts'
import type { Scratch, ScratchFile, Workspace } from '../ports.ts'
import { Failure, problem, ProblemsFound } from '../problems.ts'
import type { Problems } from '../problems.ts'
import { sideFiles } from '../spec/side-files.ts'
import type { OutputSpec } from '../spec/spec.ts'

export interface Output {
  readonly spec: OutputSpec
  readonly columns: readonly Column[]
}

/** Answer-derived cells of one published row in one output. */
export interface PublishedCells {
  readonly cells: AnswerCells
  readonly edited: boolean
}

export class Published {
  header: LockHeader | undefined
  manifest: Manifest | undefined
  /** Rows that have an answer published. */
  answered = 0
  /** The spec reads answers as it did when these were published. */
  sameAnswers = true
  private readonly rows = new IdTable()
  private readonly ids = new IdTable()
  private readonly record = indexes()
  private readonly failure = indexes()
  private readonly reasons: string[] = []
  private readonly hashes: ReturnType<typeof indexes>[]
  private readonly seen = indexes()
  private readonly cells: PublishedOutput[]

  constructor(outputs: readonly Output[], scratch: Scratch) {
    this.hashes = outputs.map(() => indexes())
    this.cells = outputs.map(output => new PublishedOutput(scratch.create(output.spec.path.replaceAll('/', '_'))))
  }

  get size(): number {
    return this.rows.size
  }

  take(row: LockRow): void {
    const index = this.rows.add(contentHash(row.key))
    this.record.set(index, this.ids.add(row.recordId))
    if (row.failure !== undefined) this.failure.set(index, this.intern(row.failure))
    else this.answered++
    for (const [number, hash] of row.answers.entries()) if (hash !== '') this.hashes[number]?.set(index, this.ids.add(hash))
  }

  /** -1 where the row was never published. */
  find(key: string): number {
    return this.rows.find(contentHash(key))
  }

  recordIdOf(row: number): string {
    return this.ids.idAt(this.record.get(row))
  }

  failureOf(row: number): string | undefined {
    return this.reasons[this.failure.get(row)]
  }

  /** Every output has the row's answer, under the layout that is wanted now, and read as it would be read now. */
  isWhole(row: number): boolean {
    return this.cells.every(output => output.has(row)) && (this.sameAnswers || this.isEdited(row))
  }

  cellsOf(output: number, row: number): PublishedCells | undefined {
    const cells = this.cells[output]?.read(row)
    if (cells === undefined) return undefined
    const hash = this.hashOf(output, row)
    return { cells, edited: hash !== undefined && hash !== cellsHash(cells) }
  }

  /** How the output was laid out when it was written; undefined where it was not. */
  layoutOf(path: string): LockOutput | undefined {
    return this.header?.outputs.find(one => one.path === path)
  }

  /** Of the answer cells when they were published. */
  hashOf(output: number, row: number): string | undefined {
    const hash = this.hashes[output]?.get(row) ?? -1
    return hash < 0 ? undefined : this.ids.idAt(hash)
  }

  isEdited(row: number): boolean {
    return this.cells.some((_, output) => this.cellsOf(output, row)?.edited === true)
  }

  markSeen(row: number): void {
    this.seen.set(row, 1)
  }

  /** Published answers in the order of the lock, which is the order of the files. */
  *inOrder(): Generator<number> {
    for (let row = 0; row < this.size; row++) if (this.failure.get(row) < 0) yield row
  }

  /** What was found in this output is no use after all. */
  forget(output: number): void {
    this.cells[output]?.forget()
  }

  /** Published answers whose row is no longer in the dataset. */
  countGone(): number {
    let gone = 0
    for (let row = 0; row < this.size; row++) if (this.seen.get(row) < 0 && this.failure.get(row) < 0) gone++
    return gone
  }

  takeCells(output: number, row: number, cells: AnswerCells): void {
    this.cells[output]?.write(row, cells)
  }

  private intern(reason: string): number {
    const known = this.reasons.indexOf(reason)
    return known >= 0 ? known : this.reasons.push(reason) - 1
  }
}

class PublishedOutput {
  private offset = offsets()
  private readonly length = lengths()
  private readonly file: ScratchFile

  constructor(file: ScratchFile) {
    this.file = file
  }

  forget(): void {
    this.offset = offsets()
  }

  has(row: number): boolean {
    return this.offset.get(row) >= 0
  }

  write(row: number, cells: AnswerCells): void {
    const offset = this.file.append(JSON.stringify(cells))
    this.offset.set(row, offset)
    this.length.set(row, this.file.bytes - offset)
  }

  read(row: number): AnswerCells | undefined {
    if (!this.has(row)) return undefined
    return JSON.parse(this.file.readText(this.offset.get(row), this.length.get(row))) as AnswerCells
  }
}

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
    for (const [number, output] of outputs.entries()) await readOutputFile({ workspace, published, number, output, problems })
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
      throw new Failure('bad-state', `${path} was written by another version of this action (schema ${reading.schema})`, {
        place: { file: path },
        remedy: 'Use the version of the action that wrote it, or newer. To start afresh, delete the file and set adopt: true.'
      })
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
  if (before === undefined || !canCarry(before, file.output) || (await file.workspace.stat(path)) === undefined) return
  try {
    const column = keyColumn(before)
    if (column === undefined) await matchByPlace(file, before)
    else await matchByKey(file, before, column)
  } catch (error) {
    if (!(error instanceof OutputUnreadable)) throw error
    const place = { file: path, ...(error.line !== undefined && { line: error.line }) }
    const remedy = `Mend it or restore it with git. ${error.hint ?? ''}`.trim()
    throw new ProblemsFound([problem('error', `${path} is no longer ${before.format}: ${error.message}`, place, remedy)])
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
  file.problems.warning(`rows were added to or removed from ${before.path}, and no column holds the key: its rows are written anew`, { file: before.path })
}

async function* rowsOf({ workspace }: OutputFile, before: LockOutput): AsyncGenerator<PublishedRow> {
  for await (const rows of formatOf(before.format).read(workspace.read(before.path))) yield* rows
}
