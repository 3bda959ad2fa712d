import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readModelId } from '../../../src/models/model-id.ts'

const account = '123456789012'

describe('takes apart', () => {
  it.each([
    ['amazon.nova-lite-v1:0', { bareId: 'amazon.nova-lite-v1:0', kind: 'foundation-model' }],
    ['deepseek.v3.2', { bareId: 'deepseek.v3.2', kind: 'foundation-model' }],
    ['moonshotai.kimi-k2.5', { bareId: 'moonshotai.kimi-k2.5', kind: 'foundation-model' }],
    ['us.anthropic.claude-opus-5', { bareId: 'anthropic.claude-opus-5', kind: 'inference-profile', geography: 'us' }],
    ['us-gov.amazon.nova-pro-v1:0', { bareId: 'amazon.nova-pro-v1:0', kind: 'inference-profile', geography: 'us-gov' }],
    ['jp.amazon.nova-2-lite-v1:0', { bareId: 'amazon.nova-2-lite-v1:0', kind: 'inference-profile', geography: 'jp' }],
    [
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0',
      { bareId: 'amazon.titan-embed-text-v2:0', kind: 'foundation-model', partition: 'aws', region: 'us-east-1' }
    ],
    [
      `arn:aws-us-gov:bedrock:us-gov-west-1:${account}:inference-profile/us-gov.amazon.nova-pro-v1:0`,
      {
        bareId: 'amazon.nova-pro-v1:0',
        kind: 'inference-profile',
        geography: 'us-gov',
        partition: 'aws-us-gov',
        region: 'us-gov-west-1'
      }
    ],
    [
      `arn:aws:bedrock:eu-west-1:${account}:application-inference-profile/a1b2c3d4e5f6`,
      { bareId: 'a1b2c3d4e5f6', kind: 'application-inference-profile', partition: 'aws', region: 'eu-west-1' }
    ],
    [
      `arn:aws:bedrock:us-east-1:${account}:custom-model/amazon.nova-lite-v1:0:300k/abcdef123456`,
      { bareId: 'amazon.nova-lite-v1:0', kind: 'custom-model', partition: 'aws', region: 'us-east-1' }
    ]
  ])('%s', (modelId, expected) => {
    expect(readModelId(modelId)).toEqual(expected)
  })
})

describe('refuses', () => {
  it.each([
    ['claude', /must look like provider\.model/],
    ['anthropic.claude_opus', /must look like/],
    ['anthropic claude', /must look like/],
    ['Anthropic.Claude', /must look like/],
    ['', /must look like/],
    ['amazon.nova-lite-v1:0\n', /must look like/],
    [`x.${'y'.repeat(2050)}`, /longer than 2048/],
    ['arn:aws:s3:::bucket', /not an ARN of Bedrock/],
    [`arn:aws:bedrock:us-east-1:${account}:provisioned-model/abc`, /Provisioned Throughput/],
    [`arn:aws:bedrock:us-east-1:${account}:imported-model/abc`, /an imported model/],
    [`arn:aws:bedrock:us-east-1:${account}:prompt-router/abc`, /a prompt router/],
    [`arn:aws:bedrock:us-east-1:${account}:foundation-model/amazon.nova-lite-v1:0`, /does not have the form/],
    ['arn:aws:bedrock:us-east-1::foundation-model/us.amazon.nova-lite-v1:0', /does not have the form/],
    ['arn:aws:bedrock:us-east-1::inference-profile/us.amazon.nova-lite-v1:0', /does not have the form/],
    [`arn:aws:bedrock:us-east-1:${account}:custom-model/amazon.nova-lite-v1:0/short`, /does not have the form/],
    [`arn:aws:bedrock:us-east-1:${account}:agent/abc`, /does not have the form/]
  ])('%j', (modelId, problem) => {
    expect(readModelId(modelId)).toEqual(expect.objectContaining({ problem: expect.stringMatching(problem) }))
  })

  it('shows the form that an ARN lacks', () => {
    const refusal = readModelId('arn:aws:bedrock:us-east-1::inference-profile/us.amazon.nova-lite-v1:0')

    expect(refusal).toMatchObject({ hint: expect.stringContaining('REGION:ACCOUNT:inference-profile/ID') })
  })
})

it('gives an answer for any text, and keeps raw text out of its messages', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const read = readModelId(text)

      // Control characters in a message could forge a line of the log.
      expect('problem' in read ? read.problem : '').not.toMatch(/[\u0000-\u001f]/)
    })
  )
})

it.each([
  ['arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/amazon.nova-lite-v1:0', 'aws-us-gov'],
  ['arn:aws-cn:bedrock:cn-north-1::foundation-model/newco.model-v1:0', 'aws-cn'],
  ['arn:aws-eusc:bedrock:eusc-de-east-1::foundation-model/amazon.nova-lite-v1:0', 'aws-eusc'],
  ['arn:aws:bedrock:eu-west-3::foundation-model/amazon.nova-lite-v1:0', 'aws']
])('%s is of the partition %s', (arn, partition) => {
  expect(readModelId(arn)).toMatchObject({ partition })
})

it.each([
  ['arn:aws:bedrock:us-gov-west-1::foundation-model/amazon.nova-lite-v1:0', 'aws-us-gov'],
  ['arn:aws:bedrock:cn-north-1::foundation-model/newco.model-v1:0', 'aws-cn'],
  ['arn:aws-us-gov:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0', 'aws']
])('%s lies in %s', (arn, partition) => {
  expect(readModelId(arn)).toEqual({
    problem: expect.stringContaining(`belongs to ${partition}`),
    hint: expect.stringContaining(`arn:${partition}:bedrock:`)
  })
})
