/**
 * Simulated answers: no model, no meaning, but the same prompt always gives the same text, and the text takes up what
 * stands in the prompt, in the form that the prompt asks for (a label, a JSON object, a summary, a sentence).
 */
import type { JsonMap } from '../../json.ts'
import { hash32, randomFrom } from '../../random.ts'
import type { Medium } from '../media/medium.ts'
import { choose } from '../writing/choose.ts'
import { firstWords } from '../writing/facts.ts'
import { fill } from '../writing/fill.ts'
import { partsOf } from '../writing/material.ts'
import { prose } from '../writing/prose.ts'
import type { Source } from '../writing/source.ts'
import { wishIn } from '../writing/wish-in-prompt.ts'
import { wishOfSchema } from '../writing/wish.ts'
import { labelsIn } from './labels.ts'

export interface TextOptions {
  /** Ends answers in prose with ` (simulated)`; labels and JSON have to parse and stay without. */
  readonly marker: boolean
  readonly media?: readonly Medium[]
  /** A JSON Schema that the body itself asks to keep. */
  readonly schema?: JsonMap
  /** The beginning of the answer, which is not said again. */
  readonly prefill?: string
}

export function simulateText(system: string, prompt: string, options: TextOptions): string {
  const said = answerTo(system, prompt, options)
  const begun = options.prefill?.trimEnd() ?? ''
  return begun !== '' && said.startsWith(begun) ? said.slice(begun.length) : said
}

function answerTo(system: string, prompt: string, { media = [], schema, marker }: TextOptions): string {
  const whole = `${system}\n${prompt}`
  const { orders, material } = partsOf(system, prompt)
  const read = media.map(medium => medium.text).filter(Boolean)
  const seed = hash32(`${whole}${media.map(medium => medium.digest).join('')}`)
  const source: Source = { orders, material: [material, ...read].join('\n').trim(), media, random: randomFrom(seed) }
  const wish = schema ? wishOfSchema(schema) : wishIn(whole)
  if (wish) return JSON.stringify(fill(wish, '', source))
  const labels = labelsIn(system) ?? labelsIn(prompt)
  if (labels) return choose(labels, source.material)
  const text = prose(source) || 'There is nothing to tell'
  return marker && !/\bsimulated\b/.test(text) ? `${text} (simulated)` : text
}

/** What a model that thinks aloud says first. */
export function reasonAbout(prompt: string): string {
  return `The question begins with “${firstWords(prompt.replace(/\s+/g, ' ').trim(), 8)}”. I answer from what it gives, in the form it asks for.`
}
