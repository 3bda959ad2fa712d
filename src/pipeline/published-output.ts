/** One output as it is published: where each row's cells lie, and in which file it stands. */
import { bytes, indexes, lengths, offsets } from '../jobs/growing.ts'
import type { AnswerCells } from '../outputs/carry.ts'
import type { Scratch, ScratchFile } from '../ports.ts'
import { shapeOf } from '../spec/path-template.ts'
import { outputPathFault } from '../spec/paths.ts'

export class PublishedOutput {
  carries = true
  /** Of an output of many files, in the order of the lock. */
  readonly files: string[] = []
  private offset = offsets()
  private readonly length = lengths()
  /** 1 by row. */
  private readonly part = bytes()
  private readonly hashes = indexes()
  private readonly cells: ScratchFile
  private readonly shape: RegExp
  private readonly fileOf = indexes()
  private readonly numbers = new Map<string, number>()
  /** A row that a merge has left twice may stand in two files. */
  private places = 0
  private readonly rowAt = indexes()
  private readonly next = indexes()
  private readonly first: number[] = []
  private readonly last: number[] = []

  constructor(path: string, scratch: Scratch) {
    this.cells = scratch.create(path.replaceAll('/', '_'))
    this.shape = shapeOf(path)
  }

  hash(row: number): number {
    return this.hashes.get(row)
  }

  setHash(row: number, hash: number): void {
    this.hashes.set(row, hash)
  }

  /** A path that the output could not have become is nobody's: a lock is not an authority over other files. */
  setPath(row: number, path: string): void {
    if (!this.shape.test(path) || outputPathFault(path) !== undefined) return
    const number = this.numbers.get(path) ?? this.files.push(path) - 1
    this.numbers.set(path, number)
    if (this.fileOf.get(row) === number) return
    this.fileOf.set(row, number)
    const place = this.places++
    this.rowAt.set(place, row)
    const before = this.last[number]
    if (before === undefined) this.first[number] = place
    else this.next.set(before, place)
    this.last[number] = place
  }

  /** Of the files that a row may stand in, the one whose cells were taken. */
  settlePath(row: number, path: string): void {
    this.fileOf.set(row, this.numbers.get(path) ?? -1)
  }

  pathOf(row: number): string | undefined {
    return this.files[this.fileOf.get(row)]
  }

  holds(path: string): boolean {
    return this.numbers.has(path)
  }

  *rowsIn(path: string): Generator<number> {
    const number = this.numbers.get(path)
    if (number === undefined) return
    for (let place = this.first[number] ?? -1; place >= 0; place = this.next.get(place)) yield this.rowAt.get(place)
  }

  forget(): void {
    this.offset = offsets()
  }

  /** What was found under one row is another's: pairs of both, -1 for nobody's. */
  move(pairs: readonly (readonly [from: number, to: number])[]): void {
    const found = pairs.map(([from]) => [this.offset.get(from), this.length.get(from), this.part.get(from)] as const)
    for (const [from] of pairs) this.offset.set(from, -1)
    for (const [index, [offset, length, part]] of found.entries()) {
      const to = pairs[index]?.[1] ?? -1
      if (to < 0) continue
      this.offset.set(to, offset)
      this.length.set(to, length)
      this.part.set(to, part)
    }
  }

  has(row: number): boolean {
    return this.offset.get(row) >= 0
  }

  /** Whether every cell of the row was found. */
  isWhole(row: number): boolean {
    return this.has(row) && this.part.get(row) === 0
  }

  /** `isPart`: some of its cells are missing. */
  write(row: number, cells: AnswerCells, isPart = false): void {
    const offset = this.cells.append(JSON.stringify(cells))
    this.part.set(row, isPart ? 1 : 0)
    this.offset.set(row, offset)
    this.length.set(row, this.cells.bytes - offset)
  }

  read(row: number): AnswerCells | undefined {
    if (!this.has(row)) return undefined
    return JSON.parse(this.cells.readText(this.offset.get(row), this.length.get(row))) as AnswerCells
  }
}
