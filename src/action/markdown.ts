/**
 * Text made into GitHub-flavoured Markdown that says the text and nothing else: no link, image, mention, heading or tag of it
 * comes alive. Our own words go through `escape` too where they carry a name from outside.
 * https://github.github.com/gfm/
 */
import { cut, visible } from '../visible.ts'

/** Invisible, and enough to keep `@name`, `#1` and `https://` from being found. */
const joiner = '\u2060'

/** One line of text, for a paragraph, a list item or a table cell. At most `most` characters of the original. */
export function escape(text: string, most = 300): string {
  return inert(
    cut(visible(text), most)
      .replace(/\s*\n\s*/g, ' ⏎ ')
      .trim()
  )
}

/** A sentence of ours in which names stand between backticks: these become type-writer letters. */
export function sentence(text: string, most = 500): string {
  const parts = cut(visible(text), most).split('`')
  return parts
    .map((part, index) => (index % 2 === 0 || index === parts.length - 1 ? spaced(part) : code(part)))
    .join('')
}

/** Text with its line breaks, as one line of Markdown: for a table cell or a quotation. */
export function escapeLines(text: string, most = 1200): string {
  return cut(visible(text), most)
    .trim()
    .split('\n')
    .map(line => inert(line.trim()))
    .join('<br>')
}

/** In type-writer letters: for names, paths and ARNs. Copied from the page it gives the text exactly, unless it was cut. */
export function code(text: string, most = 200): string {
  return `<code>${cut(visible(text), most)
    .replace(/\n/g, ' ')
    .replace(/[^A-Za-z0-9 /.-]/gu, entity)}</code>`
}

/** A block whose fence is longer than any run of backticks inside. */
export function fenced(text: string, language: string, most = 1200): string {
  const shown = cut(visible(text), most)
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(run => run[0].length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${shown}\n${fence}`
}

/** `url` has to be ours: only https is taken, anything else leaves the text without a link. */
export function link(markdown: string, url: string): string {
  if (!/^https:\/\/[^\s<>()"']+$/.test(url)) return markdown
  return `[${markdown}](${url.replaceAll('|', '%7C')})`
}

/** Cells are Markdown already. `right` are the columns of numbers, from 0. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = []
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = head.map((_, column) => (right.includes(column) ? '--:' : ':--'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

export function details(summary: string, content: string, state: 'open' | 'closed' = 'closed'): string {
  return `<details${state === 'open' ? ' open' : ''}><summary>${summary}</summary>\n\n${content}\n\n</details>`
}

/** `escape` that keeps the spaces at both ends. */
function spaced(text: string): string {
  const [, before = '', middle = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? []
  return `${before && ' '}${escape(middle, Infinity)}${after && ' '}`
}

/** Every punctuation that Markdown or GitHub may act on. Backslashes for most, entities for HTML's own. */
function inert(line: string): string {
  return line
    .replace(/[\\`*_{}[\]()!|~$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/[@#]/g, `$&${joiner}`)
    .replace(/:(?=\/\/)|\bwww(?=\.)|\bGH-(?=\d)|(?<!\w):(?=[a-z+-][\w+-]*:)/gi, `$&${joiner}`)
    .replace(/^#/, '\\#')
}

function entity(char: string): string {
  return `&#${char.codePointAt(0) ?? 0};`
}
