import { describe, expect, it } from '@jest/globals'
import {
  accountId,
  kmsKeyId,
  type Pattern,
  region,
  roleArn,
  s3Uri,
  specName,
  tagKey,
  tagValue,
  vpcId
} from '../../../src/spec/patterns.ts'

const cases: [string, Pattern, string[], string[]][] = [
  [
    's3Uri',
    s3Uri,
    ['s3://abc', 's3://my.bucket-1/', "s3://bucket/a/b-c_d!*'().e/"],
    [
      's3://ab',
      's3://-bucket',
      's3://Bucket',
      's3://bucket/a b',
      's3://bucket/a+b',
      's3://bucket/a=b',
      's3://bucket/a%20',
      's3://bucket//',
      's3:/bucket',
      's3://bucket/é',
      's3://bucket/a\n'
    ]
  ],
  [
    'roleArn',
    roleArn,
    [
      'arn:aws:iam::123456789012:role/x',
      'arn:aws-cn:iam::123456789012:role/path/to/x',
      'arn:aws-us-gov:iam::123456789012:role/x@y'
    ],
    [
      'arn:aws:iam::12345678901:role/x',
      'arn:aws:iam::123456789012:user/x',
      'arn:aws:iam::123456789012:role/',
      'arn:aws:sts::123456789012:assumed-role/x/y',
      'arn:aws:iam::123456789012:role/a b'
    ]
  ],
  [
    'kmsKeyId',
    kmsKeyId,
    [
      '12345678-1234-1234-1234-123456789012',
      'alias/my/key',
      'arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012',
      'arn:aws:kms:us-east-1:123456789012:alias/x'
    ],
    ['key', '1234', 'alias/', 'arn:aws:kms:us-east-1:123456789012:key/short']
  ],
  ['accountId', accountId, ['012345678901'], ['12345678901', '1234567890123', '12345678901a', '012345678901\n']],
  [
    'region',
    region,
    ['us-east-1', 'ap-southeast-5', 'us-gov-east-1', 'cn-north-1', 'eusc-de-east-1', 'us-isob-east-1', 'mx-central-1'],
    ['us-east', 'US-EAST-1', 'us_east_1', 'useast1', 'us-east-1a', '']
  ],
  ['vpcId', vpcId, ['subnet-0123456789abcdef0', 'sg-1'], ['', 'a b', 'a'.repeat(33)]],
  ['tagKey', tagKey, ['team', 'cost center', 'a:b/c=d+e@f-g.h_i'], ['', 'aws:x', 'AWS:x', 'a#b', 'ä', 'a'.repeat(129)]],
  ['tagValue', tagValue, ['', 'a b', 'x'.repeat(256)], ['a#b', 'x'.repeat(257)]],
  [
    'specName',
    specName,
    ['a', 'product-descriptions', '1-a', 'a'.repeat(40)],
    ['', '-a', 'a-', 'A', 'a_b', 'a b', 'a'.repeat(41), 'a\n']
  ]
]

describe.each(cases)('%s', (_name, pattern, right, wrong) => {
  it('takes what AWS takes', () => {
    expect(right.filter(text => !pattern.test.test(text))).toEqual([])
    expect(pattern.test.test(pattern.example)).toBe(true)
  })

  it('refuses what AWS refuses', () => {
    expect(wrong.filter(text => pattern.test.test(text))).toEqual([])
  })
})
