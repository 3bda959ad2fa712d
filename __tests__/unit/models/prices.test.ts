import { expect, it } from '@jest/globals'
import type { Geography } from '../../../src/models/model-id.ts'
import { billedBy, priceOf } from '../../../src/models/prices.ts'

it.each<[string, Geography | undefined, number, number]>([
  ['anthropic.claude-haiku-4-5-20251001-v1:0', 'us', 1.1, 5.5],
  ['anthropic.claude-haiku-4-5-20251001-v1:0', 'global', 1, 5],
  ['anthropic.claude-opus-4-5-20251101-v1:0', 'eu', 5.5, 27.5],
  ['amazon.nova-lite-v1:0', undefined, 0.06, 0.24],
  ['amazon.nova-2-lite-v1:0', undefined, 0.33, 2.75],
  ['nvidia.nemotron-nano-9b-v2', undefined, 0.06, 0.23],
  ['amazon.titan-embed-text-v1', undefined, 0.1, 0],
  ['amazon.titan-embed-text-v2:0', undefined, 0.02, 0],
  ['meta.llama3-1-405b-instruct-v1:0', undefined, 2.4, 2.4],
  ['amazon.nova-2-multimodal-embeddings-v1:0', undefined, 0.135, 0],
  ['cohere.embed-english-v3', undefined, 0.1, 0],
  ['cohere.embed-v4:0', 'us', 0.12, 0]
])('of %s in %s is %d in and %d out', async (bareId, geography, input, output) => {
  expect(await priceOf(bareId, geography)).toMatchObject({
    inputPerMillionUsd: input,
    outputPerMillionUsd: output,
    batchFactor: 0.5,
    source: expect.any(String),
    asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/)
  })
})

it.each([
  'newco.model',
  'stability.stable-image-core-v1:1',
  'twelvelabs.pegasus-1-2-v1:0',
  'amazon.titan-embed-image-v1',
  'deepseek.v3.2',
  'amazon.titan-embed-text-v3:0',
  'a1b2c3d4e5f6',
  '__proto__'
])('of %s is unknown', async bareId => {
  expect(await priceOf(bareId, undefined)).toBeUndefined()
})

it('is what the spec says, where it says one', async () => {
  const price = await priceOf('amazon.nova-lite-v1:0', 'us', { inputPerMillionUsd: 7, outputPerMillionUsd: 8 })

  expect(price).toEqual({ inputPerMillionUsd: 7, outputPerMillionUsd: 8, batchFactor: 0.5, source: 'the spec' })
})

it('lets the spec change the batch factor', async () => {
  const override = { inputPerMillionUsd: 7, outputPerMillionUsd: 8, batchFactor: 1 }

  expect(await priceOf('newco.model', undefined, override)).toMatchObject({ batchFactor: 1 })
})

it.each(['amazon.titan-embed-text-v2:0', 'cohere.embed-v4:0', 'amazon.nova-lite-v1:0'])(
  'of %s does not claim to be AWS’s own',
  async bareId => {
    const price = await priceOf(bareId, undefined)

    expect(price?.source).toMatch(/third parties|genai-prices/)
    expect(price?.source).not.toMatch(/AWS/)
  }
)

it('says what it leaves out', async () => {
  expect((await priceOf('cohere.embed-v4:0', undefined))?.source).toMatch(/without pictures$/)
})

it.each([
  ['stability.sd3-5-large-v1:0', 'by the picture'],
  ['twelvelabs.pegasus-1-2-v1:0', 'by the second of video'],
  ['amazon.nova-lite-v1:0', undefined]
])('of %s goes %s', (bareId, expected) => {
  expect(billedBy(bareId)).toBe(expected)
})
