/** Several values for a member by its name: skills, parties, steps, points, keywords. */
import { isCaller, keywordsIn, namesIn, pairFor, pairsIn, sentencesIn, turnsIn, unique } from './facts.ts'
import { pictureWords } from './picture-words.ts'
import { skillsIn } from './skills.ts'
import type { Source } from './source.ts'
import { unended } from './summary.ts'
import { languageNames } from './translation.ts'
import { rewording } from './work.ts'

type Rule = readonly [names: RegExp, values: (source: Source) => string[]]

const rules: readonly Rule[] = [
  [/skill|competenc|technolog|tool/i, ({ material }) => skillsIn(material)],
  [/part(y|ies)$/i, ({ material }) => partiesIn(material)],
  [/compan|organi[sz]ation|people|person|entit|names?$/i, ({ material }) => namesIn(material)],
  [/obligation|dut(y|ies)|requirement/i, ({ material }) => dutiesIn(material)],
  [/medication|drug|prescription/i, ({ material }) => dosesIn(material)],
  [/action|step|task|to_?do|follow/i, ({ material }) => actionsIn(material)],
  [/bullet|highlight|point|finding|benefit|fact|issue|problem|feature/i, pointsIn],
  [/date/i, ({ material }) => [...material.matchAll(/\b(?:19|20)\d\d-[01]\d-[0-3]\d\b/g)].map(match => match[0])],
  [/^languages?$/i, ({ material }) => languagesIn(material)]
]

/** At most that many, distinct. */
export function listFor(name: string, source: Source, most: number): string[] {
  const told = pairFor(name, source.material)
  if (told !== undefined) return unique(told.split(/\s*[,;|]\s*/)).slice(0, most)
  const drawn = rules.find(([names]) => names.test(name))?.[1](source) ?? []
  if (drawn.length > 0) return unique(drawn.map(one => one.trim())).slice(0, most)
  const seen = source.media.flatMap(pictureWords)
  const said = keywordsIn(valuesOf(source.material), most).map(word => word.toLowerCase())
  return unique([...seen, ...said]).slice(0, most)
}

/** Without the names before the colons: who speaks, and what a value is called. */
function valuesOf(material: string): string {
  return spoken(material)
    .replace(/^[ \t*-]{0,8}[\p{L}][\p{L}\p{N} _/-]{0,30}:[ \t]+/gmu, '')
    .replace(/\.(?:png|jpe?g|gif|webp|pdf|md|txt)\b/gi, '')
}

/** A talk without the names of who speaks. */
export function spoken(material: string): string {
  const turns = turnsIn(material)
  return turns.length > 0 ? turns.map(turn => turn.text).join('\n') : material
}

/** What somebody will do or is asked to do; in a talk, what is promised to the one who called. */
export function actionsIn(material: string): string[] {
  const turns = turnsIn(material)
  if (turns.length === 0) return sentencesIn(material).filter(one => intends.test(one))
  const answers = turns.filter(turn => !isCaller(turn.speaker)).map(turn => turn.text)
  return sentencesIn(answers.join('\n')).filter(one => promises.test(one) && !one.endsWith('?'))
}

const intends = /\b(will|please|should|need to|must|going to|follow up|return to)\b|[’']ll\b/i
const promises = /\b(will|going to|booked|goes live)\b|[’']ll\b/i

function pointsIn({ material, orders }: Source): string[] {
  const pairs = turnsIn(material).length > 0 ? [] : pairsIn(material).slice(1)
  const reworded = rewording(orders) ?? (text => text)
  if (pairs.length > 1) return pairs.map(([name, value]) => `${name}: ${value}`)
  return sentencesIn(spoken(material)).map(one => reworded(unended(one)))
}

const roles =
  /\b(?:Ltd|Limited|Inc|GmbH|LLC|AG|plc|Corp|Company|BV|SARL|Supplier|Customer|Client|Provider|Licensor|Licensee|Landlord|Tenant|Employer|Employee|Contractor|Buyer|Seller|Recipient|Publisher|Author|Processor|Controller)\b/

function partiesIn(material: string): string[] {
  const marked = namesIn(`x ${material}`).filter(name => roles.test(name))
  return marked.length > 0 ? marked : ['either party']
}

function dosesIn(material: string): string[] {
  return [...material.matchAll(/\b[A-Za-z]{3,}\s+\d+(?:\.\d+)?\s?(?:mg|mcg|g|ml|units|IU)\b/g)].map(match => match[0])
}

function dutiesIn(material: string): string[] {
  const all = sentencesIn(material)
  const duties = all.filter(one => /\b(shall|must|agrees? to|undertakes?|may not|is obliged)\b/i.test(one))
  return duties.length > 0 ? duties : all.slice(0, 1)
}

function languagesIn(material: string): string[] {
  const named = languageNames.filter(name => new RegExp(`\\b${name}\\b`).test(material))
  return named.length > 0 ? named : ['English']
}
