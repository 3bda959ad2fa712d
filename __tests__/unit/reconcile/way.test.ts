import { describe, expect, it } from '@jest/globals'
import { chooseWay, type Load, type WayRules } from '../../../src/reconcile/way.ts'

const rules: WayRules = { inference: 'auto', belowMinimum: 'on-demand', minRecords: 100, onDemandRecords: 200 }

function way(load: Partial<Load>, changed: Partial<WayRules> = {}): string {
  return chooseWay({ records: 0, ...load }, { ...rules, ...changed }).way
}

describe('a model that AWS lists no batch for', () => {
  it.each([
    [5, 'on-demand'],
    [200, 'on-demand'],
    [201, 'hold'],
    [100_000, 'hold']
  ])('is asked %d records: %s', (records, expected) => {
    expect(way({ records }, { noBatch: true })).toBe(expected)
  })

  it('says how all of them are asked', () => {
    const { why } = chooseWay({ records: 201 }, { ...rules, noBatch: true })

    expect(why).toMatch(/AWS lists no batch for this model, .*inference: on-demand asks all of them/)
  })

  it.each([
    ['batch', 'batch'],
    ['on-demand', 'on-demand']
  ] as const)('is asked as the spec says with inference: %s', (inference, expected) => {
    expect(way({ records: 1000 }, { noBatch: true, inference })).toBe(expected)
  })
})

describe('any other model', () => {
  it.each<[Partial<Load>, Partial<WayRules>, string]>([
    [{ records: 100 }, {}, 'batch'],
    [{ records: 99 }, {}, 'on-demand'],
    [{ records: 99 }, { onDemandRecords: 50 }, 'hold'],
    [{ records: 99 }, { belowMinimum: 'pad' }, 'pad'],
    [{ records: 99 }, { inference: 'batch' }, 'hold'],
    [{ records: 100, isUnfit: true }, {}, 'on-demand'],
    [{ records: 100, isUnfit: true }, { belowMinimum: 'fail' }, 'fail'],
    [{ records: 99, before: 101 }, {}, 'on-demand'],
    [{ records: 99, before: 102 }, {}, 'hold'],
    [{ records: 99, before: 102 }, { inference: 'on-demand' }, 'on-demand']
  ])('is asked %j with %j: %s', (load, changed, expected) => {
    expect(way(load, changed)).toBe(expected)
  })
})

describe('limits.onDemandRecords', () => {
  it.each([
    [50, 150, {}, undefined],
    [50, 151, {}, true],
    [99, 151, { onDemandRecords: 98 }, undefined],
    [150, 100, { noBatch: true }, true]
  ] as const)('of %i records after %i with %j: held by this pass alone? %s', (records, before, changed, forNow) => {
    expect(chooseWay({ records, before }, { ...rules, ...changed }).forNow).toBe(forNow)
  })

  it('is named with what was asked before', () => {
    const { why } = chooseWay({ records: 5, before: 196 }, rules)

    expect(why).toBe(
      '5 of at least 100 records for a batch job; with the 196 asked before, more than limits.onDemandRecords (200) in one pass'
    )
  })
})
