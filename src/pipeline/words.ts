/**
 * What each job said of each question, told apart: what follows from it is the same in whatever order jobs are read.
 * Lines and outcomes are not known here.
 */
import { bytes, indexes, lengths, offsets } from '../jobs/growing.ts'
import type { Ending } from '../jobs/state.ts'
import type { ByteRange } from '../ports.ts'
import type { Standing } from '../reconcile/decide.ts'

/** From the least to the most that can be said. */
const standings = ['none', 'worth-a-retry', 'final', 'answer'] as const satisfies readonly Standing[]
const endings = [
  'completed',
  'partially-completed',
  'failed',
  'stopped',
  'expired'
] as const satisfies readonly Ending[]

export interface Word {
  /** `none`: the job processed nothing, and is no attempt. */
  readonly standing: Standing
  /** Where the job ended without a line. */
  readonly ending?: Ending | undefined
  /** Where the line lies; absent where there is none. */
  readonly place?: ByteRange
}

export class Words {
  private readonly numbers = new Map<string, number>()
  private readonly jobs: { readonly name: string; saidAt: number }[] = []
  private job = -1
  /** By question: one of its words. */
  private readonly first = indexes()
  /** By word: another one of its question. */
  private readonly next = indexes()
  private readonly jobOf = indexes()
  private readonly standing = bytes()
  private readonly ending = bytes()
  private readonly offset = offsets()
  private readonly length = lengths()
  private size = 0

  /** What follows is this job's word. `saidAt` tells which of two jobs came later. */
  begin(name: string, saidAt: number): void {
    this.job = this.numbers.get(name) ?? this.jobs.push({ name, saidAt }) - 1
    this.numbers.set(name, this.job)
    const job = this.jobs[this.job]
    if (job !== undefined) job.saidAt = saidAt
  }

  /** In place of what the same job said of the question before. */
  say(question: number, { standing, ending, place }: Word): void {
    const word = this.wordOf(question) ?? this.add(question)
    this.standing.set(word, standings.indexOf(standing))
    this.ending.set(word, ending === undefined ? 0 : endings.indexOf(ending) + 1)
    this.offset.set(word, place?.offset ?? -1)
    this.length.set(word, place?.length ?? 0)
  }

  /** By the job whose word this is. */
  saidOf(question: number): Standing {
    return standings[this.standing.get(this.wordOf(question) ?? -1)] ?? 'none'
  }

  standingOf(question: number): Standing {
    return standings[this.standing.get(this.bestOf(question))] ?? 'none'
  }

  /** Of the word that counts; undefined where no job left a line. */
  placeOf(question: number): ByteRange | undefined {
    const word = this.bestOf(question)
    const offset = this.offset.get(word)
    return offset < 0 ? undefined : { offset, length: this.length.get(word) }
  }

  attemptsOf(question: number): number {
    return this.count(question, word => this.standing.get(word) > 0 && !this.isLate(word))
  }

  /** How many jobs had no time for it. */
  timesLate(question: number): number {
    return this.count(question, word => this.isLate(word))
  }

  private count(question: number, counts: (word: number) => boolean): number {
    let count = 0
    for (let word = this.first.get(question); word >= 0; word = this.next.get(word)) if (counts(word)) count++
    return count
  }

  private isLate(word: number): boolean {
    return endings[this.ending.get(word) - 1] === 'expired'
  }

  /** How the last job that held the question ended without a line for it. */
  unprocessed(question: number): Ending | undefined {
    let last = this.first.get(question)
    for (let word = this.next.get(last); word >= 0; word = this.next.get(word))
      if (this.isLater(word, last)) last = word
    return endings[this.ending.get(last) - 1]
  }

  /** An answer counts before a failure for good, and that before one for now: the first answer, the last failure. -1 where there is none. */
  private bestOf(question: number): number {
    let best = this.first.get(question)
    for (let word = this.next.get(best); word >= 0; word = this.next.get(word))
      if (this.isBetter(word, best)) best = word
    return best
  }

  private isBetter(word: number, best: number): boolean {
    const standing = this.standing.get(word)
    const more = standing - this.standing.get(best)
    return more > 0 || (more === 0 && this.isLater(word, best) !== (standings[standing] === 'answer'))
  }

  private isLater(word: number, other: number): boolean {
    const [one, another] = [this.jobs[this.jobOf.get(word)], this.jobs[this.jobOf.get(other)]]
    if (one === undefined || another === undefined) return false
    return one.saidAt === another.saidAt ? one.name > another.name : one.saidAt > another.saidAt
  }

  private wordOf(question: number): number | undefined {
    for (let word = this.first.get(question); word >= 0; word = this.next.get(word))
      if (this.jobOf.get(word) === this.job) return word
    return undefined
  }

  private add(question: number): number {
    const word = this.size++
    this.jobOf.set(word, this.job)
    this.next.set(word, this.first.get(question))
    this.first.set(question, word)
    return word
  }
}
