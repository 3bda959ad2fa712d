import { describe, expect, it } from '@jest/globals'
import { sessionPolicy } from '../../../src/aws/session-policy.ts'
import type { Narrowing } from '../../../src/aws/session-policy.ts'
import { readPolicy } from '../../../src/emulator/signature/authority.ts'

interface Statement {
  readonly Action: string | string[]
  readonly Resource: string | string[]
}

const role = 'arn:aws:iam::123456789012:role/service'
const model = 'arn:*:bedrock:*::foundation-model/amazon.nova-lite-v1:0'

function policyFor(more: Partial<Narrowing> = {}): string {
  return sessionPolicy({
    mode: 'run',
    pays: true,
    bucket: 'b',
    prefix: 'some/prefix',
    serviceRoleArn: role,
    models: [model],
    ...more
  })
}

function statements(policy: string): Statement[] {
  return (JSON.parse(policy) as { Statement: Statement[] }).Statement
}

function actionsOf(policy: string): string[] {
  return statements(policy)
    .flatMap(({ Action }) => Action)
    .sort()
}

describe('The session policy', () => {
  it('allows one prefix of one bucket, one model, and to pass one role', () => {
    const policy = policyFor()

    const resources = statements(policy).flatMap(({ Resource }) => Resource)
    expect(new Set(resources)).toEqual(
      new Set([
        '*',
        'arn:*:s3:::b',
        'arn:*:s3:::b/some/prefix/*',
        'arn:*:bedrock:*:*:model-invocation-job/*',
        model,
        role
      ])
    )
    expect(statements(policy).filter(({ Resource }) => Resource === '*')).toMatchObject([
      { Action: 'bedrock:ListModelInvocationJobs' }
    ])
    expect(policy.length).toBeLessThanOrEqual(2048)
  })

  it('is the whole bucket where there is no prefix, and names another bucket for the output', () => {
    const policy = policyFor({ prefix: '', output: { bucket: 'out', prefix: 'o' } })

    expect(policy).toContain('"arn:*:s3:::b/*"')
    expect(policy).toContain('"arn:*:s3:::out/o/*"')
  })

  it('lets datasets and media be read where they lie, and nothing be written there', () => {
    const reading = [
      { bucket: 'data', prefix: 'shop/2026-' },
      { bucket: 'data', prefix: 'films/' }
    ]

    const added = statements(policyFor({ reading })).filter(({ Resource }) =>
      JSON.stringify(Resource).includes(':data/')
    )

    expect(added).toEqual([
      { Effect: 'Allow', Action: 's3:GetObject', Resource: ['arn:*:s3:::data/shop/2026-*', 'arn:*:s3:::data/films/*'] }
    ])
  })

  it.each<[Narrowing['mode'], boolean, string[]]>([
    [
      'run',
      true,
      [
        'bedrock:CreateModelInvocationJob',
        'bedrock:GetModelInvocationJob',
        'bedrock:InvokeModel',
        'bedrock:ListModelInvocationJobs',
        'bedrock:StopModelInvocationJob',
        'bedrock:TagResource',
        'iam:PassRole',
        's3:DeleteObject',
        's3:GetObject',
        's3:ListBucket',
        's3:PutObject'
      ]
    ],
    [
      'collect',
      false,
      [
        'bedrock:GetModelInvocationJob',
        'bedrock:ListModelInvocationJobs',
        's3:GetObject',
        's3:ListBucket',
        's3:PutObject'
      ]
    ],
    [
      'plan',
      false,
      ['bedrock:GetModelInvocationJob', 'bedrock:ListModelInvocationJobs', 's3:GetObject', 's3:ListBucket']
    ],
    [
      'stop',
      false,
      [
        'bedrock:GetModelInvocationJob',
        'bedrock:ListModelInvocationJobs',
        'bedrock:StopModelInvocationJob',
        's3:ListBucket'
      ]
    ]
  ])('of mode %s allows what the mode does and no more', (mode, pays, actions) => {
    expect(actionsOf(policyFor({ mode, pays }))).toEqual(actions)
  })

  it('is a policy by the emulator’s own reading', () => {
    expect(readPolicy(policyFor())).toBeDefined()
  })
})
