import { expect, it } from '@jest/globals'
import type { Parameters } from '../../../src/models/family.ts'
import { titanEmbedTextV1 } from '../../../src/models/titan-embed-text-v1.ts'

const bareId = 'amazon.titan-embed-text-v1'

it.each<[Parameters, readonly (readonly [string, RegExp])[]]>([
  [{}, []],
  [{ extra: { somethingNew: 1 } }, []],
  [{ extra: { dimensions: 512 } }, [['extra', /takes no dimensions/]]],
  [
    { maxTokens: 5, extra: { normalize: true, embeddingTypes: ['float'] } },
    [
      ['maxTokens', /takes no maxTokens/],
      ['extra', /takes no normalize/],
      ['extra', /takes no embeddingTypes/]
    ]
  ]
])('of %j says what has no place', (parameters, expected) => {
  const problems = titanEmbedTextV1.check?.(bareId, parameters) ?? []

  expect(problems.map(({ field, message }) => [field, message])).toEqual(
    expected.map(([field, message]) => [field, expect.stringMatching(message)])
  )
})

it.each([
  ['amazon.titan-embed-text-v1', true],
  ['amazon.titan-embed-g1-text-02', true],
  ['amazon.titan-embed-text-v2:0', false],
  ['amazon.titan-embed-image-v1', false]
])('takes %s: %s', (id, expected) => {
  expect(titanEmbedTextV1.modelIds.test(id)).toBe(expected)
})
