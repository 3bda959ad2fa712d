import { expect, it } from '@jest/globals'
import type { JsonObject, JsonValue } from '../../../src/json.ts'
import { allAt, joinedAt } from '../../../src/models/verbatim-path.ts'

const output: JsonObject = {
  text: 'plain',
  empty: '',
  choices: [{ message: { content: [{ text: 'a' }, { image: 'x' }, { text: 'b' }] } }, { message: { content: null } }],
  words: ['c', 'd']
}

it.each<[string, readonly JsonValue[]]>([
  ['text', ['plain']],
  ['empty', ['']],
  ['choices[0].message.content[2].text', ['b']],
  ['choices[*].message.content[*].text', ['a', 'b']],
  ['words[*]', ['c', 'd']],
  ['text[*]', []],
  ['choices[9].message', []],
  ['nothing.at.all', []]
])('at %s stands %j', (path, expected) => {
  expect(allAt(output, path)).toEqual(expected)
})

it.each([
  ['choices[0].message.content[*].text', 'ab'],
  ['empty', ''],
  ['choices[1].message.content[*].text', undefined]
])('joins %s to %j', (path, expected) => {
  expect(joinedAt(output, path)).toBe(expected)
})

it('names the path where something else than text stands', () => {
  expect(() => joinedAt(output, 'choices[*].message')).toThrow('expected a string at choices[*].message')
})
