import { describe, expect, it } from '@jest/globals'
import { Answers } from '../../../src/pipeline/answers.ts'
import type { AnswerLine, Outcome } from '../../../src/results/outcome.ts'
import { Outside } from './outside.ts'

const answer: Outcome = { kind: 'answer', value: 'yes', usage: {} }
const passing: Outcome = { kind: 'error', reason: 'http 500', message: 'later', retryable: true }
const final: Outcome = { kind: 'error', reason: 'http 400', message: 'never', retryable: false }
const missing: Outcome = { kind: 'missing', reason: 'missing', message: 'no line' }

/** The line says which outcome it is. */
function read(line: AnswerLine): Outcome {
  const said = line as unknown as { readonly is?: string; readonly missing?: boolean }
  if (said.missing) return missing
  return said.is === 'answer' ? answer : said.is === 'final' ? final : passing
}

async function open(): Promise<{ outside: Outside; answers: Answers; id: string; say: (is: string) => Outcome | undefined }> {
  const outside = new Outside()
  const questions = outside.questions(2)
  const id = questions.ids.idAt(0)
  const answers = new Answers(outside.scratch.create('answers'), questions, read)
  return { outside, answers, id, say: is => answers.take(id, JSON.stringify({ recordId: id, is })) }
}

describe('Answers', () => {
  it('know nothing at first', async () => {
    const { outside, answers } = await open()
    await using _ = outside

    expect([answers.standingOf(0), answers.attemptsOf(0), answers.unprocessed(0), answers.outcomeOf(0)]).toEqual(['none', 0, undefined, undefined])
  })

  it('count an attempt for each job that holds the record, not for each line', async () => {
    const { outside, answers, say } = await open()
    await using _ = outside

    answers.beginJob()
    say('passing')
    say('passing')
    answers.beginJob()
    say('final')

    expect([answers.attemptsOf(0), answers.standingOf(0)]).toEqual([2, 'final'])
    expect(answers.outcomeOf(0)).toEqual(final)
    expect(answers.standingOf(1)).toBe('none')
  })

  it('never give an answer back for the failure of a later job', async () => {
    const { outside, answers, say } = await open()
    await using _ = outside

    answers.beginJob()
    say('answer')
    answers.beginJob()
    say('final')

    expect(answers.standingOf(0)).toBe('answer')
    expect(answers.outcomeOf(0)).toEqual(answer)
  })

  it('take the later answer of an earlier failure', async () => {
    const { outside, answers, say } = await open()
    await using _ = outside

    answers.beginJob()
    say('passing')
    answers.beginJob()
    say('answer')

    expect(answers.standingOf(0)).toBe('answer')
  })

  it('remember how the job ended that had no line for the record', async () => {
    const { outside, answers, id, say } = await open()
    await using _ = outside

    answers.beginJob()
    answers.take(id, JSON.stringify({ recordId: id, missing: true, ending: 'stopped' }))
    expect(answers.unprocessed(0)).toBe('stopped')
    answers.beginJob()
    say('passing')

    expect(answers.unprocessed(0)).toBeUndefined()
  })

  it('pass over records that nobody asks any more', async () => {
    const { outside, answers } = await open()
    await using _ = outside

    answers.beginJob()

    expect(answers.take('0000000000Z', '{"recordId":"0000000000Z","is":"answer"}')).toBeUndefined()
  })

  it('note a job that failed whole without an attempt', async () => {
    const { outside, answers, id } = await open()
    await using _ = outside

    answers.failedWholeId(id)

    expect([answers.unprocessed(0), answers.attemptsOf(0), answers.standingOf(0)]).toEqual(['failed', 0, 'none'])
  })
})
