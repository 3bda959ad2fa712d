/** An answer in plain text: what kind of work the orders ask for, done as far as form can do it. */
import { endpointIn } from './endpoint.ts'
import { firstWords, sentencesIn } from './facts.ts'
import { described } from './field.ts'
import { listFor } from './lists.ts'
import { isOrder } from './material.ts'
import { moodOf } from './mood.ts'
import { pictureTitle } from './picture-words.ts'
import { skillsIn } from './skills.ts'
import type { Source } from './source.ts'
import { lengthAsked, summary, titleOf } from './summary.ts'
import { rewording } from './work.ts'

type Work = readonly [asked: RegExp, done: (source: Source) => string]

const works: readonly Work[] = [
  [/\b(?:title|headline)\b/i, titled],
  [/\b(?:keywords?|tags?|hashtags?)\b/i, source => listFor('keywords', source, 5).join(', ')],
  [/\bsentiment\b/i, ({ material }) => moodOf(material)],
  [/\bskills\b/i, ({ material }) => skillsIn(material).join(', ')],
  [/\b(?:summar\w*|condense|shorten|tl;?dr|gist)\b/i, ({ material, orders }) => summary(material, lengthAsked(orders))]
]

/** Empty where there is nothing to work on. */
export function prose(source: Source): string {
  const { orders, material, media } = source
  if (material === '' && media.length === 0) return ''
  const reworded = rewording(orders)
  if (reworded && media.length === 0) return reworded(material)
  const work = works.find(([asked]) => asked.test(orders))?.[1](source) ?? ''
  if (work !== '') return work
  return isQuestion(source)
    ? `A simulated answer to “${firstWords(material.replace(/\s+/g, ' '), 24)}”`
    : described(source, '')
}

/** Nothing to work on but the question itself. */
function isQuestion({ material, media }: Source): boolean {
  if (media.length > 0 || endpointIn(material)) return false
  return /\?\s*$/.test(material) ? sentencesIn(material).length <= 2 : isOrder(material)
}

function titled({ material, media, orders }: Source): string {
  if (media.some(medium => medium.kind === 'picture') && !material.includes(':')) return pictureTitle(media)
  return titleOf(material, lengthAsked(orders, { sentences: 1, words: 8 }).words)
}
