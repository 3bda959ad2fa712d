import { describe, expect, it } from '@jest/globals'
import { wishOfExample, wishOfSchema, wishOfWords } from '../../../../../src/emulator/bedrock/writing/wish.ts'

describe('wishOfSchema', () => {
  it('follows references, and takes the first alternative that is not null', () => {
    const schema = {
      $defs: { mood: { enum: ['a', 'b'] } },
      type: 'object',
      properties: {
        mood: { $ref: '#/$defs/mood' },
        name: { anyOf: [{ type: 'null' }, { type: 'string', maxLength: 5 }] }
      }
    }

    expect(wishOfSchema(schema)).toEqual({
      kind: 'object',
      members: [
        ['mood', { kind: 'choice', values: ['a', 'b'] }],
        ['name', { kind: 'text', hint: '', least: 0, most: 5 }]
      ]
    })
  })

  it('ends where a schema refers to itself', () => {
    expect(JSON.stringify(wishOfSchema({ type: 'object', properties: { next: { $ref: '#' } } }))).toContain('nothing')
  })

  it.each([
    [
      { type: 'integer', exclusiveMinimum: 0, maximum: 5 },
      { kind: 'number', whole: true, least: 1, most: 5 }
    ],
    [{ type: ['null', 'boolean'] }, { kind: 'flag' }],
    [{ const: 0 }, { kind: 'choice', values: [0] }],
    [
      { type: 'string', pattern: '^a$', description: 'one letter' },
      { kind: 'text', hint: 'one letter', least: 0, most: Infinity, form: '/^a$/' }
    ]
  ])('reads %j', (schema, wish) => {
    expect(wishOfSchema(schema)).toEqual(wish)
  })
})

describe('wishOfWords', () => {
  it.each([
    ['positive | neutral | negative', { kind: 'choice', values: ['positive', 'neutral', 'negative'] }],
    ['one of: low, high', { kind: 'choice', values: ['low', 'high'] }],
    ['low/medium/high', { kind: 'choice', values: ['low', 'medium', 'high'] }],
    ['positive, neutral or negative', { kind: 'choice', values: ['positive', 'neutral', 'negative'] }],
    ['integer from 1 to 5', { kind: 'number', whole: true, least: 1, most: 5 }],
    ['0-1', { kind: 'number', whole: false, least: 0, most: 1 }],
    ['true or false', { kind: 'flag' }],
    ['YYYY-MM-DD', { kind: 'text', hint: 'YYYY-MM-DD', least: 0, most: Infinity, form: 'date' }],
    ['two sentences, plain words', { kind: 'text', hint: 'two sentences, plain words', least: 0, most: Infinity }],
    ['list of 3 to 5 words', { kind: 'list', least: 3, most: 5 }]
  ])('reads %j', (words, wish) => {
    expect(wishOfWords(words)).toMatchObject(wish)
  })
})

describe('wishOfExample', () => {
  it('asks for values of the same kind', () => {
    expect(wishOfExample({ a: 1, b: [{ c: true }], d: 0.5, e: null })).toMatchObject({
      members: [
        ['a', { kind: 'number', whole: true }],
        ['b', { kind: 'list', of: { members: [['c', { kind: 'flag' }]] }, most: 5 }],
        ['d', { kind: 'number', whole: false, most: 1 }],
        ['e', { kind: 'nothing' }]
      ]
    })
  })
})
