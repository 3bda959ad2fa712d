/**
 * The published state as the checkout has it, by row. Cells that came from answers lie in a temporary file, so that a
 * carried row costs two numbers an output. Where it was read from is not known here.
 */
import { indexes } from '../jobs/growing.ts'
import { IdTable } from '../jobs/id-table.ts'
import { contentHash } from '../jobs/record.ts'
import { cellsHash } from '../outputs/carry.ts'
import type { AnswerCells } from '../outputs/carry.ts'
import type { Column } from '../outputs/columns.ts'
import { formerOutputs } from '../outputs/former.ts'
import { formatOf } from '../outputs/formats.ts'
import type { LockHeader, LockOutput, LockRow } from '../outputs/lock.ts'
import type { Manifest } from '../outputs/manifest.ts'
import type { ByteRange, Scratch, ScratchFile } from '../ports.ts'
import type { OutputSpec } from '../spec/spec.ts'
import { PublishedOutput } from './published-output.ts'

export interface Output {
  readonly spec: OutputSpec
  readonly columns: readonly Column[]
}

/** Answer-derived cells of one published row in one output. */
export interface PublishedCells {
  readonly cells: AnswerCells
  readonly edited: boolean
}

interface MovedPictures {
  file: ScratchFile | undefined
  readonly ranges: Map<string, ByteRange>
}

export class Published {
  header: LockHeader | undefined
  manifest: Manifest | undefined
  /** Rows that have an answer published. */
  answered = 0
  /** The spec reads answers as it did when these were published. */
  sameAnswers = true
  /** There is a lock, and it cannot be read: which files are ours is not known. */
  isLost = false
  /** The dataset's files as this pass found them, where columns are merged into them. */
  readonly sources = new Map<string, ScratchFile>()
  /** Pictures that go to another file, by the one they stood in: a pass that writes twice has moved them the first time. */
  readonly moved: MovedPictures = { file: undefined, ranges: new Map() }
  private readonly rows = new IdTable()
  private readonly ids = new IdTable()
  private readonly record = indexes()
  private readonly failure = indexes()
  private readonly reasons: string[] = []
  private readonly seen = indexes()
  private readonly wanted: readonly Output[]
  private readonly outputs: readonly PublishedOutput[]
  /** By the lock's order: what becomes of an output. Files of one that the spec no longer has are only removed. */
  private order: readonly PublishedOutput[]
  private readonly former: PublishedOutput[] = []
  private layouts: ReadonlyMap<string, LockOutput> = new Map()
  private readonly scratch: Scratch

  constructor(outputs: readonly Output[], scratch: Scratch) {
    this.wanted = outputs
    this.scratch = scratch
    this.outputs = outputs.map(({ spec }) => new PublishedOutput(spec.path, scratch))
    this.order = this.outputs
  }

  get size(): number {
    return this.rows.size
  }

  /** Told before the rows: their hashes and files stand in the order of the lock's outputs, not of the spec's. */
  begin({ outputs }: LockHeader): void {
    this.layouts = formerOutputs(this.wanted, outputs)
    this.order = outputs.map(output => {
      const { path } = output
      const known = this.outputs[this.wanted.findIndex(({ spec }) => this.layouts.get(spec.path) === output)]
      if (known !== undefined) return known
      const former = new PublishedOutput(path, this.scratch)
      this.former.push(former)
      return former
    })
  }

  take(row: LockRow): void {
    const index = this.rows.add(contentHash(row.key))
    this.record.set(index, this.ids.add(row.recordId))
    if (row.failure !== undefined) this.failure.set(index, this.intern(row.failure))
    else this.answered++
    for (const [number, hash] of row.answers.entries()) {
      if (hash !== '') this.order[number]?.setHash(index, this.ids.add(hash))
      const path = row.paths?.[number] ?? ''
      if (path !== '') this.order[number]?.setPath(index, path)
    }
  }

  /** -1 where the row was never published. */
  find(key: string): number {
    return this.size === 0 ? -1 : this.rows.find(contentHash(key))
  }

  recordIdOf(row: number): string {
    return this.ids.idAt(this.record.get(row))
  }

  failureOf(row: number): string | undefined {
    return this.reasons[this.failure.get(row)]
  }

