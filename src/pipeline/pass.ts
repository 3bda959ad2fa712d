/** One pass for one spec, as a recipe: set up, prepare, drive, finish. Whatever goes wrong ends up in the report. */
import { readDataset } from '../dataset/dataset.ts'
import { expandRows } from '../dataset/expand.ts'
import { Keys, readS3Uri, specIdOf } from '../jobs/names.ts'
import { recordNamer } from '../jobs/record.ts'
import type { RecordNamer } from '../jobs/record.ts'
import { canonicalJson } from '../json.ts'
import { mayBeInBatch } from '../models/support.ts'
import { TokenMeter } from '../models/tokens.ts'
import type { Cloud } from '../ports.ts'
import { Failure, Problems, ProblemsFound } from '../problems.ts'
import type { Request } from '../prompts/request.ts'
import { interpret } from '../results/interpret.ts'
import { readAnswerLine } from '../results/answer-line.ts'
import { accountedJobs } from '../outputs/manifest-jobs.ts'
import { Answers } from './answers.ts'
import type { AwsPlaces, Outside, PassRequest } from './context.ts'
import { Costs } from './costs.ts'
import { MediaLoader } from './media.ts'
import { FollowUps } from './follow-ups.ts'
import { echoNamer } from './s3-media.ts'
import { drive } from './drive.ts'
import { firstRows, showQuestion, showTrial } from './trial.ts'
import type { Driven, Driving } from './drive.ts'
import { finish, publishPart } from './finish.ts'
import { refuseForeign } from './placement.ts'
import { checkRemovals, prepare } from './prepare.ts'
import type { Prepared } from './prepare.ts'
import { Questions } from './questions.ts'
import { Draft } from './draft.ts'
import type { Report } from './report.ts'
import { advise, setUp } from './set-up.ts'
import type { SetUp } from './set-up.ts'
import { sideFiles } from '../spec/side-files.ts'
import { stopJobs } from './stop.ts'
import type { Store } from './store.ts'
import type { JobCommon } from './submit.ts'

/** Never throws: a Failure, the user's Problems and our own bugs are members of the report. */
export async function pass(request: PassRequest, outside: Outside): Promise<Report> {
  const problems = new Problems()
  const draft = new Draft(request, outside.clock.now())
  try {
    if (request.mode === 'stop') await stop(request, outside, draft)
    else await run(request, outside, problems, draft)
  } catch (error) {
    if (error instanceof ProblemsFound) {
      problems.add(...error.problems.filter(one => !problems.list.includes(one)))
      draft.fail(
        new Failure('bad-input', `${request.specPath} cannot be run as it is`, {
          remedy: draft.hasAsked ? 'Correct what is marked.' : 'Correct what is marked. Nothing was asked or written.'
        })
      )
    } else if (error instanceof Failure) draft.fail(error)
    else draft.crash(error)
  }
  return draft.report(problems, outside.clock.now())
}

async function stop(request: PassRequest, outside: Outside, draft: Draft): Promise<void> {
  const { cloud } = await connect(request, outside)
  const { jobs, stopping } = await stopJobs(cloud, specIdOf(request.repositoryId, request.spec.name), outside.log)
  draft.stopped(jobs, stopping)
}

async function run(request: PassRequest, outside: Outside, problems: Problems, draft: Draft): Promise<void> {
  const { log, scratch } = outside
  const known = await setUp(request, outside, problems)
  draft.knows(known)
  const questions = new Questions(scratch.create('records.jsonl'))
  const meter = new TokenMeter()
  const rows = readDataset(known.source, known.files, problems)
  const media = mediaOf(request, outside, known)
  const expanded = expandRows(rows, known.expansion)
  const prepared = await prepare(
    { request, ...known, questions, meter, media, rows: scratch.create('rows.jsonl'), problems },
    request.mode === 'try' ? firstRows(expanded, request.tryRows ?? 3) : expanded
  )
  draft.prepared(prepared, questions)
  log.info(
    `${prepared.wanted} rows: ${prepared.carriedOver} have their answer already, ${prepared.wanted - prepared.carriedOver - prepared.givenUp} need one`
  )
  if (request.mode !== 'try') {
    checkRemovals(request, known.published)
    if (!request.spec.adopt) await refuseForeign(outside.workspace, known, prepared)
  }
  const costs = new Costs(request, known, meter, prepared.maxTokens)
  const answers = new Answers(scratch.create('answers.jsonl'), questions, line =>
    interpret(line, output => known.model.family.parse(output), known.reader)
  )
  const isPublished = (question: number): boolean => {
    const row = prepared.sibling.get(question)
    return row >= 0 && !known.published.isEdited(row)
  }
  const open = [...take(questions.needed(), 1)].length > 0
  let driven: Driven | undefined
  if (open) {
    const asking = { request, outside, known, prepared, questions, answers, costs, problems, isPublished }
    driven = await ask(asking, draft)
    if (driven !== undefined) draft.drove(driven, costs)
  }
  if (request.mode === 'plan') {
    draft.planned(driven?.plan, prepared, questions, costs, known.limits)
    for (const { key, prompt } of prepared.shown.slice(0, 3)) showQuestion(log, key, prompt)
    return
  }
  const finishing = { request, outside, known, prepared, questions, answers, driven, isPublished, costs, draft }
  if (request.mode === 'try') await showTrial(finishing)
  else await finish(finishing)
}

function mediaOf({ spec }: PassRequest, { workspace, cloud }: Outside, { model }: SetUp): MediaLoader {
  const { maxPixels } = spec.media
  return new MediaLoader(
    { workspace, cloud },
    { modelId: spec.model, abilities: model.family.can?.(model.bareId), maxPixels }
  )
}

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let taken = 0
  for (const item of items) {
    if (taken++ >= most) return
    yield item
  }
}

