/** The main job, end to end: what is published is compared byte by byte, and a second pass has nothing to do. */
import { describe, expect, it } from '@jest/globals'
import type { AnswerRule } from '../../src/emulator/bedrock/models/simulate.ts'
import { isUpdating, readScenario, writeExpected } from './scenario.ts'
import { plainAnswer, questionIn, Stage } from './stage.ts'

interface Case {
  readonly name: string
  readonly answer: AnswerRule
  /** Records in the jobs of the first pass. */
  readonly asked: number
  readonly rows: Readonly<Record<string, number>>
  readonly status?: string
  /** Stands in the job summary. */
  readonly summary: readonly string[]
}

const recipe: AnswerRule = (_model, body) => {
  const json = `{"serves": 4, "steps": ["${questionIn(body).length}", "eat"]}`
  return { text: /queijo/.test(questionIn(body)) ? `Here it is:\n\n\`\`\`json\n${json}\n\`\`\`\nEnjoy!` : json }
}

const ticket: AnswerRule = (_model, body) => {
  const question = questionIn(body)
  return { text: question.includes('invoice') ? 'Billing.' : question.includes('parcel') ? ' "delivery"\n' : 'other' }
}

const vector: AnswerRule = (_model, body) => {
  const embedding = [questionIn(body).length / 8, -0.5, 1e-7]
  return { modelOutput: { embedding, embeddingsByType: { float: embedding }, inputTextTokenCount: 2 } }
}

const mixed: AnswerRule = (_model, body) => {
  const word = questionIn(body).replace('Translate ', '')
  switch (word) {
    case 'too-long':
      return { text: 'x'.repeat(500) }
    case 'refused':
      return { text: 'I would rather not.', stop: 'refusal' }
    case 'bad-request':
      return { error: { code: 400, message: 'temperature and top_p cannot both be specified' } }
    case 'no-json':
      return { text: 'Haus' }
    case 'wrong-shape':
      return { text: '{"de": 4}' }
    default:
      return { text: JSON.stringify({ de: word.toUpperCase() }) }
  }
}

const cases: readonly Case[] = [
  {
    name: 'text',
    answer: plainAnswer,
    asked: 4,
    rows: { wanted: 4, answered: 4 },
    summary: ['museum-labels: all 4 rows answered']
  },
  {
    name: 'json',
    answer: recipe,
    asked: 3,
    rows: { wanted: 4, answered: 4 },
    summary: ['These rows ask 3 distinct questions']
  },
  { name: 'labels', answer: ticket, asked: 3, rows: { wanted: 3, answered: 3 }, summary: ['billing', 'delivery'] },
  { name: 'embeddings', answer: vector, asked: 3, rows: { wanted: 3, answered: 3 }, summary: ['titan-embed'] },
  {
    name: 'converse',
    answer: plainAnswer,
    asked: 3,
    rows: { wanted: 3, answered: 3 },
    summary: ['converse', 'Converse']
  },
  { name: 'nova', answer: plainAnswer, asked: 3, rows: { wanted: 3, answered: 3 }, summary: ['nova'] },
  {
    name: 'failures',
    answer: mixed,
    asked: 7,
    rows: { wanted: 7, answered: 2, failed: 5 },
    summary: [
      '2 of 7 rows answered, 5 given up',
      'What failed: 5 of 7 rows',
      'temperature and top\\_p cannot both be specified',
      'bad-request'
    ]
  }
]

describe('The main job', () => {
  it.concurrent.each(cases)(
    'publishes the scenario $name as expected, and does nothing the second time',
    async ({ name, answer, asked, rows, summary }) => {
      const { files, expected } = readScenario(name)
      await using stage = await Stage.open(files, { answer })
      const before = stage.remoteHead

      const first = await stage.pass()
      stage.checkout.fresh()
      const published = publishedSince(stage, before)
      if (isUpdating) writeExpected(name, published)

      expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'done', first.log])
      expect(published).toEqual(isUpdating ? published : expected)
      expect(first.rows).toMatchObject(rows)
      expect(first.outputs['changed-files']?.split('\n').sort()).toEqual(Object.keys(published).sort())
      expect(first.outputs['commit-sha']).toBe(stage.remoteHead)
      expect(stage.emulator.books.charged()).toMatchObject({ jobs: 1, records: asked })
      for (const words of summary) expect(first.summary).toContain(words)

      const second = await stage.pass()

      expect({ code: second.code, status: second.outputs['status'], changed: second.outputs['changed'] }).toEqual({
        code: 0,
        status: 'nothing-to-do',
        changed: 'false'
      })
      expect(second.aws).toEqual([])
      expect(stage.dirt).toBe('')
      expect(stage.remoteHead).toBe(first.outputs['commit-sha'])
    },
    120_000
  )
})

function publishedSince(stage: Stage, before: string): Record<string, string> {
  const paths = stage.checkout
    .git('-c', 'core.quotePath=false', 'diff', '--name-only', before, 'HEAD')
    .split('\n')
    .filter(path => path !== '')
  return Object.fromEntries(paths.map(path => [path, stage.checkout.read(path) ?? '']))
}