  /** Every output has the row's answer, under the layout that is wanted now, and read as it would be read now. */
  isWhole(row: number): boolean {
    return (
      this.outputs.every(output => output.carries && output.isWhole(row)) && (this.sameAnswers || this.isEdited(row))
    )
  }

  cellsOf(output: number, row: number): PublishedCells | undefined {
    const cells = this.outputs[output]?.read(row)
    if (cells === undefined) return undefined
    const hash = this.hashOf(output, row)
    const edited = hash === undefined ? this.writtenIn(output, row, cells) : hash !== cellsHash(cells)
    return { cells, edited }
  }

  /** A row that was given up has an answer all the same: a person wrote it. */
  isByHand(row: number): boolean {
    return this.failureOf(row) !== undefined && this.isEdited(row)
  }

  /** How the output was laid out when it was written, and where; undefined where it was not. */
  layoutOf(path: string): LockOutput | undefined {
    return this.layouts.get(path)
  }

  /** Of the answer cells when they were published. */
  hashOf(output: number, row: number): string | undefined {
    const hash = this.outputs[output]?.hash(row) ?? -1
    return hash < 0 ? undefined : this.ids.idAt(hash)
  }

  /** Rows that a person edited in this output. */
  countEdited(output: number): number {
    let edited = 0
    for (let row = 0; row < this.size; row++) if (this.cellsOf(output, row)?.edited === true) edited++
    return edited
  }

  isEdited(row: number): boolean {
    return this.outputs.some((_, output) => this.cellsOf(output, row)?.edited === true)
  }

  /** What is no answer leaves nothing in an output, or empty cells in the dataset, unless the format tells why. */
  private writtenIn(output: number, row: number, cells: AnswerCells): boolean {
    const format = this.wanted[output]?.spec.format
    if (this.failureOf(row) === undefined || format === undefined || formatOf(format).tellsFailures) return false
    return Object.values(cells).some(cell => cell !== null && cell !== '')
  }

  markSeen(row: number): void {
    this.seen.set(row, 1)
  }

  /** Published answers in the order of the lock, which is the order of the files. */
  *inOrder(): Generator<number> {
    for (let row = 0; row < this.size; row++) if (this.failure.get(row) < 0) yield row
  }

  /** Where the row stands, in an output of many files. */
  pathOf(output: number, row: number): string | undefined {
    return this.outputs[output]?.pathOf(row)
  }

  /** The files of an output of many, each with its rows in the order of the lock. */
  filesOf(output: number): readonly string[] {
    return this.outputs[output]?.files ?? []
  }

  rowsIn(output: number, path: string): Iterable<number> {
    return this.outputs[output]?.rowsIn(path) ?? []
  }

  /** Whether one of our outputs has this file. */
  owns(path: string): boolean {
    return [...this.outputs, ...this.former].some(output => output.holds(path))
  }

  /** Every file that outputs of many files have in the checkout, also those that the spec no longer has. */
  *allFiles(): Generator<string> {
    for (const output of [...this.outputs, ...this.former]) yield* output.files
  }

  /** Whether the output's rows hold every answer cell that is wanted now. */
  setCarries(output: number, carries: boolean): void {
    const one = this.outputs[output]
    if (one !== undefined) one.carries = carries
  }

  /** What was found in this output is no use after all. */
  forget(output: number): void {
    this.outputs[output]?.forget()
  }

  /** Published answers whose row is no longer in the dataset. */
  countGone(): number {
    let gone = 0
    for (let row = 0; row < this.size; row++) if (this.seen.get(row) < 0 && this.failure.get(row) < 0) gone++
    return gone
  }

  /** Returns them as they were taken. */
  takeCells(output: number, row: number, cells: AnswerCells): AnswerCells {
    this.outputs[output]?.write(row, cells)
    return cells
  }

  /** The same where cells of the row are missing: these have to come from elsewhere. */
  takePart(output: number, row: number, cells: AnswerCells): AnswerCells {
    this.outputs[output]?.write(row, cells, true)
    return cells
  }

  /** What was taken for one row is another's: pairs of both, -1 for nobody's. */
  move(output: number, pairs: readonly (readonly [from: number, to: number])[]): void {
    this.outputs[output]?.move(pairs)
  }

  private intern(reason: string): number {
    const known = this.reasons.indexOf(reason)
    return known >= 0 ? known : this.reasons.push(reason) - 1
  }
}
