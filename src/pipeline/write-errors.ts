/** The errors file: what it said of rows that stay given up, and what it says now. */
import { readErrors, writeErrors } from '../outputs/errors-file.ts'
import type { FailedRow } from '../outputs/errors-file.ts'
import type { Quarantined } from '../results/tally.ts'
import type { Finishing } from './finish.ts'
import type { PreparedRow } from './prepare.ts'
import type { Put } from './put.ts'
import { preparedRows } from './standings.ts'
import type { RowStanding, Standings } from './standings.ts'

export interface EarlierErrors {
  /** By recordId. */
  readonly failed: ReadonlyMap<string, FailedRow>
  readonly quarantined: readonly Quarantined[]
}

/** What an earlier pass said of rows that stay given up. */
export async function earlierErrors({ outside }: Finishing, path: string): Promise<EarlierErrors> {
  const failed = new Map<string, FailedRow>()
  const quarantined: Quarantined[] = []
  if ((await outside.workspace.stat(path)) === undefined) return { failed, quarantined }
  for await (const lines of readErrors(outside.workspace.read(path))) {
    for (const line of lines) {
      if ('row' in line) failed.set(line.row.recordId, line.row)
      else quarantined.push(line.quarantined)
    }
  }
  return { failed, quarantined }
}

/** Of all passes: the last ones are kept, since a job that runs wild must not fill the repository. */
const mostQuarantined = 100

interface ErrorsFile {
  readonly path: string
  readonly earlier: EarlierErrors
  readonly put: Put
}

/** Whether there are any. */
export async function writeErrorsFile(
  work: Finishing,
  standings: Standings,
  { path, earlier, put }: ErrorsFile
): Promise<boolean> {
  const found = work.driven?.collected.flatMap(one => one.tally.quarantine) ?? []
  // A pass that writes twice finds there what it has told the first time.
  const quarantined = [
    ...new Map([...earlier.quarantined, ...found].map(line => [JSON.stringify(line), line])).values()
  ].slice(-mostQuarantined)
  if (work.draft.rows.failed === 0 && quarantined.length === 0) return false
  await put(path, writeErrors(failedRows(work, standings, earlier.failed), quarantined))
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

/** The lock tells of a failure only its reason; what was said of it stands in the errors file. */
export function toldBefore(
  standing: RowStanding,
  { failed }: EarlierErrors,
  { questions }: Finishing,
  row: PreparedRow
): RowStanding {
  if (standing.kind !== 'failed' || !standing.known) return standing
  const before = failed.get(questions.ids.idAt(row.question))
  return before === undefined ? standing : { ...standing, reason: before.reason, message: before.message }
}
