/** How a pass ends: which rows have their answer, whether that is published, and whether it is a success. */
import { counted } from '../figures.ts'
import { Failure } from '../problems.ts'
import { failureGroups } from '../results/failures.ts'
import { cut, visible } from '../visible.ts'
import type { Answers } from './answers.ts'
import type { Outside, PassRequest } from './context.ts'
import type { Costs } from './costs.ts'
import type { Draft } from './draft.ts'
import type { Driven } from './drive.ts'
import { writeFiles } from './files.ts'
import { openSentence } from './open-records.ts'
import type { Prepared, PreparedRow } from './prepare.ts'
import { keepsEdit } from './output-cells.ts'
import { publish } from './publish.ts'
import type { Questions } from './questions.ts'
import { publishedBefore, tooManyLost } from './removals.ts'
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
  readonly costs: Costs
  readonly draft: Draft
}

export async function finish(work: Finishing): Promise<void> {
  const { draft, request, known } = work
  const standings = new Standings(work)
  const { open, lost } = await count(work, standings)
  const { driven } = work
  draft.rows.removed = known.published.countGone()
  explainOpen(work, open)
  explainGivenUp(work)
  const isEmpty = draft.rows.answered + draft.rows.failed === 0
  const stays = open > 0 && (request.spec.publish.when === 'complete' || isEmpty || isLess(work))
  if (stays || request.mode === 'submit') {
    draft.status = open > 0 || (driven?.submissions.length ?? 0) > 0 ? 'waiting' : 'nothing-to-do'
    if (open === 0 && request.mode === 'submit') await leaveToCollect(work)
  } else {
    const refusal = refusalOf(work, lost)
    if (refusal !== undefined) throw refusal
    const written = await writeFiles(work, standings, open)
    await publish(work.outside, request, written, draft)
    const isNew = written.changed.length + written.removed.length > 0 || (driven?.collected.length ?? 0) > 0
    draft.status = open > 0 ? 'partial' : isNew ? 'done' : 'nothing-to-do'
  }
  judge(work)
}

/** A part that says less than what is published already takes answers away from people: it waits until it is whole. */
function isLess({ draft, prepared, known: { published } }: Finishing): boolean {
  const { answered, gone } = publishedBefore(published, prepared.wanted)
  return draft.rows.answered < answered - gone
}

function refusalOf({ request, draft, prepared, known }: Finishing, lost: number): Failure | undefined {
  return tooManyLost(request, known.published, { wanted: prepared.wanted, answered: draft.rows.answered, lost })
}

/** In mid-wait: what is answered so far is written and published, and nothing is judged yet. */
export async function publishPart(work: Finishing): Promise<void> {
  if (work.outside.signal.aborted) return
  const standings = new Standings(work)
  const { open, lost } = await count(work, standings)
  if (work.draft.rows.answered === 0 || isLess(work) || refusalOf(work, lost) !== undefined) return
  await publish(work.outside, work.request, await writeFiles(work, standings, open), work.draft)
}

/** A pass in mode submit publishes nothing: whoever collects does. */
async function leaveToCollect({ draft, questions }: Finishing): Promise<void> {
  if (questions.needed().next().done === true) return
  draft.status = 'waiting'
  draft.open('every answer is there; a pass in mode run or collect publishes them')
}

interface Counted {
  readonly open: number
  /** Given up, and an answer is published. */
  readonly lost: number
}

/** Counts the rows by how they stand, and picks what the summary shows. */
async function count(work: Finishing, standings: Standings): Promise<Counted> {
  const { rows } = work.draft
  const { published } = work.known
  const groups = failureGroups()
  const samples: Sample[] = []
  Object.assign(rows, { answered: 0, failed: 0, waiting: 0, held: 0, edited: 0 })
  let open = 0
  let lost = 0
  const add = (row: PreparedRow): void => {
    const standing = standings.of(row)
    switch (standing.kind) {
      case 'published':
        rows.answered++
        if (keepsEdit(work, standing, row)) rows.edited++
        break
      case 'answered':
        rows.answered++
        if (keepsEdit(work, standing, row)) rows.edited++
        if (samples.length < 3) samples.push({ key: row.key, answer: work.answers.answerOf(standing.question).value })
        break
      case 'failed':
        rows.failed++
        if (published.hasAnswer(published.find(row.key))) lost++
        groups.add(standing.reason, row.key, standing.message, standing.mayRetry)
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
  return { open, lost }
}

function explainOpen(work: Finishing, open: number): void {
  const { driven, draft } = work
  if (open > 0 && driven !== undefined) draft.open(openSentence({ ...work, driven }))
}

/** Where nothing but retries is left and they are too few to be asked, no more would come to wait for. */
function explainGivenUp({ draft, driven }: Finishing): void {
  if (driven === undefined) return
  const { choice, counts } = driven.plan
  const isTooFew = (choice.way === 'hold' || choice.way === 'fail') && counts.hold === 0 && counts['give up'] > 0
  if (isTooFew) draft.note(`Retries that are too few to be asked are given up: ${choice.why}.`)
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
      `${failures} of ${counted(answered + failures, 'row')} ${failures === 1 ? 'has' : 'have'} no answer (${(rate * 100).toFixed(1)} %), limits.maxErrorRate is ${maxErrorRate}${mostOften(draft)}`,
      {
        place: request.placeOf('limits.maxErrorRate'),
        remedy:
          'See the reasons in the summary and the errors file. The answers that came are kept and published; retry: failed asks the others again.'
      }
    )
  )
}

/** The cause that is worth mending first, for whoever sees no more than the message. */
function mostOften({ failures, rows }: Draft): string {
  const [group] = failures
  if (group === undefined) return ''
  const reason = cut(visible(group.reason), 200).replaceAll('\n', ' ')
  return `; ${group.count === rows.failed ? 'all' : group.count} of them: ${reason}`
}
