import { describe, expect, it } from '@jest/globals'
import Ajv from 'ajv'
import fc from 'fast-check'
import { hash32, randomFrom } from '../../../../../src/emulator/random.ts'
import { fill } from '../../../../../src/emulator/bedrock/writing/fill.ts'
import { wishOfSchema } from '../../../../../src/emulator/bedrock/writing/wish.ts'
import type { Json } from '../../../../../src/emulator/json.ts'
import { sourceOf } from './source-of.ts'

const schema = {
  type: 'object',
  required: ['id', 'on', 'level', 'parts', 'names', 'share', 'step'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', pattern: '^[A-Z]{2}-\\d{4}$' },
    on: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
    level: { enum: ['low', 'high', 3] },
    parts: {
      type: 'array',
      minItems: 2,
      maxItems: 3,
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', minLength: 2, maxLength: 12 } }
      }
    },
    names: {
      type: 'array',
      minItems: 3,
      maxItems: 4,
      uniqueItems: true,
      items: { type: 'string', minLength: 1, maxLength: 20 }
    },
    share: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
    step: { type: 'integer', minimum: 10, maximum: 20, multipleOf: 5 }
  }
}

describe('fill', () => {
  it('fulfils a schema, whatever the text says', () => {
    const accepts = new Ajv.default({ strict: false }).compile(schema)

    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), material => {
        const source = sourceOf(material, { random: randomFrom(hash32(material)) })
        return accepts(fill(wishOfSchema(schema), '', source))
      }),
      { numRuns: 60 }
    )
  })

  it.each<[name: string, schema: Json, material: string, value: Json]>([
    ['capital', { type: 'string' }, 'Name: Peru\nCapital: Lima', 'Lima'],
    ['price', { type: 'number' }, 'Price: 1,299.50 EUR', 1299.5],
    ['id', { type: 'string', pattern: '^[A-Z]{2}-\\d+$' }, 'Order (AB-12).', 'AB-12'],
    ['visit', { type: 'string', format: 'date' }, 'Seen on 2026-03-04.', '2026-03-04'],
    ['contact', { type: 'string', format: 'email' }, 'Write to a@b.example.', 'a@b.example'],
    ['sentiment', { enum: ['positive', 'neutral', 'negative'] }, 'Awful.', 'negative'],
    ['stars', { type: 'integer', minimum: 1, maximum: 5 }, 'Awful, broken, terrible, useless, bad.', 1],
    ['resolved', { type: 'boolean' }, 'Great, thanks.', true],
    ['followUpWeeks', { type: 'integer' }, 'Back in 3 wks.', 3],
    ['skills', { type: 'array', items: { type: 'string' } }, 'Skills: Python, SQL', ['Python', 'SQL']],
    [
      'parties',
      { type: 'array', items: { type: 'string' } },
      'The Supplier pays Boats Ltd at once.',
      ['Supplier', 'Boats Ltd']
    ],
    ['medications', { type: 'array', items: { type: 'string' } }, 'On aspirin 100 mg.', ['aspirin 100 mg']],
    ['actions', { type: 'array', items: { type: 'string' } }, 'It rains. We will call you.', ['We will call you.']],
    ['summary', { type: 'string', maxLength: 12 }, 'The boats leave at noon.', 'The boats'],
    ['nothing', { type: 'null' }, 'x', null]
  ])('draws %s from the text', (name, inner, material, value) => {
    expect(fill(wishOfSchema(inner), name, sourceOf(material))).toEqual(value)
  })

  it('does to words what the orders ask', () => {
    const wish = wishOfSchema({
      type: 'object',
      properties: { title: { type: 'string' }, language: { type: 'string' } }
    })

    const filled = fill(wish, '', sourceOf('Title: The sea\nYear: 1999', { orders: 'Translate into German.' }))

    expect(filled).toEqual({ title: '[German, simulated] Die Meer', language: 'de' })
  })
})
