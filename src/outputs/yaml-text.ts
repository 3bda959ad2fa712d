/** Columns and cells as a YAML map, and back: what YAML files and front matter share. Loaded where it is needed. */
import { isObject, type JsonArray, type JsonValue } from '../json.ts'
import { newCells, OutputUnreadable, type Cells, type ColumnHead } from './format.ts'

export interface YamlText {
  /** A block map that ends in a newline, its members in the order of the columns. */
  write(columns: readonly ColumnHead[], cells: Cells): string
  /** Whatever stands in the text: plain data. Throws OutputUnreadable. `line` is where the text starts in its file. */
  read(text: string, line: number): JsonValue
}

/** YAML 1.2 with JSON's types: a date or a `yes` is a text. https://yaml.org/spec/1.2.2/#102-json-schema */
export async function yamlText(): Promise<YamlText> {
  const { parseDocument, Document, Scalar, isMap, isScalar, isSeq, LineCounter } = await import('yaml')
  const options = { version: '1.2', schema: 'core', merge: false, uniqueKeys: true } as const

  const node = (value: JsonValue): unknown => {
    if (typeof value === 'string') return textNode(value)
    if (Array.isArray(value)) return (value as JsonArray).map(node)
    if (!isObject(value)) return Object.is(value, -0) ? 0 : value
    return new Map(
      Object.keys(value)
        .sort()
        .map(key => [textNode(key), node(value[key] ?? null)])
    )
  }
  // A text of characters that do not show, or that readers of YAML treat in their own ways, is written as in JSON.
  const textNode = (text: string): unknown => {
    const scalar = new Scalar(text.toWellFormed())
    if (
      /[^\n\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff\ue000-\ufdff\ufe10-\ufefe\uff01-\uffef\u{10000}-\u{10ffff}]/u.test(
        text
      )
    )
      scalar.type = 'QUOTE_DOUBLE'
    return scalar
  }

  const plain = (value: unknown): JsonValue => {
    if (isMap(value)) {
      const members = newCells()
      for (const { key, value: member } of value.items) {
        const name: unknown = isScalar(key) ? key.value : key
        members[typeof name === 'string' ? name : String(name)] = plain(member)
      }
      return members
    }
    if (isSeq(value)) return value.items.map(plain)
    const data: unknown = isScalar(value) ? value.value : value
    if (typeof data === 'string' || typeof data === 'boolean') return data
    return typeof data === 'number' && Number.isFinite(data) ? data : null
  }

  return {
    write(columns, cells) {
      const map = new Map(columns.map(({ name }, index) => [textNode(name), node(cells[index] ?? null)]))
      const document = new Document(map, { ...options, aliasDuplicateObjects: false })
      return document.toString({ lineWidth: 0, indentSeq: true })
    },

    read(text, line) {
      const lines = new LineCounter()
      const document = parseDocument(text, { ...options, lineCounter: lines, prettyErrors: false })
      const [error] = document.errors
      if (error) throw new OutputUnreadable('it is not YAML', line - 1 + lines.linePos(error.pos[0]).line)
      return plain(document.contents)
    }
  }
}

/** Cells of a row from what was read. Throws OutputUnreadable where that is no map. */
export function cellsOf(value: JsonValue, line: number): Readonly<Record<string, JsonValue>> {
  if (!isObject(value)) throw new OutputUnreadable('the row is not a map', line)
  const cells = newCells()
  for (const [name, cell] of Object.entries(value)) cells[name] = cell
  return cells
}
