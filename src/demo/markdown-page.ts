/** A job summary as a page for the browser, so that one sees it as GitHub would show it. Blocks only; lines are markdown-inline.ts's. */
import { escape, inline } from './markdown-inline.ts'

/** `note` stands above the summary and is not part of it. */
export function markdownPage(markdown: string, title: string, note: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${style}</style>
<p class="note">${escape(note)}</p>
<main>
${blocks(markdown.split('\n'))}
</main>
</html>
`
}

function blocks(lines: readonly string[]): string {
  const html: string[] = []
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? ''
    const read = readers.find(one => one.begins.test(line))
    if (line.trim() === '') at++
    else {
      const end = read === undefined ? endOf(lines, at, paragraphLine) : read.end(lines, at)
      html.push((read ?? paragraph).html(lines.slice(at, end)))
      at = end
    }
  }
  return html.join('\n')
}

interface Block {
  readonly begins: RegExp
  /** Index after the last line. */
  readonly end: (lines: readonly string[], at: number) => number
  readonly html: (lines: readonly string[]) => string
}

const paragraphLine = /^(?!#{1,6} |\||> |- |`{3,}|<\/?details|\s*$)/

const paragraph = { html: (lines: readonly string[]): string => `<p>${lines.map(inline).join('\n')}</p>` }

const readers: readonly Block[] = [
  {
    begins: /^`{3,}/,
    end: endOfFence,
    html: lines => `<pre><code>${escape(lines.slice(1, -1).join('\n'))}</code></pre>`
  },
  { begins: /^#{1,6} /, end: (_, at) => at + 1, html: ([line = '']) => heading(line) },
  { begins: /^\|/, end: (lines, at) => endOf(lines, at, /^\|/), html: table },
  {
    begins: /^> ?/,
    end: (lines, at) => endOf(lines, at, /^>/),
    html: lines => `<blockquote>${blocks(lines.map(line => line.replace(/^> ?/, '')))}</blockquote>`
  },
  {
    begins: /^- /,
    end: (lines, at) => endOf(lines, at, /^- /),
    html: lines => `<ul>${lines.map(line => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`
  },
  { begins: /^<\/?details/, end: (_, at) => at + 1, html: ([line = '']) => inline(line) }
]

function endOf(lines: readonly string[], at: number, goesOn: RegExp): number {
  let end = at + 1
  while (end < lines.length && goesOn.test(lines[end] ?? '')) end++
  return end
}

function endOfFence(lines: readonly string[], at: number): number {
  const fence = /^`+/.exec(lines[at] ?? '')?.[0] ?? '```'
  const end = lines.findIndex((line, index) => index > at && line.trim() === fence)
  return end < 0 ? lines.length : end + 1
}

function heading(line: string): string {
  const level = /^#+/.exec(line)?.[0].length ?? 1
  return `<h${level}>${inline(line.slice(level + 1))}</h${level}>`
}

function table(lines: readonly string[]): string {
  const [head = '', rule = '', ...rows] = lines
  const right = cells(rule).map(cell => cell.endsWith('-:'))
  const row = (line: string, tag: 'th' | 'td'): string =>
    `<tr>${cells(line)
      .map((cell, index) => `<${tag}${right[index] === true ? ' class="right"' : ''}>${inline(cell)}</${tag}>`)
      .join('')}</tr>`
  return `<table><thead>${row(head, 'th')}</thead><tbody>${rows.map(line => row(line, 'td')).join('')}</tbody></table>`
}

/** Split at bars that are not escaped. */
function cells(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return [...inner.matchAll(/(?:^|\|)((?:\\.|[^\\|])*)/g)].map(match => (match[1] ?? '').trim())
}

const style = `
:root { color-scheme: light dark; --line: #d1d9e0; --soft: #f6f8fa; --text: #1f2328; --link: #0969da; --ground: #fff }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; --text: #f0f6fc; --link: #4493f8; --ground: #0d1117 } }
body { font: 16px/1.5 system-ui, 'Segoe UI', 'Noto Sans', sans-serif; color: var(--text); background: var(--ground); max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
main { border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.5rem }
.note { color: #848d97; font-size: 14px }
h3 { font-size: 1.3rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem } h4 { margin: 1.5rem 0 .5rem }
a { color: var(--link) } sub { font-size: .8rem; color: #848d97 }
table { border-collapse: collapse; display: block; overflow-x: auto; margin: 1rem 0 } th, td { border: 1px solid var(--line); padding: .35rem .8rem; text-align: left; vertical-align: top } .right { text-align: right }
thead th:empty { border: 0 }
code { background: var(--soft); border-radius: 4px; padding: .1em .35em; font: .85em ui-monospace, 'DejaVu Sans Mono', monospace } pre { background: var(--soft); border-radius: 6px; padding: 1rem; overflow-x: auto; white-space: pre-wrap } pre code { padding: 0 }
blockquote { border-left: 4px solid var(--line); margin: .5rem 0; padding: 0 1rem; color: #848d97 } blockquote p { margin: .25rem 0 }
`
