import { describe, expect, it } from '@jest/globals'
import { systemClock } from '../../../src/node/clock.ts'

describe('The clock', () => {
  it('sleeps for as long as it is told', async () => {
    const before = systemClock.now()

    await systemClock.sleep(30)

    expect(systemClock.now() - before).toBeGreaterThanOrEqual(28)
  })

  it('wakes early, without an error, when the signal fires', async () => {
    const cancelled = new AbortController()
    const before = systemClock.now()
    setTimeout(() => cancelled.abort(), 20)

    await systemClock.sleep(60_000, cancelled.signal)
    await systemClock.sleep(60_000, cancelled.signal)

    expect(systemClock.now() - before).toBeLessThan(10_000)
  })

  it('throws dice from 0 up to 1', () => {
    const thrown = Array.from({ length: 50 }, () => systemClock.random())

    expect(thrown.every(value => value >= 0 && value < 1)).toBe(true)
    expect(new Set(thrown).size).toBeGreaterThan(1)
  })
})
