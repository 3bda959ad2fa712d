/**
 * One line of GitHub's Markdown as HTML, as far as job summaries use it: escapes, entities, bold, links to https, and a
 * few tags. Anything else stays text, so no answer of a model can bring a tag of its own to life.
 */

const tags = new Set(['code', 'br', 'sub', 'em', 'b', 'details', 'summary'])

export function inline(line: string): string {
  return line.replace(token, (whole, escaped?: string, tag?: string, bold?: string, words?: string, url?: string) => {
    if (escaped !== undefined) return escape(escaped)
    if (tag !== undefined) return tags.has(/\w+/.exec(tag)?.[0] ?? '') ? whole : escape(whole)
    if (bold !== undefined) return `<strong>${inline(bold)}</strong>`
    if (words !== undefined && url !== undefined) return `<a href="${escape(url)}">${inline(words)}</a>`
    return /^&(#\d+|#x[\da-f]+|\w+);$/i.test(whole) ? whole : escape(whole)
  })
}

const token =
  /\\([!-/:-@[-`{-~])|<(\/?\w+(?: open)?)>|\*\*((?:\\.|[^\\])+?)\*\*|\[((?:\\.|[^\\\]])*)\]\((https:\/\/[^\s()<>"]+)\)|&(?:#\d+|#x[\da-f]+|\w+);|[&<>"]/gi

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
