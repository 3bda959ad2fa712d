/** Everything that a pass needs to know before it reads the first row: files found, template compiled, model resolved, price looked up. */
import { sha256Hex } from '../jobs/record.ts'
import { canonicalJson, isObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { readColumns } from '../dataset/columns.ts'
import { readDataset } from '../dataset/dataset.ts'
import { expandColumns, expandRows, isExpanding } from '../dataset/expand.ts'
import type { Expansion } from '../dataset/expand.ts'
import { namesHint, spelled } from '../dataset/nearest.ts'
import type { Columns } from '../dataset/columns.ts'
import type { DatasetSource } from '../dataset/dataset.ts'
import type { Files } from '../dataset/files.ts'
import type { Row } from '../dataset/row.ts'
import { answersWith } from '../models/answers.ts'
import { limitsOf } from '../models/limits.ts'
import { priceOf } from '../models/prices.ts'
import type { Price } from '../models/prices.ts'
import { resolveModel } from '../models/registry.ts'
import type { ResolvedModel } from '../models/registry.ts'
import { adviseOn } from '../models/support.ts'
import { compileColumns } from '../outputs/columns.ts'
import { problem, Problems, ProblemsFound } from '../problems.ts'
import type { Place } from '../problems.ts'
import { compileCondition } from '../prompts/condition.ts'
import { rowsAsQuestions } from '../prompts/prompt.ts'
import type { Prompt } from '../prompts/prompt.ts'
import { compileAnswer, readingSettings } from '../results/answer-reader.ts'
import type { AnswerReader } from '../results/answer-reader.ts'
import { bringsQuestions } from '../spec/formats.ts'
import type { Spec } from '../spec/spec.ts'
import type { Outside, PassRequest } from './context.ts'
import { checkPictures } from './pictures.ts'
import { placementOf } from './placement.ts'
import type { Placement } from './placement.ts'
import type { Output, Published } from './published.ts'
import { compilePrompts, readPrompts } from './prompts.ts'
import type { PromptSources } from './prompts.ts'
import { readPublished } from './read-published.ts'
import { checkDisk, findFiles } from './sources.ts'
import { checkResidency } from './residency.ts'

interface JobLimits {
  readonly minRecords: number
  readonly maxRecords: number
  readonly maxBytes: number
  readonly maxActiveJobs: number
}

export interface SetUp {
  readonly source: DatasetSource
  readonly files: Files
  readonly expansion: Expansion
  readonly outputs: readonly Output[]
  readonly published: Published
  /** Undefined where no output path has holes. */
  readonly placement: Placement | undefined
  readonly model: ResolvedModel
  readonly prompt: Prompt
  readonly reader: AnswerReader
  /** Of everything that decides how an answer is read. */
  readonly answerSha256: string
  readonly limits: JobLimits
  readonly price: Price | undefined
}

const maxTextBytes = 4 << 20

/** Throws ProblemsFound with everything that was found wrong. */
export async function setUp(request: PassRequest, outside: Outside, problems: Problems): Promise<SetUp> {
  const { spec, placeOf } = request
  const sources = await findFiles(request, outside, problems)
  const { source, files } = sources
  checkDisk(sources, outside.scratch)
  const templates = await readPrompts(request, outside, problems)
  const schema = await readSchema(request, outside, problems)
  stopAt(problems)
  const ownColumns = await readColumns(source, files, problems)
  if (ownColumns === undefined) throw new ProblemsFound(problems.list)
  checkKey(request, ownColumns, problems)
  const expansion = expansionOf(spec)
  const columns = expandColumns(ownColumns, expansion, problems)
  const outputs = layOut({ ...request, key: source.key }, columns, schema?.schema, problems)
  const placement = placementOf({ request, columns, files: source.files }, problems)
  const answerSha256 = hashOfAnswers(spec, schema?.schema)
  const published = await readPublished(
    outside.workspace,
    outside.scratch,
    {
      name: spec.name,
      outputs,
      adopt: spec.adopt,
      answerSha256,
      source,
      datasetRows: () => allRows(source, files, expansion)
    },
    problems
  )
  const model = resolve(request, published, problems)
  const prompt = promptOf(request, templates, model, columns, problems)
  const where = compileWhere(request, ownColumns, problems)
  const format =
    model && answersWith(model.family) !== 'text' ? otherFormat(request, model, problems) : spec.answer.format
  const reader = await compileAnswer(
    { ...spec.answer, format },
    schema?.schema,
    schema?.place ?? placeOf('answer'),
    problems
  )
  if (model === undefined || prompt === undefined || reader === undefined || problems.any)
    throw new ProblemsFound(problems.list)
  const limits = jobLimits(spec, model)
  checkJobLimits(request, limits, problems)
  checkPadding(request, model, problems)
  checkFollowUps(request, model, problems)
  checkPictures(request, model.family, problems)
  stopAt(problems)
  const price = await priceOf(model.bareId, model.geography, spec.price)
  return {
    source: { ...source, ...(where && { where }) },
    files,
    expansion,
    outputs,
    published,
    placement,
    model,
    prompt,
    reader,
    answerSha256,
    limits,
    price
  }
}

/** Wanted or not. What is wrong with a row is told where it is prepared. */
function allRows(
  { limit: _wanted, ...source }: DatasetSource,
  files: Files,
  expansion: Expansion
): AsyncIterable<readonly Row[]> {
  return expandRows(readDataset(source, files, new Problems()), expansion)
}

function stopAt(problems: Problems): void {
  if (problems.any) throw new ProblemsFound(problems.list)
}

/** Of two numbers in the spec its own checks tell; here one of them is the model's. */
function checkJobLimits({ spec, placeOf }: PassRequest, limits: JobLimits, problems: Problems): void {
  const { minRecords, maxRecords } = limits
  if (spec.inference === 'on-demand' || minRecords <= maxRecords) return
  const place = placeOf(spec.limits.recordsPerJob === undefined ? 'limits.minRecordsPerJob' : 'limits.recordsPerJob')
  problems.error(
    `no batch job can be made: it takes at least ${minRecords} records and may hold ${maxRecords}`,
    place,
    'Correct limits.recordsPerJob or limits.minRecordsPerJob, or write inference: on-demand.'
  )
}

/** A record that costs next to nothing can be made only where a short text is a whole question. */
function checkPadding({ spec, placeOf }: PassRequest, { family, bareId }: ResolvedModel, problems: Problems): void {
  const isText = family.kind === 'embed' || (family.kind === 'chat' && family.can?.(bareId).needs === undefined)
  if (spec.belowMinimum !== 'pad' || isText) return
  problems.error(
    `belowMinimum: pad fills a job up with short texts, which are no questions for ${spec.model} here`,
    placeOf('belowMinimum'),
    'Write on-demand, hold or fail.'
  )
}

function checkFollowUps({ spec, placeOf }: PassRequest, { family }: ResolvedModel, problems: Problems): void {
  if (spec.answer.retryInvalid === 0 || family.followUp !== undefined) return
  problems.error(
    `answer.retryInvalid tells the model in another turn what was wrong, and ${family.name} has no turns`,
    placeOf('answer.retryInvalid'),
    'Remove it; or write api: converse, where the model has it.'
  )
}

function expansionOf({ matrix, expand, samples }: Spec): Expansion {
  return { matrix: matrix ?? {}, variants: Object.keys(expand ?? {}), samples }
}

/** Of everything that decides how a model's output is read: a change of it reads known answers anew and asks nothing. */
function hashOfAnswers({ answer, verbatim }: Spec, schema: JsonObject | undefined): string {
  const reading = { ...readingSettings(answer), schema: schema ?? null }
  return sha256Hex(canonicalJson(verbatim === undefined ? reading : { ...reading, verbatim }))
}

function promptOf(
  { spec }: PassRequest,
  templates: PromptSources,
  model: ResolvedModel | undefined,
  columns: Columns,
  problems: Problems
): Prompt | undefined {
  if (bringsQuestions(spec.dataset.format)) return rowsAsQuestions()
  return compilePrompts(templates, model?.family.kind ?? 'chat', columns, problems)
}

async function readSchema(
  request: PassRequest,
  outside: Outside,
  problems: Problems
): Promise<{ schema: JsonObject; place: Place } | undefined> {
  const { schema } = request.spec.answer
  const place = request.placeOf('answer.schema')
  if (schema === undefined) return undefined
  if ('inline' in schema) return { schema: schema.inline, place }
  const text = await outside.workspace.readText(schema.file, maxTextBytes)
  if (text === undefined) {
    problems.error(`there is no file ${schema.file}`, place)
    return undefined
  }
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return { schema: value, place: { file: schema.file, line: 1 } }
    problems.error(`${schema.file} is not a JSON Schema: an object is expected at its top`, {
      file: schema.file,
      line: 1
    })
  } catch (error) {
    problems.error(`${schema.file} is not JSON: ${(error as Error).message}`, { file: schema.file, line: 1 })
  }
  return undefined
}

