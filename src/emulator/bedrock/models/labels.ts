/** The labels that a prompt offers to choose from. */
import { unique } from '../writing/facts.ts'

const listStart =
  /\b(?:one of(?: the following| these)?(?: labels| categories| words| values| options)?|labels?|categories|choose from|classify (?:it |this |the \w+ )?as)\b(?: are| is)?\s*[:=-]?\s*/gi

/** "one of: a, b or c", or a bulleted list after it. */
export function labelsIn(text: string): string[] | undefined {
  for (const match of text.matchAll(listStart)) {
    const rest = text.slice(match.index + match[0].length)
    const bullets = /^\s*((?:[-*•]|\d+[.)])\s+[^\n]+\n?)+/.exec(rest)?.[0]
    const inline = /^[^\n.;]+/.exec(rest)?.[0] ?? ''
    const parts = bullets ? bullets.split('\n') : inline.split(/\s*[,|/]\s*(?:or\s+|and\s+)?|\s+or\s+/)
    const labels = unique(
      parts.map(part => {
        const bare = part.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')
        // What a bullet explains after its label is no part of it.
        return (bullets ? bare.replace(/\s*(?::| [-–—] )\s.*$/, '') : bare).replace(/^["'`*\s]+|["'`*\s]+$/g, '')
      })
    )
    // A list of labels is short words; anything else was a sentence that happened to begin so.
    if (labels.length >= 2 && labels.every(label => label.length <= 40 && label.split(/\s+/).length <= 4)) return labels
  }
  return undefined
}
