/** Summaries and descriptions, made of the text's own sentences and pairs. */
import {
  capitalised,
  firstWords,
  isCaller,
  keywordsIn,
  pairsIn,
  sentencesIn,
  turnsIn,
  type Pair,
  type Turn
} from './facts.ts'

export interface Length {
  readonly sentences: number
  /** Words at most. */
  readonly words: number
}

const numerals: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20
}

/** "two sentences", "at most 30 words", as an order or a hint says it. */
export function lengthAsked(order: string, usual: Length = { sentences: 2, words: 60 }): Length {
  const numeral = `(\\d+|${Object.keys(numerals).join('|')})`
  const asNumber = (word: string | undefined): number | undefined =>
    word === undefined ? undefined : (numerals[word.toLowerCase()] ?? Number(word))
  const sentences = asNumber(new RegExp(`\\b${numeral}(?:[- ]short|[- ]plain)? sentences?\\b`, 'i').exec(order)?.[1])
  const words = asNumber(new RegExp(`\\b${numeral} words?\\b`, 'i').exec(order)?.[1])
  // So few words are no more than one sentence.
  const short = words !== undefined && words <= 20
  return { sentences: sentences ?? (short ? 1 : usual.sentences), words: words ?? usual.words }
}

export function summary(text: string, { sentences, words }: Length): string {
  const turns = turnsIn(text)
  if (turns.length > 0) return firstWords(ofTalk(turns, sentences), words)
  const all = sentencesIn(text)
  if (all.length <= sentences) return closed(firstWords(all.join(' '), words))
  const weighty = new Set(keywordsIn(text, 12).map(word => word.toLowerCase()))
  const weight = (sentence: string): number =>
    (sentence.toLowerCase().match(/\p{L}+/gu) ?? []).filter(word => weighty.has(word)).length
  // The first sentence says what it is about; the others are the weightiest, in their own order.
  const rest = all
    .map((sentence, at) => ({ sentence, at }))
    .slice(1)
    .sort((a, b) => weight(b.sentence) - weight(a.sentence) || a.at - b.at)
    .slice(0, sentences - 1)
    .sort((a, b) => a.at - b.at)
  return closed(firstWords([all[0], ...rest.map(one => one.sentence)].join(' '), words))
}

/** Who wants what, and how it ends. */
function ofTalk(turns: readonly Turn[], sentences: number): string {
  const caller = turns.find(turn => isCaller(turn.speaker))?.speaker ?? turns[1]?.speaker ?? ''
  const theirs = turns.filter(turn => turn.speaker === caller)
  const wish = longest(theirs.slice(0, 3).flatMap(turn => sentencesIn(turn.text)))
  const reply = turns.filter(turn => turn.speaker !== caller).flatMap(turn => sentencesIn(turn.text))
  const promise = reply.findLast(one =>
    /\b(will|have|has|can|refund|send|sent|book|replace|credit|arrange|fix)/i.test(one)
  )
  const end = theirs.at(-1)
  const parts = [
    `The ${caller.toLowerCase()} says: “${unended(wish)}.”`,
    ...(promise === undefined ? [] : [`The answer is: “${unended(promise)}.”`]),
    ...(end === undefined || end === theirs[0]
      ? []
      : [`It ends with: “${unended(sentencesIn(end.text).at(-1) ?? end.text)}.”`])
  ]
  return parts.slice(0, Math.max(1, sentences)).join(' ')
}

/** What is usually said of a value under such a name. */
const phrases: readonly (readonly [name: RegExp, phrase: string])[] = [
  [/^materials?$/i, 'is made of {v}'],
  [/^(size|dimensions)$/i, 'measures {v}'],
  [/^(volume|capacity)$/i, 'holds {v}'],
  [/^weight$/i, 'weighs {v}'],
  [/^colou?rs?$/i, 'comes in {v}'],
  [/^(made in|origin|country of origin)$/i, 'is made in {v}'],
  [/^price(?: \w+)?$/i, 'costs {v}']
]
const unsaid = /^(id|sku|key|code|ean|gtin|url|image|file|language|lang|category|name|title|product)$/i
const closings = [
  'Made for every day, and for the days that are not.',
  'A choice that explains itself.',
  'Worth a second look.'
]

