import { describe, expect, it } from '@jest/globals'
import { Answers } from '../../../src/pipeline/answers.ts'
import { FollowUps } from '../../../src/pipeline/follow-ups.ts'
import type { Questions } from '../../../src/pipeline/questions.ts'
import type { AnswerLine, Outcome } from '../../../src/results/outcome.ts'
import { Outside } from './outside.ts'

/** A model that answers `{said}`: only "yes" is valid. */
function read(line: AnswerLine): Outcome {
  if (!('modelOutput' in line)) return { kind: 'missing', reason: 'missing', retryable: true }
  const said = JSON.stringify(line.modelOutput['said']).slice(1, -1)
  if (said === 'yes') return { kind: 'answer', value: said, usage: {} }
  if (said === 'odd') return { kind: 'invalid', reason: 'unknown shape: x', message: 'x', raw: '{}', usage: {} }
  return { kind: 'invalid', reason: 'not yes', message: `"${said}" is not yes`, raw: said, usage: {} }
}

function world(outside: Outside, most: number): { questions: Questions; answers: Answers; followUps: FollowUps } {
  const questions = outside.questions(2)
  const answers = new Answers(outside.scratch.create('answers'), questions, read)
  const followUps = new FollowUps(questions, answers, {
    most,
    nameOf: outside.nameOf,
    followUp: (modelInput, answer, complaint) => ({ ...modelInput, answer, complaint })
  })
  answers.beginJob('one', 0)
  return { questions, answers, followUps }
}

function say(answers: Answers, recordId: string, said: string): void {
  answers.keep(recordId, JSON.stringify({ recordId, modelOutput: { said } }))
}

describe('following up', () => {
  it('asks again with the answer and what was wrong about it, and counts the last answer', async () => {
    await using outside = new Outside()
    const { questions, answers, followUps } = world(outside, 2)
    say(answers, questions.ids.idAt(0), 'no')
    say(answers, questions.ids.idAt(1), 'yes')

    const added = followUps.add()
    const last = questions.lastOf(0)
    say(answers, questions.ids.idAt(last), 'yes')

    expect([added, last, questions.lastOf(1)]).toEqual([1, 2, 1])
    expect(JSON.parse(questions.modelInputOf(last))).toMatchObject({ q: 0, answer: 'no' })
    expect(questions.modelInputOf(last)).toContain('is not yes')
    expect(answers.standingOf(last)).toBe('answer')
  })

  it('ends when the spec’s number of complaints is used up', async () => {
    await using outside = new Outside()
    const { questions, answers, followUps } = world(outside, 2)
    say(answers, questions.ids.idAt(0), 'no')
    const asked: number[] = []

    for (let round = 0; round < 4; round++) {
      asked.push(followUps.add())
      say(answers, questions.ids.idAt(questions.lastOf(0)), `no ${round}`)
    }

    expect(asked).toEqual([1, 1, 0, 0])
  })

  it('makes the same question from the same answer on any other day', async () => {
    const ids: string[] = []
    for (let day = 0; day < 2; day++) {
      await using outside = new Outside()
      const { questions, answers, followUps } = world(outside, 1)
      say(answers, questions.ids.idAt(0), 'no')
      followUps.add()
      ids.push(questions.ids.idAt(questions.lastOf(0)))
    }

    expect(ids[0]).toBe(ids[1])
  })

  it('is about the same object in S3, named by what it holds', async () => {
    await using outside = new Outside()
    const { questions, answers, followUps } = world(outside, 1)
    const video = { uri: 's3://films/a.mp4', sha256: 'f'.repeat(64), etag: '"1"' }
    questions.shows(0, [video])
    say(answers, questions.ids.idAt(0), video.uri)

    followUps.add()
    const last = questions.lastOf(0)

    expect(questions.mediaOf(last)).toEqual([video])
    const named = questions.modelInputOf(last).replaceAll(JSON.stringify(video.uri), `"sha256:${video.sha256}"`)
    expect(questions.ids.idAt(last)).toBe(outside.nameOf(named))
  })

  it('has nothing to say to an output that cannot be read at all', async () => {
    await using outside = new Outside()
    const { questions, answers, followUps } = world(outside, 1)
    say(answers, questions.ids.idAt(0), 'odd')

    expect(followUps.add()).toBe(0)
  })
})
