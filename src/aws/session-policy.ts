/** An inline session policy for one spec: what the assumed role may do is narrowed to this mode, prefix, model and service role. */

export interface Narrowing {
  readonly mode: 'run' | 'plan' | 'try' | 'submit' | 'collect' | 'stop'
  /** Whether this event lets the mode create jobs and ask on demand. */
  readonly pays: boolean
  readonly bucket: string
  /** Key prefix without slashes at its ends; '' is the whole bucket. */
  readonly prefix: string
  /** Where jobs write, when that is elsewhere. */
  readonly output?: { readonly bucket: string; readonly prefix: string }
  /** Where datasets and media lie: bucket, and the part of their keys that is fixed. */
  readonly reading?: readonly { readonly bucket: string; readonly prefix: string }[]
  readonly serviceRoleArn?: string
  /** ARN patterns of the model and, of an inference profile, of what is behind it. */
  readonly models: readonly string[]
}

interface Statement {
  readonly Effect: 'Allow'
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
}

const jobs = 'arn:*:bedrock:*:*:model-invocation-job/*'

/** https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-permissions.html; at most 2,048 characters by STS's rules. */
export function sessionPolicy(narrowing: Narrowing): string {
  const statements: Statement[] = [
    // A list has no resource to be narrowed to.
    allow('bedrock:ListModelInvocationJobs', '*'),
    ...(narrowing.mode === 'stop' ? stopping(narrowing) : working(narrowing))
  ]
  return JSON.stringify({ Version: '2012-10-17', Statement: statements })
}

/** What is staged tells whether a job may be about to appear in the list. */
function stopping({ bucket }: Narrowing): Statement[] {
  return [
    allow(['bedrock:GetModelInvocationJob', 'bedrock:StopModelInvocationJob'], jobs),
    allow('s3:ListBucket', `arn:*:s3:::${bucket}`)
  ]
}

function working({ mode, pays, serviceRoleArn, models, reading = [], ...where }: Narrowing): Statement[] {
  const places = [where, ...(where.output ? [where.output] : [])]
  const buckets = [...places, ...reading].map(({ bucket }) => `arn:*:s3:::${bucket}`)
  const sources = reading.map(({ bucket, prefix }) => `arn:*:s3:::${bucket}/${prefix}*`)
  const objects = places.map(({ bucket, prefix }) => `arn:*:s3:::${bucket}/${prefix === '' ? '' : `${prefix}/`}*`)
  const writing = mode === 'plan' ? [] : ['s3:PutObject', ...(pays ? ['s3:DeleteObject'] : [])]
  const paying = ['CreateModelInvocationJob', 'StopModelInvocationJob', 'TagResource', 'InvokeModel']
  return [
    allow('s3:ListBucket', [...new Set(buckets)]),
    allow(['s3:GetObject', ...writing], [...new Set(objects)]),
    ...(sources.length > 0 ? [allow('s3:GetObject', [...new Set(sources)])] : []),
    allow('bedrock:GetModelInvocationJob', jobs),
    ...(pays
      ? [
          allow(
            paying.map(name => `bedrock:${name}`),
            [jobs, ...models]
          )
        ]
      : []),
    ...(pays && serviceRoleArn !== undefined ? [allow('iam:PassRole', serviceRoleArn)] : [])
  ]
}

function allow(Action: Statement['Action'], Resource: Statement['Resource']): Statement {
  return { Effect: 'Allow', Action, Resource }
}
