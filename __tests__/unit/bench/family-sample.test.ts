import { describe, expect, it } from '@jest/globals'
import { allSamples } from '../../../src/bench/family-sample.ts'
import type { JsonObject } from '../../../src/json.ts'
import { families } from '../../../src/models/registry.ts'

const samples = allSamples()

describe('allSamples', () => {
  it('has one of every family', () => {
    expect(samples.map(({ family }) => family.name)).toEqual(families.map(family => family.name))
  })

  it.each(samples.map(sample => [sample.family.name, sample] as const))(
    '%s asks different questions, and reads their answers',
    (_name, { family, answers, questions, parameters, replies }) => {
      const asked = questions.map(question => JSON.stringify(family.render(question, parameters)))
      const contents = replies.map(reply => family.parse(JSON.parse(reply) as JsonObject).content)

      expect(new Set(asked).size).toBe(questions.length)
      const kind = { text: 'string', vector: 'object', picture: 'object' }[answers]
      for (const content of contents) expect(typeof content).toBe(kind)
    }
  )
})
