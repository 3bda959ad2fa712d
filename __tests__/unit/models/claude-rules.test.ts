import { expect, it } from '@jest/globals'
import { checkClaude } from '../../../src/models/claude-rules.ts'
import type { Parameters } from '../../../src/models/family.ts'

const haiku45 = 'anthropic.claude-haiku-4-5-20251001-v1:0'
const sonnet35 = 'anthropic.claude-3-5-sonnet-20241022-v2:0'
const both = { temperature: 0.2, topP: 0.9 }

it.each<[string, Parameters, string[]]>([
  ['anthropic.claude-3-haiku-20240307-v1:0', { maxTokens: 4096, ...both, topK: 500 }, []],
  ['anthropic.claude-3-haiku-20240307-v1:0', { maxTokens: 4097 }, ['error maxTokens']],
  [sonnet35, { maxTokens: 8192, ...both }, []],
  ['anthropic.claude-3-7-sonnet-20250219-v1:0', { maxTokens: 128_000 }, []],
  ['anthropic.claude-opus-4-1-20250805-v1:0', { maxTokens: 32_001, ...both }, ['error maxTokens', 'warning topP']],
  ['anthropic.claude-sonnet-4-5-20250929-v1:0', { maxTokens: 100, ...both }, ['error topP']],
  [haiku45, { maxTokens: 64_000, temperature: 1 }, []],
  [haiku45, { maxTokens: 64_001, ...both }, ['error maxTokens', 'error topP']],
  ['anthropic.claude-opus-4-5-20251101-v1:0', { maxTokens: 100, ...both }, ['warning topP']],
  ['anthropic.claude-opus-4-6-v1', { maxTokens: 128_000, ...both }, ['warning topP']],
  ['anthropic.claude-opus-5', { maxTokens: 128_000 }, []],
  ['anthropic.claude-opus-5', { maxTokens: 100, ...both, topK: 3 }, ['error temperature', 'error topP', 'error topK']],
  ['anthropic.claude-opus-5-5', { maxTokens: 100, temperature: 0 }, ['warning temperature']],
  ['anthropic.claude-opus-9', { maxTokens: 1_000_000, ...both }, []],
  [sonnet35, { maxTokens: 1, stop: ['\n\nHuman:'] }, []],
  [sonnet35, { maxTokens: 1, stop: ['END', '\n\n'] }, ['error stop']],
  [sonnet35, {}, ['error maxTokens']],
  [sonnet35, { extra: { max_tokens: 7 } }, []],
  [sonnet35, { maxTokens: 1, temperature: 1.5, topP: -1, topK: 501 }, ['error temperature', 'error topP', 'error topK']]
])('judges %s with %j', (bareId, parameters, expected) => {
  const found = checkClaude(bareId, parameters).map(({ severity = 'error', field }) => `${severity} ${field}`)

  expect(found).toEqual(expected)
})

it('says what is wrong and what to do', () => {
  const [ceiling, sampling] = checkClaude(haiku45, { maxTokens: 64_001, ...both })

  expect(ceiling?.message).toBe(`maxTokens is at most 64000 for ${haiku45}, not 64001`)
  expect(sampling).toMatchObject({
    message: `${haiku45} takes temperature or topP, not both`,
    hint: 'remove one of them'
  })
})
