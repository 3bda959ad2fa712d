/** What jobs have said of the questions so far: lines in a temporary file, and which of them counts. */
import { IdTable } from '../jobs/id-table.ts'
import type { Ending } from '../jobs/state.ts'
import type { ByteRange, ScratchFile } from '../ports.ts'
import type { Standing } from '../reconcile/decide.ts'
import { readAnswerLine } from '../results/answer-line.ts'
import type { AnswerLine, Outcome } from '../results/outcome.ts'
import type { Questions } from './questions.ts'
import { Words } from './words.ts'

export class Answers {
  private readonly lines: ScratchFile
  private readonly questions: Questions
  private readonly read: (line: AnswerLine) => Outcome
  private readonly words = new Words()
  private readonly others = new IdTable()

  constructor(lines: ScratchFile, questions: Questions, read: (line: AnswerLine) => Outcome) {
    this.lines = lines
    this.questions = questions
    this.read = read
  }

  /**
   * The lines that follow are of this job. Jobs may be read in any order, and again: `saidAt`, in milliseconds, tells
   * which of two came later, and a job counts as one attempt.
   */
  beginJob(name: string, saidAt: number): void {
    this.words.begin(name, saidAt)
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

  /** Whether somebody asks for it, and nothing that the job has said of it so far is an answer. */
  lacks(recordId: string): boolean {
    const index = this.questions.ids.find(recordId)
    return index >= 0 && this.words.saidOf(index) !== 'answer'
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
    const ending = 'missing' in line ? line.ending : undefined
    this.words.say(index, { standing: standingOf(outcome), ending, place: place() })
    return outcome
  }

  /** The job held the question and failed whole: nothing was processed, no attempt is counted. */
  failedWhole(index: number): void {
    this.words.say(index, { standing: 'none', ending: 'failed' })
  }

  failedWholeId(recordId: string): void {
    const index = this.questions.ids.find(recordId)
    if (index >= 0) this.failedWhole(index)
  }

  /** An answer came to a question that nobody asks, as far as is known by now. */
  passOver(recordId: string): void {
    this.others.add(recordId)
  }

  /** How many were passed over whose question has not come up since: a complaint is known only after what it is about. */
  get unwanted(): number {
    let unwanted = 0
    for (let other = 0; other < this.others.size; other++)
      if (!this.questions.ids.has(this.others.idAt(other))) unwanted++
    return unwanted
  }

  standingOf(index: number): Standing {
    return this.words.standingOf(index)
  }

  attemptsOf(index: number): number {
    return this.words.attemptsOf(index)
  }

  /** How many jobs had no time for it. */
  timesLate(index: number): number {
    return this.words.timesLate(index)
  }

  unprocessed(index: number): Ending | undefined {
    return this.words.unprocessed(index)
  }

  /** Read anew from its line. */
  outcomeOf(index: number): Outcome | undefined {
    const place = this.words.placeOf(index)
    if (place === undefined) return undefined
    return this.read(JSON.parse(this.lines.readText(place.offset, place.length)) as AnswerLine)
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
