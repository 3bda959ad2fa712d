import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cutShards } from '../../../src/jobs/shard.ts'
import { decide } from '../../../src/reconcile/decide.ts'
import type { RecordFacts, Retry } from '../../../src/reconcile/decide.ts'
import { planOf } from '../../../src/reconcile/plan.ts'
import type { PlanRules } from '../../../src/reconcile/plan.ts'
import { chooseWay } from '../../../src/reconcile/way.ts'

const unknown: RecordFacts = { standing: 'none', inFlight: false, attempts: 0, unprocessed: undefined }
const rules: PlanRules = {
  retry: 'auto',
  retries: 2,
  resendFailedJobs: true,
  inference: 'auto',
  belowMinimum: 'hold',
  minRecords: 3,
  onDemandRecords: 200
}

const facts = fc.record<RecordFacts>({
  standing: fc.constantFrom('none', 'answer', 'worth-a-retry', 'final'),
  inFlight: fc.boolean(),
  attempts: fc.nat(5),
  unprocessed: fc.constantFrom(undefined, 'completed', 'partially-completed', 'failed', 'stopped', 'expired')
})
const anyRules = fc.record<PlanRules>({
  retry: fc.constantFrom('auto', 'none', 'failed', 'stopped', 'all'),
  retries: fc.nat(3),
  resendFailedJobs: fc.boolean(),
  inference: fc.constantFrom('auto', 'batch', 'on-demand'),
  belowMinimum: fc.constantFrom('on-demand', 'pad', 'hold', 'fail'),
  minRecords: fc.integer({ min: 1, max: 20 }),
  onDemandRecords: fc.nat(20)
})

describe('deciding about one question', () => {
  it.each<[string, Partial<RecordFacts>, Retry, string]>([
    ['asks what nobody asked', {}, 'auto', 'ask'],
    ['carries an answer over', { standing: 'answer', attempts: 1 }, 'all', 'carry over'],
    [
      'waits for what is in flight, whatever came before',
      { standing: 'final', inFlight: true, attempts: 1 },
      'all',
      'wait'
    ],
    ['asks again within the budget', { standing: 'worth-a-retry', attempts: 2 }, 'auto', 'ask again'],
    ['takes a complaint for a retry', { isComplaint: true }, 'auto', 'ask again'],
    ['gives up past the budget', { standing: 'worth-a-retry', attempts: 3 }, 'auto', 'give up'],
    ['sets aside what it may not ask again', { standing: 'worth-a-retry', attempts: 1 }, 'none', 'set aside'],
    ['sets aside what nobody stopped, too', { standing: 'worth-a-retry', attempts: 2 }, 'stopped', 'set aside'],
    ['gives up past the budget whatever it may do', { standing: 'worth-a-retry', attempts: 3 }, 'none', 'give up'],
    ['never asks a final error again by itself', { standing: 'final', attempts: 1 }, 'auto', 'give up'],
    ['asks a final error again when told to', { standing: 'final', attempts: 9 }, 'failed', 'ask again'],
    [
      'leaves alone what a human stopped',
      { standing: 'worth-a-retry', unprocessed: 'stopped', attempts: 1 },
      'auto',
      'leave'
    ],
    [
      'asks what was stopped when told to',
      { standing: 'worth-a-retry', unprocessed: 'stopped', attempts: 1 },
      'stopped',
      'ask again'
    ],
    ['sends a job that failed whole again when a person acts', { unprocessed: 'failed' }, 'auto', 'ask']
  ])('%s', (_, given, retry, expected) => {
    expect(decide({ ...unknown, ...given }, { ...rules, retry })).toBe(expected)
  })

  it('never sends a job that failed whole again by a schedule', () => {
    expect(decide({ ...unknown, unprocessed: 'failed' }, { ...rules, resendFailedJobs: false })).toBe('leave')
  })

  it('never asks what is answered or in flight', () => {
    fc.assert(
      fc.property(facts, anyRules, (given, some) => {
        fc.pre(given.inFlight || given.standing === 'answer')
        expect(['wait', 'carry over']).toContain(decide(given, some))
      })
    )
  })
})

