import { describe, expect, it } from '@jest/globals'
import { Answers } from '../../../src/pipeline/answers.ts'
import type { AnswerLine, Outcome } from '../../../src/results/outcome.ts'
import { Outside } from './outside.ts'

const answer: Outcome = { kind: 'answer', value: 'yes', usage: {} }
const passing: Outcome = { kind: 'error', reason: 'http 500', message: 'later', retryable: true }
const final: Outcome = { kind: 'error', reason: 'http 400', message: 'never', retryable: false }
const missing: Outcome = { kind: 'missing', reason: 'missing', retryable: true }

/** The model's output says which outcome it is. */
function read(line: AnswerLine): Outcome {
  if (!('modelOutput' in line)) return missing
  const { is } = line.modelOutput
  return is === 'answer' ? answer : is === 'final' ? final : passing
}

function open(outside: Outside): {
  answers: Answers
  id: string
  say: (is: string) => Outcome | undefined
} {
  const questions = outside.questions(2)
  const id = questions.ids.idAt(0)
  const answers = new Answers(outside.scratch.create('answers'), questions, read)
  return { answers, id, say: is => answers.take(id, JSON.stringify({ recordId: id, modelOutput: { is } })) }
}

describe('Answers', () => {
  it('know nothing at first', async () => {
    await using outside = new Outside()
    const { answers } = open(outside)

    expect([answers.standingOf(0), answers.attemptsOf(0), answers.unprocessed(0), answers.outcomeOf(0)]).toEqual([
      'none',
      0,
      undefined,
      undefined
    ])
  })

  it('count an attempt for each job that holds the record, not for each line', async () => {
    await using outside = new Outside()
    const { answers, say } = open(outside)

    answers.beginJob('job 1', 1)
    say('passing')
    say('passing')
    answers.beginJob('job 2', 2)
    say('final')

    expect([answers.attemptsOf(0), answers.standingOf(0)]).toEqual([2, 'final'])
    expect(answers.outcomeOf(0)).toEqual(final)
    expect(answers.standingOf(1)).toBe('none')
  })

  it('lack a good one of a job until one of its lines is good, whatever other jobs have said', async () => {
    await using outside = new Outside()
    const { answers, id, say } = open(outside)
    const told: boolean[] = []

    for (const [saidAt, is] of ['answer', 'final', 'answer'].entries()) {
      if (saidAt < 2) answers.beginJob(`job ${saidAt}`, saidAt)
      told.push(answers.lacks(id))
      say(is)
    }

    expect([...told, answers.lacks(id), answers.lacks('00000000000')]).toEqual([true, true, true, false, false])
  })

  it('count one attempt of a job whose lines are read twice', async () => {
    await using outside = new Outside()
    const { answers, say } = open(outside)

    answers.beginJob('job', 0)
    say('passing')
    answers.beginJob('job', 0)
    say('passing')

    expect(answers.attemptsOf(0)).toBe(1)
  })

  it('never give an answer back for the failure of a later job', async () => {
    await using outside = new Outside()
    const { answers, say } = open(outside)

    answers.beginJob('job 3', 3)
    say('answer')
    answers.beginJob('job 4', 4)
    say('final')

    expect(answers.standingOf(0)).toBe('answer')
    expect(answers.outcomeOf(0)).toEqual(answer)
  })

  it('take the later answer of an earlier failure', async () => {
    await using outside = new Outside()
    const { answers, say } = open(outside)

    answers.beginJob('job 5', 5)
    say('passing')
    answers.beginJob('job 6', 6)
    say('answer')

    expect(answers.standingOf(0)).toBe('answer')
  })

  it('remember how the job ended that had no line for the record', async () => {
    await using outside = new Outside()
    const { answers, id, say } = open(outside)

    answers.beginJob('job 7', 7)
    answers.take(id, JSON.stringify({ recordId: id, missing: true, ending: 'stopped' }))
    expect(answers.unprocessed(0)).toBe('stopped')
    answers.beginJob('job 8', 8)
    say('passing')

    expect(answers.unprocessed(0)).toBeUndefined()
  })

  it('pass over records that nobody asks any more', async () => {
    await using outside = new Outside()
    const { answers } = open(outside)

    answers.beginJob('job 9', 9)

    expect(answers.take('0000000000Z', '{"recordId":"0000000000Z","modelOutput":{"is":"answer"}}')).toBeUndefined()
  })

  it('count what was passed over once, and no more when its question comes up after all', async () => {
    await using outside = new Outside()
    const questions = outside.questions(1)
    const answers = new Answers(outside.scratch.create('answers'), questions, read)

    for (const id of ['0000000000Y', '0000000000Z', '0000000000Z']) answers.passOver(id)
    const before = answers.unwanted
    questions.add('0000000000Y', '{}')

    expect([before, answers.unwanted]).toEqual([2, 1])
  })

  it('note a job that failed whole without an attempt', async () => {
    await using outside = new Outside()
    const { answers, id } = open(outside)

    answers.beginJob('job 10', 10)
    answers.failedWholeId(id)

    expect([answers.unprocessed(0), answers.attemptsOf(0), answers.standingOf(0)]).toEqual(['failed', 0, 'none'])
  })

  it('count one attempt of a job that is read again after another one', async () => {
    await using outside = new Outside()
    const { answers, say } = open(outside)

    for (const [job, saidAt] of [
      ['job 1', 1],
      ['job 2', 2],
      ['job 1', 1]
    ] as const) {
      answers.beginJob(job, saidAt)
      say('passing')
    }

    expect(answers.attemptsOf(0)).toBe(2)
  })

  it('take the first of two answers and the last of two failures, whichever is read first', async () => {
    await using outside = new Outside()
    const questions = outside.questions(2)
    const read = ({ modelOutput }: { modelOutput?: { says?: string; fails?: string } }): Outcome =>
      modelOutput?.says === undefined
        ? { kind: 'error', reason: modelOutput?.fails ?? '', message: '', retryable: false }
        : { kind: 'answer', value: modelOutput.says, usage: {} }
    const readings = [0, 1].map(first => {
      const answers = new Answers(outside.scratch.create('answers'), questions, line => read(line as object))
      for (const saidAt of [first, 1 - first]) {
        answers.beginJob(`job ${saidAt}`, saidAt)
        for (const [number, how] of ['says', 'fails'].entries()) {
          const recordId = questions.ids.idAt(number)
          answers.take(recordId, JSON.stringify({ recordId, modelOutput: { [how]: `${saidAt}` } }))
        }
      }
      return [answers.answerOf(0).value, answers.outcomeOf(1)]
    })

    expect(readings[0]).toEqual(readings[1])
    expect(readings[0]).toMatchObject(['0', { reason: '1' }])
  })

  it.each([
    [
      'a person stopped the first job, and the last one said that it is final',
      ['stopped', 'final'],
      'final',
      undefined
    ],
    ['the first job failed for good, and a person stopped the last one', ['final', 'stopped'], 'final', 'stopped'],
    [
      'the first job failed for now, and a person stopped the last one',
      ['passing', 'stopped'],
      'worth-a-retry',
      'stopped'
    ],
    [
      'a person stopped the first job, and the last one failed for now',
      ['stopped', 'passing'],
      'worth-a-retry',
      undefined
    ]
  ] as const)('stand the same in any order where %s', async (_what, said, standing, unprocessed) => {
    await using outside = new Outside()
    for (const order of [said.keys(), [...said.keys()].reverse()]) {
      const { answers, id, say } = open(outside)

      for (const job of order) {
        answers.beginJob(`job ${job}`, job)
        if (said[job] === 'stopped')
          answers.take(id, JSON.stringify({ recordId: id, missing: true, ending: 'stopped' }))
        else say(said[job] ?? '')
      }

      expect([answers.standingOf(0), answers.unprocessed(0), answers.attemptsOf(0)]).toEqual([standing, unprocessed, 2])
    }
  })
})
