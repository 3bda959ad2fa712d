/**
 * Bedrock's control plane, batch part: each operation from checked request to answer. Throws BedrockError.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock.html
 */
import type { Clock } from '../clock.ts'
import { asText, isMap, member, parseJson, sortedJson, type Json, type JsonMap } from '../json.ts'
import { check, createConstraints, tagConstraints, type Constraints } from './constraints.ts'
import { BedrockError } from './errors.ts'
import { describe, isOver, statusAt, statusOf, type Job } from './job.ts'
import type { Jobs } from './jobs.ts'
import { listJobs } from './list.ts'
import { judgeModel } from './models/catalogue.ts'
import type { ExtraModels } from './models/extra-model.ts'
import type { JobObjects } from './objects.ts'
import { tokenLifeMs, type Quotas, type Truth } from './truth.ts'
import { InvalidInput, validateInput } from './validation.ts'

export interface Asked {
  readonly number: number
  readonly body: Json
  readonly query: URLSearchParams
  /** Decoded, from the path. */
  readonly identifier: string
  /** Throws AccessDeniedException where the caller may not. */
  readonly authorize: (action: string, resource: string) => void
}

export interface World {
  readonly jobs: Jobs
  readonly clock: Clock
  readonly objects: JobObjects
  readonly region: string
  readonly account: string
  readonly truth: Truth
  readonly quotas: (modelId: string) => Quotas
  /** Models besides AWS's own. */
  readonly models?: ExtraModels
}

export type Operation = (asked: Asked, world: World) => Promise<JsonMap> | JsonMap

export const createModelInvocationJob: Operation = async (asked, world) => {
  if (!isMap(asked.body)) throw new BedrockError('SerializationException', 'the request body is no JSON object')
  const request = asked.body
  check(request, createConstraints)
  const { jobs, truth } = world
  const modelId = asText(request['modelId'])
  asked.authorize('bedrock:CreateModelInvocationJob', modelArn(modelId, world))
  asked.authorize('iam:PassRole', asText(request['roleArn']))
  const known = remembered(request, world)
  if (known) return { jobArn: known.arn }
  refuseModel(modelId, world)
  refuseName(asText(request['jobName']), world)
  refuseOverQuota(modelId, world)
  if (truth.tooFew === 'create') await refuseTooFew(request, modelId, world)
  // While the input was read, the same request may have come in by another way.
  const meanwhile = remembered(request, world)
  if (meanwhile) return { jobArn: meanwhile.arn }
  const job = jobs.add(request, asked.number)
  setTags(job, request['tags'])
  return { jobArn: job.arn }
}

export const getModelInvocationJob: Operation = (asked, world) => {
  const job = theJob(asked, world, 'bedrock:GetModelInvocationJob')
  return describe(job, statusOf(job), world.jobs.counters(job))
}

export const listModelInvocationJobs: Operation = (asked, world) => {
  asked.authorize('bedrock:ListModelInvocationJobs', '*')
  const seenAt = world.clock.now() - world.truth.listLagMs
  const visible = world.jobs.all.flatMap(job => {
    const status = statusAt(job, seenAt)
    return status === undefined ? [] : [{ job, summary: describe(job, status, world.jobs.counters(job)) }]
  })
  return listJobs(asked.query, visible)
}

export const stopModelInvocationJob: Operation = (asked, world) => {
  const job = theJob(asked, world, 'bedrock:StopModelInvocationJob')
  if (isOver(job) || statusOf(job) === 'Stopping')
    throw new BedrockError(
      world.truth.stopWhenOver,
      `The model invocation job ${job.arn} cannot be stopped because its status is ${statusOf(job)}.`
    )
  world.jobs.stop(job, asked.number)
  return {}
}

export const tagResource: Operation = (asked, world) => {
  const job = tagged(asked, world, 'bedrock:TagResource', tagConstraints)
  setTags(job, member(asked.body, 'tags'))
  return {}
}

export const untagResource: Operation = (asked, world) => {
  const job = tagged(asked, world, 'bedrock:UntagResource', {})
  const keys = member(asked.body, 'tagKeys')
  for (const key of Array.isArray(keys) ? keys : []) job.tags.delete(asText(key))
  return {}
}

export const listTagsForResource: Operation = (asked, world) => {
  const job = tagged(asked, world, 'bedrock:ListTagsForResource', {})
  return { tags: [...job.tags].map(([key, value]) => ({ key, value })) }
}

const mostTags = 50

function setTags(job: Job, tags: Json | undefined): void {
  const merged = new Map(job.tags)
  for (const tag of Array.isArray(tags) ? tags : [])
    merged.set(asText(member(tag, 'key')), asText(member(tag, 'value')))
  if (merged.size > mostTags)
    throw new BedrockError(
      'TooManyTagsException',
      `The number of tags exceeds the limit of ${mostTags} tags per resource.`
    )
  for (const [key, value] of merged) job.tags.set(key, value)
}

