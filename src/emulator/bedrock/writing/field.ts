/** A value for a member by its name: what the text says under that name, or what such members are wont to hold. */
import { capitalised, pairFor, pairsIn, sentencesIn, turnsIn, unlabelled, type Pair } from './facts.ts'
import { emailIn, dateIn } from './form.ts'
import { balance, moodOf, pressure } from './mood.ts'
import { asOrder, endpointIn, tell, type Endpoint } from './endpoint.ts'
import { actionsIn, spoken } from './lists.ts'
import { picturesTold, pictureTitle } from './picture-words.ts'
import { plainWords } from './plain-words.ts'
import { yearsIn } from './skills.ts'
import type { Source } from './source.ts'
import { description, lengthAsked, summary, titleOf, unended } from './summary.ts'
import { languageAsked, namedLanguage, translate } from './translation.ts'
import { writtenOut } from './notes.ts'
import { rewording } from './work.ts'

type Value = (source: Source, hint: string, name: string) => string
type Rule = readonly [names: RegExp, value: Value]

/** Values that stay as they are, whatever is asked to be done to words. */
const exact: readonly Rule[] = [
  [/translat|übersetz|traduc/i, translated],
  [/^(language|lang|locale)$/i, ({ orders }) => languageAsked(orders)?.code ?? 'en'],
  [/sentiment|mood|tone/i, ({ material }) => moodOf(material)],
  [
    /urgency|priority|severity|risk|level|importance/i,
    ({ material }) => ['low', 'medium', 'high'][pressure(material)] ?? 'low'
  ],
  [/e-?mail/i, ({ material }) => emailIn(material) ?? 'someone@example.com'],
  [/phone|tel$/i, ({ material }) => /\+?\d[\d ()/-]{6,}\d/.exec(material)?.[0] ?? ''],
  [/date|_at$|deadline|due/i, ({ material }) => dateIn(material) ?? '2026-01-15'],
  [/normali[sz]ed|expanded/i, ({ material }) => writtenOut(unlabelled(material))],
  [/^plain/i, ({ material }, hint) => plainWords(summary(material, lengthAsked(hint, { sentences: 1, words: 60 })))],
  [/\b(job|position|role|occupation|profession)\b/i, ({ material }) => occupation(material)]
]

const worded: readonly Rule[] = [
  [/^alt/i, source => picturesTold(source.media)],
  [/(title|headline|heading|name|subject|label|slug)$/i, titled],
  [
    /complaint|presenting/i,
    ({ material }) => /(?:c\/o|complains? of|complaining of)\s+([^,.;\n]+)/i.exec(material)?.[1] ?? ''
  ],
  [/reason|rationale|because|explanation|evidence|quote|justification/i, reasoned],
  [
    /action|next|follow|recommend|resolution|advice|outcome|promise/i,
    ({ material }) => capitalised(actionsIn(material)[0] ?? 'No further step is named.')
  ],
  [/obligation|duty|must|requirement/i, bound],
  [/note|transcript/i, ({ material }) => unlabelled(material)]
]

/** Never empty for a source that is not. */
export function textFor(name: string, hint: string, source: Source): string {
  const fixed = ruleFor(exact, name, hint)?.(source, hint, name) ?? ''
  if (fixed !== '') return fixed
  const reworded = rewording(source.orders) ?? (text => text)
  const told = /summary|description|abstract_/i.test(name) ? undefined : pairFor(name, source.material)
  if (told !== undefined) return reworded(told)
  const value = ruleFor(worded, name, hint)?.(source, hint, name) ?? ''
  return reworded(value !== '' ? value : described(source, hint === '' ? usualLength(name, source) : hint))
}

/** What a member holds of which nothing is said. */
function usualLength(name: string, { orders }: Source): string {
  if (/summary/i.test(name) && /\bimperative\b|\bone line\b/i.test(orders)) return 'one sentence'
  return /summary|abstract|overview|description|body|text|content/i.test(name) ? '' : 'one sentence'
}

function ruleFor(rules: readonly Rule[], name: string, hint: string): Value | undefined {
  const spaced = name.replace(/([a-z])([A-Z])/g, '$1_$2').replace(/_/g, ' ')
  return (rules.find(([names]) => names.test(name) || names.test(spaced)) ??
    rules.find(([names]) => hint !== '' && names.test(hint) && hint.split(' ').length <= 4))?.[1]
}

