import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import { Problems } from '../../../src/problems.ts'
import { compileAnswer, readingSettings, type AnswerReader } from '../../../src/results/answer-reader.ts'
import type { Spec } from '../../../src/spec/spec.ts'

const place = { file: 'schemas/description.json', line: 1 }

async function reader(
  answer: Pick<Spec['answer'], 'format'> & Partial<Spec['answer']>,
  schema?: JsonObject
): Promise<AnswerReader> {
  const problems = new Problems()
  const found = await compileAnswer(answer, schema, place, problems)
  expect(problems.list).toEqual([])
  return found!
}

async function problemsOf(schema: JsonObject): Promise<Problems['list']> {
  const problems = new Problems()
  expect(await compileAnswer({ format: 'json' }, schema, place, problems)).toBeUndefined()
  return problems.list
}

describe('a text answer', () => {
  it.each([
    [' \n It is "red",\n  not blue. \u00a0\n', 'It is "red",\n  not blue.'],
    ['{"a":1}', '{"a":1}'],
    ['cut \ud83d', 'cut \ufffd']
  ])('is kept as it is but for outer blank space: %j', async (content, value) => {
    expect((await reader({ format: 'text' }))(content)).toEqual({ value })
  })

  it('is not a vector', async () => {
    expect((await reader({ format: 'text' }))([1])).toMatchObject({ reason: 'not text' })
  })
})

describe('a vector', () => {
  it('is its numbers', async () => {
    expect((await reader({ format: 'embedding' }))([0.5, -1])).toEqual({ value: [0.5, -1] })
  })

  it('is not text', async () => {
    expect((await reader({ format: 'embedding' }))('hello')).toMatchObject({ reason: 'not a vector' })
  })
})

describe('a JSON answer', () => {
  const schema: JsonObject = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: {
      title: { type: 'string', format: 'anything', maxLength: 20 },
      price: { type: 'number' },
      'in stock': { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
      tags: { type: 'array', items: { $ref: '#/$defs/tag' } },
      notes: { additionalProperties: { type: 'string' } }
    },
    required: ['title'],
    $defs: { tag: { enum: ['red', 'blue'] } }
  }

  it.each([
    ['plain', '{"title":"A","price":1}', { title: 'A', price: 1 }],
    ['fenced', 'Here you are:\n```json\n{"title":"A"}\n```', { title: 'A' }],
    ['with words around it', 'Well, {"title":"A","in stock":null}. Done', { title: 'A', 'in stock': null }],
    ['behind JSON that does not fit', 'See [1]: {"title":"A"}', { title: 'A' }]
  ])('is read %s', async (_, content, value) => {
    expect((await reader({ format: 'json' }, schema))(content)).toEqual({ value })
  })

  it('is held against the patterns of its schema, each for itself, in bounded time', async () => {
    const text = (pattern: string): JsonObject => ({ type: 'string', pattern })
    const read = await reader(
      { format: 'json' },
      { properties: { name: text('^(a+)+$'), code: text('^[A-Z]+$'), other: text('^(?=b)b$') } }
    )
    const started = process.hrtime.bigint()

    const hostile = read(JSON.stringify({ name: `${'a'.repeat(5000)}!` }))

    expect(hostile).toMatchObject({ message: expect.stringContaining('answer.name must match pattern') })
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000)
    expect(read('{"name":"aa","code":"B","other":"b"}')).toHaveProperty('value')
    expect(read('{"code":"aa"}')).toMatchObject({ message: expect.stringContaining('answer.code must match') })
    expect(read('{"other":"c"}')).toMatchObject({ message: expect.stringContaining('answer.other must match') })
  })

  it('may be any JSON without a schema', async () => {
    const read = await reader({ format: 'json' })

    expect(read('[1, {"a": null}]')).toEqual({ value: [1, { a: null }] })
    expect(read('{"__proto__": {"a": 1}}')).toEqual({ value: JSON.parse('{"__proto__": {"a": 1}}') })
  })

  it.each([
    ['{"title":"A","price":"1"}', 'schema: /price must be number', 'answer.price must be number'],
    ['{"price":1}', "schema: answer must have required property 'title'", "answer must have required property 'title'"],
    ['[]', 'schema: answer must be object', 'answer must be object'],
    [
      '{"title":"A","in stock":1}',
      'schema: /in stock must match a schema in anyOf',
      'answer["in stock"] must match a schema in anyOf'
    ],
    [
      '{"title":"A","tags":["red","secret words"]}',
      'schema: /tags/* must be equal to one of the allowed values',
      'answer.tags[1] must be equal to one of the allowed values'
    ],
    [
      '{"title":"A","notes":{"secret words":1}}',
      'schema: /notes/* must be string',
      'answer.notes["secret words"] must be string'
    ],
    ['no JSON', 'not JSON', 'answer must be JSON, but no object or array was found in it']
  ])('names what is wrong with %s', async (content, reason, message) => {
    expect((await reader({ format: 'json' }, schema))(content)).toMatchObject({ reason, message })
  })

  it.each([
    [{ type: 'objekt' }, /^the schema is not a JSON Schema that can be used: schema is invalid/, undefined],
    [{ $ref: 'https://example.com/other.json' }, /can't resolve reference/, /nothing is fetched/],
    [{ $schema: 'http://json-schema.org/draft-07/schema#' }, /no schema with key or ref/, /2020-12/]
  ])('needs a schema that can be used, unlike %j', async (broken, message, hint) => {
    const [problem] = await problemsOf(broken)

    expect(problem).toMatchObject({ severity: 'error', place, message: expect.stringMatching(message) })
    expect(problem?.hint).toEqual(hint ? expect.stringMatching(hint) : undefined)
  })
})

describe('a label', () => {
  const labels = ['Positive', 'Negative', 'Not sure', 'C', 'C++', 'naïve', '+']

  it.each([
    ['Positive', 'Positive'],
    [' **positive**. ', 'Positive'],
    ['"not-sure"', 'Not sure'],
    ['C', 'C'],
    ['C++', 'C++'],
    ['+', '+'],
    ['NAÏVE!', 'naïve']
  ])('%j is %s', async (content, value) => {
    expect((await reader({ format: 'label', labels }))(content)).toEqual({ value })
  })

  it.each(['Positive or negative', 'c', '-', 'unsure', 'naive'])('%j is none', async content => {
    expect((await reader({ format: 'label', labels }))(content)).toMatchObject({
      reason: 'not one of the labels',
      message: 'answer must be one of "Positive", "Negative", "Not sure", "C", "C++", "naïve", "+"'
    })
  })

  it('lists ten labels and counts the rest', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `l${index}`)

    expect((await reader({ format: 'label', labels: many }))('x')).toMatchObject({
      message: expect.stringMatching(/"l9" … \(12 labels\)$/)
    })
  })
})

describe('The settings that decide how an answer is read', () => {
  it('leave out how often it is asked again, and what is not switched on', () => {
    const answer = { format: 'json', repair: false, retryInvalid: 2 } as const

    expect(readingSettings(answer)).toEqual({ format: 'json' })
    expect(readingSettings({ ...answer, repair: true })).toEqual({ format: 'json', repair: true })
  })
})
