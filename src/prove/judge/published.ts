/** What stands on the branch, read without the action's own readers: rows that are lost, and rows that are false. */
import { answerTo, lockPath, manifestPath, outputPath } from '../dataset.ts'
import type { Dataset } from '../dataset.ts'
import type { Commit } from '../github.ts'
import type { World } from '../world.ts'

/** By the branch as it stands: every row of the dataset has a line in the output, or is given up in the lock. */
export function lostRows({ branch, dataset }: World): string[] {
  const answered = new Set(outputRows(branch.files).map(row => row.id))
  const givenUp = lockedFailures(branch.files.get(lockPath))
  return [...dataset.rows]
    .filter(([key, text]) => ('answer' in answerTo(dataset, text) ? !answered.has(key) : !givenUp.has(key)))
    .map(([key]) => key)
}

interface OutputRow {
  readonly id: string
  readonly text: string
  readonly answer: string
}

function outputRows(files: ReadonlyMap<string, string>): OutputRow[] {
  const lines = (files.get(outputPath) ?? '').split('\n').filter(line => line !== '')
  return lines.map(line => ({ id: line, text: '', answer: '', ...readJson(line) }))
}

/** Nothing where the text was spoilt on purpose. */
function readJson(text = '{}'): object {
  try {
    return JSON.parse(text) as object
  } catch {
    return {}
  }
}

/** Read without the action's own reader: a row given up has its reason after an exclamation mark. */
function lockedFailures(lock: string | undefined): Set<string> {
  const { rows = {} } = readJson(lock) as { rows?: Record<string, string[]> }
  return new Set(Object.entries(rows).flatMap(([key, row]) => (row[1]?.startsWith('!') ? [key] : [])))
}

/** Of every commit, not only of the last: nobody may ever read a wrong answer. */
export function falseRows({ pass, dataset, files }: Commit): string[] {
  const rows = outputRows(files)
  const wrong = rows.flatMap(({ id, text, answer }) => {
    const asked = dataset.rows.get(id)
    if (asked === undefined) return [`pass ${pass} published row ${id}, which its dataset does not have`]
    const right = answerTo(dataset, asked)
    if ('answer' in right && right.answer === answer && text === asked) return []
    return [`pass ${pass} published under row ${id} (“${asked}”): ${answer}`]
  })
  const seen = new Set(rows.map(row => row.id))
  const manifest = readJson(files.get(manifestPath)) as { complete?: boolean }
  const absent = missingFrom(dataset, seen)
  const half =
    manifest.complete === true && absent.length > 0
      ? [`pass ${pass} called a set without ${absent.join(', ')} complete`]
      : []
  return [...wrong, ...half, ...(rows.length === seen.size ? [] : [`pass ${pass} published a row twice`])]
}

function missingFrom(dataset: Dataset, seen: ReadonlySet<string>): string[] {
  return [...dataset.rows]
    .filter(([key, text]) => 'answer' in answerTo(dataset, text) && !seen.has(key))
    .map(([key]) => key)
}
