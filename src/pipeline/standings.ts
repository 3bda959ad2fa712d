/** How one row stands when a pass ends. */
import type { Verdict } from '../reconcile/plan.ts'
import type { Outcome } from '../results/outcome.ts'
import type { Finishing } from './finish.ts'
import type { Prepared, PreparedRow } from './prepare.ts'
import { splitLines } from './store.ts'

export type RowStanding =
  /** Its answer is in the published files, under this row of theirs (its own, or one with the same question). */
  | { readonly kind: 'published'; readonly row: number; readonly edited: boolean }
  | { readonly kind: 'answered'; readonly outcome: Outcome & { kind: 'answer' } }
  /** `known`: given up by an earlier pass, which said more about it than the lock does. */
  | {
      readonly kind: 'failed'
      readonly reason: string
      readonly message: string
      readonly raw?: string
      readonly known: boolean
    }
  | { readonly kind: 'open'; readonly why: Verdict }

type Known = Pick<Finishing, 'known' | 'prepared' | 'questions' | 'answers' | 'driven' | 'isPublished'>

export class Standings {
  private readonly work: Known

  constructor(work: Known) {
    this.work = work
  }

  of(row: PreparedRow): RowStanding {
    const { published } = this.work.known
    if (row.published < 0) return this.asked(row.question)
    const failure = published.failureOf(row.published)
    if (failure !== undefined) return { kind: 'failed', reason: failure, message: failure, known: true }
    return { kind: 'published', row: row.published, edited: published.isEdited(row.published) }
  }

  private asked(question: number): RowStanding {
    const { answers, driven, isPublished, prepared } = this.work
    const outcome = answers.outcomeOf(question)
    if (outcome?.kind === 'answer') return { kind: 'answered', outcome }
    if (isPublished(question)) return { kind: 'published', row: prepared.sibling.get(question), edited: false }
    const verdict = driven?.plan.verdictOf(question) ?? 'ask'
    if (verdict !== 'give up') return { kind: 'open', why: verdict }
    return failed(outcome)
  }
}

function failed(outcome: Exclude<Outcome, { kind: 'answer' }> | undefined): RowStanding {
  if (outcome === undefined) return { kind: 'failed', reason: 'not asked', message: 'no job answered it', known: false }
  const message = 'message' in outcome ? outcome.message : outcome.reason
  const raw = 'raw' in outcome ? { raw: outcome.raw } : {}
  return { kind: 'failed', reason: outcome.reason, message, ...raw, known: false }
}

/** In dataset order. */
export async function* preparedRows(prepared: Prepared): AsyncGenerator<PreparedRow> {
  for await (const lines of splitLines(prepared.rows.stream()))
    for (const line of lines) yield JSON.parse(line) as PreparedRow
}