/** A number that the text gives under that name, or before the unit that the name speaks of. */
export function numberFor(name: string, { material, media }: Source): number | undefined {
  const told = pairFor(name, material)
  const number = told === undefined ? undefined : /-?\d+(?:[.,]\d{3})*(?:\.\d+)?/.exec(told)?.[0]
  if (number !== undefined) return Number(number.replace(/,(?=\d{3}\b)/g, ''))
  if (/years|experience/i.test(name)) return yearsIn(material)
  const unit = /(week|day|month|hour|minute)s?$/i.exec(name)?.[1]
  if (unit !== undefined) return unitIn(unit.toLowerCase(), material)
  if (/^width/i.test(name)) return media[0]?.width
  if (/^height/i.test(name)) return media[0]?.height
  return /word_?count/i.test(name) ? material.split(/\s+/).length : undefined
}

const units: Readonly<Record<string, string>> = {
  week: 'w(?:ee)?ks?',
  day: 'd(?:ays?)?',
  month: 'mo(?:nths?)?',
  hour: 'h(?:ours?|rs?)?',
  minute: 'min(?:utes?)?'
}

function unitIn(unit: string, material: string): number | undefined {
  const found = new RegExp(`(\\d+)\\s*${units[unit] ?? unit}\\b`, 'i').exec(material)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** Whether it holds, by what the text says; undefined where it says nothing of it. */
export function flagFor(name: string, { material }: Source): boolean | undefined {
  if (/resolved|solved|satisfied|happy|positive/i.test(name))
    return balance(turnsIn(material).at(-1)?.text ?? material) >= 0
  if (/urgent|escalat|follow_?up|priority/i.test(name)) return pressure(material) > 0 || balance(material) < 0
  const told = pairFor(name, material)
  if (told !== undefined) return /^(yes|true|1|y)\b/i.test(told)
  const word =
    name
      .replace(/^(is|has|can|needs|should)_?/i, '')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .split(/[\s_-]+/)[0]
      ?.toLowerCase() ?? ''
  return word.length > 3 && material.toLowerCase().includes(word.slice(0, 6)) ? true : undefined
}

function titled({ material, media }: Source, hint: string): string {
  const { words } = lengthAsked(hint, { sentences: 1, words: 8 })
  const pairs: readonly Pair[] = pairsIn(material)
  return media.some(one => one.kind === 'picture') && pairs.length === 0
    ? pictureTitle(media)
    : titleOf(material, words)
}

/** A summary, a description or what is to be seen, whatever there is. */
export function described(source: Source, hint: string): string {
  const { material, media, random, orders } = source
  const asked = lengthAsked(hint, lengthAsked(orders))
  if (media.length > 0) {
    const read = media.some(one => one.text !== '')
    return read ? `${picturesTold(media)} ${summary(material, asked)}` : picturesTold(media)
  }
  const endpoint = endpointIn(material)
  if (endpoint) return ofEndpoint(endpoint, asked.sentences, source)
  const pairs = turnsIn(material).length > 0 ? [] : pairsIn(material)
  const prose = pairs.find(([, value]) => value.length > 120)
  if (prose) return summary(prose[1], asked)
  return pairs.length >= 2
    ? description(pairs, titleOf(material), random, asked.sentences)
    : summary(unlabelled(material), asked)
}

function ofEndpoint(endpoint: Endpoint, sentences: number, { orders, material }: Source): string {
  if (sentences > 1) return tell(endpoint, material)
  return /\bimperative\b/i.test(orders) ? asOrder(tell(endpoint)) : tell(endpoint)
}

function translated({ material, orders }: Source, hint: string, name: string): string {
  const language = languageAsked(orders) ?? languageAsked(hint) ?? namedLanguage(name.split('_').at(-1) ?? 'de')
  return translate(material, language)
}

/** The line below the name at the head of a résumé. */
function occupation(material: string): string {
  const line =
    pairFor('title', material) ?? pairFor('position', material) ?? material.split('\n').filter(Boolean)[1] ?? ''
  return line.split(/\s*[,|•]\s*/)[0]?.trim() ?? ''
}

function reasoned({ material }: Source): string {
  const said = sentencesIn(spoken(material)).find(one => one.length > 20) ?? material
  return `The text says: “${unended(said).slice(0, 160)}”.`
}

function bound({ material }: Source): string {
  return sentencesIn(material).find(one => /\b(shall|must|agrees? to|undertakes?|may not)\b/i.test(one)) ?? ''
}
