/**
 * What of a prompt is told to the model, and what is given to it to work on. Judged by form alone: blocks between marks,
 * lines that begin with an order.
 */

export interface Parts {
  /** The system's text and the orders in the user's. */
  readonly orders: string
  /** What is to be summed up, labelled, translated. */
  readonly material: string
}

const order =
  /^(?:[-*#>\d.)\s]*)(?:you\s+(?:are|write|will|get|must|should|read|work|know)\b|your\s+(?:task|job|answer)|please\b|act\s+as|use\s+(?:only|the|plain)|do\s+not\b|don[’']t\b|never\b|only\s+(?:use|answer|return)|(?:now\s+)?(?:write|summari[sz]e|classify|label|answer|return|reply|respond|translate|normali[sz]e|rewrite|extract|list|describe|give|make|produce|create|generate|choose|pick|decide|expand|explain|read|tell|find|name|keep|output|assign|categori[sz]e|draft|judge|rate|format|look\s+at|what\s+is\s+this\s+about)\b(?!\s*:)|from\s+the\s+(?:following|facts|text)|(?:the|one)\s+(?:answer|json|labels?)\b.*\b(?:is|are|must|only|of)\b|in\s+(?:json|one\s+sentence|two\s+sentences)|as\s+json|with\s+the\s+(?:keys|fields)|(?:labels|categories|keys|fields)\s*:)/i
const header = /^[\p{L}][^:.!?]{0,60}:\s*$/u

export function isOrder(text: string): boolean {
  return order.test(text)
}

export function partsOf(system: string, prompt: string): Parts {
  const block = largestBlock(prompt)
  if (block !== undefined)
    return { orders: `${system}\n${prompt.replace(block.whole, '\n')}`, material: block.inside.trim() }
  const bare = withoutObjects(prompt)
  const lines = bare.split('\n')
  const given = lines.filter(line => !order.test(line) && !header.test(line) && line.trim() !== '')
  const told = lines.filter(line => order.test(line))
  const material = given.length > 0 ? given.join('\n') : afterColon(bare)
  // The objects that were taken out say what the answer shall be.
  const objects = bare === prompt ? '' : prompt
  return { orders: [system, ...told, objects].join('\n'), material: material.trim() }
}

/** `Translate into German: The cat sleeps.` gives what stands after the colon. */
function afterColon(text: string): string {
  return /^[^:\n]{3,200}:\s+(\S[\s\S]*)$/.exec(text.trim())?.[1] ?? text
}

interface Block {
  readonly whole: string
  readonly inside: string
}

/** Text between tags, fences or triple quotes, unless it says what the answer shall look like. */
function largestBlock(prompt: string): Block | undefined {
  const found = taggedBlocks(prompt)
  for (const shape of [/```\w*\n([\s\S]*?)\n?```/g, /"""\s*([\s\S]*?)\s*"""/g])
    for (const match of prompt.matchAll(shape)) found.push({ whole: match[0], inside: match[1] ?? '' })
  return found
    .filter(({ inside }) => inside.length >= 12 && !pattern.test(inside))
    .sort((a, b) => b.inside.length - a.inside.length)[0]
}

const pattern = /"\s*:\s*"?\.\.\.|"properties"\s*:|"type"\s*:\s*"(?:object|string)"/

/** By hand: a search for each tag's end from each of its beginnings would take the square of a long text. */
function taggedBlocks(prompt: string): Block[] {
  const found: Block[] = []
  const unclosed = new Set<string>()
  let after = 0
  for (const match of prompt.matchAll(/<([a-z][\w-]{0,40})>/gi)) {
    const name = match[1] ?? ''
    if (match.index < after || unclosed.has(name)) continue
    const end = prompt.indexOf(`</${name}>`, match.index)
    if (end < 0) unclosed.add(name)
    else {
      after = end + name.length + 3
      found.push({
        whole: prompt.slice(match.index, after),
        inside: prompt.slice(match.index + match[0].length, end).trim()
      })
    }
  }
  return found
}

/** A JSON object in the prompt is a pattern of the answer; one after `Label:` on the same line is given. */
function withoutObjects(prompt: string): string {
  const isPattern = /\bjson\b/i.test(prompt)
  return isPattern ? prompt.replace(/(^|\n)[^\n{]*\{\s*"[\s\S]*?\}\s*(?=\n\s*\n|\n[\p{L}]|$)/gu, '$1') : prompt
}