function tagged(asked: Asked, world: World, action: string, constraints: Constraints): Job {
  check(asked.body, { resourceARN: { required: true, length: [20, 1011] }, ...constraints })
  return theJob({ ...asked, identifier: asText(member(asked.body, 'resourceARN')) }, world, action)
}

const identifierShape = /^(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-invocation-job\/)?[a-z0-9]{12}$/

function theJob(asked: Asked, world: World, action: string): Job {
  const { identifier } = asked
  check(
    { jobIdentifier: identifier },
    {
      jobIdentifier: {
        length: [0, 1011],
        pattern: {
          shown: '((arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-invocation-job/)?[a-z0-9]{12})',
          test: identifierShape
        }
      }
    }
  )
  const arn = identifier.startsWith('arn:')
    ? identifier
    : `arn:aws:bedrock:${world.region}:${world.account}:model-invocation-job/${identifier}`
  asked.authorize(action, arn)
  const job = world.jobs.find(identifier)
  if (!job) throw new BedrockError('ResourceNotFoundException', `Could not find model invocation job ${identifier}`)
  return job
}

/** The job that this token made, while it is remembered. */
function remembered(request: JsonMap, { jobs, truth, clock }: World): Job | undefined {
  const token = member(request, 'clientRequestToken')
  if (token === undefined) return undefined
  const since = clock.now() - tokenLifeMs[truth.tokensRemembered]
  const job = jobs.all.findLast(one => one.token === token && one.submittedAt > since)
  if (job && truth.tokenWithOtherRequest === 'conflict' && sortedJson(job.request) !== sortedJson(request))
    throw new BedrockError('ConflictException', 'The clientRequestToken was used with other parameters.')
  return job
}

function refuseModel(modelId: string, { truth, models }: World): void {
  const verdict = truth.refuseModels.includes(modelId) ? 'no-batch' : judgeModel(modelId, models)
  switch (verdict) {
    case 'ok':
      return
    case 'unknown':
      throw new BedrockError('ValidationException', 'The provided model identifier is invalid.')
    case 'no-batch':
      throw new BedrockError('ValidationException', 'Batch inference is not supported for the requested model')
    case 'profile-only':
      throw new BedrockError(
        'ValidationException',
        `Invocation of model ID ${modelId} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`
      )
  }
}

function refuseName(name: string, { jobs, truth }: World): void {
  if (truth.duplicateNames === 'allowed') return
  const taken = jobs.all.some(job => job.name === name && (truth.duplicateNames === 'refused-forever' || !isOver(job)))
  if (taken)
    throw new BedrockError(truth.duplicateNameError, `The model invocation job name ${name} is already in use.`)
}

function refuseOverQuota(modelId: string, { jobs, quotas }: World): void {
  const { activeJobs } = quotas(modelId)
  const active = jobs.all.filter(job => job.modelId === modelId && !isOver(job)).length
  if (active >= activeJobs)
    throw new BedrockError(
      'ServiceQuotaExceededException',
      `The account has reached the quota of ${activeJobs} in-progress and submitted batch inference jobs for model ${modelId}.`
    )
}

async function refuseTooFew(request: JsonMap, modelId: string, world: World): Promise<void> {
  const uri = asText(member(member(member(request, 'inputDataConfig'), 's3InputDataConfig'), 's3Uri'))
  const [bucket = '', ...key] = uri.slice(5).split('/')
  const place = { bucket, key: key.join('/') }
  try {
    await validateInput(world.objects, {
      input: place,
      output: place,
      region: world.region,
      modelId,
      quotas: world.quotas(modelId),
      role: 'ok'
    })
  } catch (error) {
    // Whatever else is wrong shows in Validating.
    if (error instanceof InvalidInput && error.tooFew) throw new BedrockError('ValidationException', error.message)
    if (!(error instanceof InvalidInput)) throw error
  }
}

/** What a policy calls the model or profile. */
export function modelArn(modelId: string, { region, account }: Pick<World, 'region' | 'account'>): string {
  if (modelId.startsWith('arn:')) return modelId
  const profile = /^(us-gov|us|eu|apac|au|jp|ca|global)\./.test(modelId)
  return profile
    ? `arn:aws:bedrock:${region}:${account}:inference-profile/${modelId}`
    : `arn:aws:bedrock:${region}::foundation-model/${modelId}`
}

/** Empty where there is no body; throws BedrockError where it is no JSON. */
export function readBody(bytes: Buffer): Json {
  if (bytes.length === 0) return {}
  const body = parseJson(bytes.toString('utf8'))
  if (body === undefined) throw new BedrockError('SerializationException', 'the request body is not JSON')
  return body
}
