/** How one row stands when a pass ends. */
import type { Verdict } from '../reconcile/plan.ts'
import type { Outcome } from '../results/outcome.ts'
import type { Finishing } from './finish.ts'
import type { Prepared, PreparedRow } from './prepare.ts'
import { splitLines } from './store.ts'

export type RowStanding =
  /** Its answer is in the published files, under this row of theirs (its own, or one with the same question). `edited`: by hand, under its own. */
  | { readonly kind: 'published'; readonly row: number; readonly edited: boolean }
  /** What it says is read when it is needed: `Answers.answerOf`. */
  | { readonly kind: 'answered'; readonly question: number }
  /**
   * `known`: given up by an earlier pass, which said more about it than the lock does. `mayRetry`: failed as far as this
   * pass goes, and not to be remembered as given up: another pass may ask it again.
   */
  | {
      readonly kind: 'failed'
      readonly reason: string
      readonly message: string
      readonly raw?: string
      readonly known: boolean
      readonly mayRetry?: true
    }
  | { readonly kind: 'open'; readonly why: Verdict }

type Known = Pick<Finishing, 'known' | 'prepared' | 'questions' | 'answers' | 'driven'>

export class Standings {
  private readonly work: Known

  constructor(work: Known) {
    this.work = work
  }

  of(row: PreparedRow): RowStanding {
    const { published } = this.work.known
    if (row.published < 0) return this.asked(row)
    const failure = published.failureOf(row.published)
    // What was given up may be answered by a person, under the row's own key.
    if (failure === undefined || row.edited === row.published)
      return {
        kind: 'published',
        row: row.published,
        edited: row.edited !== undefined || published.isEdited(row.published)
      }
    // Another row may have asked the same.
    if (this.work.answers.standingOf(row.question) === 'answer') return { kind: 'answered', question: row.question }
    return { kind: 'failed', reason: failure, message: failure, known: true }
  }

  private asked({ question: first }: PreparedRow): RowStanding {
    const { answers, driven, questions } = this.work
    // A question that another pass had answered after all needs no complaint.
    const question = answers.standingOf(first) === 'answer' ? first : questions.lastOf(first)
    if (answers.standingOf(question) === 'answer') return { kind: 'answered', question }
    const verdict = driven?.plan.verdictOf(question) ?? 'ask'
    // A complaint that could not be made leaves the answer that it was about.
    if (verdict === 'give up') return failed(answers.outcomeOf(question) ?? answers.outcomeOf(first))
    if (verdict === 'set aside') return { ...failed(answers.outcomeOf(question)), mayRetry: true }
    return { kind: 'open', why: verdict }
  }
}

function failed(outcome: Outcome | undefined): Extract<RowStanding, { kind: 'failed' }> {
  if (outcome === undefined || outcome.kind === 'answer')
    return { kind: 'failed', reason: 'not asked', message: 'no job answered it', known: false }
  const message = 'message' in outcome ? outcome.message : outcome.reason
  const raw = 'raw' in outcome ? { raw: outcome.raw } : {}
  return { kind: 'failed', reason: outcome.reason, message, ...raw, known: false }
}

/** Few enough that their answers may be in memory together. */
const batchRows = 100

/** In dataset order, in batches. */
export async function* preparedRows(prepared: Prepared): AsyncGenerator<readonly PreparedRow[]> {
  for await (const lines of splitLines(prepared.rows.stream())) {
    for (let from = 0; from < lines.length; from += batchRows) {
      yield lines.slice(from, from + batchRows).map(line => JSON.parse(line) as PreparedRow)
    }
  }
}
