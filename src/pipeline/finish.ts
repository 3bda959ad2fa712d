/** From answers to published files: outputs, lock, manifest, errors, in dataset order, then the publisher. */
import type { ManifestFile, ManifestJob } from '../outputs/manifest.ts'
import { nextManifest, writeManifest } from '../outputs/manifest.ts'
import { carriedCells, carriedHash, cellsHash, freshAnswerCells } from '../outputs/carry.ts'
import type { CellContext } from '../outputs/columns.ts'
import { isFromAnswer } from '../outputs/columns.ts'
import { readErrors, writeErrors } from '../outputs/errors-file.ts'
import type { FailedRow } from '../outputs/errors-file.ts'
import type { Cells } from '../outputs/format.ts'
import { formatOf } from '../outputs/formats.ts'
import { lockOutput, writeLock } from '../outputs/lock.ts'
import type { LockRow } from '../outputs/lock.ts'
import { indexes } from '../jobs/growing.ts'
import { IdTable } from '../jobs/id-table.ts'
import { Failure } from '../problems.ts'
import { failureGroups } from '../results/failures.ts'
import type { Quarantined } from '../results/tally.ts'
import { sideFiles } from '../spec/side-files.ts'
import type { Answers } from './answers.ts'
import type { Outside, PassRequest } from './context.ts'
import type { Costs } from './costs.ts'
import { heldNote } from './draft.ts'
import type { Draft } from './draft.ts'
import type { Driven } from './drive.ts'
import { hashOfParameters } from './prepare.ts'
import type { Prepared, PreparedRow } from './prepare.ts'
import { publish } from './publish.ts'
import type { Written } from './publish.ts'
import type { Questions } from './questions.ts'
import type { Output } from './published.ts'
import type { Sample } from './report.ts'
import { Standings } from './standings.ts'
import type { RowStanding } from './standings.ts'
import type { SetUp } from './set-up.ts'
import { splitLines } from './store.ts'

export interface Finishing {
  readonly request: PassRequest
  readonly outside: Outside
  readonly known: SetUp
  readonly prepared: Prepared
  readonly questions: Questions
  readonly answers: Answers
  readonly driven: Driven | undefined
  readonly isPublished: (question: number) => boolean
  readonly costs: Costs
  readonly draft: Draft
}

export async function finish(work: Finishing): Promise<void> {
  const { draft, request, known } = work
  const standings = new Standings(work)
  const open = await count(work, standings)
  const { driven } = work
  if (!request.force) draft.rows.removed = known.published.countGone()
  explainOpen(work, open)
  const stays = open > 0 && request.spec.publish.when === 'complete'
  if (stays || request.mode === 'submit') {
    draft.status = open > 0 || (driven?.submissions.length ?? 0) > 0 ? 'waiting' : 'nothing-to-do'
    if (open === 0 && request.mode === 'submit') await leaveToCollect(work)
  } else {
    const written = await write(work, standings, open)
    await publish(work.outside, request, written, draft)
    const isNew = written.changed.length + written.removed.length > 0 || (driven?.collected.length ?? 0) > 0
    draft.status = open > 0 ? 'partial' : isNew ? 'done' : 'nothing-to-do'
  }
  judge(work)
}

/** A pass in mode submit publishes nothing: whoever collects does. */
async function leaveToCollect({ draft, questions }: Finishing): Promise<void> {
  if (questions.needed().next().done === true) return
  draft.status = 'waiting'
  draft.open('every answer is there; a pass in mode run or collect publishes them')
}

