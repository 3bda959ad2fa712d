/**
 * What AWS takes as a bucket URI, ARN, key, subnet or tag, with the words that tell a person the same.
 * The patterns are those of CreateModelInvocationJob, checked here so that a typing mistake costs seconds, not a job.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html
 */

export interface Pattern {
  readonly test: RegExp
  /** Completes "must be …". */
  readonly expected: string
  readonly example: string
}

/** Room for `/<specId>/output/<jobId>/<shard>.jsonl.out` below the 1,024 characters that the API allows. */
const longestS3Uri = 900

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobS3InputDataConfig.html */
export const s3Uri: Pattern = {
  test: new RegExp(
    `^(?=.{1,${longestS3Uri}}$)s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:/[-!_*'().a-z0-9A-Z]+(?:/[-!_*'().a-z0-9A-Z]+)*)?/?$`
  ),
  expected: `an S3 URI such as s3://my-bucket/bedrock, with only letters, digits and - ! _ * ' ( ) . in its folders`,
  example: 's3://my-bucket/bedrock'
}

export const roleArn: Pattern = {
  test: /^(?=.{1,2048}$)arn:aws(?:-[^:]+)?:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/,
  expected: 'the ARN of an IAM role such as arn:aws:iam::123456789012:role/bedrock-batch',
  example: 'arn:aws:iam::123456789012:role/bedrock-batch'
}

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobS3OutputDataConfig.html */
export const kmsKeyId: Pattern = {
  test: /^(?=.{1,2048}$)(?:arn:aws(?:-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:(?:key\/[a-zA-Z0-9-]{36}|alias\/[a-zA-Z0-9/_-]+)|[a-zA-Z0-9-]{36}|alias\/[a-zA-Z0-9/_-]+)$/,
  expected: 'a KMS key: its ARN, its id of 36 characters, an alias ARN or alias/…',
  example: 'alias/bedrock-batch'
}

export const accountId: Pattern = {
  test: /^[0-9]{12}$/,
  expected: 'the 12 digits of an AWS account, in quotes',
  example: '123456789012'
}

/** Only the form: a region that does not exist yet is not refused. */
export const region: Pattern = {
  test: /^[a-z]{2,4}(?:-[a-z]+){1,3}-[0-9]{1,2}$/,
  expected: 'an AWS region such as us-east-1',
  example: 'us-east-1'
}

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_VpcConfig.html */
export const vpcId: Pattern = {
  test: /^[-0-9a-zA-Z]{1,32}$/,
  expected: 'an id of at most 32 letters, digits and hyphens',
  example: 'subnet-0123456789abcdef0'
}

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Tag.html; names that begin with aws: belong to AWS. */
export const tagKey: Pattern = {
  test: /^(?!aws:)[a-zA-Z0-9\s._:/=+@-]{1,128}$/i,
  expected: 'of 1 to 128 letters, digits, spaces and . _ : / = + @ -, not beginning with aws:',
  example: 'team'
}

export const tagValue: Pattern = {
  test: /^[a-zA-Z0-9\s._:/=+@-]{0,256}$/,
  expected: 'text of at most 256 letters, digits, spaces and . _ : / = + @ -',
  example: 'catalogue'
}

/** Ours: it becomes part of job names, which begin with a letter or digit and know no underscore. */
export const specName: Pattern = {
  test: /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/,
  expected:
    '1 to 40 lower-case letters, digits and hyphens, with a letter or digit at both ends, such as product-descriptions',
  example: 'product-descriptions'
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
export const roleSessionName: Pattern = {
  test: /^[\w+=,.@-]{2,64}$/,
  expected: 'a name of 2 to 64 letters, digits and _ + = , . @ -',
  example: 'bedrock-batch'
}

/** Ours: steps by name or number, from the top of modelOutput; `[*]` is every element of a list. */
export const jsonPath: Pattern = {
  test: /^(?!modelOutput\b)[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[(?:\d{1,6}|\*)\])*$/,
  expected: 'a path inside the model’s output such as content[0].text, without $ or modelOutput in front',
  example: 'content[0].text'
}

/** The partition that a region lies in, as ARNs write it: `aws`, `aws-cn`, `aws-us-gov` … */
export function partitionOf(regionName: string): string {
  if (regionName.startsWith('cn-')) return 'aws-cn'
  if (regionName.startsWith('us-gov-')) return 'aws-us-gov'
  if (regionName.startsWith('eusc-')) return 'aws-eusc'
  const isolated = /^[a-z]{2}-iso([a-z]?)-/.exec(regionName)?.[1]
  if (isolated === undefined) return 'aws'
  return isolated === '' ? 'aws-iso' : `aws-iso-${isolated}`
}
