import { expect, it } from '@jest/globals'
import type { Parameters } from '../../../src/models/family.ts'
import { nova } from '../../../src/models/nova.ts'

const asked = { kind: 'chat', messages: [{ role: 'user', content: [{ text: 'Hello' }] }] } as const

it('writes no inferenceConfig where nothing is asked of it', () => {
  expect(nova.render(asked, {})).toEqual({
    schemaVersion: 'messages-v1',
    messages: [{ role: 'user', content: [{ text: 'Hello' }] }]
  })
})

it('lets extra turn reasoning on', () => {
  const extra = { inferenceConfig: { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } } }

  const rendered = nova.render(asked, { maxTokens: 9, extra })

  expect(rendered['inferenceConfig']).toEqual({ maxTokens: 9, ...extra.inferenceConfig })
})

it('keeps the reasoning of Nova 2 apart', () => {
  const content = [{ reasoningContent: { reasoningText: { text: 'Hm.' } } }, { text: 'Yes.' }]

  const completion = nova.parse({ output: { message: { role: 'assistant', content } }, stopReason: 'end_turn' })

  expect(completion).toEqual({ content: 'Yes.', reasoning: 'Hm.', stop: 'end', stopDetail: 'end_turn', usage: {} })
})

it.each<[string, Parameters, string[]]>([
  ['amazon.nova-lite-v1:0', { maxTokens: 5000, temperature: 0, topP: 1, topK: 128 }, []],
  ['amazon.nova-lite-v1:0', { maxTokens: 5001 }, ['warning maxTokens']],
  ['amazon.nova-lite-v1:0', { maxTokens: 10_001 }, ['error maxTokens']],
  ['amazon.nova-premier-v1:0', { maxTokens: 25_000 }, []],
  ['amazon.nova-premier-v1:0', { maxTokens: 32_000 }, ['warning maxTokens']],
  ['amazon.nova-2-lite-v1:0', { maxTokens: 65_535 }, []],
  ['amazon.nova-2-lite-v1:0', { maxTokens: 65_536 }, ['warning maxTokens']],
  ['amazon.nova-pro-v1:0', { temperature: 1.1, topP: 2, topK: 129 }, ['error temperature', 'error topP', 'error topK']]
])('judges %s with %j', (bareId, parameters, expected) => {
  const found = nova.check?.(bareId, parameters).map(({ severity = 'error', field }) => `${severity} ${field}`)

  expect(found).toEqual(expected)
})

it.each([
  ['amazon.nova-micro-v1:0', true],
  ['amazon.nova-2-lite-v1:0', true],
  ['amazon.nova-canvas-v1:0', false],
  ['amazon.nova-2-multimodal-embeddings-v1:0', false]
])('speaks for %s: %s', (bareId, expected) => {
  expect(nova.modelIds.test(bareId)).toBe(expected)
})

it.each([
  ['amazon.nova-micro-v1:0', [], []],
  ['amazon.nova-lite-v1:0', ['png', 'jpeg', 'gif', 'webp'], []],
  ['amazon.nova-2-lite-v1:0', ['png', 'jpeg', 'gif', 'webp'], []]
])('knows what %s sees', (bareId, images, documents) => {
  expect(nova.can?.(bareId)).toMatchObject({ images, documents })
})

it('names a video in S3 as the schema has it', () => {
  const source = { s3Uri: 's3://bucket/a.mp4', sha256: 'x', bucketOwner: '123456789012' }

  const rendered = nova.render(
    { kind: 'chat', messages: [{ role: 'user', content: [{ video: { format: 'mp4', source } }, { text: 'Sum up' }] }] },
    {}
  )

  expect(rendered['messages']).toEqual([
    {
      role: 'user',
      content: [
        {
          video: { format: 'mp4', source: { s3Location: { uri: 's3://bucket/a.mp4', bucketOwner: '123456789012' } } }
        },
        { text: 'Sum up' }
      ]
    }
  ])
})
