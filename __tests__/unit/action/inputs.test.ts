import { describe, expect, it } from '@jest/globals'
import { readInputs } from '../../../src/action/inputs.ts'

function read(written: Record<string, string>, env: Record<string, string> = {}) {
  return readInputs(name => ({ spec: 'batch.yml', ...written })[name] ?? '', env)
}

function told(written: Record<string, string>, env: Record<string, string> = {}): string[] {
  return read(written, env).problems.map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`))
}

describe('readInputs', () => {
  it('gives defaults for everything but the spec', () => {
    const { inputs, problems } = read({})

    expect(problems).toEqual([])
    expect(inputs).toEqual({
      spec: ['batch.yml'],
      mode: 'run',
      waitMinutes: 45,
      tryRows: 3,
      audience: 'sts.amazonaws.com',
      allowedAccountIds: [],
      maskAwsAccountId: false,
      narrowSession: false,
      allowEvents: [],
      retry: 'auto',
      force: false
    })
  })

  it('reads every input', () => {
    const { inputs, problems } = read({
      spec: 'specs/*.yml\n\n  batch, two.yml  \n',
      mode: 'submit',
      'wait-minutes': '0.5',
      'try-rows': '5',
      'role-to-assume': 'arn:aws:iam::123456789012:role/ci/batch',
      'role-session-name': 'nightly',
      audience: 'sts.amazonaws.com.cn',
      'aws-region': 'us-gov-west-1',
      'allowed-account-ids': '123456789012, 210987654321\n111111111111',
      'mask-aws-account-id': 'true',
      'narrow-session': 'True',
      'service-role-arn': 'arn:aws-us-gov:iam::123456789012:role/bedrock',
      's3-uri': 's3://my-bucket/a/b',
      'publish-via': 'pull-request',
      'github-token': 'abc',
      'max-cost-usd': '2.50',
      'max-records': '1000',
      'allow-events': 'workflow_run, pull_request_target',
      retry: 'stopped',
      force: 'true'
    })

    expect(problems).toEqual([])
    expect(inputs).toEqual({
      spec: ['specs/*.yml', 'batch, two.yml'],
      mode: 'submit',
      waitMinutes: 0.5,
      tryRows: 5,
      roleToAssume: 'arn:aws:iam::123456789012:role/ci/batch',
      roleSessionName: 'nightly',
      audience: 'sts.amazonaws.com.cn',
      awsRegion: 'us-gov-west-1',
      allowedAccountIds: ['123456789012', '210987654321', '111111111111'],
      maskAwsAccountId: true,
      narrowSession: true,
      serviceRoleArn: 'arn:aws-us-gov:iam::123456789012:role/bedrock',
      s3Uri: 's3://my-bucket/a/b',
      publishVia: 'pull-request',
      githubToken: 'abc',
      maxCostUsd: 2.5,
      maxRecords: 1000,
      allowEvents: ['workflow_run', 'pull_request_target'],
      retry: 'stopped',
      force: true
    })
  })

  it.each([
    ['mode', 'dry-run', 'input mode must be run, plan, try, submit, collect or stop, not "dry-run" Did you mean plan?'],
    [
      'mode',
      'colect',
      'input mode must be run, plan, try, submit, collect or stop, not "colect" Did you mean collect?'
    ],
    ['mode', 'xyz', 'input mode must be run, plan, try, submit, collect or stop, not "xyz"'],
    ['mode', 'constructor', 'input mode must be run, plan, try, submit, collect or stop, not "constructor"'],
    ['wait-minutes', 'soon', 'input wait-minutes must be a number of minutes from 0 to 7200, not "soon"'],
    ['wait-minutes', '-1', 'input wait-minutes must be a number of minutes from 0 to 7200, not "-1"'],
    ['wait-minutes', '1e3', 'input wait-minutes must be a number of minutes from 0 to 7200, not "1e3"'],
    ['wait-minutes', '0x10', 'input wait-minutes must be a number of minutes from 0 to 7200, not "0x10"'],
    ['wait-minutes', 'NaN', 'input wait-minutes must be a number of minutes from 0 to 7200, not "NaN"'],
    ['wait-minutes', '99999', 'input wait-minutes must be a number of minutes from 0 to 7200, not "99999"'],
    [
      'max-cost-usd',
      '$5',
      'input max-cost-usd must be a number of US dollars above 0, without a sign or unit, not "$5"'
    ],
    ['max-cost-usd', '0', 'input max-cost-usd must be a number of US dollars above 0, without a sign or unit, not "0"'],
    ['max-records', '1,000', 'input max-records must be a whole number of at least 1, not "1,000"'],
    ['max-records', '1.5', 'input max-records must be a whole number of at least 1, not "1.5"'],
    ['force', 'yes', 'input force must be true or false, not "yes" Did you mean true?'],
    ['narrow-session', 'off', 'input narrow-session must be true or false, not "off" Did you mean false?'],
    ['mask-aws-account-id', 'maybe', 'input mask-aws-account-id must be true or false, not "maybe"'],
    ['aws-region', 'us-east', 'input aws-region must be an AWS region such as us-east-1, not "us-east"'],
    [
      'publish-via',
      'PR',
      'input publish-via must be commit, pull-request, artifact or none, not "PR" Did you mean pull-request?'
    ],
    ['retry', 'true', 'input retry must be auto, none, failed, stopped or all, not "true" Did you mean all?'],
    [
      'allow-events',
      'pull-request-target',
      'input allow-events must be a list of events such as pull_request_target, not "pull-request-target" Did you mean pull_request_target?'
    ],
    ['allowed-account-ids', '123', 'input allowed-account-ids must be a list of account ids of 12 digits, not "123"'],
    [
      'role-session-name',
      'a b',
      'input role-session-name must be a name of 2 to 64 letters, digits and _ + = , . @ -, not "a b"'
    ]
  ])('refuses %s: %s', (name, value, message) => {
    expect(told({ [name]: value })).toEqual([message])
  })

  it.each([
    ['role-to-assume', 'bedrock-batch'],
    ['role-to-assume', 'arn:aws:iam::12345:role/x'],
    ['service-role-arn', 'arn:aws:iam::123456789012:user/x'],
    ['service-role-arn', 'arn:aws:iam::123456789012:role/'],
    ['s3-uri', 'my-bucket'],
    ['s3-uri', 's3://My_Bucket/x'],
    ['s3-uri', 's3://my-bucket/a b'],
    ['s3-uri', 's3://my-bucket//a'],
    ['s3-uri', 's3://my-bucket/a=b'],
    ['s3-uri', 'https://my-bucket.s3.amazonaws.com/a'],
    ['s3-uri', `s3://my-bucket/${'a'.repeat(900)}`]
  ])('refuses %s: %s, naming the input and an example', (name, value) => {
    const [message, ...others] = told({ [name]: value })

    expect(others).toEqual([])
    expect(message).toContain(`input ${name} must be`)
    expect(message).toContain('such as')
    expect(message).toContain(JSON.stringify(value).slice(0, 20))
  })

  it.each([
    ['INPUT_AWS_REGION', 'there is no input "aws_region" Did you mean aws-region?'],
    ['INPUT_DRY-RUN', 'there is no input "dry-run" Did you mean mode: plan?'],
    ['INPUT_DRY_RUN', 'there is no input "dry_run" Did you mean mode: plan?'],
    ['INPUT_REGION', 'there is no input "region" Did you mean aws-region?'],
    ['INPUT_WAIT-MINUTE', 'there is no input "wait-minute" Did you mean wait-minutes?'],
    ['INPUT_MAX-COST', 'there is no input "max-cost" Did you mean max-cost-usd?'],
    ['INPUT_S3URI', 'there is no input "s3uri" Did you mean s3-uri?'],
    ['INPUT_TOKEN', 'there is no input "token" Did you mean github-token?']
  ])('finds the right name for %s', (variable, message) => {
    expect(told({}, { [variable]: 'x' })).toEqual([message])
  })

  it('knows its own inputs in the spelling of the runner', () => {
    expect(told({}, { 'INPUT_AWS-REGION': 'x', 'INPUT_MAX-COST-USD': '1', INPUT_SPEC: 'x', PATH: '/bin' })).toEqual([])
  })

  it('only warns of a name that resembles none', () => {
    const { problems } = read({}, { INPUT_WHO_KNOWS_WHAT: '1' })

    expect(problems).toMatchObject([{ severity: 'warning', message: 'there is no input "who_knows_what"' }])
  })

  it('does not let a strange name pass into a message unescaped', () => {
    const { problems } = read({}, { 'INPUT_A\n::ERROR::B': '1' })

    expect(problems[0]?.message).toBe('there is no input "a\\n::error::b"')
  })

  it('reports everything at once', () => {
    expect(told({ spec: ' ', mode: 'x', force: 'x' }, { INPUT_DRYRUN: 'true' })).toHaveLength(4)
  })

  it.each([
    '/etc/passwd',
    '../batch.yml',
    'a/../../batch.yml',
    'C:\\batch.yml',
    'https://example.com/batch.yml',
    '~/batch.yml'
  ])('refuses a spec outside the repository: %s', path => {
    const { inputs, problems } = read({ spec: path })

    expect(problems).toHaveLength(1)
    expect(problems[0]?.message).toContain('input spec')
    expect(inputs.spec).toEqual([])
  })

  it('asks for the spec where none is named', () => {
    expect(told({ spec: '' })).toEqual([
      'input spec is missing: it names the spec to work on Write for example spec: batch.yml.'
    ])
  })
})
