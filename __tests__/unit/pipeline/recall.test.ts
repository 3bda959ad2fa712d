import { describe, expect, it } from '@jest/globals'
import { Answers } from '../../../src/pipeline/answers.ts'
import { onDemandRun } from '../../../src/pipeline/collect.ts'
import { recall } from '../../../src/pipeline/recall.ts'
import { idList } from '../../../src/pipeline/id-lists.ts'
import type { Recollection } from '../../../src/pipeline/recall.ts'
import type { AnswerLine, Outcome } from '../../../src/results/outcome.ts'
import { Outside } from './outside.ts'

const name = 'abcdefghijkl'

function read(line: AnswerLine): Outcome {
  if ('modelOutput' in line) return { kind: 'answer', value: null, usage: {} }
  return { kind: 'missing', reason: 'missing', retryable: true }
}

interface Kept {
  readonly ids?: readonly string[]
  readonly answers: string
}

/** Three questions that are asked, and what was kept of one job. */
async function recalled(
  outside: Outside,
  keep: (ids: readonly string[]) => Kept,
  accounted = false
): Promise<Recollection & { readonly standings: readonly string[] }> {
  const questions = outside.questions(3)
  const { ids, answers: text } = keep([0, 1, 2].map(index => questions.ids.idAt(index)))
  const { keys } = outside.store
  if (ids)
    await outside.bucket.put(
      keys.answerIdsOf(name),
      idList(ids.length, line => ids[line] ?? '')
    )
  await outside.bucket.put(keys.answersOf(name), text)
  const answers = new Answers(outside.scratch.create('answers'), questions, read)
  const usageOf = (line: string): { inputTokens: number; outputTokens: number } | undefined =>
    line.includes('modelOutput') ? { inputTokens: 2, outputTokens: 3 } : undefined
  const recollection = await recall(outside.store, [[name, 0]], [], { questions, answers, usageOf }, () => accounted)
  return { ...recollection, standings: [0, 1, 2].map(index => answers.standingOf(index)) }
}

const good = (id: string): string => `{"recordId":"${id}","modelOutput":{}}\n`
const stranger = 'zzzzzzzzzz0'.replace(/z/g, '1')

describe('Recalling a job', () => {
  it('takes the answers that are asked for, and counts what all of them cost', async () => {
    await using outside = new Outside()

    const found = await recalled(outside, ([first = '', second = '']) => ({
      ids: [first, second, stranger],
      answers: `${good(first)}{"recordId":"${second}","missing":true}\n${good(stranger)}`
    }))

    expect(found.standings).toEqual(['answer', 'worth-a-retry', 'none'])
    expect(found.recalled).toEqual([{ jobId: name, answered: 2, failed: 1, usage: { input: 4, output: 6 } }])
    expect(found.broken.size).toBe(0)
  })

  it('counts nothing of a job that the manifest accounts for', async () => {
    await using outside = new Outside()

    const found = await recalled(outside, ids => ({ ids, answers: ids.map(good).join('') }), true)

    expect(found.standings).toEqual(['answer', 'answer', 'answer'])
    expect(found.recalled).toEqual([])
  })

  it('does not even read what is accounted for and holds nothing that is asked', async () => {
    await using outside = new Outside()
    const reads: string[] = []
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'get') reads.push(key.replace(/^.*\./, ''))
    }

    await recalled(outside, () => ({ ids: [stranger], answers: good(stranger) }), true)

    expect(reads).toEqual(['ids'])
  })

  it('uses what is whole of answers that were cut, and says that they are broken', async () => {
    await using outside = new Outside()

    const found = await recalled(outside, ids => ({ ids, answers: ids.map(good).join('').slice(0, -9) }))

    expect(found.standings).toEqual(['answer', 'answer', 'none'])
    expect([...found.broken]).toEqual([name])
    expect(found.recalled).toEqual([])
  })

  it('finds its way without the list of ids', async () => {
    await using outside = new Outside()

    const found = await recalled(outside, ids => ({ answers: ids.map(good).join('') }))

    expect(found.standings).toEqual(['answer', 'answer', 'answer'])
    expect(found.broken.size).toBe(0)
  })

  it('does not believe that a run on demand answered nothing, as a job may have that failed whole', async () => {
    await using outside = new Outside()
    const questions = outside.questions(1)
    const id = questions.ids.idAt(0)
    const { keys } = outside.store
    const runs = [`od-${'0'.repeat(16)}-g1`, 'forgotten000'] as const
    for (const run of runs) {
      await outside.bucket.put(
        keys.answerIdsOf(run),
        idList(1, () => id)
      )
      await outside.bucket.put(keys.answersOf(run), '')
    }
    const answers = new Answers(outside.scratch.create('answers'), questions, read)

    const memory = { questions, answers, usageOf: () => undefined }
    const { broken } = await recall(
      outside.store,
      runs.map(run => [run, 1]),
      [],
      memory,
      () => true
    )

    expect([...broken]).toEqual([runs[0]])
  })

  it('puts a run on demand, and a job that Bedrock has forgotten, where they belong among the jobs', async () => {
    await using outside = new Outside()
    const questions = outside.questions(1)
    const id = questions.ids.idAt(0)
    const { keys } = outside.store
    const runs = [`od-${'0'.repeat(16)}-g1`, 'forgotten000'] as const
    await outside.bucket.put(keys.answersOf(name), `{"recordId":"${id}","missing":true,"ending":"stopped"}\n`)
    for (const run of runs) await outside.bucket.put(keys.answersOf(run), `{"recordId":"${id}","missing":true}\n`)
    const jobs = [{ ...onDemandRun(outside.store, name), jobArn: `arn/${name}`, submittedAt: 50 }]

    const unprocessed: unknown[] = []
    for (const saidAt of [40, 60])
      for (const run of runs) {
        const answers = new Answers(outside.scratch.create('answers'), questions, read)
        const collected = [
          [run, saidAt],
          [name, 99]
        ] as const
        await recall(outside.store, collected, jobs, { questions, answers, usageOf: () => undefined }, () => true)
        unprocessed.push(answers.unprocessed(0))
      }

    expect(unprocessed).toEqual(['stopped', 'stopped', undefined, undefined])
  })
})
