/** How a pass ends: which rows have their answer, whether that is published, and whether it is a success. */
import { Failure } from '../problems.ts'
import { failureGroups } from '../results/failures.ts'
import type { Answers } from './answers.ts'
import type { Outside, PassRequest } from './context.ts'
import type { Costs } from './costs.ts'
import { heldNote } from './draft.ts'
import type { Draft } from './draft.ts'
import type { Driven } from './drive.ts'
import { writeFiles } from './files.ts'
import type { Prepared, PreparedRow } from './prepare.ts'
import { publish } from './publish.ts'
import type { Questions } from './questions.ts'
import type { Sample } from './report.ts'
import { preparedRows, Standings } from './standings.ts'
import type { SetUp } from './set-up.ts'

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
  draft.rows.removed = known.published.countGone()
  explainOpen(work, open)
  const isEmpty = draft.rows.answered + draft.rows.failed === 0
  const stays = open > 0 && (request.spec.publish.when === 'complete' || isEmpty || isLess(work))
  if (stays || request.mode === 'submit') {
    draft.status = open > 0 || (driven?.submissions.length ?? 0) > 0 ? 'waiting' : 'nothing-to-do'
    if (open === 0 && request.mode === 'submit') await leaveToCollect(work)
  } else {
    const written = await writeFiles(work, standings, open)
    await publish(work.outside, request, written, draft)
    const isNew = written.changed.length + written.removed.length > 0 || (driven?.collected.length ?? 0) > 0
    draft.status = open > 0 ? 'partial' : isNew ? 'done' : 'nothing-to-do'
  }
  judge(work)
}

/** A part that says less than what is published already takes answers away from people: it waits until it is whole. */
function isLess({ draft, known: { published } }: Finishing): boolean {
  return draft.rows.answered < published.answered - published.countGone()
}

/** In mid-wait: what is answered so far is written and published, and nothing is judged yet. */
export async function publishPart(work: Finishing): Promise<void> {
  if (work.outside.signal.aborted) return
  const standings = new Standings(work)
  const open = await count(work, standings)
  if (work.draft.rows.answered === 0 || isLess(work)) return
  await publish(work.outside, work.request, await writeFiles(work, standings, open), work.draft)
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
  const add = (row: PreparedRow): void => {
    const standing = standings.of(row)
    switch (standing.kind) {
      case 'published':
        rows.answered++
        if (standing.edited) rows.edited++
        break
      case 'answered':
        rows.answered++
        if (row.edited !== undefined) rows.edited++
        if (samples.length < 3) samples.push({ key: row.key, answer: work.answers.answerOf(standing.question).value })
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
  for await (const batch of preparedRows(work.prepared)) for (const row of batch) add(row)
  work.draft.failures = groups.list()
  work.draft.samples = samples
  return open
}

function explainOpen({ request, driven, draft }: Finishing, open: number): void {
  const counts = driven?.plan.counts
  if (open === 0 || counts === undefined || driven === undefined) return
  const parts: string[] = []
  if (counts.wait > 0) parts.push(`${counts.wait} records are ${whereTheyWait(driven)}: ${collectorOf(request)}`)
  if (counts.hold > 0) parts.push(heldNote(counts.hold, driven.plan.missing).replace(/\.$/, ''))
  if (driven.cutShort !== undefined) parts.push(`the wait ended early: ${driven.cutShort}`)
  if (driven.heldBy !== undefined) parts.push(`another pass (${driven.heldBy}) is submitting for this spec`)
  const unasked = counts.ask + counts['ask again']
  if (unasked > 0)
    parts.push(
      `${unasked} records still have to be submitted${request.mayNotPay === undefined ? '' : `: ${request.mayNotPay}`}`
    )
  if (counts.leave > 0)
    parts.push(
      `${counts.leave} records are left alone: their job was stopped or failed; retry: stopped, or a push, asks them again`
    )
  draft.open(parts.join('; '))
}
function whereTheyWait({ jobs, late }: Driven): string {
  const live = jobs.filter(job => job.ending === undefined).length
  if (live > 0) return `in ${live} running jobs`
  return late.length > 0
    ? `in ${late.length} jobs that have ended and whose output is not there yet`
    : 'staged, and their job may not be listed yet'
}

function collectorOf({ force, whoCollects }: Finishing['request']): string {
  return force ? 'a pass with force: true collects them; other passes leave what is published as it is' : whoCollects
}

/** What is published may still be no success. */
function judge({ request, draft, driven }: Finishing): void {
  // Where every record has its answer from elsewhere, a failed job harms nobody: a create that arrived too late may be one.
  const isOpen = draft.status !== 'done' && draft.status !== 'nothing-to-do'
  const [failed] = isOpen ? (driven?.failedJobs ?? []) : []
  if (failed !== undefined) {
    const denied = /permissions? to invokeModel/i.test(failed.message ?? '')
    draft.fail(
      new Failure(
        denied ? 'model-access' : 'job-failed',
        `${failed.jobArn}: ${failed.message ?? 'Bedrock gives no reason'}`,
        {
          remedy: denied
            ? 'Allow bedrock:InvokeModel to the service role, on the inference profile and on the foundation model in every region it reaches. Then push, or start the workflow again by hand.'
            : 'Nothing of it was processed. Mend the cause, then push or start the workflow by hand: the records are asked again.'
        }
      )
    )
    return
  }
  const { answered, failed: failures } = draft.rows
  const rate = failures / Math.max(1, answered + failures)
  const { maxErrorRate } = request.spec.limits
  if (draft.status === 'waiting' || draft.status === 'nothing-to-do' || rate <= maxErrorRate) return
  draft.fail(
    new Failure(
      'too-many-errors',
      `${failures} of ${answered + failures} rows have no answer (${(rate * 100).toFixed(1)} %), limits.maxErrorRate is ${maxErrorRate}`,
      {
        place: request.placeOf('limits.maxErrorRate'),
        remedy:
          'See the reasons in the summary and the errors file. The answers that came are kept and published; retry: failed asks the others again.'
      }
    )
  )
}
