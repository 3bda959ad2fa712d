/**
 * Answers that did not fit are asked for once more, with what was wrong about them. The new question follows from the old
 * one and its answer alone, so that any later pass finds it, and its answer, again.
 */
import { bytes } from '../jobs/growing.ts'
import type { RecordNamer } from '../jobs/record.ts'
import { canonicalJson, isObject } from '../json.ts'
import type { ModelFamily } from '../models/family.ts'
import { parseJson } from '../results/parse-json.ts'
import type { Outcome } from '../results/outcome.ts'
import type { Answers } from './answers.ts'
import type { Questions } from './questions.ts'
import { namedByContent } from './s3-media.ts'

export interface FollowUpRules {
  /** How often a row's answer is complained of. */
  readonly most: number
  readonly followUp: NonNullable<ModelFamily['followUp']>
  readonly nameOf: RecordNamer
}

export class FollowUps {
  private readonly questions: Questions
  private readonly answers: Answers
  private readonly rules: FollowUpRules
  /** 1 by question: looked at. */
  private readonly seen = bytes()
  /** How many complaints led to a question. */
  private readonly depth = bytes()

  constructor(questions: Questions, answers: Answers, rules: FollowUpRules) {
    this.questions = questions
    this.answers = answers
    this.rules = rules
  }

  /** Makes the questions that follow from what has been answered by now. Returns how many are new. */
  add(): number {
    const before = this.questions.size
    // Those that are made here come last, and are looked at by the next call, when their answers were looked for.
    for (const question of [...this.questions.needed()]) if (this.isInvalid(question)) this.follow(question)
    return this.questions.size - before
  }

  private isInvalid(question: number): boolean {
    if (this.seen.get(question) === 1 || this.answers.standingOf(question) !== 'final') return false
    this.seen.set(question, 1)
    return this.depth.get(question) < this.rules.most
  }

  private follow(question: number): void {
    const outcome = this.answers.outcomeOf(question)
    const modelInput = parseJson(this.questions.modelInputOf(question))
    if (outcome?.kind !== 'invalid' || outcome.raw.trim() === '' || !isObject(modelInput)) return
    // An output that the family could not read at all is nobody's wrong answer.
    if (outcome.reason.startsWith('unknown shape')) return
    const next = canonicalJson(this.rules.followUp(modelInput, outcome.raw, complaint(outcome)))
    const media = this.questions.mediaOf(question)
    const named = namedByContent(next, media)
    const index = this.questions.add(this.rules.nameOf(named), named)
    this.questions.need(index, next, 'retry')
    this.questions.shows(index, media)
    this.questions.follow(question, index)
    this.depth.set(index, this.depth.get(question) + 1)
  }
}

/** These words are part of a question's name: another wording asks again what was complained of before. */
function complaint({
  message,
  complaint: said = `Your answer cannot be used: ${message}`
}: Extract<Outcome, { kind: 'invalid' }>): string {
  return `${said}\n\nAnswer the question again. Give the corrected answer alone, without an apology or explanation.`
}
