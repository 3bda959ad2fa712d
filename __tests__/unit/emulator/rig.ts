/** An emulator on a clock that stands still, with unmodified AWS clients connected to it. */
import { BedrockClient, CreateModelInvocationJobCommand, GetModelInvocationJobCommand } from '@aws-sdk/client-bedrock'
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import {
  manualClock,
  startEmulator,
  type Emulator,
  type EmulatorOptions,
  type ManualClock
} from '../../../src/emulator/emulator.ts'
import type { JsonMap } from '../../../src/emulator/json.ts'

export const bucket = 'bedrock-batch-demo'
export const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0'
export const role = 'arn:aws:iam::123456789012:role/bedrock'
export const start = Date.parse('2026-11-21T10:00:00Z')

export interface Rig extends AsyncDisposable {
  readonly emulator: Emulator
  readonly clock: ManualClock
  readonly bedrock: BedrockClient
  readonly s3: S3Client
  put(key: string, body: string): Promise<void>
  read(key: string): Promise<string>
  keys(prefix: string): Promise<string[]>
  create(name: string, more?: Partial<CreateInput>): Promise<string>
  status(jobArn: string): Promise<string>
}

type CreateInput = ConstructorParameters<typeof CreateModelInvocationJobCommand>[0]

export async function rig(options: EmulatorOptions = {}): Promise<Rig> {
  const clock = manualClock(start)
  const emulator = await startEmulator({ clock, quotas: { minimumRecords: 2 }, ...options })
  const environment = emulator.environment()
  const config = {
    endpoint: emulator.url,
    region: emulator.region,
    maxAttempts: 1,
    credentials: {
      accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? ''
    }
  }
  const bedrock = new BedrockClient(config)
  const s3 = new S3Client({ ...config, forcePathStyle: true })
  return {
    emulator,
    clock,
    bedrock,
    s3,
    async put(key, body) {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: Buffer.from(body),
          ContentLength: Buffer.byteLength(body)
        })
      )
    },
    async read(key) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      return (await Body?.transformToString()) ?? ''
    },
    async keys(prefix) {
      const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }))
      return (Contents ?? []).map(one => one.Key ?? '')
    },
    async create(name, more) {
      const { jobArn } = await bedrock.send(new CreateModelInvocationJobCommand({ ...request(name), ...more }))
      return jobArn ?? ''
    },
    async status(jobArn) {
      const job = await bedrock.send(new GetModelInvocationJobCommand({ jobIdentifier: jobArn }))
      return job.status ?? ''
    },
    async [Symbol.asyncDispose]() {
      bedrock.destroy()
      s3.destroy()
      await emulator.close()
    }
  }
}

export function request(name: string): CreateInput {
  return {
    jobName: name,
    modelId: haiku,
    roleArn: role,
    inputDataConfig: { s3InputDataConfig: { s3Uri: `s3://${bucket}/in/a.jsonl` } },
    outputDataConfig: { s3OutputDataConfig: { s3Uri: `s3://${bucket}/out/` } }
  }
}

export function claudeBody(text: string, more: JsonMap = {}): JsonMap {
  return {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 200,
    messages: [{ role: 'user', content: [{ type: 'text', text }] }],
    ...more
  }
}

/** JSONL of that many Claude records, `R0`, `R1`, … */
export function records(
  count: number,
  body: (i: number) => JsonMap = i => claudeBody(`Describe the town.\nName: Town ${i}`)
): string {
  return Array.from(
    { length: count },
    (_, i) => `${JSON.stringify({ recordId: `R${i}`, modelInput: body(i) })}\n`
  ).join('')
}

export function parsed(jsonl: string): JsonMap[] {
  return jsonl
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as JsonMap)
}

/** The thing that a promise is rejected with. */
export async function refusal(
  promise: Promise<unknown>
): Promise<{ name: string; message: string; status: number | undefined }> {
  try {
    await promise
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } }
    return { name, message, status: $metadata?.httpStatusCode }
  }
  throw new Error('nothing was refused')
}
