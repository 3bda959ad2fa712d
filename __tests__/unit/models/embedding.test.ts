import { expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import { embeds, onlyExtra, wrongChoice, wrongList } from '../../../src/models/embedding.ts'

it('takes a text alone, unless said otherwise', () => {
  expect(embeds()).toMatchObject({ system: false, turns: false, prefill: false, images: [], s3Media: false })
  expect(embeds({ images: ['png'] })).toMatchObject({ images: ['png'], documents: [] })
})

it.each([
  ['sizes', 'there is only extra: {sizes}'],
  ['', 'Seer has no parameters']
])('hints at %j', (members, hint) => {
  expect(onlyExtra({ topK: 3 }, 'Seer', members)).toEqual([{ field: 'topK', message: 'Seer takes no topK', hint }])
})

it.each<[JsonObject | undefined, number]>([
  [undefined, 0],
  [{}, 0],
  [{ size: 2 }, 0],
  [{ size: '2' }, 1],
  [{ size: [2] }, 1],
  [{ size: null }, 1]
])('of %j finds %d wrong choices', (extra, expected) => {
  expect(wrongChoice(extra, { size: [1, 2] })).toHaveLength(expected)
})

it.each<[JsonObject | undefined, number]>([
  [undefined, 0],
  [{ types: ['a', 'b'] }, 0],
  [{ types: [] }, 0],
  [{ types: 'a' }, 1],
  [{ types: ['a', 'z'] }, 1]
])('of %j finds %d wrong lists', (extra, expected) => {
  expect(wrongList(extra, { types: ['a', 'b'] })).toHaveLength(expected)
})
