/** Bedrock's model invocation jobs as BatchJobs. Creating is one request, never repeated here: only a look can tell whether it took effect. */
import {
  BedrockClient,
  CreateModelInvocationJobCommand,
  GetModelInvocationJobCommand,
  paginateListModelInvocationJobs,
  StopModelInvocationJobCommand
} from '@aws-sdk/client-bedrock'
import type {
  CreateModelInvocationJobCommandInput,
  GetModelInvocationJobCommandOutput,
  ModelInvocationJobStatus,
  ModelInvocationJobSummary
} from '@aws-sdk/client-bedrock'
import type { Ending } from '../jobs/state.ts'
import type { BatchJobs, Creation, JobFacts, JobRequest } from '../ports.ts'
import { until } from './clients.ts'
import type { ClientSettings } from './clients.ts'
import { failureOf, isThrottling, isUncertain, readError } from './errors.ts'

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationJob.html */
const meaning = {
  Submitted: 'active',
  Validating: 'active',
  Scheduled: 'active',
  InProgress: 'active',
  Stopping: 'active',
  Completed: 'completed',
  PartiallyCompleted: 'partially-completed',
  Failed: 'failed',
  Stopped: 'stopped',
  Expired: 'expired'
} as const satisfies Record<ModelInvocationJobStatus, 'active' | Ending>

export function openBatchJobs(settings: ClientSettings): BatchJobs {
  const client = new BedrockClient(settings)
  const once = new BedrockClient({ ...settings, maxAttempts: 1 })
  const reading = until(settings.signal)
  return {
    // Never given up: whether it took effect would be anybody's guess.
    create: request => create(once, request),
    async get(jobArn) {
      try {
        return factsOf(await client.send(new GetModelInvocationJobCommand({ jobIdentifier: jobArn }), reading))
      } catch (error) {
        if (readError(error).name === 'ResourceNotFoundException') return undefined
        throw failureOf(error, { action: 'bedrock:GetModelInvocationJob', resource: jobArn })
      }
    },
    async list(nameContains) {
      const found: JobFacts[] = []
      try {
        const pages = paginateListModelInvocationJobs(
          { client, pageSize: 1000 },
          { nameContains, sortBy: 'CreationTime', sortOrder: 'Ascending' },
          reading
        )
        for await (const page of pages) found.push(...(page.invocationJobSummaries ?? []).map(factsOf))
      } catch (error) {
        throw failureOf(error, { action: 'bedrock:ListModelInvocationJobs', resource: '*' })
      }
      return found
    },
    async stop(jobArn) {
      try {
        await client.send(new StopModelInvocationJobCommand({ jobIdentifier: jobArn }))
        return 'stopping'
      } catch (error) {
        // AWS does not publish which of these a job that is over gets.
        if (['ConflictException', 'ValidationException', 'ResourceNotFoundException'].includes(readError(error).name))
          return 'over'
        throw failureOf(error, { action: 'bedrock:StopModelInvocationJob', resource: jobArn })
      }
    }
  }
}

async function create(client: BedrockClient, request: JobRequest): Promise<Creation> {
  try {
    const reply = await client.send(new CreateModelInvocationJobCommand(commandOf(request)))
    if (reply.jobArn === undefined) return { kind: 'unknown', why: 'the reply names no job' }
    return { kind: 'created', jobArn: reply.jobArn }
  } catch (error) {
    const { name, message } = readError(error)
    // ConflictException comes with HTTP 400, so the name decides, not the status.
    if (name === 'ConflictException') return { kind: 'name-taken' }
    if (name === 'ValidationException' && isNameTaken(message)) return { kind: 'name-taken' }
    if (name === 'ServiceQuotaExceededException' || isThrottling(error))
      return { kind: 'later', why: `${name}: ${message}` }
    if (isUncertain(error)) return { kind: 'unknown', why: `${name}: ${message}` }
    throw failureOf(error, { action: 'bedrock:CreateModelInvocationJob', resource: request.modelId })
  }
}

/** AWS publishes no text for this; what says that something does not exist is certainly about something else. */
function isNameTaken(message: string): boolean {
  if (/not exist|n't exist|not found|cannot be assumed/i.test(message)) return false
  return /job ?name/i.test(message) && /in use|exists|unique|taken|duplicate/i.test(message)
}

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html */
function commandOf(request: JobRequest): CreateModelInvocationJobCommandInput {
  const owner = request.bucketOwner === undefined ? {} : { s3BucketOwner: request.bucketOwner }
  const key = request.kmsKeyId === undefined ? {} : { s3EncryptionKeyId: request.kmsKeyId }
  return {
    jobName: request.jobName,
    clientRequestToken: request.clientRequestToken,
    modelId: request.modelId,
    modelInvocationType: request.invocationType,
    roleArn: request.roleArn,
    inputDataConfig: { s3InputDataConfig: { s3Uri: request.inputS3Uri, s3InputFormat: 'JSONL', ...owner } },
    outputDataConfig: { s3OutputDataConfig: { s3Uri: request.outputS3Uri, ...key, ...owner } },
    ...(request.timeoutHours !== undefined && { timeoutDurationInHours: request.timeoutHours }),
    ...(request.vpc && {
      vpcConfig: { subnetIds: [...request.vpc.subnetIds], securityGroupIds: [...request.vpc.securityGroupIds] }
    }),
    ...(request.tags && { tags: Object.entries(request.tags).map(([key, value]) => ({ key, value })) })
  }
}

type Told = ModelInvocationJobSummary | GetModelInvocationJobCommandOutput

function factsOf(told: Told): JobFacts {
  const known = Object.hasOwn(meaning, told.status ?? '') ? meaning[told.status as keyof typeof meaning] : 'active'
  // The newest time that is told of a job which has ended: it does not change any more.
  const endedAt = told.endTime ?? (known === 'active' ? undefined : told.lastModifiedTime)
  return {
    jobArn: told.jobArn ?? '',
    jobName: told.jobName ?? '',
    modelId: told.modelId ?? '',
    ending: known === 'active' ? undefined : known,
    status: told.status ?? 'unknown',
    ...(told.message !== undefined && { message: told.message }),
    inputS3Uri: told.inputDataConfig?.s3InputDataConfig?.s3Uri ?? '',
    outputS3Uri: told.outputDataConfig?.s3OutputDataConfig?.s3Uri ?? '',
    submittedAt: told.submitTime?.getTime() ?? 0,
    ...(endedAt && { endedAt: endedAt.getTime() }),
    counts: countsOf(told)
  }
}

function countsOf(told: Told): JobFacts['counts'] {
  return {
    ...(told.totalRecordCount !== undefined && { total: told.totalRecordCount }),
    ...(told.processedRecordCount !== undefined && { processed: told.processedRecordCount }),
    ...(told.successRecordCount !== undefined && { success: told.successRecordCount }),
    ...(told.errorRecordCount !== undefined && { error: told.errorRecordCount })
  }
}
