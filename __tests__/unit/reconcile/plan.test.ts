import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { cutShards } from '../../../src/jobs/shard.ts'
import { decide } from '../../../src/reconcile/decide.ts'
import type { RecordFacts, Retry } from '../../../src/reconcile/decide.ts'
import { planOf } from '../../../src/reconcile/plan.ts'
import type { Known, Plan, PlanRules } from '../../../src/reconcile/plan.ts'

const unknown: RecordFacts = { standing: 'none', inFlight: false, attempts: 0, unprocessed: undefined }
const rules: PlanRules = {
  retry: 'auto',
  retries: 2,
  resendFailedJobs: true,
  inference: 'auto',
  belowMinimum: 'hold',
  minRecords: 3,
  maxRecords: 100,
  maxBytes: 1000,
  onDemandRecords: 200
}

const facts = fc.record<RecordFacts>({
  standing: fc.constantFrom('none', 'answer', 'worth-a-retry', 'final'),
  inFlight: fc.boolean(),
  attempts: fc.nat(5),
  timesLate: fc.nat(3),
  unprocessed: fc.constantFrom(undefined, 'completed', 'partially-completed', 'failed', 'stopped', 'expired'),
  late: fc.boolean()
})
const anyRules = fc.record<PlanRules>({
  retry: fc.constantFrom('auto', 'none', 'failed', 'stopped', 'all'),
  retries: fc.nat(3),
  resendFailedJobs: fc.boolean(),
  inference: fc.constantFrom('auto', 'batch', 'on-demand'),
  belowMinimum: fc.constantFrom('on-demand', 'pad', 'hold', 'fail'),
  minRecords: fc.integer({ min: 1, max: 20 }),
  maxRecords: fc.integer({ min: 20, max: 40 }),
  maxBytes: fc.integer({ min: 1, max: 40 }),
  onDemandRecords: fc.nat(20)
})

