/** Rows to merge, asked for line by line while the file is walked through. */
import type { Cells } from './format.ts'
import type { MergedRow } from './merge.ts'

export class RowsByLine {
  private readonly batches: AsyncIterator<readonly MergedRow[]>
  private batch: readonly MergedRow[] = []
  private at = 0

  constructor(rows: AsyncIterable<readonly MergedRow[]>) {
    this.batches = rows[Symbol.asyncIterator]()
  }

  /** Undefined where no row starts on this line; lines are asked in ascending order. */
  async cellsOn(line: number): Promise<Cells | undefined> {
    for (;;) {
      const row = this.batch[this.at]
      if (row === undefined) {
        const next = await this.batches.next()
        if (next.done === true) return undefined
        this.batch = next.value
        this.at = 0
      } else if (row.line < line) this.at++
      else return row.line === line ? row.cells : undefined
    }
  }
}
