import { describe, expect, it } from '@jest/globals'
import { judgeModel } from '../../../../../src/emulator/bedrock/models/catalogue.ts'

describe('judgeModel', () => {
  it.each([
    ['anthropic.claude-3-haiku-20240307-v1:0', 'ok'],
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'profile-only'],
    ['global.anthropic.claude-sonnet-4-5-20250929-v1:0', 'ok'],
    ['arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-5', 'ok'],
    ['arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123', 'ok'],
    ['us.anthropic.claude-sonnet-5', 'no-batch'],
    ['amazon.nova-premier-v1:0', 'profile-only'],
    ['amazon.nova-canvas-v1:0', 'no-batch'],
    ['amazon.nova-micro-v1', 'unknown'],
    ['cohere.embed-v4:0', 'no-batch'],
    ['acme.model-1', 'unknown']
  ])('%s is %s', (modelId, verdict) => {
    expect(judgeModel(modelId)).toBe(verdict)
  })
})
