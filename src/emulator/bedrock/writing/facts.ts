/** What stands in a text, by its form: pairs of name and value, sentences, turns of a talk, words that carry weight. */

export type Pair = readonly [name: string, value: string]

export interface Turn {
  readonly speaker: string
  readonly text: string
}

/** Lines such as `Colour: red`, or the members of a JSON object. */
export function pairsIn(text: string): Pair[] {
  const lines = [...text.matchAll(/^[ \t*-]{0,8}([\p{L}][\p{L}\p{N} _/-]{0,30}):[ \t]+(\S[^\n]{0,400})$/gmu)]
  const members = [...text.matchAll(/"([\w -]{1,40})"\s*:\s*(?:"((?:[^"\\]|\\.){1,400})"|(-?\d[\d.]*))/g)]
  return [
    ...lines.map(match => [(match[1] ?? '').trim(), (match[2] ?? '').trim()] as const),
    ...members.map(match => [match[1] ?? '', match[2] ?? match[3] ?? ''] as const)
  ]
}

/** A talk: lines that begin with a speaker, of whom there are few and who speak again. Empty for anything else. */
export function turnsIn(text: string): Turn[] {
  const turns = [...text.matchAll(/^\s*(?:\[[^\]]*\]\s*)?([\p{Lu}][\p{L}. ]{0,24}):[ \t]+(\S.*)$/gmu)].map(match => ({
    speaker: match[1] ?? '',
    text: match[2] ?? ''
  }))
  const speakers = new Set(turns.map(turn => turn.speaker))
  return turns.length >= 3 && speakers.size <= 4 && speakers.size < turns.length ? turns : []
}

/** Who wants something, in a talk with somebody who is there to help. */
export function isCaller(speaker: string): boolean {
  return /customer|caller|client|patient|user|guest/i.test(speaker)
}

export function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.!?…]["”')]?)\s+(?=[\p{Lu}\p{N}"“'(])|\n+/u)
    .map(sentence => sentence.replace(/\s+/g, ' ').trim())
    .filter(sentence => /\p{L}/u.test(sentence))
}

const common = new Set(
  'about above after again against also although always among another answer any anything are around back because been before being below between both came come could customer does doing down during each even ever every first following four from further gave give given gives going good have having hello here hers herself him himself his how however into its itself just keep kind know last less like little long look made make makes many more most much must myself name need never next nothing only other ours over own part people perhaps please same seem sentence sentences shall short should show shown since some such take than thank thanks that the their them themselves then there therefore these they thing this those though three through time today together told too two under until upon use used uses using very want was way well were what when where whether which while whom whose why will with within without word words would write year years yes you your yours'.split(
    ' '
  )
)

/** Words that occur most and are no filling, in the order of their weight; those of equal weight as they come. */
export function keywordsIn(text: string, most: number): string[] {
  const weights = new Map<string, { shown: string; weight: number; at: number }>()
  let at = 0
  for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}'’-]{3,}/gu)) {
    const key = word.toLowerCase()
    // Nobody tags anything with a word that long.
    if (common.has(key) || word.length > 30) continue
    const before = weights.get(key)
    if (before) before.weight += 2
    else weights.set(key, { shown: word, weight: 1 + Math.min(word.length, 12) / 6, at: at++ })
  }
  return [...weights.values()]
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, most)
    .map(one => one.shown)
}

/** Names inside sentences, of one word or several, without an article. */
export function namesIn(text: string): string[] {
  const name = /(?<=[\p{Ll}\p{N},;:("“.] ?)\p{Lu}[\p{L}\p{N}'’&-]*(?: (?:of |de |van |von )?\p{Lu}[\p{L}\p{N}'’&-]*)*/gu
  return unique([...text.matchAll(name)].map(match => match[0].replace(/^(?:The|A|An) /, '')))
}

/** `Note: a long text` without the label, where it is the only one. */
export function unlabelled(text: string): string {
  const body = /^\s*[\p{L}][^:\n]{0,30}:\s+([\s\S]{20,})$/u.exec(text)?.[1]
  return body === undefined || pairsIn(text).length !== 1 ? text : body
}

export function unique(list: readonly string[]): string[] {
  return [...new Set(list.filter(one => one !== ''))]
}

/** Cut at a word, without a comma at its end. */
export function firstWords(text: string, most: number): string {
  const words = text.split(/\s+/)
  return words.length <= most
    ? text
    : words
        .slice(0, most)
        .join(' ')
        .replace(/[,;:–-]+$/, '')
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The value that stands in the text under the member's own name. */
export function pairFor(name: string, material: string): string | undefined {
  const wanted = plain(name)
  if (turnsIn(material).length > 0) return undefined
  return pairsIn(material).find(([given]) => plain(given) === wanted)?.[1] ?? inline(name, material)
}

/** `… Plan: rest. …` in the middle of a line. */
function inline(name: string, material: string): string | undefined {
  return /^\w{3,40}$/.test(name) ? new RegExp(`\\b${name}:\\s+([^.;\\n]+)`, 'i').exec(material)?.[1] : undefined
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