/** Told where it is written, and before the columns that would miss it too. */
function checkKey({ spec, placeOf }: PassRequest, { names, complete }: Columns, problems: Problems): void {
  const { key } = spec.dataset
  if (key === undefined || !complete || names.includes(key)) return
  problems.error(
    `the dataset has no column ${spelled(key)} to be its key`,
    placeOf('dataset.key'),
    namesHint(key, names, 'columns')
  )
  stopAt(problems)
}

function layOut(
  { spec, placeOf, key }: PassRequest & { readonly key: string | undefined },
  columns: Columns,
  schema: JsonObject | undefined,
  problems: Problems
): Output[] {
  const names = {
    // Of expanded rows several have one value in the key's column.
    ...(key !== undefined && !isExpanding(expansionOf(spec)) && { keyField: key }),
    ...(columns.complete && { fields: columns.names }),
    answerFormat: spec.answer.format,
    ...(schema && { answerSchema: schema })
  }
  return spec.outputs.map((output, number) => ({
    spec: output,
    columns: compileColumns(output, names, column => placeOf(`outputs[${number}].columns.${column}`), problems)
  }))
}

/** The lock pins api and family while the model stays the same: an upgrade of the action asks nothing again by itself. */
function resolve(
  { spec, placeOf, aws }: PassRequest,
  { header }: Published,
  problems: Problems
): ResolvedModel | undefined {
  const pinned =
    header?.model === spec.model ? { api: header.api, family: header.family, revision: header.revision } : undefined
  const resolution = resolveModel(spec.model, spec.api, pinned, spec.verbatim)
  if ('problem' in resolution) {
    problems.error(resolution.problem, placeOf('model'), resolution.hint)
    return undefined
  }
  const { model } = resolution
  checkResidency({ spec, placeOf, aws }, model, problems)
  for (const warning of model.warnings) problems.warning(warning, placeOf('model'))
  for (const wrong of model.family.check?.(model.bareId, spec.parameters) ?? []) {
    problems.add(problem(wrong.severity ?? 'error', wrong.message, placeOf(`parameters.${wrong.field}`), wrong.hint))
  }
  return model
}

