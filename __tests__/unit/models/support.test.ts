import { describe, expect, it } from '@jest/globals'
import { resolveModel } from '../../../src/models/registry.ts'
import { adviseOn, mayBeInBatch, type SupportOverride, type Wishes } from '../../../src/models/support.ts'

function advice(modelId: string, region: string, wishes: Wishes = {}): string {
  const resolution = resolveModel(modelId, 'auto')
  if ('problem' in resolution) throw new Error(resolution.problem)
  return adviseOn(resolution.model, region, wishes).join('\n')
}

it.each([
  ['amazon.nova-lite-v1:0', 'us-east-1'],
  ['eu.amazon.nova-lite-v1:0', 'eu-west-3'],
  ['us.anthropic.claude-opus-5', 'us-west-2'],
  ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'ca-central-1'],
  ['jp.anthropic.claude-haiku-4-5-20251001-v1:0', 'ap-northeast-1'],
  ['global.anthropic.claude-opus-5', 'af-south-1'],
  ['newco.model-v1:0', 'eu-west-3'],
  ['arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6', 'us-east-1']
])('has nothing to say about %s in %s', (modelId, region) => {
  expect(advice(modelId, region)).toBe('')
})

it.each([
  ['amazon.titan-embed-text-v2:0', 'eu-west-3', 'in eu-west-3; it lists us-east-1, us-west-2, eu-central-1'],
  ['amazon.nova-lite-v1:0', 'eu-west-3', 'only through an inference profile: eu.amazon.nova-lite-v1:0'],
  [
    'us.anthropic.claude-opus-5',
    'eu-west-3',
    'from there call eu.anthropic.claude-opus-5 or global.anthropic.claude-opus-5'
  ],
  ['eu.anthropic.claude-opus-5', 'us-east-1', 'profiles of "eu." are not called from us-east-1'],
  ['us.anthropic.claude-sonnet-5', 'us-east-1', 'AWS lists no batch for anthropic.claude-sonnet-5 (as of'],
  ['us.meta.llama3-1-405b-instruct-v1:0', 'us-west-2', 'use the model id itself there'],
  ['anthropic.claude-3-haiku-20240307-v1:0', 'us-east-1', '2026-09-10 as the last day'],
  ['arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0', 'us-west-2', 'is of us-east-1, but the job']
])('advises on %s in %s', (modelId, region, expected) => {
  expect(advice(modelId, region)).toContain(expected)
})

it('names a few regions, those where most people work first', () => {
  const text = advice('zai.glm-4.7', 'eu-west-3')

  expect(text).toMatch(/it lists us-east-1, us-west-2, ap-northeast-1, .* and 4 more/)
})

describe('the spec’s own word', () => {
  it.each<[string, string, Wishes, RegExp]>([
    [
      'cohere.embed-v4:0',
      'eu-west-3',
      {},
      /^AWS lists no batch for cohere\.embed-v4:0 \(as of .*\), so it is asked on demand/
    ],
    ['cohere.embed-v4:0', 'eu-west-3', { inference: 'batch' }, /no batch .*; a job for it may be refused$/],
    ['cohere.embed-v4:0', 'eu-west-3', { inference: 'on-demand' }, /^$/],
    ['cohere.embed-v4:0', 'eu-west-3', { support: { batch: true } }, /^$/],
    ['cohere.embed-v4:0', 'eu-west-3', { support: { regions: ['eu-west-3'] } }, /^$/],
    [
      'cohere.embed-v4:0',
      'eu-west-3',
      { support: { regions: ['us-east-1'] } },
      /the spec lists no batch .* it lists us-east-1$/
    ],
    ['amazon.titan-embed-text-v2:0', 'eu-west-3', { support: { regions: ['eu-west-3'] } }, /^$/],
    ['amazon.titan-embed-text-v2:0', 'eu-west-3', { inference: 'on-demand' }, /^$/],
    [
      'amazon.nova-lite-v1:0',
      'us-east-1',
      { support: { batch: false } },
      /^the spec says that there is no batch for amazon/
    ],
    ['newco.model-v1:0', 'us-east-1', { support: { batch: false } }, /^the spec says that there is no batch for newco/]
  ])('on %s in %s with %j', (modelId, region, wishes, expected) => {
    expect(advice(modelId, region, wishes)).toMatch(expected)
  })
})

it.each<[string, SupportOverride | undefined, boolean]>([
  ['amazon.nova-lite-v1:0', undefined, true],
  ['cohere.embed-v4:0', undefined, false],
  ['zai.glm-5', undefined, true],
  ['newco.model-v1:0', undefined, true],
  ['cohere.embed-v4:0', { batch: true }, true],
  ['cohere.embed-v4:0', { regions: ['us-east-1'] }, true],
  ['amazon.nova-lite-v1:0', { batch: false }, false]
])('%s with %j may be in batch: %s', (bareId, support, expected) => {
  expect(mayBeInBatch(bareId, support)).toBe(expected)
})
