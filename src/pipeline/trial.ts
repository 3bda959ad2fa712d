/** A trial: a few questions, asked on demand and shown with their answers. Nothing is written to the workspace. */
import { counted } from '../figures.ts'
import type { Log } from '../ports.ts'
import { Failure } from '../problems.ts'
import type { Finishing } from './finish.ts'
import { submittingNow } from './open-records.ts'
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
  let waiting = 0
  for await (const rows of preparedRows(prepared)) {
    for (const row of rows) {
      const { prompt = '' } = prepared.shown[shown.length] ?? {}
      const standing = standings.of(row)
      if (standing.kind === 'open' && standing.why === 'wait') waiting++
      shown.push({ key: row.key, prompt, ...tried(work, standing) })
    }
  }
  const heldBy = driven?.heldBy
  for (const { key, prompt, answer, failure } of shown)
    showQuestion(outside.log, key, prompt, failure ?? (typeof answer === 'string' ? answer : JSON.stringify(answer)))
  const unanswered = shown.filter(one => one.answer === undefined).length
  draft.rows.answered = shown.length - unanswered
  // What another pass kept this one from asking is not given up.
  draft.rows.waiting = heldBy === undefined ? waiting : unanswered
  draft.rows.failed = unanswered - draft.rows.waiting
  draft.tried(shown)
  if (heldBy !== undefined && unanswered > 0) {
    draft.status = 'waiting'
    draft.open(`${submittingNow(heldBy)}; try again when it has ended`)
    return
  }
  draft.note('Nothing was published. What was answered is kept in S3: a pass that asks the same pays nothing for it.')
  // What a batch job holds is no failure: it is asked, and not answered yet.
  if (unanswered < shown.length || draft.rows.failed === 0) return
  const [first] = shown
  const why = driven?.submissions.find(one => one.why !== undefined)?.why ?? first?.failure
  draft.fail(
    new Failure(
      'too-many-errors',
      `none of ${counted(shown.length, 'question')} was answered${why === undefined ? '' : `: ${why}`}`,
      {
        remedy: 'See the reasons beside the questions in the summary.'
      }
    )
  )
}

function tried(
  { answers, driven, known: { published } }: Finishing,
  standing: ReturnType<Standings['of']>
): Pick<Shown, 'answer' | 'failure'> {
  switch (standing.kind) {
    case 'answered':
      return { answer: answers.answerOf(standing.question).value }
    case 'published':
      return { answer: published.cellsOf(0, standing.row)?.cells ?? null }
    case 'failed':
      return { failure: standing.message }
    case 'open':
      return {
        failure:
          standing.why === 'wait'
            ? 'it is in a batch job that has not ended'
            : driven?.heldBy === undefined
              ? 'it could not be asked now; see the log'
              : submittingNow(driven.heldBy)
      }
  }
}
