import { expect, it } from '@jest/globals'
import { modelResources } from '../../../src/aws/model-resources.ts'
import type { NamedModel } from '../../../src/aws/model-resources.ts'

const profileArn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123'

it.each<[string, NamedModel, string[]]>([
  [
    'a model itself',
    { modelId: 'amazon.nova-lite-v1:0', kind: 'foundation-model', bareId: 'amazon.nova-lite-v1:0' },
    ['arn:*:bedrock:*::foundation-model/amazon.nova-lite-v1:0']
  ],
  [
    'an inference profile and the model behind it',
    { modelId: 'us.amazon.nova-lite-v1:0', kind: 'inference-profile', bareId: 'amazon.nova-lite-v1:0' },
    [
      'arn:*:bedrock:*:*:inference-profile/*amazon.nova-lite-v1:0',
      'arn:*:bedrock:*::foundation-model/amazon.nova-lite-v1:0'
    ]
  ],
  [
    'an application inference profile and any model, for nobody tells which is behind it',
    { modelId: profileArn, kind: 'application-inference-profile', bareId: 'abc123' },
    [profileArn, 'arn:*:bedrock:*:*:inference-profile/*', 'arn:*:bedrock:*::foundation-model/*']
  ]
])('A policy names %s', (_what, model, expected) => {
  expect(modelResources(model)).toEqual(expected)
})
