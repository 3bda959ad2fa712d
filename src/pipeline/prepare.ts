/**
 * From the user's files to questions: every row is rendered and named, and compared with what is published. Nothing
 * here reaches the network; every mistake in the files is found before anything is spent.
 */
import { recordNamer, sha256Hex } from '../jobs/record.ts'
import { canonicalJson } from '../json.ts'
import type { JsonValue } from '../json.ts'
import type { Parameters } from '../models/family.ts'
import type { ResolvedModel } from '../models/registry.ts'
import type { TokenMeter } from '../models/tokens.ts'
import { isFromAnswer } from '../outputs/columns.ts'
import type { ScratchFile } from '../ports.ts'
import { problem, ProblemsFound } from '../problems.ts'
import type { Problems } from '../problems.ts'
import type { Request } from '../prompts/request.ts'
import { shownText } from '../prompts/shown.ts'
import type { Prompt } from '../prompts/prompt.ts'
import type { Row } from '../dataset/row.ts'
import { AbilityCheck } from './abilities.ts'
import type { PassRequest } from './context.ts'
import type { MediaLoader } from './media.ts'
import type { Placement, RowPaths } from './placement.ts'
import type { Output, Published } from './published.ts'
import type { Questions } from './questions.ts'
import type { Reason } from './report.ts'

/** A row as finishing needs it; one line of a temporary file. */
export interface PreparedRow {
  readonly key: string
  /** Index among the questions. */
  readonly question: number
  /** Index among the published rows, or -1: the row's own, or one with the same question whose answer it takes. */
  readonly published: number
  /**
   * Of the published row whose answer a person edited, where the same question is answered anew in another layout; the
   * same as `published` where a person answered what was given up.
   */
  readonly edited?: number
  /** Cells that come from the dataset, by output and column; null where the answer's go. */
  readonly cells: readonly (readonly JsonValue[])[]
  /** The file that the row goes to, by output; null for an output of one file, absent where all outputs are. */
  readonly paths?: RowPaths
  readonly file: string
  readonly line: number
}

export interface Prepared {
  readonly rows: ScratchFile
  readonly wanted: number
  /** Rows whose very question is answered in what is published, under their key or another. */
  readonly carriedOver: number
  /** Rows given up earlier and not asked again. */
  readonly givenUp: number
  /** The longest answer that any row asks for; undefined where none of them says. */
  readonly maxTokens: number | undefined
  /** The first questions, for people. */
  readonly shown: readonly ShownQuestion[]
}

interface ShownQuestion {
  readonly key: string
  readonly prompt: string
}

export interface Preparing {
  readonly request: PassRequest
  readonly model: ResolvedModel
  readonly prompt: Prompt
  readonly outputs: readonly Output[]
  readonly published: Published
  /** Undefined where no output path has holes. */
  readonly placement?: Placement | undefined
  readonly questions: Questions
  readonly meter: TokenMeter
  readonly media: MediaLoader
  readonly rows: ScratchFile
  readonly problems: Problems
}

export function hashOfParameters(spec: PassRequest['spec']): string {
  return sha256Hex(canonicalJson(spec.parameters))
}

/** Throws ProblemsFound when any row cannot be asked, once all that can be told at once is known. */
export async function prepare(work: Preparing, batches: AsyncIterable<readonly Row[]>): Promise<Prepared> {
  const preparation = new Preparation(work)
  for await (const rows of batches) {
    for (const row of rows) {
      const asked = preparation.ask(row)
      if (asked === undefined) continue
      // Most questions show nothing, and waiting costs more than rendering.
      const filled = work.media.isNeeded(asked) ? await work.media.load(asked, row.place, work.problems) : asked
      if (filled !== undefined) preparation.add(row, filled)
    }
  }
  if (work.problems.any) throw new ProblemsFound(work.problems.list)
  return preparation.done()
}

/** As many as a trial may have. */
const mostShown = 20

/** Parameters that differ from row to row are looked at this many times. */
const mostShapes = 1000

/** The number of an answer among several to one question; the first is the question itself, so that more cost only themselves. */
function sampleOf({ fields }: Row, { samples }: PassRequest['spec']): number {
  // Where nothing is asked several times, a column of this name is the user's own.
  const sample = samples > 1 ? fields['sample'] : 1
  return typeof sample === 'number' ? sample : 1
}

interface Asked {
  readonly question: number
  readonly recordId: string
  readonly modelInput: string
  readonly filled: Request
}

class Preparation {
  private readonly work: Preparing
  private readonly nameOf: ReturnType<typeof recordNamer>
  private readonly abilities: AbilityCheck
  private readonly checked = new Set<string>()
  private maxTokens: number | undefined
  private readonly shown: ShownQuestion[] = []
  private readonly changed: Reason | undefined
  private wanted = 0
  private carriedOver = 0
  private givenUp = 0

  constructor(work: Preparing) {
    this.work = work
    this.nameOf = recordNamer(work.request.spec.model, work.model.api)
    this.changed = whatChanged(work)
    const { family, bareId } = work.model
    this.abilities = new AbilityCheck(work.request.spec.model, family.can?.(bareId), work.problems)
    this.maxTokens = work.request.spec.parameters.maxTokens
  }

