import { expect, it } from '@jest/globals'
import type { Parameters } from '../../../src/models/family.ts'
import { mistralChat } from '../../../src/models/mistral-chat.ts'

it.each([
  ['mistral.pixtral-large-2502-v1:0', true],
  ['mistral.mistral-large-2407-v1:0', false]
])('knows whether %s sees: %s', (bareId, sees) => {
  expect((mistralChat.can?.(bareId).images.length ?? 0) > 0).toBe(sees)
})

it.each<[string, Parameters, string[]]>([
  ['mistral.mistral-large-2407-v1:0', { maxTokens: 8192, temperature: 1, topP: 1, stop: ['a'] }, []],
  ['mistral.mistral-large-2407-v1:0', { maxTokens: 8193, topK: 4 }, ['topK', 'maxTokens']],
  ['mistral.pixtral-large-2502-v1:0', { maxTokens: 20_000, temperature: 1.5 }, ['temperature']]
])('judges %s with %j', (bareId, parameters, expected) => {
  expect(mistralChat.check?.(bareId, parameters).map(({ field }) => field)).toEqual(expected)
})
