/** A JSON object: one row, one file, indented so that a person can read and edit it. */
import { canonicalJson, type JsonValue } from '../json.ts'
import { wholeText, type OutputFormat } from './format.ts'
import { asRead, readObject } from './json-row.ts'

export const jsonObject: OutputFormat = {
  async *write(columns, rows) {
    for await (const [cells] of rows) {
      if (cells === undefined) continue
      const members = columns.map(({ name }, index) => `  ${JSON.stringify(name)}: ${indented(cells[index] ?? null)}`)
      yield `{\n${members.join(',\n')}\n}\n`
      return
    }
  },

  async *read(file) {
    yield [readObject(await wholeText(file), 1)]
  },

  asRead
}

function indented(cell: JsonValue): string {
  return JSON.stringify(JSON.parse(canonicalJson(cell)), null, 2).replaceAll('\n', '\n  ')
}
