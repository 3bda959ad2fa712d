import { describe, expect, it } from '@jest/globals'
import { chooseWay, type Load, type WayRules } from '../../../src/reconcile/way.ts'

const rules: WayRules = { inference: 'auto', belowMinimum: 'on-demand', minRecords: 100, onDemandRecords: 200 }

function way(load: Partial<Load>, changed: Partial<WayRules> = {}): string {
  return chooseWay({ records: 0, late: 0, ...load }, { ...rules, ...changed }).way
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
    const { why } = chooseWay({ records: 201, late: 0 }, { ...rules, noBatch: true })

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
    [{ records: 500, late: 500 }, {}, 'on-demand'],
    [{ records: 500, late: 499 }, {}, 'batch'],
    [{ records: 500, late: 500 }, { inference: 'batch' }, 'batch']
  ])('is asked %j with %j: %s', (load, changed, expected) => {
    expect(way(load, changed)).toBe(expected)
  })
})
