import { describe, expect, it } from '@jest/globals'
import { readInputs } from '../../../src/action/inputs.ts'
import { settle } from '../../../src/action/settle.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'

const role = 'arn:aws:iam::123456789012:role/bedrock'

function settled(inputs: Record<string, string>, spec = '', env: Record<string, string> = {}) {
  const text = `name: x\nmodel: amazon.nova-lite-v1:0\ndataset: d.csv\nprompt: {user: hi}\noutputs: o.csv\n${spec}`
  const decoded = decodeSpec({ text, file: 'batch.yml' })
  const read = readInputs(name => ({ spec: 'batch.yml', ...inputs })[name] ?? '', {})
  return settle(read.inputs, decoded.spec!, env, decoded.placeOf)
}

describe('settle', () => {
  it('takes the input before the spec, and the spec before the environment', () => {
    const env = {
      AWS_REGION: 'eu-west-3',
      BEDROCK_BATCH_S3_URI: 's3://from-env',
      BEDROCK_BATCH_SERVICE_ROLE_ARN: role,
      BEDROCK_BATCH_MAX_RECORDS: '7'
    }

    const result = settled({ 'aws-region': 'us-east-1' }, 'aws: {region: us-west-2, s3Uri: "s3://from-spec"}\n', env)

    expect(result.problems).toEqual([])
    expect(result.settled).toEqual({
      region: 'us-east-1',
      s3Uri: 's3://from-spec',
      serviceRoleArn: role,
      publishVia: 'commit',
      maxRecords: 7
    })
  })

  it('takes limits and the way of publishing from the input before the spec', () => {
    const inputs = { mode: 'plan', 'max-cost-usd': '9', 'publish-via': 'artifact' }

    const result = settled(inputs, 'limits: {maxCostUsd: 1, maxRecords: 5}\npublish: {via: none}\n')

    expect(result.settled).toMatchObject({ maxCostUsd: 9, maxRecords: 5, publishVia: 'artifact' })
  })

  it.each([
    ['run', ['region', 'role', 'folder']],
    ['submit', ['region', 'role', 'folder']],
    ['collect', ['region', 'folder']],
    ['stop', ['region', 'folder']],
    ['plan', []]
  ])('says what mode %s needs', (mode, wanted) => {
    const { problems } = settled({ mode })

    expect(problems).toHaveLength(wanted.length)
    for (const word of wanted) expect(problems.some(({ message }) => message.includes(word))).toBe(true)
  })

  it('names the three places where a value can be written', () => {
    const { problems } = settled({ mode: 'collect', 'aws-region': 'us-east-1' }, 'aws: {tags: {a: b}}\n')

    expect(problems).toHaveLength(1)
    expect(problems[0]?.hint).toContain('input s3-uri')
    expect(problems[0]?.hint).toContain('aws.s3Uri in the spec')
    expect(problems[0]?.hint).toContain('BEDROCK_BATCH_S3_URI')
    expect(problems[0]?.place).toMatchObject({ file: 'batch.yml', line: 6 })
  })

  it('reads AWS_DEFAULT_REGION where AWS_REGION is empty', () => {
    const { settled: result } = settled({ mode: 'plan' }, '', { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-central-1' })

    expect(result.region).toBe('eu-central-1')
  })

  it('refuses what the environment holds when it cannot be, naming the variable', () => {
    const env = { AWS_REGION: 'Frankfurt', BEDROCK_BATCH_MAX_COST_USD: 'ten' }

    const { problems } = settled({ mode: 'plan' }, '', env)

    expect(problems.map(({ message }) => message)).toEqual([
      'the environment variable AWS_REGION must be an AWS region such as us-east-1, not "Frankfurt"',
      'the environment variable BEDROCK_BATCH_MAX_COST_USD must be a number of US dollars above 0, without a sign or unit, not "ten"'
    ])
  })

  it('refuses a role of another partition than the region', () => {
    const { problems } = settled({ mode: 'plan', 'aws-region': 'us-gov-west-1', 'service-role-arn': role })

    expect(problems[0]?.message).toBe(
      'the service role is of the partition aws, but us-gov-west-1 belongs to aws-us-gov'
    )
  })

  it('refuses a service role of an account that is not allowed', () => {
    const { problems } = settled({ mode: 'plan', 'service-role-arn': role, 'allowed-account-ids': '210987654321' })

    expect(problems[0]?.message).toContain('allowed-account-ids')
  })
})
