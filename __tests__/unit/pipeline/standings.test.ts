import { describe, expect, it } from '@jest/globals'
import { Answers } from '../../../src/pipeline/answers.ts'
import { Standings } from '../../../src/pipeline/standings.ts'
import type { Driven } from '../../../src/pipeline/drive.ts'
import type { Verdict } from '../../../src/reconcile/plan.ts'
import type { AnswerLine, Outcome } from '../../../src/results/outcome.ts'
import { Project } from './project.ts'
import type { Ready } from './project.ts'

function read(line: AnswerLine): Outcome {
  if ('modelOutput' in line) return { kind: 'answer', value: 'yes', usage: {} }
  return { kind: 'invalid', reason: 'not JSON', message: 'answer must be JSON', raw: 'Boo', usage: {} }
}

function driven(verdict: Verdict): Driven {
  const counts = { 'carry over': 0, wait: 0, ask: 0, 'ask again': 0, 'give up': 0, 'set aside': 0, leave: 0, hold: 0 }
  const plan = {
    verdictOf: () => verdict,
    isRetry: () => false,
    counts,
    ask: new Uint32Array(),
    choice: { way: 'batch', why: '' } as const,
    later: [],
    missing: 0,
    heldBecause: []
  }
  return {
    plan,
    jobs: [],
    collected: [],
    recalled: [],
    created: [],
    submissions: [],
    reasons: {},
    unwanted: 0,
    failedJobs: [],
    late: [],
    heldBy: undefined,
    cutShort: undefined
  }
}

function standings(
  project: Project,
  { known, questions, prepared }: Ready,
  verdict: Verdict | undefined
): { of: Standings; answers: Answers } {
  const answers = new Answers(project.outside.scratch.create('answers'), questions, read)
  return {
    answers,
    of: new Standings({ known, questions, prepared, answers, driven: verdict && driven(verdict) })
  }
}

describe('A row stands', () => {
  it('published where its answer is, and edited where a person wrote over it', async () => {
    await using project = new Project()
    await project.publish()
    project.write({ 'out/shoes.csv': project.read('out/shoes.csv').replace('B answered', 'mine') })
    const ready = await project.prepare()
    const { of } = standings(project, ready, undefined)

    expect(ready.rows.map(row => of.of(row))).toEqual([
      { kind: 'published', row: 0, edited: false },
      { kind: 'published', row: 1, edited: true },
      { kind: 'published', row: 2, edited: false }
    ])
  })

  it('failed, by what the lock says, where an earlier pass gave it up', async () => {
    await using project = new Project()
    await project.publish({ C: 'refusal' })
    const ready = await project.prepare()
    const { of } = standings(project, ready, undefined)

    expect(of.of(ready.rows[2]!)).toEqual({ kind: 'failed', reason: 'refusal', message: 'refusal', known: true })
  })

  it('answered once a job answered it, whatever the plan says', async () => {
    await using project = new Project()
    const ready = await project.prepare()
    const { of, answers } = standings(project, ready, 'give up')

    answers.beginJob('job', 0)
    answers.take(ready.questions.ids.idAt(0), `{"recordId":"${ready.questions.ids.idAt(0)}","modelOutput":{}}`)

    expect(of.of(ready.rows[0]!)).toEqual({ kind: 'answered', question: 0 })
  })

  it('failed with its last word where the plan gives it up', async () => {
    await using project = new Project()
    const ready = await project.prepare()
    const { of, answers } = standings(project, ready, 'give up')
    const id = ready.questions.ids.idAt(0)

    answers.beginJob('job', 0)
    answers.take(id, `{"recordId":"${id}","error":{"code":400,"message":"no"}}`)

    expect(of.of(ready.rows[0]!)).toEqual({
      kind: 'failed',
      reason: 'not JSON',
      message: 'answer must be JSON',
      raw: 'Boo',
      known: false
    })
    expect(of.of(ready.rows[1]!)).toMatchObject({ kind: 'failed', reason: 'not asked' })
  })

  it('failed for now, and not for good, where this pass may not ask it again', async () => {
    await using project = new Project()
    const ready = await project.prepare()
    const { of, answers } = standings(project, ready, 'set aside')
    const id = ready.questions.ids.idAt(0)

    answers.beginJob('job', 0)
    answers.take(id, `{"recordId":"${id}","error":{"code":500,"message":"no"}}`)

    expect(of.of(ready.rows[0]!)).toMatchObject({ kind: 'failed', known: false, mayRetry: true })
  })

  it.each(['wait', 'ask', 'ask again', 'hold', 'leave'] as const)('open as long as the plan says %s', async verdict => {
    await using project = new Project()
    const ready = await project.prepare()
    const { of } = standings(project, ready, verdict)

    expect(of.of(ready.rows[0]!)).toEqual({ kind: 'open', why: verdict })
  })

  it('published by a row with the same question', async () => {
    await using project = new Project({ 'shoes.csv': 'sku,name\nA,Boot\n' })
    await project.publish()
    project.write({ 'shoes.csv': 'sku,name\nA,Boot\nZ,Boot\n' })
    const ready = await project.prepare()
    const { of } = standings(project, ready, undefined)

    expect(of.of(ready.rows[1]!)).toEqual({ kind: 'published', row: 0, edited: false })
  })

  it('answered where it was given up, and another row that asks the same was answered', async () => {
    await using project = new Project()
    await project.publish({ B: 'refusal' })
    const ready = await project.prepare()
    const { of, answers } = standings(project, ready, undefined)
    const id = ready.questions.ids.idAt(1)

    answers.beginJob('job', 0)
    answers.take(id, `{"recordId":"${id}","modelOutput":{}}`)

    expect(of.of(ready.rows[1]!)).toEqual({ kind: 'answered', question: 1 })
  })
})
