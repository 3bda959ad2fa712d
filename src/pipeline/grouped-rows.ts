/** Rows sorted by the file that they go to, in a temporary file: each group is walked through on its own, in order. */
import { indexes, lengths, offsets } from '../jobs/growing.ts'
import type { JsonValue } from '../json.ts'
import type { ScratchFile } from '../ports.ts'

const batchRows = 100

export class GroupedRows<Item extends JsonValue> {
  private readonly numbers = new Map<string, number>()
  private readonly first: number[] = []
  private readonly last: number[] = []
  private readonly counts: number[] = []
  private readonly next = indexes()
  private readonly offset = offsets()
  private readonly length = lengths()
  private readonly file: ScratchFile
  private size = 0

  constructor(file: ScratchFile) {
    this.file = file
  }

  add(path: string, item: Item): void {
    const row = this.size++
    const offset = this.file.append(JSON.stringify(item))
    this.offset.set(row, offset)
    this.length.set(row, this.file.bytes - offset)
    const number = this.numbers.get(path) ?? this.first.push(row) - 1
    this.numbers.set(path, number)
    const before = this.last[number]
    if (before !== undefined) this.next.set(before, row)
    this.last[number] = row
    this.counts[number] = (this.counts[number] ?? 0) + 1
  }

  /** In the order in which they came up first. */
  get paths(): Iterable<string> {
    return this.numbers.keys()
  }

  countOf(path: string): number {
    return this.counts[this.numbers.get(path) ?? -1] ?? 0
  }

  /** May be walked through more than once. */
  of(path: string): AsyncIterable<readonly Item[]> {
    return { [Symbol.asyncIterator]: () => this.batches(this.first[this.numbers.get(path) ?? -1] ?? -1) }
  }

  private async *batches(first: number): AsyncGenerator<readonly Item[]> {
    let batch: Item[] = []
    for (let row = first; row >= 0; row = this.next.get(row)) {
      batch.push(JSON.parse(this.file.readText(this.offset.get(row), this.length.get(row))) as Item)
      if (batch.length < batchRows) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  }

  discard(): void {
    this.file.discard()
  }
}