interface Asking {
  readonly request: PassRequest
  readonly outside: Outside
  readonly known: SetUp
  readonly prepared: Prepared
  readonly questions: Questions
  readonly answers: Answers
  readonly costs: Costs
  readonly problems: Problems
  readonly isPublished: (question: number) => boolean
}

/** Undefined for a plan made offline. */
async function ask(work: Asking, draft: Draft): Promise<Driven | undefined> {
  const { request, outside, known, problems } = work
  if (request.mode === 'plan' && (outside.cloud === undefined || request.aws === undefined)) {
    draft.note('Planned from the files alone: AWS was not asked what is in flight or answered already.')
    return undefined
  }
  advise(request, known.model, problems)
  const connection = await connectOrPlan(request, outside, draft)
  if (connection === undefined) return undefined
  const { cloud, store, places, account } = connection
  if (mayPay(request)) await beforePaying(request, outside, cloud, places)
  // With publish.when: partial every answer is published as soon as its job has ended.
  const soFar =
    request.spec.publish.when === 'partial' && request.mode === 'run'
      ? (driven: Driven): Promise<void> => publishPart({ ...work, driven, draft })
      : undefined
  const broke = (driven: Driven): void => draft.drove(driven, work.costs)
  return drive({ ...drivingOf(work, cloud, store, places, account), soFar, broke })
}

function mayPay(request: PassRequest): boolean {
  return ['run', 'submit', 'try'].includes(request.mode) && request.mayNotPay === undefined
}

/** Everything that would make the answers useless is found out before they are paid. */
async function beforePaying(
  { spec, mode }: PassRequest,
  outside: Outside,
  cloud: Cloud,
  places: AwsPlaces
): Promise<void> {
  if (mode === 'try') return cloud.objects.check()
  const side = sideFiles(spec)
  for (const path of [...spec.outputs.map(output => output.path), side.lock, side.manifest, side.errors]) {
    await outside.workspace.checkWritable(path)
  }
  await outside.publisher.check()
  await cloud.objects.check()
  const output = places.outputS3Uri === undefined ? undefined : readS3Uri(places.outputS3Uri).bucket
  if (output !== undefined && output !== readS3Uri(places.s3Uri).bucket) await cloud.bucket(output).check()
}

/** Undefined where a plan has to do without AWS: who has no credentials still wants to see what would be asked. */
async function connectOrPlan(request: PassRequest, outside: Outside, draft: Draft): Promise<Connection | undefined> {
  try {
    return await connect(request, outside)
  } catch (error) {
    const isLockedOut = error instanceof Failure && lockedOut.has(error.code)
    if (request.mode !== 'plan' || !isLockedOut) throw error
    outside.log.warning(`${error.title}: ${error.message}`)
    draft.note(`Planned from the files alone, without what is in flight or answered already. ${error.title}.`)
    return undefined
  }
}

const lockedOut: ReadonlySet<Failure['code']> = new Set(['no-credentials', 'credentials-expired', 'role-not-assumed'])

interface Connection {
  readonly cloud: Cloud
  readonly store: Store
  readonly places: AwsPlaces
  readonly account: string
}

async function connect(request: PassRequest, outside: Outside): Promise<Connection> {
  const { aws } = request
  if (aws === undefined || outside.cloud === undefined) {
    throw new Failure('not-allowed-here', 'this pass needs AWS, and may not or cannot reach it', {
      remedy: 'Give aws-region and s3-uri; on events of forks only mode: plan runs.'
    })
  }
  const cloud = await outside.cloud()
  const { account } = await cloud.identity()
  const { bucket, prefix } = readS3Uri(aws.s3Uri)
  const specId = specIdOf(request.repositoryId, request.spec.name)
  const store = {
    objects: cloud.objects,
    keys: new Keys(prefix, specId),
    specId,
    bucket,
    scratch: outside.scratch,
    clock: outside.clock
  }
  return { cloud, store, places: aws, account }
}

function drivingOf(
  work: Asking,
  cloud: Cloud,
  store: Store,
  places: AwsPlaces,
  account: string
): Omit<Driving, 'soFar' | 'broke'> {
  const { request, outside, known, questions, answers, costs, isPublished } = work
  const { clock, log, signal } = outside
  const { spec } = request
  const deadline = clock.now() + request.waitMs
  const nameOf = recordNamer(spec.model, known.model.api)
  const { deadlineHours } = spec
  const stopBefore = (now: number): number =>
    deadlineHours === undefined ? Number.NEGATIVE_INFINITY : now - deadlineHours * 3_600_000
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
          limits: known.limits,
          deadline,
          signal,
          log
        }
  return {
    mode: request.mode,
    questions,
    answers,
    isPublished,
    rules: rulesOf(request, known),
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
    padding: paddingOf(known, nameOf),
    submitting,
    lease: { store, owner: outside.owner, hasEnded: outside.hasEnded },
    ledger: outside.ledger,
    maxActiveJobs: known.limits.maxActiveJobs,
    // Asked again on purpose: what is published, or what a pass without a manifest has collected before, is no answer.
    passOver: jobId => request.force && (known.published.manifest === undefined || accounted.has(jobId)),
    checkLimits: asked => costs.check(asked),
    accounted: jobId => accounted.has(jobId),
    deadline,
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

function rulesOf({ spec, mode, retry, byPerson }: PassRequest, { limits, model }: SetUp): Driving['rules'] {
  return {
    retry,
    retries: spec.limits.retries,
    resendFailedJobs: byPerson,
    minRecords: limits.minRecords,
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
