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
import { Claims } from './published-claims.ts'
import { PublishedOutput } from './published-output.ts'
import { RowsByRecord } from './rows-by-record.ts'

export interface Output {
  readonly spec: OutputSpec
  readonly columns: readonly Column[]
}

/** Answer-derived cells of one published row in one output. */
export interface PublishedCells {
  readonly cells: AnswerCells
  readonly edited: boolean
}

/** `file`: of an output of a file per row. `isPart`: cells of the row are missing, and have to come from elsewhere. */
interface Found {
  readonly file?: string
  readonly isPart?: boolean
}

interface MovedPictures {
  file: ScratchFile | undefined
  readonly ranges: Map<string, ByteRange>
}

export class Published {
  /** Of the lock's two sides, where git could not merge it, the one that this spec wrote. */
  header: LockHeader | undefined
  manifest: Manifest | undefined
  /** Rows that have an answer published. */
  answered = 0
  /** The spec reads answers as it did when these were published. */
  sameAnswers = true
  /** There is a lock, and it cannot be read: which files are ours is not known. */
  isLost = false
  /** Rows of two branches stand in the lock, in an order that no file has. */
  isMerged = false
  /** The dataset's files as this pass found them, where columns are merged into them. */
  readonly sources = new Map<string, ScratchFile>()
  /** Pictures that go to another file, by the one they stood in: a pass that writes twice has moved them the first time. */
  readonly moved: MovedPictures = { file: undefined, ranges: new Map() }
  private readonly rows = new IdTable()
  private readonly ids = new IdTable()
  private readonly record = indexes()
  private readonly failure = indexes()
  private readonly reasons: string[] = []
  private readonly answers = new RowsByRecord()
  private readonly failures = new RowsByRecord()
  private readonly seen = indexes()
  private readonly claims = new Claims()
  private readonly sides: LockHeader[] = []
  private readonly wanted: readonly Output[]
  private readonly outputs: readonly PublishedOutput[]
  /** By the lock's order: what becomes of an output. Files of one that the spec no longer has are only removed. */
  private order: readonly PublishedOutput[]
  private readonly former = new Map<string, PublishedOutput>()
  /** By side of the lock: which of its outputs each of the spec is, by path. */
  private readonly layouts: ReadonlyMap<string, LockOutput>[] = []
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
  begin(header: LockHeader): void {
    this.sides.push(header)
    const layouts = formerOutputs(this.wanted, header.outputs)
    this.layouts.push(layouts)
    this.order = header.outputs.map(output => {
      const { path } = output
      const known = this.outputs[this.wanted.findIndex(({ spec }) => layouts.get(spec.path) === output)]
      if (known !== undefined) return known
      const former = this.former.get(path) ?? new PublishedOutput(path, this.scratch)
      this.former.set(path, former)
      return former
    })
  }

  /** What was told to `begin`: one header, or one of each side. */
  get headers(): readonly LockHeader[] {
    return this.sides
  }

  take(row: LockRow): void {
    const known = this.size
    const index = this.rows.add(contentHash(row.key))
    if (index < known) this.takeAgain(index, row)
    else this.takeFirst(index, row)
    for (const [number, path] of (row.paths ?? []).entries()) if (path !== '') this.order[number]?.setPath(index, path)
  }

  private takeFirst(index: number, row: LockRow): void {
    this.record.set(index, this.ids.add(row.recordId))
    if (row.failure !== undefined) this.failure.set(index, this.intern(row.failure))
    else this.answered++
    for (const [number, hash] of row.answers.entries())
      if (hash !== '') this.order[number]?.setHash(index, this.ids.add(hash))
  }

  /** Where two lines of a row say the same, it is one; else neither is believed alone, and what either says is published. */
  private takeAgain(index: number, row: LockRow): void {
    this.isMerged = true
    if (this.says(index, row)) return
    this.claims.add(index, this.ids.add(row.recordId))
    if (row.failure === undefined && this.failure.get(index) >= 0) {
      this.failure.set(index, -1)
      this.answered++
    }
    for (const [number, hash] of row.answers.entries()) {
      if (hash === '') continue
      const output = this.order[number]
      if ((output?.hash(index) ?? -1) < 0) output?.setHash(index, this.ids.add(hash))
      else this.claims.add(index, this.ids.add(hash))
    }
  }

  private says(index: number, { recordId, answers, failure }: LockRow): boolean {
    if (this.ids.idAt(this.record.get(index)) !== recordId) return false
    const gaveUp = this.failure.get(index) >= 0
    if (gaveUp || failure !== undefined) return gaveUp && failure !== undefined
    return this.order.every((output, number) => {
      const hash = answers[number] ?? ''
      return output.hash(index) === (hash === '' ? -1 : this.ids.find(hash))
    })
  }

