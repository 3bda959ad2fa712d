/** Everything that a pass needs to know before it reads the first row: files found, template compiled, model resolved, price looked up. */
import { sha256Hex } from '../jobs/record.ts'
import { canonicalJson, isObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { readColumns } from '../dataset/columns.ts'
import { namesHint, spelled } from '../dataset/nearest.ts'
import type { Columns } from '../dataset/columns.ts'
import type { DatasetSource } from '../dataset/dataset.ts'
import { limitsOf } from '../models/limits.ts'
import { priceOf } from '../models/prices.ts'
import type { Price } from '../models/prices.ts'
import { resolveModel } from '../models/registry.ts'
import type { ResolvedModel } from '../models/registry.ts'
import { adviseOn } from '../models/support.ts'
import { compileColumns } from '../outputs/columns.ts'
import { Failure, problem, ProblemsFound } from '../problems.ts'
import type { Place, Problems } from '../problems.ts'
import { compileCondition } from '../prompts/condition.ts'
import { compilePrompt } from '../prompts/prompt.ts'
import type { Prompt, TemplateSource } from '../prompts/prompt.ts'
import { compileAnswer } from '../results/answer-reader.ts'
import type { AnswerReader } from '../results/answer-reader.ts'
import type { Spec, TextSource } from '../spec/spec.ts'
import type { Outside, PassRequest } from './context.ts'
import type { Output, Published } from './published.ts'
import { readPublished } from './read-published.ts'

interface JobLimits {
  readonly minRecords: number
  readonly maxRecords: number
  readonly maxBytes: number
  readonly maxActiveJobs: number
}

export interface SetUp {
  readonly source: DatasetSource
  readonly outputs: readonly Output[]
  readonly published: Published
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
  const source = await findFiles(request, outside, problems)
  await checkDisk(source.files, outside)
  const templates = await readTemplates(request, outside, problems)
  const schema = await readSchema(request, outside, problems)
  stopAt(problems)
  const columns = await readColumns(source, path => outside.workspace.read(path), problems)
  if (columns === undefined) throw new ProblemsFound(problems.list)
  checkKey(request, columns, problems)
  const outputs = layOut(request, columns, schema?.schema, problems)
  const answerSha256 = sha256Hex(canonicalJson({ ...spec.answer, schema: schema?.schema ?? null }))
  const published = await readPublished(
    outside.workspace,
    outside.scratch,
    { outputs, adopt: spec.adopt, answerSha256 },
    problems
  )
  const model = resolve(request, published, problems)
  const prompt = compilePrompt({ ...templates, kind: model?.family.kind ?? 'chat' }, columns, problems)
  const where = compileWhere(request, columns, problems)
  const format = model?.family.kind === 'embed' ? embedFormat(request, problems) : spec.answer.format
  const reader = await compileAnswer(
    { ...spec.answer, format },
    schema?.schema,
    schema?.place ?? placeOf('answer'),
    problems
  )
  if (model === undefined || prompt === undefined || reader === undefined || problems.any)
    throw new ProblemsFound(problems.list)
  const price = await priceOf(model.bareId, model.geography, spec.price)
  return {
    source: { ...source, ...(where && { where }) },
    outputs,
    published,
    model,
    prompt,
    reader,
    answerSha256,
    limits: jobLimits(spec, model),
    price
  }
}

function stopAt(problems: Problems): void {
  if (problems.any) throw new ProblemsFound(problems.list)
}

async function findFiles(
  { spec, placeOf }: PassRequest,
  { workspace }: Outside,
  problems: Problems
): Promise<DatasetSource> {
  const { path: patterns, format, at, key, types, limit } = spec.dataset
  const files = new Set<string>()
  for (const pattern of patterns) {
    const found = await workspace.glob(pattern)
    const there = await Promise.all(found.map(async file => ((await workspace.stat(file)) === undefined ? [] : [file])))
    if (there.flat().length === 0) {
      problems.error(
        `no file matches ${pattern}`,
        placeOf('dataset.path'),
        'Paths are relative to the root of the repository; is the file checked out?'
      )
    }
    for (const file of there.flat()) files.add(file)
  }
  return {
    files: [...files],
    types,
    ...(format !== undefined && { format }),
    ...(at !== undefined && { at }),
    ...(key !== undefined && { key }),
    ...(limit !== undefined && { limit })
  }
}

/** Records, rows and answers of a pass lie in temporary files: about three times the dataset, and a little to breathe. */
async function checkDisk(files: readonly string[], { workspace, scratch }: Outside): Promise<void> {
  let bytes = 64 << 20
  for (const file of files) bytes += 3 * ((await workspace.stat(file))?.bytes ?? 0)
  const free = scratch.freeBytes()
  if (free >= bytes) return
  throw new Failure(
    'no-disk',
    `${megabytes(free)} are free, about ${megabytes(bytes)} are needed for temporary files`,
    {
      remedy:
        'Free some space on the runner, use a larger one, or point RUNNER_TEMP to a larger disk. Nothing was asked.'
    }
  )
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`
}

async function readTemplates(
  request: PassRequest,
  outside: Outside,
  problems: Problems
): Promise<{ user: TemplateSource; system?: TemplateSource }> {
  const { system, user } = request.spec.prompt
  const read = async (source: TextSource, path: string): Promise<TemplateSource> => {
    if ('text' in source) return { text: source.text, place: request.placeOf(path) }
    const text = await outside.workspace.readText(source.file, maxTextBytes)
    if (text === undefined) problems.error(`there is no file ${source.file}`, request.placeOf(`${path}.file`))
    return { text: text ?? '', place: { file: source.file, line: 1, column: 1 } }
  }
  return { user: await read(user, 'prompt.user'), ...(system && { system: await read(system, 'prompt.system') }) }
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
  { spec, placeOf }: PassRequest,
  columns: Columns,
  schema: JsonObject | undefined,
  problems: Problems
): Output[] {
  const names = {
    ...(spec.dataset.key !== undefined && { keyField: spec.dataset.key }),
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
function resolve({ spec, placeOf }: PassRequest, { header }: Published, problems: Problems): ResolvedModel | undefined {
  const pinned =
    header?.model === spec.model ? { api: header.api, family: header.family, revision: header.revision } : undefined
  const resolution = resolveModel(spec.model, spec.api, pinned)
  if ('problem' in resolution) {
    problems.error(resolution.problem, placeOf('model'), resolution.hint)
    return undefined
  }
  const { model } = resolution
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
  return compileCondition(spec.dataset.where, placeOf('dataset.where'), columns, spec.dataset.types, problems)
}

function embedFormat({ spec, placeOf }: PassRequest, problems: Problems): 'embedding' {
  if (spec.answer.format === 'json' || spec.answer.format === 'label') {
    problems.error(
      `${spec.model} answers with a vector, not with ${spec.answer.format}`,
      placeOf('answer'),
      'Leave out the answer block, or write format: embedding.'
    )
  }
  return 'embedding'
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
  if (request.aws === undefined) return
  for (const advice of adviseOn(model, request.aws.region)) problems.warning(advice, request.placeOf('model'))
}
