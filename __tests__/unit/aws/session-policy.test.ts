import { describe, expect, it } from '@jest/globals'
import { sessionPolicy } from '../../../src/aws/session-policy.ts'
import { readPolicy } from '../../../src/emulator/signature/authority.ts'

interface Statement {
  readonly Action: string | string[]
  readonly Resource: string | string[]
}

function statements(policy: string): Statement[] {
  return (JSON.parse(policy) as { Statement: Statement[] }).Statement
}

describe('The session policy', () => {
  const role = 'arn:aws:iam::123456789012:role/service'

  it('allows one prefix of one bucket, and to pass one role', () => {
    const policy = sessionPolicy({ bucket: 'b', prefix: 'some/prefix', serviceRoleArn: role, pays: true })

    const resources = statements(policy).flatMap(({ Resource }) => Resource)
    expect(resources).toContain('arn:*:s3:::b/some/prefix/*')
    expect(resources).toContain('arn:*:s3:::b')
    expect(statements(policy).find(({ Action }) => Action === 'iam:PassRole')?.Resource).toBe(role)
    expect(policy.length).toBeLessThanOrEqual(2048)
  })

  it('is the whole bucket where there is no prefix', () => {
    expect(sessionPolicy({ bucket: 'b', prefix: '', pays: false })).toContain('arn:*:s3:::b/*"')
  })

  it('gives no right to create jobs to a pass that never pays', () => {
    const policy = sessionPolicy({ bucket: 'b', prefix: 'p', serviceRoleArn: role, pays: false })

    expect(policy).not.toMatch(/CreateModelInvocationJob|PassRole/)
    expect(policy).toContain('bedrock:GetModelInvocationJob')
  })

  it('is a policy by the emulator’s own reading', () => {
    expect(readPolicy(sessionPolicy({ bucket: 'b', prefix: 'p', pays: true }))).toBeDefined()
  })
})
