/**
 * The published state as the checkout has it, by row. Cells that came from answers lie in a temporary file, so that a
 * carried row costs two numbers an output. Where it was read from is not known here.
 */
import { indexes, lengths, offsets } from '../jobs/growing.ts'
import { IdTable } from '../jobs/id-table.ts'
import { contentHash } from '../jobs/record.ts'
import { cellsHash } from '../outputs/carry.ts'
import type { AnswerCells } from '../outputs/carry.ts'
import type { Column } from '../outputs/columns.ts'
import type { LockHeader, LockOutput, LockRow } from '../outputs/lock.ts'
import type { Manifest } from '../outputs/manifest.ts'
import type { Scratch, ScratchFile } from '../ports.ts'
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
    for (const [number, hash] of row.answers.entries())
      if (hash !== '') this.hashes[number]?.set(index, this.ids.add(hash))
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
    return this.cells.every(output => output.carries && output.has(row)) && (this.sameAnswers || this.isEdited(row))
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

  /** Whether the output's rows hold every answer cell that is wanted now. */
  setCarries(output: number, carries: boolean): void {
    const one = this.cells[output]
    if (one !== undefined) one.carries = carries
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
  carries = true
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