  /** Undefined after a Problem. */
  ask(row: Row): Request | undefined {
    const { prompt, problems } = this.work
    const asked = prompt.fill(row, problems)
    if (asked !== undefined) this.abilities.check(asked, row.place)
    return asked
  }

  add(row: Row, filled: Request): void {
    const { model, questions, media, request } = this.work
    const modelInput = canonicalJson(
      filled.kind === 'verbatim' ? filled.modelInput : model.family.render(filled, this.parametersOf(row))
    )
    const named = media.named(modelInput, filled)
    const recordId = this.nameOf(named, sampleOf(row, request.spec))
    const question = questions.add(recordId, named)
    this.wanted++
    if (this.shown.length < mostShown) this.shown.push({ key: row.key, prompt: shownText(filled) })
    this.settle(row, { question, recordId, modelInput, filled })
  }

  done(): Prepared {
    const { rows } = this.work
    const { wanted, carriedOver, givenUp, maxTokens, shown } = this
    return { rows, wanted, carriedOver, givenUp, maxTokens, shown }
  }

  /** A row that is a whole question brings parameters of its own, which the model must take as well. */
  private parametersOf(row: Row): Parameters {
    const { parameters } = this.work.request.spec
    if (row.parameters === undefined) return parameters
    const own = { ...parameters, ...row.parameters }
    if (own.maxTokens !== undefined) this.maxTokens = Math.max(this.maxTokens ?? 0, own.maxTokens)
    const shape = JSON.stringify(own)
    if (!this.checked.has(shape) && this.checked.size < mostShapes) {
      this.checked.add(shape)
      const { model, problems } = this.work
      for (const { severity = 'error', message, hint } of model.family.check?.(model.bareId, own) ?? [])
        problems.add(problem(severity, message, row.place, hint))
    }
    return own
  }

  private settle(row: Row, { question, recordId, modelInput, filled }: Asked): void {
    const { published, request, questions, meter, media } = this.work
    const before = published.find(row.key)
    if (before >= 0) published.markSeen(before)
    const same = before >= 0 && published.mayHold(before, recordId) && !request.force
    if (same) published.confirm(before)
    const from = request.force ? -1 : this.knownAt(recordId, same ? before : -1)
    const failure = same ? published.failureOf(before) : undefined
    const edited = same && (from !== before || failure !== undefined) && published.isEdited(before)
    this.keep(row, question, { published: from, ...(edited && { edited: before }) })
    if (from >= 0 && (edited || published.failureOf(from) === undefined)) this.carriedOver++
    else if (from >= 0) this.givenUp++
    else {
      if (!questions.isNeeded(question)) meter.add(filled)
      questions.need(question, modelInput, this.reasonFor(before, same, failure))
      questions.shows(question, media.storedIn(filled))
    }
  }

  /** `own`: the row that was published under this key with this very question, or -1; its word counts before that of others. */
  private knownAt(recordId: string, own: number): number {
    const { published, request } = this.work
    const isAnswered = own >= 0 && published.failureOf(own) === undefined
    if (own >= 0 && (isAnswered ? published.isWhole(own) : published.isByHand(own))) return own
    const other = published.answering(recordId)
    if (other >= 0) return other
    // Read otherwise than before, what was no answer may be one: it lies in S3, and the look at it is free.
    const isFinal = published.sameAnswers && request.retry !== 'failed' && request.retry !== 'all'
    if (!isFinal || isAnswered) return -1
    return own >= 0 ? own : published.failing(recordId)
  }

  private reasonFor(before: number, same: boolean, failure: string | undefined): Reason {
    if (this.work.request.force && before >= 0) return 'forced'
    if (before < 0) return 'new'
    if (same) return failure === undefined || !this.work.published.sameAnswers ? 'answer not kept' : 'retry'
    return this.changed ?? 'row changed'
  }

  private keep(row: Row, question: number, before: Pick<PreparedRow, 'published' | 'edited'>): void {
    const context = { key: row.key, fields: row.fields }
    const cells = this.work.outputs.map(({ columns }) =>
      columns.map(column => (isFromAnswer(column) ? null : column.value(context)))
    )
    const paths = this.work.placement?.place(row)
    const prepared: PreparedRow = {
      key: row.key,
      question,
      ...before,
      cells,
      ...(paths && { paths }),
      file: row.place.file,
      line: row.place.line ?? 0
    }
    this.work.rows.append(`${JSON.stringify(prepared)}\n`)
  }
}

/** What changed for every row at once, as against the published state. */
function whatChanged({ request, published, model, prompt }: Preparing): Reason | undefined {
  const { header } = published
  if (header === undefined) return undefined
  if (header.model !== request.spec.model || header.api !== model.api) return 'model changed'
  if (header.promptSha256 !== prompt.sha256) return 'prompt changed'
  if (header.parametersSha256 !== hashOfParameters(request.spec)) return 'parameters changed'
  return undefined
}
