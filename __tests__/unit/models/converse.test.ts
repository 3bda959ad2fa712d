import { describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/json.ts'
import { converse } from '../../../src/models/converse.ts'
import type { Parameters } from '../../../src/models/family.ts'

function answer(content: JsonObject[], members: JsonObject = {}): JsonObject {
  return { output: { message: { role: 'assistant', content } }, stopReason: 'end_turn', ...members }
}

it('writes the messages alone for a bare question', () => {
  const rendered = converse.render({ kind: 'chat', messages: [{ role: 'user', content: [{ text: 'Hello' }] }] }, {})

  expect(rendered).toEqual({ messages: [{ role: 'user', content: [{ text: 'Hello' }] }] })
})

describe('stop reasons', () => {
  it.each([
    ['end_turn', 'end'],
    ['stop_sequence', 'stop-sequence'],
    ['max_tokens', 'max-tokens'],
    ['model_context_window_exceeded', 'max-tokens'],
    ['content_filtered', 'filtered'],
    ['guardrail_intervened', 'filtered'],
    ['tool_use', 'tool-use'],
    ['malformed_model_output', 'other']
  ])('%s means %s', (word, stop) => {
    expect(converse.parse(answer([], { stopReason: word }))).toMatchObject({ content: '', stop, stopDetail: word })
  })
})

it('joins the texts of all blocks and takes null for absent', () => {
  const content = [
    { text: 'A', image: null },
    { text: null, toolUse: { name: 'f' } },
    { text: 'B' },
    { reasoningContent: { reasoningText: null, redactedContent: 'xyz' } }
  ]

  expect(converse.parse(answer(content))).toEqual({ content: 'AB', stop: 'end', stopDetail: 'end_turn', usage: {} })
})

it('counts cached tokens', () => {
  const usage = { inputTokens: 1, outputTokens: 2, cacheReadInputTokens: 3, cacheWriteInputTokens: 4 }

  expect(converse.parse(answer([], { usage })).usage).toEqual({
    inputTokens: 1,
    outputTokens: 2,
    cacheReadTokens: 3,
    cacheWriteTokens: 4
  })
})

it.each<[JsonObject, string]>([
  [{ output: { message: {} } }, 'output.message.content'],
  [answer([{ text: 7 }]), 'output.message.content[0].text'],
  [
    answer([{ text: 'A' }, { reasoningContent: { reasoningText: { text: {} } } }]),
    'output.message.content[1].reasoningContent.reasoningText.text'
  ]
])('names the path of what is wrong in %j', (output, path) => {
  expect(() => converse.parse(output)).toThrow(expect.objectContaining({ name: 'ShapeError', path }))
})

it.each<[Parameters, string[]]>([
  [{ maxTokens: 1, temperature: 0, topP: 1, stop: ['x'] }, []],
  [{ maxTokens: 0, temperature: 1.5, topP: -0.1 }, ['error maxTokens', 'error temperature', 'error topP']],
  [{ topK: 20 }, ['error topK']],
  [{ stop: Array.from({ length: 2501 }, () => 'x') }, ['error stop']],
  [{ extra: { additionalModelRequestFields: { top_k: 20 } } }, []],
  [{ extra: { modelId: 'x' } }, ['error extra']],
  [{ extra: { toolConfig: {}, guardrailConfig: {} } }, ['warning extra', 'warning extra']]
])('judges %j', (parameters, expected) => {
  const found = converse
    .check?.('qwen.qwen3-32b-v1:0', parameters)
    .map(({ severity = 'error', field }) => `${severity} ${field}`)

  expect(found).toEqual(expected)
})

it('shows where topK goes instead', () => {
  const [problem] = converse.check?.('qwen.qwen3-32b-v1:0', { topK: 20 }) ?? []

  expect(problem?.hint).toContain('extra: {additionalModelRequestFields: {top_k: 20}}')
})

it.each<[string, Parameters, string[]]>([
  ['anthropic.claude-haiku-4-5-20251001-v1:0', { temperature: 0.1, topP: 0.9 }, ['error topP']],
  ['anthropic.claude-opus-5', { temperature: 0.1 }, ['error temperature']],
  ['mistral.mistral-large-3-675b-instruct', { maxTokens: 40_000 }, ['warning maxTokens']],
  ['deepseek.r1-v1:0', { maxTokens: 40_000 }, ['error maxTokens']],
  ['qwen.qwen3-32b-v1:0', { maxTokens: 400_000 }, []]
])('knows of %s what it makes of %j', (bareId, parameters, expected) => {
  const found = converse.check?.(bareId, parameters).map(({ severity = 'error', field }) => `${severity} ${field}`)

  expect(found).toEqual(expected)
})

it('gives a document the name that Converse insists on', () => {
  const source = { base64: 'QUJD' }
  const content = [
    { document: { format: 'pdf', source } },
    { image: { format: 'png', source } },
    { text: 'Why?' }
  ] as const

  const rendered = converse.render({ kind: 'chat', messages: [{ role: 'user', content }] }, {})

  expect(rendered['messages']).toEqual([
    {
      role: 'user',
      content: [
        { document: { format: 'pdf', name: 'document', source: { bytes: 'QUJD' } } },
        { image: { format: 'png', source: { bytes: 'QUJD' } } },
        { text: 'Why?' }
      ]
    }
  ])
})
