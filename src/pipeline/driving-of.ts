/** From the spec, the model and the way to AWS to what the loop of a pass is given. Nothing here acts. */
import { recordNamer } from '../jobs/record.ts'
import type { RecordNamer } from '../jobs/record.ts'
import { canonicalJson } from '../json.ts'
import { mayBeInBatch } from '../models/support.ts'
import { accountedJobs } from '../outputs/manifest-jobs.ts'
import type { Problems } from '../problems.ts'
import type { Request } from '../prompts/request.ts'
import { readAnswerLine } from '../results/answer-line.ts'
import { interpret } from '../results/interpret.ts'
import type { Answers } from './answers.ts'
import { mayPay } from './connection.ts'
import type { Connection } from './connection.ts'
import type { Outside, PassRequest } from './context.ts'
import type { Costs } from './costs.ts'
import type { Driving } from './driving.ts'
import { FollowUps } from './follow-ups.ts'
import { nonceFor } from './lease.ts'
import type { Prepared } from './prepare.ts'
import type { Questions } from './questions.ts'
import { echoNamer } from './s3-media.ts'
import type { SetUp } from './set-up.ts'
import type { JobCommon } from './submit.ts'

export interface Asking {
  readonly request: PassRequest
  readonly outside: Outside
  readonly known: SetUp
  readonly prepared: Prepared
  readonly questions: Questions
  readonly answers: Answers
  readonly costs: Costs
  readonly problems: Problems
}

export function drivingOf(
  work: Asking,
  { cloud, store, places, account }: Connection
): Omit<Driving, 'soFar' | 'broke'> {
  const { request, outside, known, questions, answers, costs } = work
  const { clock, log, signal, turn } = outside
  const { spec } = request
  const deadline = turn?.waitUntil(request.waitMs) ?? clock.now() + request.waitMs
  const nameOf = recordNamer(spec.model, known.model.api)
  const { deadlineHours } = spec
  const stopBefore = (now: number): number =>
    deadlineHours === undefined ? Number.NEGATIVE_INFINITY : now - deadlineHours * 3_600_000
  const padding = paddingOf(known, nameOf)
  const accounted = accountedJobs(known.published.manifest ?? { jobs: [] })
  // On demand the questions are asked with our own rights; nobody has to work for us.
  const batch = request.mode !== 'try' && spec.inference !== 'on-demand'
  const serviceRoleArn = places.serviceRoleArn ?? (batch ? undefined : '')
  const submitting =
    !mayPay(request) || serviceRoleArn === undefined
      ? undefined
      : {
          cloud,
          store,
          account,
          places: { ...places, serviceRoleArn },
          specName: spec.name,
          common: commonOf(work),
          questions,
          deadline,
          signal,
          log
        }
  return {
    mode: request.mode,
    questions,
    answers,
    rules: { ...rulesOf(request, known), ...(spec.belowMinimum === 'pad' && { padBytes: padBytesOf(padding) }) },
    followUps: followUpsOf(work, nameOf),
    collecting: {
      cloud,
      store,
      nameOf: echoNamer(nameOf),
      answers,
      log,
      signal,
      usageOf: text => usageIn(text, known),
      stopBefore
    },
    stopBefore,
    hasDeadline: deadlineHours !== undefined,
    padding,
    submitting,
    lease: { store, owner: outside.owner, hasEnded: outside.hasEnded, nonce: nonceFor(outside.owner, clock) },
    ledger: outside.ledger,
    maxActiveJobs: known.limits.maxActiveJobs,
    // Asked again on purpose: what is published, or what a pass without a manifest has collected before, is no answer.
    passOver: jobId => request.force && (known.published.manifest === undefined || accounted.has(jobId)),
    checkLimits: asked => costs.check(asked),
    atMost: (records, way) => costs.estimate(records, way).estimatedUsd,
    accounted: jobId => accounted.has(jobId),
    deadline,
    rest: ms => (turn ? turn.rest(ms, signal) : clock.sleep(ms, signal)),
    signal,
    log
  }
}

function followUpsOf({ request, known, questions, answers }: Asking, nameOf: RecordNamer): FollowUps | undefined {
  const most = request.spec.answer.retryInvalid
  const followUp = known.model.family.followUp?.bind(known.model.family)
  return most === 0 || followUp === undefined
    ? undefined
    : new FollowUps(questions, answers, { most, followUp, nameOf })
}

function paddingOf({ model }: SetUp, nameOf: (canonicalModelInput: string) => string): Driving['padding'] {
  return text => {
    const { kind } = model.family
    // There is no padding for api: verbatim, which knows no model's JSON; the spec's checks say so.
    const request: Request =
      kind === 'embed' || kind === 'draw'
        ? { kind, text }
        : { kind: 'chat', messages: [{ role: 'user', content: [{ text }] }] }
    const modelInput = canonicalJson(model.family.render(request, request.kind === 'chat' ? { maxTokens: 1 } : {}))
    return { recordId: nameOf(modelInput), modelInput }
  }
}

/** Of the longest line: a recordId, a number, and the record around both. */
function padBytesOf(padding: Driving['padding']): number {
  const { recordId, modelInput } = padding('00000000000 999999')
  return Buffer.byteLength(JSON.stringify({ recordId, modelInput: '' }) + modelInput)
}

function rulesOf({ spec, mode, retry, byPerson }: PassRequest, { limits, model }: SetUp): Driving['rules'] {
  return {
    retry,
    retries: spec.limits.retries,
    resendFailedJobs: byPerson,
    minRecords: limits.minRecords,
    maxRecords: limits.maxRecords,
    maxBytes: limits.maxBytes,
    inference: mode === 'try' ? 'on-demand' : spec.inference,
    belowMinimum: spec.belowMinimum,
    onDemandRecords: spec.limits.onDemandRecords,
    noBatch: !mayBeInBatch(model.bareId, spec.support)
  }
}

function usageIn(text: string, known: SetUp): ReturnType<SetUp['model']['family']['parse']>['usage'] | undefined {
  const line = readAnswerLine(text)
  const outcome =
    line === undefined
      ? undefined
      : interpret(
          line,
          output => known.model.family.parse(output),
          () => ({ value: null })
        )
  return outcome !== undefined && 'usage' in outcome ? outcome.usage : undefined
}

function commonOf({ request, known }: Asking): JobCommon {
  const { aws } = request.spec
  return {
    modelId: request.spec.model,
    invocationType: known.model.api,
    ...(aws.bucketOwner !== undefined && { bucketOwner: aws.bucketOwner }),
    ...(aws.kmsKeyId !== undefined && { kmsKeyId: aws.kmsKeyId }),
    ...(aws.vpc && { vpc: aws.vpc }),
    ...(aws.timeoutHours !== undefined && { timeoutHours: aws.timeoutHours }),
    ...(aws.tags && { tags: aws.tags })
  }
}