const late = { standing: 'worth-a-retry', unprocessed: 'expired', late: true } as const

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
    ['asks once more what its job had no time for', { ...late, timesLate: 1 }, 'auto', 'ask'],
    ['takes that for no attempt', { ...late, timesLate: 3 }, 'auto', 'ask'],
    ['takes it for a retry where it was tried before', { ...late, timesLate: 1, attempts: 1 }, 'auto', 'ask again'],
    ['gives up what every job is too late for', { ...late, timesLate: 4 }, 'auto', 'give up'],
    ['sets aside what its job had no time for where it may not ask', { ...late, timesLate: 1 }, 'none', 'set aside'],
    ['sends a job that failed whole again when a person acts', { unprocessed: 'failed' }, 'auto', 'ask']
  ])('%s', (_, given, retry, expected) => {
    expect(decide({ ...unknown, ...given }, { ...rules, retry })).toBe(expected)
  })

  it('never sends a job that failed whole again by a schedule', () => {
    expect(decide({ ...unknown, unprocessed: 'failed' }, { ...rules, resendFailedJobs: false })).toBe('leave')
  })

  it('asks what its job had no time for also without retries, and not for ever', () => {
    const decisions = [1, 2].map(timesLate => decide({ ...unknown, ...late, timesLate }, { ...rules, retries: 0 }))

    expect(decisions).toEqual(['ask', 'give up'])
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

function known(all: readonly RecordFacts[], more: Partial<Known> = {}): Known {
  return { factsOf: question => all[question] ?? unknown, bytesOf: () => 1, onDemandBefore: 0, ...more }
}

function toAsk({ ask, later }: Plan): number[] {
  return [...ask, ...later.flatMap(part => [...part.ask])]
}

describe('a plan', () => {
  const every = fc.array(facts, { maxLength: 40 })
  const plan = (all: readonly RecordFacts[], some: PlanRules, order = [...all.keys()]): ReturnType<typeof planOf> =>
    planOf(order, all.length, known(all), some)

  it('loses no question: every one has one verdict, and the counts add up', () => {
    fc.assert(
      fc.property(every, anyRules, (all, some) => {
        const { counts, verdictOf, ...rest } = plan(all, some)
        const ask = toAsk({ counts, verdictOf, ...rest })

        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length)
        expect(ask.length).toBe(counts.ask + counts['ask again'])
        for (const question of ask) expect(['ask', 'ask again']).toContain(verdictOf(question))
      })
    )
  })

  it('asks no question that is in flight, and none twice', () => {
    fc.assert(
      fc.property(every, anyRules, (all, some) => {
        const ask = toAsk(plan(all, some))

        expect(new Set(ask).size).toBe(ask.length)
        expect(ask.filter(question => all[question]?.inFlight)).toEqual([])
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
        expect(shuffled.choice).toEqual(plan(all, some).choice)
      })
    )
  })

  it('asks nothing more once it was applied, part by part', () => {
    fc.assert(
      fc.property(every, anyRules, (all, some) => {
        let after = all
        let onDemandBefore = 0
        const roundsOf = (): Plan => planOf(after.keys(), after.length, known(after, { onDemandBefore }), some)
        let now = roundsOf()
        for (const rounds = now.later.length + 1; now.ask.length > 0; now = roundsOf()) {
          const asked = new Set(now.ask)
          after = after.map((one, question) => (asked.has(question) ? { ...one, inFlight: true } : one))
          if (now.choice.way === 'on-demand') onDemandBefore += asked.size
          expect(now.later.length).toBeLessThan(rounds)
          if (now.choice.way === 'fail') return
        }

        expect(now.later).toEqual([])
      })
    )
  })

  it('asks no more on demand than the cap of the pass, but where the spec wants all of it so', () => {
    fc.assert(
      fc.property(every, anyRules, fc.nat(20), (all, some, onDemandBefore) => {
        fc.pre(some.inference !== 'on-demand')
        const { ask, choice, later } = planOf(all.keys(), all.length, known(all, { onDemandBefore }), some)

        const asked = [{ ask, choice }, ...later].filter(part => part.choice.way === 'on-demand')
        const records = asked.reduce((sum, part) => sum + part.ask.length, 0)
        expect(records).toBeLessThanOrEqual(Math.max(0, some.onDemandRecords - onDemandBefore))
        if (some.inference === 'batch') expect(records).toBe(0)
      })
    )
  })

  it('asks nothing more once it was applied and everything was answered', () => {
    fc.assert(
      fc.property(every, anyRules, (all, some) => {
        const first = plan(all, some)
        const parts = [first, ...first.later]
        const asked = new Set(parts.flatMap(({ ask }) => [...ask]))
        const after = all.map((one, question): RecordFacts =>
          asked.has(question) ? { ...one, standing: 'answer', attempts: one.attempts + 1 } : one
        )
        const onDemand = parts.filter(({ choice }) => choice.way === 'on-demand').flatMap(({ ask }) => [...ask])

        const again = planOf(after.keys(), after.length, known(after, { onDemandBefore: onDemand.length }), some)

        expect(again.ask.length).toBe(0)
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

describe('what cannot be in a legal job', () => {
  it.each([
    ['on-demand', [100, 'batch'], [50, 'on-demand']],
    ['hold', [100, 'batch'], undefined],
    ['pad', [100, 'batch'], [50, 'pad']],
    ['fail', [50, 'fail'], [100, 'batch']]
  ] as const)('with belowMinimum: %s is left out of the jobs: first %j, then %j', (belowMinimum, first, then) => {
    const some = { ...rules, minRecords: 100, maxRecords: 100, belowMinimum }
    const all = new Array<RecordFacts>(150).fill(unknown)

    const { ask, choice, later, counts, heldBecause } = planOf(all.keys(), 150, known(all), some)

    expect([ask.length, choice.way]).toEqual(first)
    expect(later.map(part => [part.ask.length, part.choice.way])).toEqual(then === undefined ? [] : [then])
    expect([counts.hold, heldBecause]).toEqual(
      belowMinimum === 'hold' ? [50, ['50 of at least 100 records for a batch job']] : [0, []]
    )
  })

  it('is left out whole where the records are too large', () => {
    const all = new Array<RecordFacts>(9).fill(unknown)
    const large = known(all, { bytesOf: () => 400 })

    const held = planOf(all.keys(), 9, large, rules)
    const padded = planOf(all.keys(), 9, large, { ...rules, belowMinimum: 'pad' })

    expect([held.counts.hold, held.heldBecause]).toEqual([9, ['9 records, of which no 3 fit into one batch job']])
    expect([padded.ask.length, padded.later.map(part => part.ask.length)]).toEqual([1, [2, 2, 2, 2]])
  })
})

describe('what was left at a deadline', () => {
  const lates = (count: number, others = 0): RecordFacts[] => [
    ...new Array<RecordFacts>(count).fill({ ...unknown, ...late, timesLate: 1 }),
    ...new Array<RecordFacts>(others).fill(unknown)
  ]
  const ways = (all: readonly RecordFacts[], changed: Partial<PlanRules>, onDemandBefore = 0): string => {
    const some = { ...rules, minRecords: 100, maxRecords: 50_000, maxBytes: 1e9, ...changed }
    const { ask, choice, later, counts } = planOf(all.keys(), all.length, known(all, { onDemandBefore }), some)
    const parts = [{ ask, choice }, ...later].filter(part => part.ask.length > 0)
    const asked = parts.map(part => `${part.ask.length} ${part.choice.way}`)
    return [...asked, ...(counts.hold > 0 ? [`${counts.hold} held`] : [])].join(', ')
  }

  it.each<[string, readonly RecordFacts[], Partial<PlanRules>, string]>([
    ['is asked on demand', lates(50), {}, '50 on-demand'],
    ['is asked on demand whatever is to be done with too few', lates(50), { belowMinimum: 'fail' }, '50 on-demand'],
    ['goes into a new job beyond the cap', lates(50_000), {}, '200 on-demand, 49800 batch'],
    ['is held beyond the cap where it is too little', lates(250), {}, '200 on-demand, 50 held'],
    ['lets new rows go their own way', lates(50, 1), {}, '50 on-demand, 1 held'],
    ['and into their own job', lates(50, 100), {}, '50 on-demand, 100 batch'],
    ['goes into a new job with inference: batch', lates(500), { inference: 'batch' }, '500 batch'],
    ['is held with inference: batch', lates(50), { inference: 'batch' }, '50 held'],
    ['is asked on demand with inference: on-demand', lates(500), { inference: 'on-demand' }, '500 on-demand'],
    ['leaves the rest of the cap to others', lates(198, 3), { belowMinimum: 'on-demand' }, '198 on-demand, 3 held']
  ])('%s', (_what, all, changed, expected) => {
    expect(ways(all, changed)).toBe(expected)
  })

  it('counts against the cap what the pass asked before', () => {
    expect(ways(lates(500), {}, 150)).toBe('50 on-demand, 450 batch')
    expect(ways(lates(500), {}, 300)).toBe('500 batch')
  })

  it('is asked a bounded number of times, however often its job is late or fails', () => {
    fc.assert(
      fc.property(anyRules, fc.infiniteStream(fc.boolean()), (some, dice) => {
        fc.pre(['auto', 'none', 'stopped'].includes(some.retry))
        let facts: RecordFacts = unknown
        let asked = 0
        while (asked < 100 && ['ask', 'ask again'].includes(decide(facts, some))) {
          asked++
          const { attempts, timesLate = 0 } = facts
          facts = dice.next().value
            ? { ...unknown, ...late, attempts, timesLate: timesLate + 1 }
            : { ...unknown, standing: 'worth-a-retry', attempts: attempts + 1, timesLate }
        }

        expect(asked).toBeLessThanOrEqual(2 * some.retries + 3)
      })
    )
  })
})
