import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { jsonIn } from '../../../src/results/json-in-text.ts'

describe('jsonIn', () => {
  it.each([
    ['alone', '{"a":1}', [{ a: 1 }]],
    ['a scalar alone', ' "text" ', ['text']],
    ['fenced', '```json\n{"a":1}\n```', [{ a: 1 }, { a: 1 }]],
    [
      'fenced without a language, with words',
      'Here:\n```\n[1, 2]\n```\nDone.',
      [
        [1, 2],
        [1, 2]
      ]
    ],
    ['fenced on Windows', '```JSON\r\n{"a":1}\r\n```', [{ a: 1 }, { a: 1 }]],
    ['with words around it', 'Sure! {"a": "x } y"} Hope it helps {}', [{ a: 'x } y' }, {}]],
    ['behind braces that are no JSON', 'Use {name} as in {"a":[{"b":1}]}', [{ a: [{ b: 1 }] }]],
    ['behind a bracket that is never closed', 'so [ or { then {"a":1}', [{ a: 1 }]],
    ['with escaped quotes', 'x {"a":"\\"}\\\\"} y', [{ a: '"}\\' }]],
    ['nowhere', 'no {json} here', []],
    ['cut off', '{"a":1', []]
  ])('finds JSON %s', (_, text, expected) => {
    expect([...jsonIn(text)]).toEqual(expected)
  })

  it('prefers a fenced block to brackets in the words before it', () => {
    expect([...jsonIn('As in [1]:\n```json\n{"a":1}\n```')][0]).toEqual({ a: 1 })
  })

  it('finds any object among words without brackets or quotes', () => {
    const words = fc.stringMatching(/^[a-z .,:!\n]*$/)

    fc.assert(
      fc.property(words, fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), words, (before, value, after) => {
        const written = JSON.stringify(value)
        expect([...jsonIn(`${before} x ${written}${after}`)][0]).toEqual(JSON.parse(written))
      })
    )
  })

  it('gives up on a text of brackets in bounded time', () => {
    const started = process.hrtime.bigint()

    const found = [...jsonIn('['.repeat(300_000))]

    expect(found).toEqual([])
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000)
  })

  it('gives up on a block that is all spaces in bounded time', () => {
    const started = process.hrtime.bigint()

    const found = [...jsonIn(`\`\`\`\n${' '.repeat(150_000)}x`)]

    expect(found).toEqual([])
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2000)
  })

  it.each([
    [500, 1],
    [501, 0],
    [20_000, 0]
  ])('finds what is nested %i deep only where others can walk through it', (depth, found) => {
    expect([...jsonIn('['.repeat(depth) + ']'.repeat(depth))]).toHaveLength(found)
  })
})
