import { expect, it } from '@jest/globals'
import { editDistance, nearest } from '../../../src/models/nearest.ts'

it.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['abc', 'abd', 1],
  ['abc', 'acb', 1],
  ['abc', 'ab', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3]
])('from %j to %j it is %d edits', (a, b, expected) => {
  expect(editDistance(a, b, 9)).toBe(expected)
})

it('gives up above the bound', () => {
  expect(editDistance('aaaa', 'bbbb', 2)).toBe(3)
  expect(editDistance('a', 'aaaaaaaa', 2)).toBe(3)
})

it.each([
  ['amazon.nova-lte-v1:0', 'amazon.nova-lite-v1:0'],
  ['nova-lite', 'amazon.nova-lite-v1:0'],
  ['AMAZON.nova_pro_v1:0', 'amazon.nova-pro-v1:0'],
  ['gpt-4o', undefined]
])('takes %s for %s', (word, expected) => {
  expect(nearest(word, ['amazon.nova-lite-v1:0', 'amazon.nova-pro-v1:0', 'anthropic.claude-opus-5'])).toBe(expected)
})
