/** From a job's ARN to a page that a person can open. */

/** The console names jobs on one page per region; a deep link to one job is not published. Undefined for what is no job ARN. */
export function consoleUrl(jobArn: string): string | undefined {
  const [, partition, region] =
    /^arn:(aws[\w-]*):bedrock:([a-z0-9-]+):\d{12}:model-invocation-job\/[a-z0-9]+$/.exec(jobArn) ?? []
  if (partition === undefined || region === undefined) return undefined
  const page = `bedrock/home?region=${region}#/batch-inference`
  if (partition === 'aws-us-gov') return `https://${region}.console.amazonaws-us-gov.com/${page}`
  if (partition === 'aws-cn') return `https://${region}.console.amazonaws.cn/${page}`
  return `https://${region}.console.aws.amazon.com/${page}`
}

export function jobId(jobArn: string): string {
  return jobArn.slice(jobArn.lastIndexOf('/') + 1)
}
