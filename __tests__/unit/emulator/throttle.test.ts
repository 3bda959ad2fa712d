import { describe, expect, it } from '@jest/globals'
import { Throttle } from '../../../src/emulator/throttle.ts'

const passes = (throttle: Throttle, times: number): boolean[] =>
  Array.from({ length: times }, () => 'leave' in throttle.enter())

describe('Throttle', () => {
  it('lets through so many a second, and as many at once', () => {
    let now = 0
    const throttle = new Throttle({ perSecond: 2 }, () => now)

    const atOnce = passes(throttle, 3)
    now += 500
    const later = passes(throttle, 2)
    now += 60_000
    const muchLater = passes(throttle, 3)

    expect([atOnce, later, muchLater]).toEqual([
      [true, true, false],
      [true, false],
      [true, true, false]
    ])
  })

  it('lets so many be under way, until one leaves', () => {
    const throttle = new Throttle({ concurrent: 1 }, () => 0)
    const first = throttle.enter()

    const meanwhile = throttle.enter()
    if ('leave' in first) {
      first.leave()
      first.leave()
    }

    expect(meanwhile).toEqual({ retryAfterSeconds: 1 })
    expect(passes(throttle, 2)).toEqual([true, false])
  })

  it('tells when to come again', () => {
    const slow = new Throttle({ perSecond: 0.1 }, () => 0)
    const told = new Throttle({ perSecond: 0.1, retryAfterSeconds: 3 }, () => 0)
    passes(slow, 1)
    passes(told, 1)

    expect([slow.enter(), told.enter()]).toEqual([{ retryAfterSeconds: 10 }, { retryAfterSeconds: 3 }])
  })
})
