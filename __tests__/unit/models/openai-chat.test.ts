import { expect, it } from '@jest/globals'
import type { Parameters } from '../../../src/models/family.ts'
import { openAiChat } from '../../../src/models/openai-chat.ts'

it.each([
  ['qwen.qwen3-vl-235b-a22b', true],
  ['moonshotai.kimi-k2.5', true],
  ['qwen.qwen3-32b-v1:0', false]
])('knows whether %s sees: %s', (bareId, sees) => {
  const can = openAiChat.can?.(bareId)

  expect((can?.images.length ?? 0) > 0).toBe(sees)
  expect(can).toMatchObject({ documents: [], videos: [], s3Media: false })
})

it.each<[string, Parameters, string[]]>([
  ['qwen.qwen3-32b-v1:0', { temperature: 0.7 }, []],
  ['moonshotai.kimi-k2.5', { temperature: 0.7 }, ['warning maxTokens']],
  ['moonshotai.kimi-k2.5', { extra: { max_tokens: 9 } }, []],
  ['moonshotai.kimi-k2.5', { maxTokens: 300_000 }, ['warning maxTokens']],
  ['zai.glm-4.7', { topK: 5 }, ['error topK']]
])('judges %s with %j', (bareId, parameters, expected) => {
  const found = openAiChat.check?.(bareId, parameters)

  expect(found?.map(({ severity = 'error', field }) => `${severity} ${field}`)).toEqual(expected)
})
