import { describe, expect, it } from '@jest/globals'
import { denied, deniedMessage, readPolicy } from '../../../../src/emulator/signature/authority.ts'

const principalArn = 'arn:aws:sts::123456789012:assumed-role/ci/run'
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 's3:*Object', Resource: ['arn:aws:s3:::b/a/*', 'arn:aws:s3:::b/?'] },
    { Effect: 'Deny', Action: ['s3:DeleteObject'], Resource: '*' }
  ]
})

describe('a session policy', () => {
  it.each([
    ['s3:PutObject', 'arn:aws:s3:::b/a/x/y', undefined],
    ['S3:putobject', 'arn:aws:s3:::b/z', undefined],
    ['s3:PutObject', 'arn:aws:s3:::b/zz', 'because no session policy allows the s3:PutObject action'],
    ['s3:PutObject', 'arn:aws:s3:::B/a/x', 'because no session policy allows the s3:PutObject action'],
    ['s3:ListBucket', 'arn:aws:s3:::b', 'because no session policy allows the s3:ListBucket action'],
    ['s3:DeleteObject', 'arn:aws:s3:::b/a/x', 'with an explicit deny in a session policy']
  ])('says of %s on %s: %s', (action, resource, expected) => {
    expect(denied({ principalArn, policy }, action, resource)).toBe(expected)
  })

  it('never allows what the hook denies', () => {
    const why = denied({ principalArn, policy }, 's3:PutObject', 'arn:aws:s3:::b/a/x', () => false)

    expect(why).toBe('because no identity-based policy allows the s3:PutObject action')
  })

  it.each([
    '',
    '[]',
    '{}',
    '{"Statement":{"Effect":"Maybe","Action":"*","Resource":"*"}}',
    '{"Statement":{"Effect":"Allow","NotAction":"*","Resource":"*"}}'
  ])('cannot be %j', text => {
    expect(readPolicy(text)).toBeUndefined()
  })
})

it('is worded as AWS does, with the reason of the hook', () => {
  const why = denied(
    { principalArn },
    's3:GetObject',
    'arn:aws:s3:::b/k',
    () => 'with an explicit deny in a resource-based policy'
  )

  expect(deniedMessage(principalArn, 's3:GetObject', '"arn:aws:s3:::b/k"', why ?? '')).toBe(
    `User: ${principalArn} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in a resource-based policy`
  )
})