/** Counts the rows by how they stand, and picks what the summary shows. Returns how many are open. */
async function count(work: Finishing, standings: Standings): Promise<number> {
  const { rows } = work.draft
  const groups = failureGroups()
  const samples: Sample[] = []
  Object.assign(rows, { answered: 0, failed: 0, waiting: 0, held: 0, edited: 0 })
  let open = 0
  for await (const row of preparedRows(work.prepared)) {
    const standing = standings.of(row)
    switch (standing.kind) {
      case 'published':
        rows.answered++
        if (standing.edited) rows.edited++
        break
      case 'answered':
        rows.answered++
        if (samples.length < 3) samples.push({ key: row.key, answer: standing.outcome.value })
        break
      case 'failed':
        rows.failed++
        groups.add(standing.reason, row.key, standing.message)
        break
      case 'open':
        open++
        if (standing.why === 'hold') rows.held++
        else if (standing.why === 'wait') rows.waiting++
    }
  }
  work.draft.failures = groups.list()
  work.draft.samples = samples
  return open
}

async function* preparedRows(prepared: Prepared): AsyncGenerator<PreparedRow> {
  for await (const lines of splitLines(prepared.rows.stream())) for (const line of lines) yield JSON.parse(line) as PreparedRow
}

function explainOpen({ request, driven, draft }: Finishing, open: number): void {
  const counts = driven?.plan.counts
  if (open === 0 || counts === undefined || driven === undefined) return
  const parts: string[] = []
  const live = driven.jobs.filter(job => job.ending === undefined)
  if (counts.wait > 0) parts.push(`${counts.wait} records are in ${live.length} running jobs: ${request.whoCollects}`)
  if (counts.hold > 0) parts.push(heldNote(counts.hold, driven.plan.missing).replace(/\.$/, ''))
  if (driven.heldBy !== undefined) parts.push(`another pass (${driven.heldBy}) is submitting for this spec`)
  const unasked = counts.ask + counts['ask again']
  if (unasked > 0) parts.push(`${unasked} records still have to be submitted${request.mayNotPay === undefined ? '' : `: ${request.mayNotPay}`}`)
  if (counts.leave > 0) parts.push(`${counts.leave} records are left alone: their job was stopped or failed; retry: stopped, or a push, asks them again`)
  draft.open(parts.join('; '))
}

async function write(work: Finishing, standings: Standings, open: number): Promise<Written> {
  const { request, outside, known, prepared } = work
  const paths = sideFiles(request.spec.outputs[0]?.path ?? '')
  const hashes = new Hashes(known.outputs.length)
  const changed: string[] = []
  const removed: string[] = []
  const files: ManifestFile[] = []
  const put = async (path: string, content: AsyncIterable<string>): Promise<{ bytes: number; sha256: string }> => {
    const facts = await outside.workspace.write(path, content)
    if (facts.changed) changed.push(path)
    return facts
  }
  for (const [number, output] of known.outputs.entries()) {
    const rows = new Counter()
    const names = output.columns.map(column => column.name)
    const cells = batched(rows.counting(outputRows(work, standings, { number, output, hashes })))
    const { bytes, sha256 } = await put(output.spec.path, formatOf(output.spec.format).write(names, cells))
    files.push({ path: output.spec.path, rows: rows.count, sha256, bytes })
  }
  await put(paths.lock, writeLock(headerOf(work), batched(lockRows(work, standings, hashes))))
  const hasErrors = await writeErrorsFile(work, standings, paths.errors, put)
  if (!hasErrors && (await outside.workspace.remove(paths.errors))) removed.push(paths.errors)
  await put(paths.manifest, once(writeManifest(manifestOf(work, files, open))))
  work.draft.files({ manifestPath: paths.manifest, ...(hasErrors && { errorsPath: paths.errors }) })
  return { changed, removed, complete: open === 0, wanted: prepared.wanted }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

class Counter {
  count = 0

  async *counting<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const item of items) {
      this.count++
      yield item
    }
  }
}

