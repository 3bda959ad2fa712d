/**
 * Simulated answers: no model, no meaning, but the same prompt always gives the same text, and the text takes up what
 * stands in the prompt, in the form that the prompt asks for (a label, a JSON object, a sentence).
 */
import { hash32, randomFrom } from '../../random.ts'
import { fromSchema, guess, keysIn, schemaIn } from './json-answer.ts'
import { labelsIn } from './labels.ts'
import { sentence } from './prose.ts'

export interface TextOptions {
  /** Ends answers in prose with ` (simulated)`; labels and JSON have to parse and stay without. */
  readonly marker: boolean
}

export function simulateText(system: string, prompt: string, options: TextOptions): string {
  const whole = `${system}\n${prompt}`
  const random = randomFrom(hash32(whole))
  const schema = schemaIn(whole)
  if (schema) return JSON.stringify(fromSchema(schema, prompt, random, ''))
  const keys = /\bjson\b/i.test(whole) ? keysIn(whole) : []
  if (keys.length > 0) return JSON.stringify(Object.fromEntries(keys.map(key => [key, guess(key, prompt, random)])))
  const labels = labelsIn(system) ?? labelsIn(prompt)
  if (labels) return labels[Math.floor(random() * labels.length)] ?? ''
  return sentence(prompt, random) + (options.marker ? ' (simulated)' : '')
}
