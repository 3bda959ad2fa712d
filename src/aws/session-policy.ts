/** An inline session policy for one spec: what the assumed role may do is narrowed to this prefix, this model, this service role. */

export interface Narrowing {
  readonly bucket: string
  /** Key prefix without slashes at its ends; '' is the whole bucket. */
  readonly prefix: string
  /** Where jobs write, when that is elsewhere. */
  readonly output?: { readonly bucket: string; readonly prefix: string }
  readonly serviceRoleArn?: string
  /** The mode may create jobs. */
  readonly pays: boolean
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-permissions.html; at most 2,048 characters by STS's rules. */
export function sessionPolicy(narrowing: Narrowing): string {
  const places = [narrowing, ...(narrowing.output ? [narrowing.output] : [])]
  const buckets = [...new Set(places.map(place => `arn:*:s3:::${place.bucket}`))]
  const objects = [
    ...new Set(places.map(({ bucket, prefix }) => `arn:*:s3:::${bucket}/${prefix === '' ? '' : `${prefix}/`}*`))
  ]
  const statements = [
    { Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetBucketLocation'], Resource: buckets },
    {
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
      Resource: objects
    },
    {
      Effect: 'Allow',
      Action: ['bedrock:GetModelInvocationJob', 'bedrock:ListModelInvocationJobs', 'bedrock:StopModelInvocationJob'],
      Resource: '*'
    },
    ...(narrowing.pays
      ? [
          {
            Effect: 'Allow',
            Action: ['bedrock:CreateModelInvocationJob', 'bedrock:TagResource', 'bedrock:InvokeModel'],
            Resource: '*'
          }
        ]
      : []),
    ...(narrowing.pays && narrowing.serviceRoleArn !== undefined
      ? [{ Effect: 'Allow', Action: 'iam:PassRole', Resource: narrowing.serviceRoleArn }]
      : [])
  ]
  return JSON.stringify({ Version: '2012-10-17', Statement: statements })
}
