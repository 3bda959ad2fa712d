/** A trial: a few questions, asked on demand and shown with their answers. Nothing is written to the workspace. */
import type { JsonValue } from '../json.ts'
import type { Log } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { Finishing } from './finish.ts'
import type { PreparedRow } from './prepare.ts'
import type { Shown } from './report.ts'
import { preparedRows, Standings } from './standings.ts'

export async function* firstRows<T>(batches: AsyncIterable<readonly T[]>, most: number): AsyncGenerator<readonly T[]> {
  let left = most
  for await (const rows of batches) {
    yield rows.slice(0, left)
    left -= rows.length
    if (left <= 0) return
  }
}

/** Foldable, for the log. The log makes foreign text harmless. */
export function showQuestion(log: Log, key: string, prompt: string, answer?: string): void {
  const close = log.group(`Question of row ${key}`)
  log.info(prompt)
  if (answer !== undefined) log.info(`→ ${answer}`)
  close()
}

export async function showTrial(work: Finishing): Promise<void> {
  const { draft, prepared, outside, driven } = work
  const standings = new Standings(work)
  const shown: Shown[] = []
  for await (const rows of preparedRows(prepared)) {
    for (const row of rows) {
      const { prompt = '' } = prepared.shown[shown.length] ?? {}
      shown.push({ key: row.key, prompt, ...tried(work, standings, row) })
    }
  }
  for (const { key, prompt, answer, failure } of shown)
    showQuestion(outside.log, key, prompt, failure ?? (typeof answer === 'string' ? answer : JSON.stringify(answer)))
  const unanswered = shown.filter(one => one.answer === undefined).length
  draft.rows.answered = shown.length - unanswered
  draft.rows.failed = unanswered
  draft.tried(shown)
  draft.note('Nothing was published. What was answered is kept in S3: a pass that asks the same pays nothing for it.')
  if (unanswered < shown.length || shown.length === 0) return
  const [first] = shown
  const why = driven?.submissions.find(one => one.why !== undefined)?.why ?? first?.failure
  draft.fail(
    new Failure(
      'too-many-errors',
      `none of ${shown.length} questions was answered${why === undefined ? '' : `: ${why}`}`,
      {
        remedy: 'See the reasons beside the questions in the summary.'
      }
    )
  )
}

function tried(
  { answers, known: { published } }: Finishing,
  standings: Standings,
  row: PreparedRow
): Pick<Shown, 'answer' | 'failure'> {
  const standing = standings.of(row)
  switch (standing.kind) {
    case 'answered':
      return { answer: answers.answerOf(standing.question).value }
    case 'published':
      return { answer: (published.cellsOf(0, standing.row)?.cells ?? null) as JsonValue }
    case 'failed':
      return { failure: standing.message }
    case 'open':
      return {
        failure:
          standing.why === 'wait' ? 'it is in a batch job that has not ended' : 'it could not be asked now; see the log'
      }
  }
}