describe('a plan', () => {
  const every = fc.array(facts, { maxLength: 40 })
  const plan = (all: readonly RecordFacts[], some: PlanRules, order = [...all.keys()]): ReturnType<typeof planOf> =>
    planOf(order, all.length, question => all[question] ?? unknown, some)

  it('loses no question: every one has one verdict, and the counts add up', () => {
    fc.assert(
      fc.property(every, anyRules, (all, some) => {
        const { counts, ask, verdictOf } = plan(all, some)

        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length)
        expect(ask.length).toBe(counts.ask + counts['ask again'])
        for (const question of ask) expect(['ask', 'ask again']).toContain(verdictOf(question))
      })
    )
  })

  it('asks no question that is in flight, and none twice', () => {
    fc.assert(
      fc.property(every, anyRules, (all, some) => {
        const { ask } = plan(all, some)

        expect(new Set(ask).size).toBe(ask.length)
        expect([...ask].filter(question => all[question]?.inFlight)).toEqual([])
      })
    )
  })

  it('is the same from any order of facts', () => {
    fc.assert(
      fc.property(every, anyRules, fc.infiniteStream(fc.nat()), (all, some, dice) => {
        const order = [...all.keys()]
          .map(question => ({ question, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)

        const shuffled = plan(
          all,
          some,
          order.map(one => one.question)
        )

        expect(shuffled.counts).toEqual(plan(all, some).counts)
        expect([...shuffled.ask].sort()).toEqual([...plan(all, some).ask].sort())
      })
    )
  })

  it('asks nothing more once it was applied', () => {
    fc.assert(
      fc.property(every, anyRules, (all, some) => {
        const asked = new Set(plan(all, some).ask)
        const after = all.map((one, question) => (asked.has(question) ? { ...one, inFlight: true } : one))

        expect(plan(after, some).ask.length).toBe(0)
      })
    )
  })

  it('asks nothing more once it was applied and everything was answered', () => {
    fc.assert(
      fc.property(every, anyRules, (all, some) => {
        const asked = new Set(plan(all, some).ask)
        const after = all.map((one, question): RecordFacts =>
          asked.has(question) ? { ...one, standing: 'answer', attempts: one.attempts + 1 } : one
        )

        expect(plan(after, some).ask.length).toBe(0)
      })
    )
  })

  it('is cut into jobs that hold each of its records once', () => {
    const limits = fc.record({ maxRecords: fc.integer({ min: 1, max: 9 }), maxBytes: fc.integer({ min: 1, max: 60 }) })
    fc.assert(
      fc.property(every, anyRules, limits, fc.array(fc.integer({ min: 1, max: 30 })), (all, some, most, sizes) => {
        const { ask } = plan(all, some)

        const cuts = cutShards(
          ask.map(question => sizes[question] ?? 1),
          { minRecords: 1, ...most }
        )

        expect(cuts.flatMap(({ from, to }) => [...ask.subarray(from, to)])).toEqual([...ask])
      })
    )
  })

  it('never spends more than the budget, however many schedules run and however their jobs end', () => {
    const saying = fc.record({
      standing: fc.constantFrom('worth-a-retry', 'final', 'answer'),
      unprocessed: fc.constantFrom(undefined, 'completed', 'partially-completed', 'failed', 'stopped', 'expired')
    } as const)
    fc.assert(
      fc.property(fc.array(saying, { maxLength: 9 }), fc.nat(3), (days, retries) => {
        let facts: RecordFacts = unknown
        let asked = 0
        for (const day of days) {
          const { ask } = plan([facts], { ...rules, retries, belowMinimum: 'on-demand', resendFailedJobs: false })
          asked += ask.length
          const isProcessed = day.unprocessed !== 'failed'
          if (ask.length === 0) continue
          facts = { ...facts, ...day, attempts: facts.attempts + (isProcessed ? 1 : 0) }
        }

        expect(asked).toBeLessThanOrEqual(1 + retries)
      })
    )
  })

  it('holds what is too little for a job and says how many are missing', () => {
    const { counts, ask, missing } = plan([unknown, unknown], rules)

    expect({ counts: counts.hold, ask: ask.length, missing }).toEqual({ counts: 2, ask: 0, missing: 1 })
  })

  it('gives up retries that are too few for a job, instead of keeping all other answers back', () => {
    const { counts } = plan([{ ...unknown, standing: 'worth-a-retry', attempts: 1 }], rules)

    expect(counts['give up']).toBe(1)
  })
})

describe('choosing the way', () => {
  it.each<[number, Partial<PlanRules>, string]>([
    [100, {}, 'batch'],
    [2, {}, 'hold'],
    [2, { belowMinimum: 'on-demand' }, 'on-demand'],
    [2, { belowMinimum: 'pad' }, 'pad'],
    [2, { belowMinimum: 'fail' }, 'fail'],
    [2, { belowMinimum: 'on-demand', inference: 'batch' }, 'hold'],
    [2, { belowMinimum: 'on-demand', onDemandRecords: 1 }, 'hold'],
    [500, { inference: 'on-demand' }, 'on-demand']
  ])('for %i records with %o is %s', (records, some, expected) => {
    expect(chooseWay({ records, late: 0 }, { ...rules, ...some }).way).toBe(expected)
  })
})

describe('what was left at a deadline', () => {
  it('is asked on demand, however many there are', () => {
    expect(chooseWay({ records: 500, late: 500 }, rules).way).toBe('on-demand')
  })

  it('goes with the others where there are others', () => {
    expect(chooseWay({ records: 500, late: 3 }, rules).way).toBe('batch')
  })
})
