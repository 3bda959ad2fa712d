/** Somebody else in the same account, who may write to the same bucket. */
import { openCloud } from '../../aws/cloud.ts'
import type { Cloud } from '../../ports.ts'
import { bucket, serviceRoleArn } from '../dataset.ts'
import type { World } from '../world.ts'

export function stranger({ emulator }: World): Cloud {
  const keys = emulator.credentials.mint({
    roleArn: 'arn:aws:iam::123456789012:role/stranger',
    sessionName: 'stranger',
    seconds: 1e9
  })
  const credentials = async (): Promise<
    Parameters<typeof openCloud>[0] extends { credentials?: () => Promise<infer C> } ? C : never
  > => ({ ...keys, expiration: new Date(8.64e15) })
  const clock = {
    now: () => emulator.clock.now(),
    random: () => 0.5,
    sleep: async () => undefined,
    every: () => async () => undefined
  }
  return openCloud({ region: emulator.region, bucket, version: 'stranger', allowedAccountIds: [], credentials }, clock)
}

/** The ARN of their job, which runs under that name. */
export async function strangersJob(world: World, jobName: string): Promise<string> {
  const { objects, jobs } = stranger(world)
  const lines = ['AAAAAAAAAAA', 'AAAAAAAAAAB'].map(id => `{"recordId":"${id}","modelInput":{}}\n`)
  await objects.put('elsewhere/file.jsonl', lines.join(''))
  const creation = await jobs.create({
    jobName,
    clientRequestToken: `stranger${jobName.length}`,
    modelId: 'amazon.nova-lite-v1:0',
    invocationType: 'InvokeModel',
    roleArn: serviceRoleArn,
    inputS3Uri: `s3://${bucket}/elsewhere/file.jsonl`,
    outputS3Uri: `s3://${bucket}/elsewhere/`
  })
  if (creation.kind !== 'created') throw new Error(`the stranger got no job: ${creation.kind}`)
  return creation.jobArn
}
