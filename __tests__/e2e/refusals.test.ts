/** Where a pass refuses to pay, or AWS refuses it: a code, a remedy, and not one record asked. */
import { describe, expect, it } from '@jest/globals'
import type { EmulatorOptions } from '../../src/emulator/emulator.ts'
import type { RunOptions } from '../support/runner.ts'
import { role, spec, Stage } from './stage.ts'

interface Refusal {
  readonly what: string
  readonly code: string
  readonly says: RegExp
  readonly emulator?: EmulatorOptions
  readonly files?: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly run?: RunOptions
  /** A job that fails whole was asked for, and processed nothing. */
  readonly creates?: number
}

const byOidc: RunOptions = { environment: { keys: false } }

const refusals: readonly Refusal[] = [
  {
    what: 'no right to create a job',
    code: 'access-denied',
    says: /bedrock:CreateModelInvocationJob[^]*Allow bedrock:CreateModelInvocationJob/,
    emulator: { truth: { deny: ['bedrock:CreateModelInvocationJob'] } },
    creates: 1
  },
  {
    what: 'no right to pass the role',
    code: 'pass-role-denied',
    says: /iam:PassRole[^]*iam:PassedToService/,
    emulator: { truth: { deny: ['iam:PassRole'] } },
    creates: 1
  },
  {
    what: 'no right to list jobs',
    code: 'access-denied',
    says: /Allow bedrock:ListModelInvocationJobs on \* to the role/,
    emulator: { truth: { deny: ['bedrock:ListModelInvocationJobs'] } }
  },
  {
    what: 'no right to write to the bucket',
    code: 'access-denied',
    says: /s3:PutObject/,
    emulator: { truth: { deny: ['s3:PutObject'] } }
  },
  {
    what: 'a service role that may not use the model',
    code: 'model-access',
    says: /permissions to invokeModel[^]*bedrock:InvokeModel/,
    emulator: { truth: { serviceRole: 'cannot-invoke' } },
    creates: 1
  },
  {
    what: 'a service role that cannot read the bucket',
    code: 'job-failed',
    says: /arn:aws:bedrock/,
    emulator: { truth: { serviceRole: 'cannot-read' } },
    creates: 1
  },
  {
    what: 'a model without batch',
    code: 'refused-by-bedrock',
    says: /Batch inference is not supported/,
    emulator: { truth: { refuseModels: ['us.anthropic.claude-haiku-4-5-20251001-v1:0'] } },
    creates: 1
  },
  {
    what: 'a bucket that is not there',
    code: 'no-bucket',
    says: /there is no bucket nowhere-at-all/,
    inputs: { 's3-uri': 's3://nowhere-at-all/x' }
  },
  {
    what: 'another account',
    code: 'wrong-account',
    says: /123456789012[^]*999999999999/,
    inputs: { 'allowed-account-ids': '999999999999', 'service-role-arn': 'arn:aws:iam::999999999999:role/x' }
  },
  {
    what: 'no credentials',
    code: 'no-credentials',
    says: /role-to-assume/,
    run: { environment: { keys: false, idToken: false } }
  },
  {
    what: 'no permission for an ID token',
    code: 'role-not-assumed',
    says: /id-token: write/,
    inputs: { 'role-to-assume': role },
    run: { environment: { keys: false, idToken: false } }
  },
  {
    what: 'a role that does not trust this repository',
    code: 'role-not-assumed',
    says: /trust policy/,
    inputs: { 'role-to-assume': role },
    run: byOidc,
    emulator: { roles: [{ arn: role, trusts: claims => claims.subject.startsWith('repo:other/') }] }
  },
  {
    what: 'an audience that the role does not take',
    code: 'role-not-assumed',
    says: /audience/,
    inputs: { 'role-to-assume': role, audience: 'somebody-else' },
    run: byOidc,
    emulator: { roles: [{ arn: role, trusts: claims => claims.audience === 'sts.amazonaws.com' }] }
  },
  {
    what: 'an estimate above the limit',
    code: 'too-expensive',
    says: /limits\.maxCostUsd is 0\.0001/,
    files: { 'spec.yml': spec.replace('minRecordsPerJob: 3', 'minRecordsPerJob: 3, maxCostUsd: 0.0001') }
  },
  {
    what: 'an unknown price under a limit',
    code: 'too-expensive',
    says: /price of the model is unknown/,
    inputs: { 'max-cost-usd': '5' },
    files: { 'spec.yml': spec.replace('us.anthropic.claude-haiku-4-5-20251001-v1:0', 'zai.glm-4.7') }
  },
  {
    what: 'more records than allowed',
    code: 'too-expensive',
    says: /5 records would be asked, limits\.maxRecords is 4/,
    inputs: { 'max-records': '4' }
  },
  {
    what: 'a branch whose rules forbid the push',
    code: 'cannot-publish',
    says: /pull request/,
    emulator: { github: { rules: { main: [{ type: 'pull_request', ruleset_id: 1 }] } } }
  },
  {
    what: 'no artifact service to publish to',
    code: 'cannot-publish',
    says: /artifact service/,
    inputs: { 'publish-via': 'artifact' },
    run: { env: { ACTIONS_RUNTIME_TOKEN: '' } }
  },
  {
    what: 'no branch to push to',
    code: 'cannot-publish',
    says: /branch/,
    files: { 'spec.yml': `${spec}publish: {branch: not-there}\n` }
  }
]

