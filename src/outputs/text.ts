/** Plain text: one row, one file, which holds one value and a newline. */
import { bodyName, bodyText, plainBody } from './body.ts'
import { newCells, wholeText, type OutputFormat } from './format.ts'

export const text: OutputFormat = {
  async *write(_columns, rows) {
    for await (const [cells] of rows) {
      if (cells === undefined) continue
      yield `${bodyText(cells[0] ?? null)}\n`
      return
    }
  },

  async *read(file) {
    const cells = newCells()
    cells[bodyName] = plainBody(await wholeText(file))
    yield [{ cells, line: 1 }]
  },

  asRead: cell => bodyText(cell)
}
