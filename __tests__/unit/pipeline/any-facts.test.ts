/** What must hold of every plan, whatever lies about: facts and rows are made by fast-check. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Answers } from '../../../src/pipeline/answers.ts'
import { drive } from '../../../src/pipeline/drive.ts'
import type { Driving } from '../../../src/pipeline/driving.ts'
import { Watch } from '../../../src/pipeline/watch.ts'
import type { Plan } from '../../../src/reconcile/plan.ts'
import { endJobs, ready } from './drives.ts'
import { endAs, endings, factsOf, heldIds, place, words } from './made-facts.ts'
import type { Facts } from './made-facts.ts'
import { Outside } from './outside.ts'

const count = 5
const rules = fc.record<Partial<Driving['rules']>>({
  retry: fc.constantFrom('auto', 'none', 'failed', 'stopped', 'all'),
  retries: fc.nat(2),
  resendFailedJobs: fc.boolean()
})
const shuffled = (length: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.nat(), { minLength: length, maxLength: length })
    .map(dice => [...dice.keys()].sort((a, b) => (dice[a] ?? 0) - (dice[b] ?? 0)))
const facts = factsOf(count)
const some = { numRuns: 30 }

interface Seen {
  readonly plan: Plan
  readonly answers: Answers
}

/** What a pass knows after one look. */
async function look(outside: Outside, own: Partial<Driving['rules']>): Promise<Seen> {
  const { work, answers } = ready(outside, count, { rules: { minRecords: 1, ...own }, mode: 'collect' })
  return { plan: await new Watch(work).look(), answers }
}

function told({ plan, answers }: Seen): unknown {
  const each = Array.from({ length: count }, (_, question) => [
    plan.verdictOf(question),
    plan.isRetry(question),
    answers.standingOf(question),
    answers.attemptsOf(question),
    answers.unprocessed(question),
    answers.outcomeOf(question)
  ])
  return { each, ask: [...plan.ask], counts: plan.counts, choice: plan.choice }
}

const isAnswered = (question: number, { ended }: Facts): boolean =>
  ended.some(({ says }) => says[question] === 'answer')
const isHeld = (question: number, { holder }: Facts): boolean => !['dead', undefined].includes(holder[question])

describe('Whatever lies about,', () => {
  it('the plan is the same in whatever order jobs and their lines come, and whoever has taken them home', async () => {
    await fc.assert(
      fc.asyncProperty(facts, rules, shuffled(5), fc.array(fc.boolean()), async (given, own, dice, seenBefore) => {
        await using one = new Outside()
        await using other = new Outside()
        await place(one, one.questions(count), given)
        await place(
          other,
          other.questions(count),
          given,
          dice.filter(number => number < given.ended.length)
        )
        // A pass to which the list of jobs lagged behind has taken home what it saw.
        const jobs = [...other.jobs.all]
        for (const [number, { jobArn }] of jobs.entries()) if (seenBefore[number]) other.jobs.hidden.add(jobArn)
        if (seenBefore.length > 0) await look(other, own)
        other.jobs.hidden.clear()

        expect(told(await look(other, own))).toEqual(told(await look(one, own)))
      }),
      some
    )
  })

  it('every question has one verdict, and what is asked is in no job and has no answer', async () => {
    await fc.assert(
      fc.asyncProperty(facts, rules, async (given, own) => {
        await using outside = new Outside()
        await place(outside, outside.questions(count), given)

        const { plan } = await look(outside, own)

        expect(Object.values(plan.counts).reduce((sum, number) => sum + number, 0)).toBe(count)
        expect([...new Set(plan.ask)]).toEqual([...plan.ask])
        for (let question = 0; question < count; question++) {
          const verdict = plan.verdictOf(question)
          const isAsked = verdict === 'ask' || verdict === 'ask again'
          expect([question, plan.ask.includes(question)]).toEqual([question, isAsked])
          if (isAnswered(question, given)) expect(verdict).toBe('carry over')
          else if (isHeld(question, given)) expect(verdict).toBe('wait')
          else expect(['carry over', 'wait']).not.toContain(verdict)
        }
      }),
      some
    )
  })

  it('a plan that was carried out asks nothing more, and no record is in two live jobs', async () => {
    await fc.assert(
      fc.asyncProperty(facts, rules, fc.integer({ min: 1, max: 3 }), async (given, own, maxRecords) => {
        await using outside = new Outside()
        await place(outside, outside.questions(count), given)
        // What failed whole is told first; the next pass asks.
        const { plan } = await look(outside, own)
        const { work } = ready(outside, count, { rules: { minRecords: 1, maxRecords, ...own }, mode: 'submit' })

        const driven = await drive(work)

        expect(driven.submissions.reduce((sum, one) => sum + one.records, 0)).toBe(plan.ask.length)
        const again = await look(outside, own)
        const held = heldIds(outside)
        expect([...again.plan.ask]).toEqual([])
        expect(held.length).toBe(new Set(held).size)
        for (const question of plan.ask) expect(held).toContain(work.questions.ids.idAt(question))
      }),
      some
    )
  })

  it('a plan whose questions were answered asks nothing more, and every row has what its question was answered', async () => {
    await fc.assert(
      fc.asyncProperty(facts, rules, async (given, own) => {
        await using outside = new Outside()
        await place(outside, outside.questions(count), given)
        const { plan } = await look(outside, own)
        await drive(ready(outside, count, { rules: { minRecords: 1, ...own }, mode: 'submit' }).work)
        await endJobs(outside)

        const again = await look(outside, own)

        expect([...again.plan.ask]).toEqual([])
        for (const question of plan.ask) expect(again.plan.verdictOf(question)).toBe('carry over')
      }),
      some
    )
  })

  it('no schedule asks a record more often than its budget allows', async () => {
    const said = fc.record({
      ending: fc.constantFrom(...endings),
      says: fc.array(fc.constantFrom(...words), { minLength: count, maxLength: count })
    })
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.array(said, { minLength: 6, maxLength: 6 }), async (retries, days) => {
        await using outside = new Outside()
        const scheduled = { retry: 'auto', retries, resendFailedJobs: false, minRecords: 1 } as const
        const asked = new Map<string, number>()
        const late = new Map<string, number>()
        for (const day of days) {
          await drive(ready(outside, count, { rules: scheduled, mode: 'submit' }).work)
          for (const id of heldIds(outside)) asked.set(id, (asked.get(id) ?? 0) + 1)
          for (const id of await endAs(outside, day)) late.set(id, (late.get(id) ?? 0) + 1)
          outside.clock.time += 7_200_000
        }

        expect(asked.size).toBe(count)
        // A job that had no time for a record was not paid for it, and is no attempt; but that has its bound, too.
        for (const [id, times] of asked) expect(times - (late.get(id) ?? 0)).toBeLessThanOrEqual(1 + retries)
        for (const times of late.values()) expect(times).toBeLessThanOrEqual(2 + retries)
      }),
      some
    )
  })
})