  /** -1 where the row was never published. */
  find(key: string): number {
    return this.size === 0 ? -1 : this.rows.find(contentHash(key))
  }

  /** Whether the answer to this question is what is published, or may be. */
  mayHold(row: number, recordId: string): boolean {
    const id = this.ids.find(recordId)
    return id >= 0 && (this.record.get(row) === id || this.claims.has(row, id))
  }

  hasAnswer(row: number): boolean {
    return row >= 0 && this.failure.get(row) < 0
  }

  /**
   * The dataset asks under this row's own key what the lock says that it holds: told once of a row. Only such a row lends
   * what it holds to others. A lock whose lines have slipped would give every answer to somebody else's question.
   */
  confirm(row: number): void {
    ;(this.failure.get(row) < 0 ? this.answers : this.failures).add(this.record.get(row), row)
  }

  /** A confirmed row whose answer any other with this question may take: whole, and as we wrote it. -1 where there is none. */
  answering(recordId: string): number {
    const record = this.ids.find(recordId)
    const holds = (row: number): boolean => this.record.get(row) === record && this.failure.get(row) < 0
    return this.answers.find(record, row => holds(row) && this.isWhole(row) && !this.isEdited(row))
  }

  /** A confirmed row that was given up with this question, or -1. */
  failing(recordId: string): number {
    const record = this.ids.find(recordId)
    return this.failures.find(record, row => this.record.get(row) === record && this.failureOf(row) !== undefined)
  }

  failureOf(row: number): string | undefined {
    return this.claims.any(row) ? undefined : this.reasons[this.failure.get(row)]
  }

  /** Every output has the row's answer, under the layout that is wanted now, and read as it would be read now. */
  isWhole(row: number): boolean {
    if (this.claims.any(row) || !this.outputs.every(output => output.carries && output.isWhole(row))) return false
    return this.sameAnswers || this.isEdited(row)
  }

  cellsOf(output: number, row: number): PublishedCells | undefined {
    const cells = this.outputs[output]?.read(row)
    if (cells === undefined) return undefined
    const isWritten = this.hashOf(output, row) !== undefined
    return { cells, edited: isWritten ? !this.wrote(output, row, cells) : this.writtenIn(output, row, cells) }
  }

  /** Whether these are the row's cells as they were published; where a merge has left it twice, as either side says. */
  wrote(output: number, row: number, cells: AnswerCells): boolean {
    const hash = this.ids.find(cellsHash(cells))
    return hash >= 0 && (this.outputs[output]?.hash(row) === hash || this.claims.has(row, hash))
  }

  /** A row that was given up has an answer all the same: a person wrote it. */
  isByHand(row: number): boolean {
    return this.failureOf(row) !== undefined && this.isEdited(row)
  }

  /** How the output was laid out when it was written, and where: one for each side of the lock that says it otherwise. */
  layoutsOf(path: string): readonly LockOutput[] {
    const layouts = this.layouts.flatMap(side => side.get(path) ?? [])
    // A side that does not know of its new path says nothing against it.
    const here = layouts.filter(one => one.path === path)
    return [...new Map((here.length > 0 ? here : layouts).map(one => [JSON.stringify(one), one])).values()]
  }

  /** Undefined where the output was not written, or where nobody can tell which of two layouts it has. */
  layoutOf(path: string): LockOutput | undefined {
    const [layout, other] = this.layoutsOf(path)
    return other === undefined ? layout : undefined
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
    for (let row = 0; row < this.size; row++) if (this.hasAnswer(row)) yield row
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
    return [...this.outputs, ...this.former.values()].some(output => output.holds(path))
  }

  /** Every file that outputs of many files have in the checkout, also those that the spec no longer has. */
  *allFiles(): Generator<string> {
    for (const output of [...this.outputs, ...this.former.values()]) yield* output.files
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
    for (let row = 0; row < this.size; row++) if (this.seen.get(row) < 0 && this.hasAnswer(row)) gone++
    return gone
  }

  /** Where a row is found twice, what a person wrote wins. Returns the cells as they were found. */
  takeCells(output: number, row: number, cells: AnswerCells, { file, isPart }: Found = {}): AnswerCells {
    if (this.cellsOf(output, row)?.edited === true) return cells
    this.outputs[output]?.write(row, cells, isPart)
    if (file !== undefined) this.outputs[output]?.settlePath(row, file)
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
