/** Published rows by the record that they hold: several rows may ask one question. */
import { indexes } from '../jobs/growing.ts'

export class RowsByRecord {
  /** By record: the row that was added last. */
  private readonly last = indexes()
  /** By row: the one of the same record that was added before it. */
  private readonly before = indexes()

  /** A row is added once. */
  add(record: number, row: number): void {
    this.before.set(row, this.last.get(record))
    this.last.set(record, row)
  }

  /** One that will do, or -1. A row that does not is never looked at again. */
  find(record: number, willDo: (row: number) => boolean): number {
    let row = this.last.get(record)
    while (row >= 0 && !willDo(row)) row = this.before.get(row)
    if (record >= 0) this.last.set(record, row)
    return row
  }
}
