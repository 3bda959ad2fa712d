/**
 * Input, then spec, then environment: what holds for one spec, and whether it is enough for the mode.
 * Says where a missing value can be written; asks nobody.
 */
import { type Place, type Problem, problem } from '../problems.ts'
import { partitionConflict } from '../spec/checks.ts'
import { quote } from '../spec/finding.ts'
import { type Pattern, region, roleArn, s3Uri } from '../spec/patterns.ts'
import type { PlaceOf, PublishVia, Spec } from '../spec/spec.ts'
import { type NumberRange, readNumber } from './input-readers.ts'
import { costRange, type Inputs, type Mode, recordsRange } from './inputs.ts'
import { present } from './without-undefined.ts'

/** Absent members were written nowhere; where the mode needs them, that is one of the problems. */
export interface Settled {
  readonly region?: string
  readonly serviceRoleArn?: string
  readonly s3Uri?: string
  /** Default: below s3Uri. */
  readonly outputS3Uri?: string
  readonly publishVia: PublishVia
  readonly maxCostUsd?: number
  readonly maxRecords?: number
}

type Environment = Readonly<Record<string, string | undefined>>

/** The same names that AWS's own tools read, where there are such. */
const environmentNames = {
  region: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
  serviceRoleArn: ['BEDROCK_BATCH_SERVICE_ROLE_ARN'],
  s3Uri: ['BEDROCK_BATCH_S3_URI'],
  maxCostUsd: ['BEDROCK_BATCH_MAX_COST_USD'],
  maxRecords: ['BEDROCK_BATCH_MAX_RECORDS']
} as const

interface Need {
  readonly what: string
  readonly input: string
  readonly field: string
  readonly example: string
  readonly modes: readonly Mode[]
}

/** A plan is made from files alone. Whoever pays needs all; collecting and stopping do not pass a role to Bedrock. */
const needs = {
  region: {
    what: 'the AWS region',
    input: 'aws-region',
    field: 'aws.region',
    example: region.example,
    modes: ['run', 'try', 'submit', 'collect', 'stop']
  },
  s3Uri: {
    what: 'the S3 folder for questions and answers',
    input: 's3-uri',
    field: 'aws.s3Uri',
    example: s3Uri.example,
    modes: ['run', 'try', 'submit', 'collect', 'stop']
  },
  serviceRoleArn: {
    what: 'the role that Bedrock works as',
    input: 'service-role-arn',
    field: 'aws.serviceRoleArn',
    example: roleArn.example,
    modes: ['run', 'submit']
  }
} as const satisfies Record<string, Need>

/** `placeOf`, when given, puts what is wrong with the spec at its `aws` block. */
export function settle(
  inputs: Inputs,
  spec: Spec,
  env: Environment,
  placeOf?: PlaceOf
): { readonly settled: Settled; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const fromText = (name: keyof typeof needs, pattern: Pattern) =>
    environmentText(env, environmentNames[name], pattern, problems)
  const fromNumber = (name: 'maxCostUsd' | 'maxRecords', range: NumberRange) =>
    environmentNumber(env, environmentNames[name], range, problems)
  const settled = {
    region: inputs.awsRegion ?? spec.aws.region ?? fromText('region', region),
    serviceRoleArn: inputs.serviceRoleArn ?? spec.aws.serviceRoleArn ?? fromText('serviceRoleArn', roleArn),
    s3Uri: inputs.s3Uri ?? spec.aws.s3Uri ?? fromText('s3Uri', s3Uri),
    outputS3Uri: spec.aws.outputS3Uri,
    publishVia: inputs.publishVia ?? spec.publish.via,
    maxCostUsd: inputs.maxCostUsd ?? spec.limits.maxCostUsd ?? fromNumber('maxCostUsd', costRange),
    maxRecords: inputs.maxRecords ?? spec.limits.maxRecords ?? fromNumber('maxRecords', recordsRange)
  }
  const place = placeOf?.('aws')
  problems.push(
    ...missing(settled, inputs.mode, isBatch(spec), problems.length > 0, place),
    ...contradictions(settled, inputs, place)
  )
  return { settled: present(settled), problems }
}

/** On demand nobody works for us: the questions are asked with our own rights. */
function isBatch({ inference }: Spec): boolean {
  return inference !== 'on-demand'
}

function missing(
  settled: Readonly<Record<keyof typeof needs, string | undefined>>,
  mode: Mode,
  batch: boolean,
  badEnvironment: boolean,
  place: Place | undefined
): readonly Problem[] {
  return Object.entries(needs).flatMap(([name, need]: [string, Need]): readonly Problem[] => {
    const key = name as keyof typeof needs
    // A value of the environment that cannot be read has been told already.
    if (key === 'serviceRoleArn' && !batch) return []
    if (!need.modes.includes(mode) || settled[key] !== undefined || badEnvironment) return []
    const variable = environmentNames[key][0]
    const hint = `Write it as the input ${need.input}, as ${need.field} in the spec, or as the environment variable ${variable}; for example ${need.example}.`
    return [problem('error', `mode ${mode} needs ${need.what}, and it is written nowhere`, place, hint)]
  })
}

function contradictions(
  settled: { region: string | undefined; serviceRoleArn: string | undefined },
  inputs: Inputs,
  place: Place | undefined
): readonly Problem[] {
  const conflict = partitionConflict(settled.region, settled.serviceRoleArn)
  if (conflict !== undefined) return [problem('error', conflict, place)]
  const account = settled.serviceRoleArn?.split(':')[4]
  if (account === undefined || inputs.allowedAccountIds.length === 0 || inputs.allowedAccountIds.includes(account))
    return []
  return [
    problem(
      'error',
      `the service role belongs to an account that allowed-account-ids does not list`,
      place,
      'A role can be passed to Bedrock only within its own account.'
    )
  ]
}

function environmentText(
  env: Environment,
  names: readonly string[],
  pattern: Pattern,
  problems: Problem[]
): string | undefined {
  const found = firstSet(env, names)
  if (!found || pattern.test.test(found.value)) return found?.value
  problems.push(
    problem('error', `the environment variable ${found.name} must be ${pattern.expected}, not ${quote(found.value)}`)
  )
  return undefined
}

function environmentNumber(
  env: Environment,
  names: readonly string[],
  range: NumberRange,
  problems: Problem[]
): number | undefined {
  const found = firstSet(env, names)
  if (!found) return undefined
  const value = readNumber(found.value, range)
  if (value === undefined)
    problems.push(
      problem('error', `the environment variable ${found.name} must be ${range.expected}, not ${quote(found.value)}`)
    )
  return value
}

function firstSet(env: Environment, names: readonly string[]): { name: string; value: string } | undefined {
  const found = names.map(name => ({ name, value: env[name]?.trim() ?? '' }))
  return found.find(({ value }) => value !== '')
}
