/** The text of a file that holds one value: below the front matter, or alone. */
import { canonicalJson, type JsonValue } from '../json.ts'

/** The name of the column that is no column: what a file holds beside its front matter. */
export const bodyName = ''

/**
 * Text as it stands in a file and is read back: one kind of line end, nothing but the text, so that editors and Git may
 * add or take line ends without it counting as an edit. Anything but text is JSON, indented.
 */
export function bodyText(cell: JsonValue): string {
  if (cell === null) return ''
  const text = typeof cell === 'string' ? cell : JSON.stringify(JSON.parse(canonicalJson(cell)), null, 2)
  return plainBody(text.toWellFormed())
}

export function plainBody(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/^\n+/, '')
    .replace(/(?<![\r\n])[\r\n]+$/, '')
}
