/** YAML: one list of maps, each item beginning at the margin, so that a long file can be read item by item. */
import type { JsonValue } from '../json.ts'
import { decoded, OutputUnreadable, type OutputFormat, type PublishedRow } from './format.ts'
import { asRead } from './json-row.ts'
import { cellsOf, yamlText, type YamlText } from './yaml-text.ts'

/** Items read at once: parsing a few costs as much as parsing one. */
const atOnceCharacters = 256 * 1024

export const yaml: OutputFormat = {
  async *write(columns, rows) {
    const yaml = await yamlText()
    let any = false
    for await (const batch of rows) {
      any ||= batch.length > 0
      yield batch.map(cells => item(yaml.write(columns, cells))).join('')
    }
    if (!any) yield '[]\n'
  },

  async *read(file) {
    const yaml = await yamlText()
    let text = ''
    let line = 1
    for await (const piece of decoded(file.stream())) {
      text += piece
      const end = text.length < atOnceCharacters ? -1 : text.lastIndexOf('\n- ')
      if (end <= 0) continue
      const whole = text.slice(0, end + 1)
      yield items(yaml, whole, line)
      line += linesIn(whole)
      text = text.slice(end + 1)
    }
    yield items(yaml, text, line)
  },

  asRead: cell => wellFormed(asRead(cell))
}

/** `- ` before the first line, as much space before the others. */
function item(map: string): string {
  return `- ${map.replace(/\n(?=[^\n])/g, '\n  ')}`
}

function items(yaml: YamlText, text: string, line: number): PublishedRow[] {
  if (text.trim() === '') return []
  const value = yaml.read(text, line)
  if (value === null) return []
  if (!Array.isArray(value)) throw new OutputUnreadable('the file is not a list', line)
  return (value as readonly JsonValue[]).map(row => ({ cells: cellsOf(row, line), line }))
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}

/** UTF-8 has no half surrogate pairs. */
export function wellFormed(cell: JsonValue): JsonValue {
  if (typeof cell === 'string') return cell.toWellFormed()
  if (cell === null || typeof cell !== 'object') return cell
  return JSON.parse(JSON.stringify(cell).replace(/\\ud[89a-f][0-9a-f]{2}/g, '\uFFFD')) as JsonValue
}