function compileWhere(
  { spec, placeOf }: PassRequest,
  columns: Columns,
  problems: Problems
): DatasetSource['where'] | undefined {
  if (spec.dataset.where === undefined) return undefined
  return compileCondition(
    spec.dataset.where,
    placeOf('dataset.where'),
    columns,
    columns.types ?? spec.dataset.types,
    problems
  )
}

/** A vector or a picture is what it is; nothing in the answer block can make a text of it. */
function otherFormat(
  { spec, placeOf }: PassRequest,
  { family }: ResolvedModel,
  problems: Problems
): 'embedding' | 'text' {
  const answers = answersWith(family)
  const { format } = spec.answer
  if (format !== 'text' && !(answers === 'vector' && format === 'embedding')) {
    problems.error(
      `${spec.model} answers with a ${answers}, not with ${format}`,
      placeOf('answer'),
      answers === 'vector' ? 'Leave out the answer block, or write format: embedding.' : 'Leave out the answer block.'
    )
  }
  return answers === 'vector' ? 'embedding' : 'text'
}

/** Quotas are data; the spec knows its own account better. */
function jobLimits(spec: Spec, model: ResolvedModel): JobLimits {
  const known = limitsOf(model.bareId)
  const { minRecordsPerJob, recordsPerJob, bytesPerJob, activeJobs } = spec.limits
  return {
    minRecords: minRecordsPerJob ?? known.minRecordsPerJob,
    maxRecords: recordsPerJob ?? Math.min(known.maxRecordsPerJob, known.maxRecordsPerFile),
    maxBytes: bytesPerJob ?? Math.min(known.maxFileBytes, known.maxJobBytes),
    maxActiveJobs: activeJobs ?? known.maxActiveJobs
  }
}

/** Advice on where the model runs in batch; never a refusal, since AWS may have moved on. */
export function advise(request: PassRequest, model: ResolvedModel, problems: Problems): void {
  const { aws, spec } = request
  if (aws === undefined) return
  for (const advice of adviseOn(model, aws.region, spec)) problems.warning(advice, request.placeOf('model'))
}
