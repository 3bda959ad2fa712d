import { describe, expect, it } from '@jest/globals'
import { jsonReader } from '../../../src/results/json-reader.ts'
import { compileSchema } from '../../../src/results/schema-check.ts'

const schema = {
  type: 'object',
  properties: { title: { type: 'string' }, price: { type: 'number' }, size: { enum: ['S', 'M'] } },
  required: ['title'],
  additionalProperties: false
}

describe('Broken JSON', () => {
  it.each([
    ["{title: 'A', price: 3,}", { title: 'A', price: 3 }],
    ['Here: {"title": "A" "price": 3} there', { title: 'A', price: 3 }],
    ['```json\n{"title": "A",\n// a comment\n"price": 3}\n```', { title: 'A', price: 3 }],
    ['{"title": "A", "price": 3', { title: 'A', price: 3 }],
    ['{“title”: “A”, “price”: 3}', { title: 'A', price: 3 }]
  ])('is repaired where that is wanted, and only there: %j', async (text, value) => {
    const check = await compileSchema(schema)

    expect((await jsonReader(check, true))(text)).toEqual({ value, repaired: true })
    expect((await jsonReader(check, false))(text)).toMatchObject({ reason: 'not JSON' })
  })

  it('that is whole is not touched', async () => {
    expect((await jsonReader(undefined, true))('{"a": 1}')).toEqual({ value: { a: 1 } })
  })

  it('must still fit the schema once it is repaired', async () => {
    const read = await jsonReader(await compileSchema(schema), true)

    expect(read("{title: 'A', price: 'many'}")).toMatchObject({ reason: 'schema: /price must be number' })
  })

  it.each(['Just words, no brackets.', 'null', '42', ''])('is not made of prose: %j', async text => {
    const reading = (await jsonReader(await compileSchema(schema), true))(text)

    expect('value' in reading).toBe(false)
  })
})

describe('What is told to the model', () => {
  it('is everything that is wrong, with the values that are allowed', async () => {
    const read = await jsonReader(await compileSchema(schema), false)

    expect(read('{"price":"1","size":"XL","colour":"red"}')).toMatchObject({
      message: "answer must have required property 'title'",
      complaint:
        'Your answer cannot be used: answer must have required property \'title\'; answer must NOT have additional properties: "colour"; answer.price must be number; answer.size must be one of "S", "M". Answer again with the whole JSON, corrected, and nothing else.'
    })
  })
})
