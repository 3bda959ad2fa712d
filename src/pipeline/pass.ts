/** One pass for one spec, as a recipe: set up, prepare, drive, finish. Whatever goes wrong ends up in the report. */
import { readDataset } from '../dataset/dataset.ts'
import { expandRows } from '../dataset/expand.ts'
import { counted } from '../figures.ts'
import { TokenMeter } from '../models/tokens.ts'
import { Failure, Problems, ProblemsFound } from '../problems.ts'
import { interpret } from '../results/interpret.ts'
import { Answers } from './answers.ts'
import { beforePaying, connect, connectOrPlan, mayPay } from './connection.ts'
import type { Outside, PassRequest } from './context.ts'
import { Costs } from './costs.ts'
import { Draft } from './draft.ts'
import { drive } from './drive.ts'
import type { Driven } from './drive.ts'
import { drivingOf } from './driving-of.ts'
import type { Asking } from './driving-of.ts'
import { finish, publishPart } from './finish.ts'
import { MediaLoader } from './media.ts'
import { untouched } from './open-records.ts'
import { refuseForeign } from './placement.ts'
import { prepare } from './prepare.ts'
import { Questions } from './questions.ts'
import { interrupted } from './refusals.ts'
import { checkRemovals } from './removals.ts'
import type { Report } from './report.ts'
import { advise, setUp } from './set-up.ts'
import type { SetUp } from './set-up.ts'
import { stopJobs } from './stop.ts'
import { firstRows, showQuestion, showTrial } from './trial.ts'

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
  const { cloud, store } = await connect(request, outside)
  const stopped = await stopJobs({ cloud, store, ledger: outside.ledger, log: outside.log })
  draft.stopped(stopped)
  if (stopped.failure !== undefined) throw stopped.failure
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
    `${counted(prepared.wanted, 'row')}: ${counted(prepared.carriedOver, 'has its', 'have their')} answer already, ${counted(prepared.wanted - prepared.carriedOver - prepared.givenUp, 'needs', 'need')} one`
  )
  if (request.mode !== 'try') {
    checkRemovals(request, known.published, prepared.wanted)
    if (!request.spec.adopt) await refuseForeign(outside.workspace, known, prepared)
  }
  const costs = new Costs(request, known, meter, prepared.maxTokens)
  const answers = new Answers(scratch.create('answers.jsonl'), questions, line =>
    interpret(line, output => known.model.family.parse(output), known.reader)
  )
  const open = [...take(questions.needed(), 1)].length > 0
  let driven: Driven | undefined
  if (open) {
    const asking = { request, outside, known, prepared, questions, answers, costs, problems }
    driven = await ask(asking, draft)
    if (driven !== undefined) draft.drove(driven, costs)
  }
  if (request.mode === 'plan') {
    draft.planned(driven?.plan, prepared, questions, costs, known.limits)
    if (driven !== undefined) draft.open(untouched({ request, driven, questions, answers, costs }))
    for (const { key, prompt } of prepared.shown.slice(0, 3)) showQuestion(log, key, prompt)
    return
  }
  // What is not written yet is left to the next pass: there may be no time to publish it.
  if (outside.signal.aborted) throw interrupted(driven?.jobs.filter(job => job.ending === undefined) ?? [])
  const finishing = { request, outside, known, prepared, questions, answers, driven, costs, draft }
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
  if (mayPay(request)) await beforePaying(request, outside, connection)
  // With publish.when: partial every answer is published as soon as its job has ended.
  const soFar =
    request.spec.publish.when === 'partial' && request.mode === 'run'
      ? (driven: Driven): Promise<void> => publishPart({ ...work, driven, draft })
      : undefined
  const broke = (driven: Driven): void =>
    draft.brokeOff(driven, work.costs, driven.plan.counts.wait > 0 ? untouched({ ...work, driven }) : '')
  return drive({ ...drivingOf(work, connection), soFar, broke })
}
