/** The `aws` block: where jobs run and what they may touch. All of it can also come from the action's inputs. */
import { z } from 'zod'
import { list, matching, oneOf, stringRecord, wholeNumber } from './schema-fields.ts'
import { accountId, kmsKeyId, region, roleArn, s3Uri, tagValue, vpcId } from './patterns.ts'

const vpc = z.strictObject(
  {
    subnetIds: list(matching(vpcId), { most: 16, of: 'subnet ids' }).meta({
      description: 'Subnets of the job, 1 to 16.',
      examples: [['subnet-0123456789abcdef0']]
    }),
    securityGroupIds: list(matching(vpcId), { most: 5, of: 'security group ids' }).meta({
      description: 'Security groups of the job, 1 to 5.',
      examples: [['sg-0123456789abcdef0']]
    })
  },
  { error: 'a map with subnetIds and securityGroupIds' }
)

const aws = z.strictObject(
  {
    region: matching(region)
      .exactOptional()
      .meta({ description: 'Where jobs run. The bucket must be in the same region.', examples: [region.example] }),
    dataResidency: oneOf(['us', 'eu', 'apac', 'jp', 'au', 'ca', 'us-gov', 'global'])
      .exactOptional()
      .meta({
        description:
          'The geography that questions must not leave. A region outside of it, or an inference profile that may lead out of it, is refused. global: anywhere, without a warning.',
        examples: ['eu']
      }),
    serviceRoleArn: matching(roleArn)
      .exactOptional()
      .meta({ description: 'The role with which Bedrock reads and writes the bucket.', examples: [roleArn.example] }),
    s3Uri: matching(s3Uri)
      .exactOptional()
      .meta({ description: 'The folder for questions, answers and saved state.', examples: [s3Uri.example] }),
    outputS3Uri: matching(s3Uri)
      .exactOptional()
      .meta({
        description: 'The folder that Bedrock writes to. Default: below s3Uri.',
        examples: ['s3://my-bucket/answers']
      }),
    kmsKeyId: matching(kmsKeyId)
      .exactOptional()
      .meta({ description: 'The key with which Bedrock encrypts what it writes.', examples: [kmsKeyId.example] }),
    bucketOwner: matching(accountId)
      .exactOptional()
      .meta({
        description: 'The account that owns the bucket, when it is another one. In quotes.',
        examples: [accountId.example]
      }),
    vpc: vpc.exactOptional().meta({ description: 'The VPC through which the job reads the bucket.' }),
    timeoutHours: wholeNumber(24, 168)
      .exactOptional()
      .meta({ description: 'When Bedrock gives a job up. Default: Bedrock’s own.', unit: 'hours', examples: [72] }),
    tags: stringRecord(matching(tagValue), 'a map of tags')
      .exactOptional()
      .meta({ description: 'Tags of the jobs, at most 50.', examples: [{ team: 'catalogue' }] })
  },
  { error: 'a map such as {region: us-east-1}' }
)

export const awsSchema = aws.prefault({}).meta({ description: 'Where jobs run, and as whom.' })
