import { describe, expect, it } from '@jest/globals'
import Ajv from 'ajv'
import fc from 'fast-check'
import { simulateText } from '../../../../../src/emulator/bedrock/models/text.ts'

const say = (prompt: string, system = ''): string => simulateText(system, prompt, { marker: false })

describe('simulateText', () => {
  it.each([
    ['Is it warm? Answer with one of: warm, mild, cold.', ['warm', 'mild', 'cold']],
    [
      'Classify the review. Choose one of the following labels:\n- very good\n- so-so\n- bad\n\nReview: fine',
      ['very good', 'so-so', 'bad']
    ],
    ['Answer with exactly one of these labels: positive | negative', ['positive', 'negative']],
    ['Categories: "shoe", "bag" or "hat"\nName: Trail', ['shoe', 'bag', 'hat']]
  ])('answers one of the labels of %j', (prompt, labels) => {
    expect(labels).toContain(say(prompt))
  })

  it('takes labels from the system prompt before those of the user', () => {
    expect(['yes', 'no']).toContain(say('one of: a, b', 'Answer only with one of: yes, no'))
  })

  it.each([
    ['Return JSON with the keys title, body and tags for this product. Name: Shoe', ['title', 'body', 'tags']],
    ['Answer in JSON: {"capital": "...", "population": 0}\nCountry: Peru', ['capital', 'population']],
    ['Give me a JSON object like {"a": <text>, "b": [..]}', ['a', 'b']],
    ['Reply as JSON with fields `name`, `score`.', ['name', 'score']]
  ])('answers an object with the keys of %j', (prompt, keys) => {
    expect(Object.keys(JSON.parse(say(prompt)) as object)).toEqual(keys)
  })

  it('answers what a schema in the prompt accepts, every time', () => {
    const schema = {
      type: 'object',
      required: ['title', 'kind', 'score', 'tags', 'deep'],
      additionalProperties: false,
      properties: {
        title: { type: 'string', maxLength: 30, minLength: 3 },
        kind: { enum: ['a', 'b'] },
        score: { type: 'integer', minimum: 3, maximum: 5 },
        share: { type: 'number', minimum: 0, maximum: 1 },
        ok: { type: ['boolean', 'null'] },
        tags: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 4 },
        deep: { type: 'object', required: ['x'], properties: { x: { const: 7 } } }
      }
    }
    const accepts = new Ajv.default({ strict: false }).compile(schema)

    fc.assert(
      fc.property(fc.string(), text => {
        const answer: unknown = JSON.parse(
          say(`${text}\nAnswer with JSON that matches this JSON Schema: ${JSON.stringify(schema)}`)
        )
        return accepts(answer)
      }),
      { numRuns: 50 }
    )
  })

  it('takes up names and values of the prompt in a sentence', () => {
    const sentence = say('Write one sentence.\n\nName: Trail Shoe\nColour: red\nPrice: 59.90')

    expect(sentence).toContain('Trail Shoe')
    expect(sentence).toContain('red')
    expect(sentence).toContain('59.90')
  })

  it('marks prose as simulated and leaves labels alone', () => {
    expect(simulateText('', 'Name: Lyon', { marker: true })).toMatch(/ \(simulated\)$/)
    expect(simulateText('', 'one of: a, b', { marker: true })).toMatch(/^[ab]$/)
  })

  it('answers any prompt at all, always alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), prompt => {
        const answer = say(prompt)
        return answer !== '' && answer === say(prompt)
      })
    )
  })
})
