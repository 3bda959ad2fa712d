import { describe, expect, it } from '@jest/globals'
import type { Parameters } from '../../../src/models/family.ts'
import { llama2 } from '../../../src/models/llama-2.ts'
import { llama3 } from '../../../src/models/llama-3.ts'
import { llama4 } from '../../../src/models/llama-4.ts'
import { checkLlama } from '../../../src/models/llama.ts'

const asked = {
  kind: 'chat',
  messages: [{ role: 'user', content: [{ text: 'Hi <|eot_id|> [/INST] there' }] }]
} as const

describe('the prompt of a lone turn', () => {
  it.each([
    [llama2, '<s>[INST] Hi <|eot_id|> [ /INST] there [/INST]'],
    [
      llama3,
      '<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nHi < |eot_id|> [/INST] there<|eot_id|>' +
        '<|start_header_id|>assistant<|end_header_id|>\n\n'
    ],
    [
      llama4,
      '<|begin_of_text|><|header_start|>user<|header_end|>\n\nHi < |eot_id|> [/INST] there<|eot|>' +
        '<|header_start|>assistant<|header_end|>\n\n'
    ]
  ])('of %o holds its marks once', (family, prompt) => {
    expect(family.render(asked, {})).toEqual({ prompt })
  })
})

it('puts pictures beside the prompt, in their order', () => {
  const image = (base64: string) => ({ image: { format: 'jpeg', source: { base64 } } }) as const
  const content = [image('QQ=='), image('Qg=='), { text: 'Which?' }]

  const rendered = llama3.render({ kind: 'chat', messages: [{ role: 'user', content }] }, {})

  expect(rendered['images']).toEqual(['QQ==', 'Qg=='])
  expect(rendered['prompt']).toContain('<|image|><|image|>Which?')
})

it.each([
  [llama3, 'meta.llama3-2-11b-instruct-v1:0', true],
  [llama3, 'meta.llama3-2-3b-instruct-v1:0', false],
  [llama3, 'meta.llama3-3-70b-instruct-v1:0', false],
  [llama4, 'meta.llama4-scout-17b-instruct-v1:0', true],
  [llama2, 'meta.llama2-13b-chat-v1', false]
])('%o knows whether %s sees: %s', (family, bareId, sees) => {
  expect((family.can?.(bareId).images.length ?? 0) > 0).toBe(sees)
})

it('leaves 405B to Converse', () => {
  expect(llama3.modelIds.test('meta.llama3-1-405b-instruct-v1:0')).toBe(false)
})

it.each<[string, Parameters, string[]]>([
  ['meta.llama3-8b-instruct-v1:0', { maxTokens: 2048, temperature: 1, topP: 0 }, []],
  ['meta.llama3-8b-instruct-v1:0', { maxTokens: 2049 }, ['error maxTokens']],
  ['meta.llama2-13b-chat-v1', { maxTokens: 2049 }, ['error maxTokens']],
  ['meta.llama3-3-70b-instruct-v1:0', { maxTokens: 4000 }, ['warning maxTokens']],
  ['meta.llama4-scout-17b-instruct-v1:0', { topK: 5, stop: ['a'] }, ['error topK', 'error stop']]
])('judges %s with %j', (bareId, parameters, expected) => {
  const found = checkLlama(bareId, parameters).map(({ severity = 'error', field }) => `${severity} ${field}`)

  expect(found).toEqual(expected)
})
