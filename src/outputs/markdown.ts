/** Markdown with front matter: one row, one file. The columns are the front matter, below it stands the body. */
import type { JsonValue } from '../json.ts'
import { bodyName, bodyText, plainBody } from './body.ts'
import { newCells, OutputUnreadable, wholeText, type ColumnHead, type OutputFormat } from './format.ts'
import { asRead } from './json-row.ts'
import { cellsOf, yamlText } from './yaml-text.ts'
import { wellFormed } from './yaml.ts'

export const markdown: OutputFormat = {
  async *write(columns, rows) {
    const yaml = await yamlText()
    const front = columns.filter(({ name }) => name !== bodyName)
    const body = columns.findIndex(({ name }) => name === bodyName)
    for await (const [cells] of rows) {
      if (cells === undefined) continue
      const values = columns.flatMap(({ name }, index) => (name === bodyName ? [] : [cells[index] ?? null]))
      yield page(front, yaml.write(front, values), bodyText(cells[body] ?? null))
      return
    }
  },

  async *read(file) {
    const text = (await wholeText(file)).replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
    const { front, body } = parts(text)
    const cells = front === undefined ? newCells() : { ...(await frontMatter(front)) }
    cells[bodyName] = plainBody(body)
    yield [{ cells, line: 1 }]
  },

  asRead: (cell, { name }) => (name === bodyName ? bodyText(cell) : wellFormed(asRead(cell)))
}

function page(front: readonly ColumnHead[], map: string, body: string): string {
  const head = front.length === 0 ? '---\n---\n' : `---\n${map}---\n`
  return body === '' ? head : `${head}\n${body}\n`
}

function parts(text: string): { readonly front?: string; readonly body: string } {
  const opening = /^---[ \t]*\n/.exec(text)
  if (opening === null) return { body: text }
  const rest = text.slice(opening[0].length)
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(rest)
  if (closing === null) throw new OutputUnreadable('the front matter is not closed', 1, 'end it with a line of ---')
  return { front: rest.slice(0, closing.index), body: rest.slice(closing.index + closing[0].length) }
}

async function frontMatter(text: string): Promise<Readonly<Record<string, JsonValue>>> {
  const value = (await yamlText()).read(text, 2)
  return value === null ? newCells() : cellsOf(value, 2)
}
