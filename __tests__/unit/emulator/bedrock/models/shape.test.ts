import { describe, expect, it } from '@jest/globals'
import {
  checkBody,
  either,
  flag,
  list,
  number,
  object,
  oneOf,
  text,
  whole,
  type Shape
} from '../../../../../src/emulator/bedrock/models/shape.ts'
import type { Json } from '../../../../../src/emulator/json.ts'

describe('a shape', () => {
  it.each([
    [text(), 'x'],
    [number(0, 1), 0.5],
    [whole(1), 3],
    [flag, false],
    [oneOf(1, 'a'), 'a'],
    [list(text(), { most: 2 }), ['a', 'b']],
    [either(text(), list(text())), ['a']],
    [either(text(), list(text())), 'a'],
    [object({ a: text(), b: flag }, ['a']), { a: 'x', b: null }]
  ] as [Shape, Json][])('takes what fits it %#', (shape, value) => {
    expect(() => checkBody({ at: value }, object({ at: shape }))).not.toThrow()
  })

  it.each([
    [text({ least: 1 }), '', '#/at: expected minLength: 1, actual: 0'],
    [text(), 1, '#/at: expected type: String, found: Number'],
    [number(0, 1), 2, '#/at: 2 is not less or equal to 1'],
    [number(0, 1), -1, '#/at: -1 is not greater or equal to 0'],
    [whole(0), 1.5, '#/at: expected type: Integer, found: Number'],
    [flag, 'true', '#/at: expected type: Boolean, found: String'],
    [oneOf('a', 'b'), 'c', '#/at: c is not a valid enum value'],
    [list(text(), { least: 1 }), [], '#/at: expected minimum item count: 1, found: 0'],
    [list(text()), ['a', 1], '#/at/1: expected type: String, found: Number'],
    [either(text(), list(text())), 1, '#/at: expected type: JSONArray, found: Number'],
    [object({ a: text() }), [], '#/at: expected type: JSONObject, found: JSONArray'],
    [object({ a: text() }, ['a']), {}, '#/at: required key [a] not found'],
    [object({ a: text() }), { b: 1 }, '#/at: extraneous key [b] is not permitted']
  ] as [Shape, Json, string][])('says what is wrong %#', (shape, value, complaint) => {
    expect(() => checkBody({ at: value }, object({ at: shape }))).toThrow(
      `Malformed input request: ${complaint}, please reformat your input and try again.`
    )
  })
})