/** A few sentences from names and values. */
export function description(pairs: readonly Pair[], about: string, random: () => number, sentences: number): string {
  const told = pairs.filter(([name, value]) => value !== about && !unsaid.test(name) && value.length <= 120)
  const does = told.flatMap(([name, value]) => {
    const phrase = phrases.find(([names]) => names.test(name))?.[1]
    return phrase === undefined ? [] : [phrase.replace('{v}', () => unended(value))]
  })
  const has = told.filter(([name]) => !phrases.some(([names]) => names.test(name)))
  const first = does.length > 0 ? `${about} ${listed(does.slice(0, 3))}.` : ''
  const more = does.length > 3 ? `It ${listed(does.slice(3, 6))}.` : ''
  const closing = closings[Math.floor(random() * closings.length)] ?? ''
  const facts = [first, ...ofProperties(has, first === '' ? about : ''), more]
  const parts = [...facts, told.length === 0 ? `${about}: ${closing}` : closing]
  return parts.filter(Boolean).slice(0, Math.max(1, sentences)).join(' ')
}

/** `The capital of Peru is Lima, the currency is sol.` */
function ofProperties(pairs: readonly Pair[], about: string): string[] {
  const said = pairs.slice(0, 6).map(([name, value], i) => {
    const of = about !== '' && i === 0 ? ` of ${about}` : ''
    return `the ${name.toLowerCase()}${of} ${/[^s]s$/.test(name) ? 'are' : 'is'} ${unended(value)}`
  })
  return [said.slice(0, 3), said.slice(3)].filter(part => part.length > 0).map(part => `${capitalised(listed(part))}.`)
}

/** What the whole is called: a named pair, the first line where it is short, else the weightiest words. */
export function titleOf(text: string, words = 8): string {
  const file = /^(?:file|filename|image|path|picture)[ \t]*:[ \t]*(\S.*)$/im.exec(text)?.[1]
  if (file !== undefined) return stemOf(file)
  const named = pairsIn(text).find(([name]) =>
    /^(?:.* )?(?:name|title|product|subject|heading|headline|city|country|term|word|clause|topic)$/i.test(name)
  )
  if (named) return firstWords(unended(named[1]), words)
  const [line = ''] = text.trim().split('\n')
  const heading = line.replace(/^[#*\s]+|[*\s]+$/g, '')
  if (heading !== '' && heading.split(/\s+/).length <= words && !/[.!?:]$/.test(heading)) return heading
  const sentences = sentencesIn(text)
  if (sentences.length <= 3) return unended(firstWords(sentences[0] ?? text, words))
  return capitalised(firstWords(keywordsIn(text, 4).join(' '), words)) || firstWords(text, words)
}

/** `photos/light-house_01.png` → `Light house 01`. */
function stemOf(path: string): string {
  const stem = path
    .trim()
    .replace(/^.*\//, '')
    .replace(/\.\w{2,5}$/, '')
  return capitalised(stem.replace(/^\d+[-_ ]+/, '').replace(/[-_]+/g, ' '))
}

function longest(list: readonly string[]): string {
  return list.reduce((best, one) => (one.length > best.length ? one : best), '')
}

export function listed(list: readonly string[]): string {
  const last = list.at(-1) ?? ''
  return list.length < 2 ? last : `${list.slice(0, -1).join(', ')} and ${last}`
}

export function unended(text: string): string {
  return text.replace(/[\s.;,:!?]+$/, '')
}

function closed(text: string): string {
  return /[.!?…”"]$/.test(text) ? text : `${unended(text)}.`
}