describe('A pass is refused', () => {
  it.concurrent.each(refusals)(
    'for $what',
    async ({ code, says, emulator = {}, files = {}, inputs = {}, run = {}, creates = 0 }) => {
      await using stage = await Stage.open(files, emulator)
      const head = stage.remoteHead

      const pass = await stage.pass(inputs, run)

      expect([pass.code, pass.failureCode, pass.log]).toEqual([1, code, pass.log])
      expect(pass.annotations).toContainEqual(
        expect.objectContaining({ level: 'error', message: expect.stringMatching(says) })
      )
      expect(pass.outputs['status']).toBe('failed')
      expect(pass.summary).toContain('What to do:')
      expect(stage.creates).toBe(creates)
      expect(stage.emulator.books.charged().records).toBe(0)
      expect(stage.dirt).toBe('')
      expect(stage.remoteHead).toBe(head)
    },
    120_000
  )

  it.concurrent(
    'for a bucket in another region',
    async () => {
      await using stage = await Stage.open()
      stage.emulator.buckets.createBucket('far-away', { region: 'eu-west-1', owner: stage.emulator.account })

      const pass = await stage.pass({ 's3-uri': 's3://far-away/x' })

      expect([pass.code, pass.failureCode, pass.log]).toEqual([1, 'wrong-region', pass.log])
      expect(pass.log).toMatch(/far-away is in eu-west-1, the jobs are to run in us-east-1/)
      expect(stage.creates).toBe(0)
    },
    120_000
  )
})

describe('A role', () => {
  it.concurrent(
    'assumed by GitHub’s token does the whole work, narrowed to what it needs, and its keys are masked',
    async () => {
      await using stage = await Stage.open(
        {},
        { roles: [{ arn: role, trusts: claims => claims.subject.startsWith('repo:octo/demo:') }] }
      )

      const pass = await stage.pass({ 'role-to-assume': role, 'narrow-session': 'true' }, byOidc)

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      const principals = [...new Set(pass.aws.flatMap(({ principal }) => principal ?? []))]
      const [holder] = principals.map(id => stage.emulator.credentials.find(id))
      expect(holder?.principalArn).toContain(':assumed-role/caller/')
      expect(holder?.policy).toContain(`shop/`)
      expect(pass.log).toContain(`::add-mask::${holder?.secretAccessKey}\n`)
      expect(pass.log).toContain(`::add-mask::${holder?.sessionToken}\n`)
      expect(pass.aws.filter(({ operation }) => operation === 'AssumeRoleWithWebIdentity')).toHaveLength(1)
    },
    120_000
  )
})
