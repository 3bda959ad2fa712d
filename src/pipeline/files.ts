/** What a pass writes: outputs, lock, errors, manifest, in dataset order. The same state gives the same bytes. */
import { indexes } from '../jobs/growing.ts'
import { IdTable } from '../jobs/id-table.ts'
import { carriedCells, carriedHash, cellsHash, freshAnswerCells } from '../outputs/carry.ts'
import { isFromAnswer } from '../outputs/columns.ts'
import type { CellContext } from '../outputs/columns.ts'
import { readErrors, writeErrors } from '../outputs/errors-file.ts'
import type { FailedRow } from '../outputs/errors-file.ts'
import type { Cells } from '../outputs/format.ts'
import { formatOf } from '../outputs/formats.ts'
import { lockOutput, writeLock } from '../outputs/lock.ts'
import type { LockHeader, LockRow } from '../outputs/lock.ts'
import { nextManifest, writeManifest } from '../outputs/manifest.ts'
import type { Manifest, ManifestFile, ManifestJob } from '../outputs/manifest.ts'
import type { JobFacts } from '../ports.ts'
import type { Quarantined } from '../results/tally.ts'
import { sideFiles } from '../spec/side-files.ts'
import type { Costs } from './costs.ts'
import type { Driven, RecalledJob } from './drive.ts'
import type { Finishing } from './finish.ts'
import { hashOfParameters } from './prepare.ts'
import type { PreparedRow } from './prepare.ts'
import type { Output } from './published.ts'
import type { Written } from './publish.ts'
import { preparedRows } from './standings.ts'
import type { RowStanding, Standings } from './standings.ts'

export async function writeFiles(work: Finishing, standings: Standings, open: number): Promise<Written> {
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
    const cells = rows.counting(outputRows(work, standings, { number, output, hashes }))
    const { bytes, sha256 } = await put(output.spec.path, formatOf(output.spec.format).write(names, cells))
    files.push({ path: output.spec.path, rows: rows.count, sha256, bytes })
  }
  await put(paths.lock, writeLock(headerOf(work), lockRows(work, standings, hashes)))
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

  async *counting<T>(batches: AsyncIterable<readonly T[]>): AsyncGenerator<readonly T[]> {
    for await (const batch of batches) {
      this.count += batch.length
      yield batch
    }
  }
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
async function* outputRows(work: Finishing, standings: Standings, to: OutputWork): AsyncGenerator<readonly Cells[]> {
  let position = 0
  for await (const batch of preparedRows(work.prepared)) {
    yield batch.flatMap(row => {
      const cells = cellsOf(work, standings.of(row), row, { ...to, position: position++ })
      return cells === undefined ? [] : [cells]
    })
  }
}

function cellsOf(
  work: Finishing,
  standing: RowStanding,
  row: PreparedRow,
  { number, output, hashes, position }: OutputWork & { readonly position: number }
): Cells | undefined {
  const own = row.cells[number] ?? []
  if (standing.kind === 'published') {
    const kept = work.known.published.cellsOf(number, standing.row)
    if (kept === undefined) return undefined
    // A person's edit keeps the hash of what was published, so that it goes on being counted as one.
    const before = work.known.published.layoutOf(output.spec.path)
    const old = work.known.published.hashOf(number, standing.row)
    const hash = before === undefined ? cellsHash(kept.cells) : carriedHash(before, output.columns, kept.cells, old)
    hashes.set(number, position, hash)
    return overlay(output, carriedCells(output.columns, nothing, kept.cells), own)
  }
  if (standing.kind !== 'answered') return undefined
  const fresh = freshCells(work, output, standing.question, own)
  const cells = row.edited === undefined ? fresh : withEdits(work, number, row.edited, fresh)
  hashes.set(number, position, cellsHash(freshAnswerCells(output.columns, fresh, formatOf(output.spec.format))))
  return cells
}

/** A person's cells win over the same answer written anew, where the output still has a column for them. */
function withEdits({ known }: Finishing, number: number, row: number, fresh: Cells): Cells {
  const output = known.outputs[number]
  const kept = known.published.cellsOf(number, row)
  if (output === undefined || kept?.edited !== true) return fresh
  const carried = carriedCells(output.columns, nothing, kept.cells)
  return fresh.map((cell, index) => {
    const column = output.columns[index]
    return column !== undefined && isFromAnswer(column) && Object.hasOwn(kept.cells, column.path)
      ? (carried[index] ?? null)
      : cell
  })
}

const nothing: CellContext = { key: '', fields: {} }

function overlay(output: Output, cells: Cells, own: Cells): Cells {
  return output.columns.map((column, index) => (isFromAnswer(column) ? cells[index] : own[index]) ?? null)
}

function freshCells(work: Finishing, output: Output, question: number, own: Cells): Cells {
  const { value, usage, reasoning } = work.answers.answerOf(question)
  const context: CellContext = {
    ...nothing,
    answer: value,
    usage,
    recordId: work.questions.ids.idAt(question),
    model: work.request.spec.model,
    ...(reasoning !== undefined && { reasoning })
  }
  return output.columns.map((column, index) => (isFromAnswer(column) ? column.value(context) : (own[index] ?? null)))
}

async function* lockRows(work: Finishing, standings: Standings, hashes: Hashes): AsyncGenerator<readonly LockRow[]> {
  let position = 0
  for await (const batch of preparedRows(work.prepared)) {
    yield batch.flatMap((row): LockRow[] => {
      const standing = standings.of(row)
      const answers = hashes.of(position++)
      const named = { key: row.key, recordId: work.questions.ids.idAt(row.question) }
      if (standing.kind === 'open') return []
      return [standing.kind === 'failed' ? { ...named, answers: [], failure: standing.reason } : { ...named, answers }]
    })
  }
}

function headerOf({ request, known }: Finishing): LockHeader {
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
  await put(path, writeErrors(failedRows(work, standings, before), quarantined))
  return true
}

async function* failedRows(
  work: Finishing,
  standings: Standings,
  before: ReadonlyMap<string, FailedRow>
): AsyncGenerator<readonly FailedRow[]> {
  for await (const batch of preparedRows(work.prepared)) {
    yield batch.flatMap((row): FailedRow[] => {
      const standing = standings.of(row)
      if (standing.kind !== 'failed') return []
      const recordId = work.questions.ids.idAt(row.question)
      const earlier = standing.known ? before.get(recordId) : undefined
      const { reason, message, raw } = earlier ?? standing
      return [{ key: row.key, recordId, reason, message, ...(raw !== undefined && { raw }) }]
    })
  }
}

function manifestOf(work: Finishing, files: readonly ManifestFile[], open: number): Manifest {
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
  const home = (driven?.collected ?? []).map(({ job, tally, usage, way }) => {
    const failed = tally.error + tally.missing + tally.conflict
    return manifestJob(job, { answered: tally.output, failed, usage, way }, costs)
  })
  const earlier = (driven?.recalled ?? []).map(one => manifestJob(one.job, one, costs))
  return [...earlier, ...home]
}

type Account = Pick<RecalledJob, 'answered' | 'failed' | 'usage' | 'way'>

function manifestJob(job: JobFacts, { answered, failed, usage, way }: Account, costs: Costs): ManifestJob {
  const costUsd = costs.actual(usage, way)
  return {
    jobArn: job.jobArn,
    jobName: job.jobName,
    ending: job.ending ?? 'completed',
    records: answered + failed,
    answered,
    failed,
    inputTokens: usage.input,
    outputTokens: usage.output,
    ...(costUsd !== undefined && { costUsd: Math.round(costUsd * 1e6) / 1e6 })
  }
}
