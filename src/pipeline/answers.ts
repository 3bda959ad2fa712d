/** What jobs have said of the questions so far: lines in a temporary file, and by question where the best one is. */
import { bytes, indexes, lengths, offsets } from '../jobs/growing.ts'
import type { Ending } from '../jobs/state.ts'
import type { ByteRange, ScratchFile } from '../ports.ts'
import type { Standing } from '../reconcile/decide.ts'
import { readAnswerLine } from '../results/answer-line.ts'
import type { AnswerLine, Outcome } from '../results/outcome.ts'
import type { Questions } from './questions.ts'

const standings = ['none', 'worth-a-retry', 'final', 'answer'] as const satisfies readonly Standing[]
const endings = [
  'completed',
  'partially-completed',
  'failed',
  'stopped',
  'expired'
] as const satisfies readonly Ending[]

export class Answers {
  private readonly lines: ScratchFile
  private readonly questions: Questions
  private readonly read: (line: AnswerLine) => Outcome
  private readonly offset = offsets()
  private readonly length = lengths()
  private readonly standing = bytes()
  private readonly tries = bytes()
  private readonly without = indexes()
  private readonly lastJob = indexes()
  private readonly jobs = new Map<string, number>()
  private job = -1

  constructor(lines: ScratchFile, questions: Questions, read: (line: AnswerLine) => Outcome) {
    this.lines = lines
    this.questions = questions
    this.read = read
  }

  /** The lines that follow are of this job, later than all before. Read again, it counts no second attempt. */
  beginJob(name: string): void {
    this.job = this.jobs.get(name) ?? this.jobs.size
    this.jobs.set(name, this.job)
  }

  /** Where the next line will stand among all that are kept, in bytes. */
  get end(): number {
    return this.lines.bytes
  }

  /** Lines that were kept, each with its newline. */
  between(start: number, end: number): AsyncIterable<Uint8Array> {
    return this.lines.stream([{ offset: start, length: end - start }])
  }

  /** Keeps one line of the job's answers, whoever asks for it; the last line of an id counts. Undefined where nobody asks any more. */
  keep(recordId: string, text: string): Outcome | undefined {
    const offset = this.lines.append(text)
    const length = this.lines.bytes - offset
    this.lines.append('\n')
    const index = this.questions.ids.find(recordId)
    return index < 0 ? undefined : this.weigh(index, text, () => ({ offset, length }))
  }

  /** As `keep`, but passes over what nobody asks any more. */
  take(recordId: string, text: string): Outcome | undefined {
    const index = this.questions.ids.find(recordId)
    return index < 0 ? undefined : this.weigh(index, text, () => this.write(text))
  }

  /** Whether somebody asks for it, and nothing that was said of it so far is an answer. */
  lacks(recordId: string): boolean {
    const index = this.questions.ids.find(recordId)
    return index >= 0 && this.standingOf(index) !== 'answer'
  }

  private write(text: string): ByteRange {
    const offset = this.lines.append(text)
    return { offset, length: this.lines.bytes - offset }
  }

  private weigh(index: number, text: string, place: () => ByteRange): Outcome | undefined {
    const line = readAnswerLine(text)
    // What lies in S3 may have been cut or changed: a broken line is as good as none.
    if (line === undefined) return undefined
    const outcome = this.read(line)
    if ('missing' in line && line.ending !== undefined) this.without.set(index, endings.indexOf(line.ending))
    else this.without.set(index, -1)
    const standing = standingOf(outcome)
    const again = this.lastJob.get(index) === this.job
    if (!again) this.tries.set(index, Math.min(255, this.tries.get(index) + 1))
    // An answer is never given back for a later job's failure; otherwise the latest word counts.
    if (!again && standing !== 'answer' && this.standingOf(index) === 'answer') return outcome
    this.lastJob.set(index, this.job)
    const { offset, length } = place()
    this.offset.set(index, offset)
    this.length.set(index, length)
    this.standing.set(index, standings.indexOf(standing))
    return outcome
  }

  /** A job that held the question failed whole: nothing was processed, no attempt is counted. */
  failedWhole(index: number): void {
    if (this.standingOf(index) !== 'answer') this.without.set(index, endings.indexOf('failed'))
  }

  failedWholeId(recordId: string): void {
    const index = this.questions.ids.find(recordId)
    if (index >= 0) this.failedWhole(index)
  }

  standingOf(index: number): Standing {
    return standings[this.standing.get(index)] ?? 'none'
  }

  attemptsOf(index: number): number {
    return this.tries.get(index)
  }

  unprocessed(index: number): Ending | undefined {
    return endings[this.without.get(index)]
  }

  /** Read anew from its line. */
  outcomeOf(index: number): Outcome | undefined {
    if (this.offset.get(index) < 0) return undefined
    return this.read(JSON.parse(this.lines.readText(this.offset.get(index), this.length.get(index))) as AnswerLine)
  }

  /** Of a question whose standing is `answer`. */
  answerOf(index: number): Outcome & { kind: 'answer' } {
    const outcome = this.outcomeOf(index)
    if (outcome?.kind !== 'answer') throw new RangeError(`question ${index} has no answer`)
    return outcome
  }
}

function standingOf(outcome: Outcome): Standing {
  switch (outcome.kind) {
    case 'answer':
      return 'answer'
    case 'error':
      return outcome.retryable ? 'worth-a-retry' : 'final'
    case 'missing':
    case 'conflict':
      return 'worth-a-retry'
    case 'incomplete':
    case 'invalid':
      return 'final'
  }
}
