import { describe, expect, it } from '@jest/globals'
import { consoleUrl, jobId } from '../../../src/action/job-link.ts'

const arn = (partition: string, region: string): string =>
  `arn:${partition}:bedrock:${region}:123456789012:model-invocation-job/abc123def456`

describe('the link to a job', () => {
  it.each([
    ['aws', 'eu-west-1', 'https://eu-west-1.console.aws.amazon.com/bedrock/home?region=eu-west-1#/batch-inference'],
    [
      'aws-us-gov',
      'us-gov-west-1',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/bedrock/home?region=us-gov-west-1#/batch-inference'
    ],
    ['aws-cn', 'cn-north-1', 'https://cn-north-1.console.amazonaws.cn/bedrock/home?region=cn-north-1#/batch-inference']
  ])('knows the console of %s', (partition, region, url) => {
    expect(consoleUrl(arn(partition, region))).toBe(url)
    expect(jobId(arn(partition, region))).toBe('abc123def456')
  })

  it.each([
    '',
    'https://evil.example',
    'arn:aws:bedrock:x"y:123456789012:model-invocation-job/a',
    'arn:aws:s3:::bucket'
  ])('is none for %p', text => {
    expect(consoleUrl(text)).toBeUndefined()
  })
})
