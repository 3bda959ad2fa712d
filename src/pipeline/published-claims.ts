/** What else a lock says of a row that stands in it more than once, as a merge can leave it: other records, other hashes. */
import { indexes } from '../jobs/growing.ts'

/** Ids by row, as the table of ids numbers them: whole branches may differ, so no object per row. */
export class Claims {
  private size = 0
  private readonly ids = indexes()
  private readonly next = indexes()
  private readonly first = indexes()

  add(row: number, id: number): void {
    const entry = this.size++
    this.ids.set(entry, id)
    this.next.set(entry, this.first.get(row))
    this.first.set(row, entry)
  }

  /** Something else is said of the row, too. */
  any(row: number): boolean {
    return this.first.get(row) >= 0
  }

  has(row: number, id: number): boolean {
    for (let entry = this.first.get(row); entry >= 0; entry = this.next.get(entry))
      if (this.ids.get(entry) === id) return true
    return false
  }
}
