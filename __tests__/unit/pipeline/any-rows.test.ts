/** Rows that ask the same, before and after any change of a dataset, made by fast-check. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Answers } from '../../../src/pipeline/answers.ts'
import { Standings } from '../../../src/pipeline/standings.ts'
import type { AnswerLine, Outcome } from '../../../src/results/outcome.ts'
import { Project } from './project.ts'
import type { Ready } from './project.ts'

/** Few names and keys, so that questions are shared, and keys change hands. */
const datasets = fc.uniqueArray(
  fc.record({ key: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), name: fc.constantFrom('Boot', 'Clog', 'Mule') }),
  { selector: ({ key }) => key, minLength: 1 }
)

type Rows = readonly { readonly key: string; readonly name: string }[]

function csv(rows: Rows): string {
  return `sku,name\n${rows.map(({ key, name }) => `${key},${name}\n`).join('')}`
}

function names(rows: Rows): Set<string> {
  return new Set(rows.map(({ name }) => name))
}

function read(line: AnswerLine): Outcome {
  return 'modelOutput' in line
    ? { kind: 'answer', value: line.modelOutput, usage: {} }
    : { kind: 'missing', reason: 'missing', retryable: true }
}

/** Every needed question is answered by its own text. */
function answered(project: Project, { known, questions, prepared }: Ready): { of: Standings; answers: Answers } {
  const answers = new Answers(project.outside.scratch.create('answers'), questions, read)
  answers.beginJob('job', 0)
  for (const question of questions.needed()) {
    const recordId = questions.ids.idAt(question)
    const modelOutput = { to: questions.modelInputOf(question) }
    answers.take(recordId, JSON.stringify({ recordId, modelOutput }))
  }
  return { answers, of: new Standings({ known, questions, prepared, answers, driven: undefined }) }
}

describe('Rows of any dataset', () => {
  it('that ask the same are asked once, and all of them take its answer', async () => {
    await fc.assert(
      fc.asyncProperty(datasets, async rows => {
        await using project = new Project({ 'shoes.csv': csv(rows) })

        const ready = await project.prepare()
        const { of, answers } = answered(project, ready)

        expect([...ready.questions.needed()].length).toBe(names(rows).size)
        for (const [number, row] of ready.rows.entries()) {
          const standing = of.of(row)
          if (standing.kind !== 'answered') throw new Error(standing.kind)
          const { value } = answers.answerOf(standing.question)
          expect(JSON.stringify(value)).toContain(`Describe ${rows[number]?.name ?? ''}.`)
        }
      }),
      { numRuns: 20 }
    )
  })

  it('are asked what no published row was answered or given up with, and take what was', async () => {
    await fc.assert(
      fc.asyncProperty(
        datasets,
        datasets,
        fc.option(fc.constantFrom('Boot', 'Clog')),
        async (before, after, failing) => {
          await using project = new Project({ 'shoes.csv': csv(before) })
          const failed = before.filter(({ name }) => name === failing).map(({ key }) => [key, 'refusal'] as const)
          await project.publish(Object.fromEntries(failed))
          project.write({ 'shoes.csv': csv(after) })

          const ready = await project.prepare()
          const { of } = answered(project, ready)

          const asked = [...ready.questions.needed()].map(question => ready.questions.modelInputOf(question))
          // What is published is believed from the row on whose own key asks for it.
          const was = new Map(before.map(({ key, name }) => [key, name]))
          const known = new Set<string>()
          const fresh = new Set<string>()
          const isKnown = after.map(({ key, name }) => {
            if (was.get(key) === name) known.add(name)
            if (!known.has(name)) fresh.add(name)
            return known.has(name)
          })
          expect(asked).toEqual([...fresh].map(name => expect.stringContaining(`Describe ${name}.`)))
          for (const [number, row] of ready.rows.entries()) {
            const name = after[number]?.name ?? ''
            const standing = of.of(row)
            expect([name, standing.kind]).toEqual([name, kindOf(name, isKnown[number] === true)])
            if (standing.kind !== 'published') continue
            expect(ready.known.published.mayHold(standing.row, ready.questions.ids.idAt(row.question))).toBe(true)
          }

          function kindOf(name: string, isPublished: boolean): string {
            if (!isPublished || (name === failing && fresh.has(name))) return 'answered'
            return name === failing ? 'failed' : 'published'
          }
        }
      ),
      { numRuns: 30 }
    )
  })
})