async function* batched<T>(items: AsyncIterable<T>, most = 500): AsyncGenerator<readonly T[]> {
  let batch: T[] = []
  for await (const item of items) {
    if (batch.push(item) < most) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** The hash of every row's answer cells, by output and position in the dataset. */
class Hashes {
  private readonly known = new IdTable()
  private readonly byOutput: ReturnType<typeof indexes>[]

  constructor(outputs: number) {
    this.byOutput = Array.from({ length: outputs }, () => indexes())
  }

  set(output: number, row: number, hash: string): void {
    this.byOutput[output]?.set(row, this.known.add(hash))
  }

  of(row: number): string[] {
    return this.byOutput.map(output => (output.get(row) < 0 ? '' : this.known.idAt(output.get(row))))
  }
}

interface OutputWork {
  readonly number: number
  readonly output: Output
  readonly hashes: Hashes
}

/** Rows without an answer are not in the file. */
async function* outputRows(work: Finishing, standings: Standings, { number, output, hashes }: OutputWork): AsyncGenerator<Cells> {
  const format = formatOf(output.spec.format)
  let position = -1
  for await (const row of preparedRows(work.prepared)) {
    position++
    const standing = standings.of(row)
    const own = row.cells[number] ?? []
    if (standing.kind === 'published') {
      const kept = work.known.published.cellsOf(number, standing.row)
      if (kept === undefined) continue
      // A person's edit keeps the hash of what was published, so that it goes on being counted as one.
      const before = work.known.published.layoutOf(output.spec.path)
      const old = work.known.published.hashOf(number, standing.row)
      hashes.set(number, position, before === undefined ? cellsHash(kept.cells) : carriedHash(before, output.columns, kept.cells, old))
      yield overlay(output, carriedCells(output.columns, nothing, kept.cells), own)
    } else if (standing.kind === 'answered') {
      const cells = freshCells(work, output, row, standing, own)
      hashes.set(number, position, cellsHash(freshAnswerCells(output.columns, cells, format)))
      yield cells
    }
  }
}

const nothing: CellContext = { key: '', fields: {} }

function overlay(output: Output, cells: Cells, own: Cells): Cells {
  return output.columns.map((column, index) => (isFromAnswer(column) ? cells[index] : own[index]) ?? null)
}

function freshCells(work: Finishing, output: Output, row: PreparedRow, { outcome }: RowStanding & { kind: 'answered' }, own: Cells): Cells {
  const context: CellContext = {
    ...nothing,
    answer: outcome.value,
    usage: outcome.usage,
    recordId: work.questions.ids.idAt(row.question),
    model: work.request.spec.model,
    ...(outcome.reasoning !== undefined && { reasoning: outcome.reasoning })
  }
  return output.columns.map((column, index) => (isFromAnswer(column) ? column.value(context) : (own[index] ?? null)))
}

async function* lockRows(work: Finishing, standings: Standings, hashes: Hashes): AsyncGenerator<LockRow> {
  let position = -1
  for await (const row of preparedRows(work.prepared)) {
    position++
    const standing = standings.of(row)
    const named = { key: row.key, recordId: work.questions.ids.idAt(row.question) }
    if (standing.kind === 'failed') yield { ...named, answers: [], failure: standing.reason }
    else if (standing.kind !== 'open') yield { ...named, answers: hashes.of(position) }
  }
}

function headerOf({ request, known }: Finishing): Parameters<typeof writeLock>[0] {
  const { spec } = request
  const { family, api } = known.model
  return {
    schema: 1,
    spec: spec.name,
    model: spec.model,
    api,
    family: family.name,
    revision: family.revision,
    promptSha256: known.prompt.sha256,
    parametersSha256: hashOfParameters(spec),
    answerSha256: known.answerSha256,
    outputs: known.outputs.map(output => lockOutput(output.spec, output.columns))
  }
}

type Put = (path: string, content: AsyncIterable<string>) => Promise<unknown>

/** Whether there are any. What an earlier pass said of a row that stays given up is kept. */
async function writeErrorsFile(work: Finishing, standings: Standings, path: string, put: Put): Promise<boolean> {
  const before = new Map<string, FailedRow>()
  const quarantined: Quarantined[] = []
  if ((await work.outside.workspace.stat(path)) !== undefined) {
    for await (const lines of readErrors(work.outside.workspace.read(path))) {
      for (const line of lines) {
        if ('row' in line) before.set(line.row.recordId, line.row)
        else quarantined.push(line.quarantined)
      }
    }
  }
  quarantined.push(...(work.driven?.collected.flatMap(one => one.tally.quarantine) ?? []))
  if (work.draft.rows.failed === 0 && quarantined.length === 0) return false
  await put(path, writeErrors(batched(failedRows(work, standings, before)), quarantined))
  return true
}

async function* failedRows(work: Finishing, standings: Standings, before: ReadonlyMap<string, FailedRow>): AsyncGenerator<FailedRow> {
  for await (const row of preparedRows(work.prepared)) {
    const standing = standings.of(row)
    if (standing.kind !== 'failed') continue
    const recordId = work.questions.ids.idAt(row.question)
    const earlier = standing.known ? before.get(recordId) : undefined
    const { reason, message, raw } = earlier ?? standing
    yield { key: row.key, recordId, reason, message, ...(raw !== undefined && { raw }) }
  }
}

function manifestOf(work: Finishing, files: readonly ManifestFile[], open: number): ReturnType<typeof nextManifest> {
  const { request, known, draft, driven, costs } = work
  const { wanted, answered, failed, edited } = draft.rows
  return nextManifest(known.published.manifest, {
    spec: request.spec.name,
    model: request.spec.model,
    api: known.model.api,
    family: known.model.family.name,
    complete: open === 0,
    rows: { wanted, answered, failed, edited },
    failures: draft.failures.map(({ reason, count: times }) => ({ reason, count: times })),
    files,
    jobs: manifestJobs(driven, costs)
  })
}

function manifestJobs(driven: Driven | undefined, costs: Costs): ManifestJob[] {
  return (driven?.collected ?? []).map(({ job, tally, usage, way }) => {
    const costUsd = costs.actual(usage, way)
    return {
      jobArn: job.jobArn,
      jobName: job.jobName,
      ending: job.ending ?? 'completed',
      records: tally.asked,
      answered: tally.output,
      failed: tally.error + tally.missing + tally.conflict,
      inputTokens: usage.input,
      outputTokens: usage.output,
      ...(costUsd !== undefined && { costUsd: Math.round(costUsd * 1e6) / 1e6 })
    }
  })
}

/** What is published may still be no success. */
function judge({ request, draft, driven }: Finishing): void {
  const [failed] = driven?.failedJobs ?? []
  if (failed !== undefined) {
    const denied = /permissions? to invokeModel/i.test(failed.message ?? '')
    draft.fail(
      new Failure(denied ? 'model-access' : 'job-failed', `${failed.jobArn}: ${failed.message ?? 'Bedrock gives no reason'}`, {
        remedy: denied
          ? 'Allow bedrock:InvokeModel to the service role, on the inference profile and on the foundation model in every region it reaches. Then push, or start the workflow again by hand.'
          : 'Nothing of it was processed. Mend the cause, then push or start the workflow by hand: the records are asked again.'
      })
    )
    return
  }
  const { answered, failed: failures } = draft.rows
  const rate = failures / Math.max(1, answered + failures)
  const { maxErrorRate } = request.spec.limits
  if (draft.status === 'waiting' || draft.status === 'nothing-to-do' || rate <= maxErrorRate) return
  draft.fail(
    new Failure('too-many-errors', `${failures} of ${answered + failures} rows have no answer (${(rate * 100).toFixed(1)} %), limits.maxErrorRate is ${maxErrorRate}`, {
      place: request.placeOf('limits.maxErrorRate'),
      remedy: 'See the reasons in the summary and the errors file. The answers that came are kept and published; retry: failed asks the others again.'
    })
  )
}
