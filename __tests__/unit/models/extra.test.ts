import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import { present, withExtra } from '../../../src/models/extra.ts'

describe('withExtra', () => {
  it.each([
    ['adds a member', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['replaces a number', { a: 1 }, { a: 2 }, { a: 2 }],
    ['merges objects at any depth', { a: { b: { c: 1, d: 2 } } }, { a: { b: { d: 3 } } }, { a: { b: { c: 1, d: 3 } } }],
    ['replaces a list as a whole', { a: [1, 2] }, { a: [] }, { a: [] }],
    ['replaces an object by null', { a: { b: 1 } }, { a: null }, { a: null }],
    ['replaces text by an object', { a: 'x' }, { a: { b: 1 } }, { a: { b: 1 } }]
  ])('%s', (_name, body, extra, expected) => {
    expect(withExtra(body, extra)).toEqual(expected)
  })

  it('gives the body back where there is no extra', () => {
    const body = { a: 1 }

    expect(withExtra(body, undefined)).toBe(body)
  })

  it('keeps a member called __proto__ a member', () => {
    const extra = JSON.parse('{"__proto__": {"b": 1}}') as JsonObject

    const merged = withExtra({ a: 1 }, extra)

    expect(JSON.stringify(merged)).toBe('{"a":1,"__proto__":{"b":1}}')
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
  })

  it('changes neither of its arguments', () => {
    const body = { a: { b: 1 } }
    const extra = { a: { c: 2 } }

    withExtra(body, extra)

    expect([body, extra]).toEqual([{ a: { b: 1 } }, { a: { c: 2 } }])
  })
})

it('present drops what is undefined and keeps what is merely falsy', () => {
  expect(present({ a: undefined, b: 0, c: '', d: null, e: false })).toEqual({ b: 0, c: '', d: null, e: false })
})
