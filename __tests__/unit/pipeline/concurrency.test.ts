import { describe, expect, it } from '@jest/globals'
import { Concurrency } from '../../../src/pipeline/concurrency.ts'

describe('Concurrency', () => {
  it('grows by one after a round without trouble, up to its most', () => {
    const concurrency = new Concurrency(2, 3)

    concurrency.succeeded()
    expect(concurrency.limit).toBe(2)
    concurrency.succeeded()
    expect(concurrency.limit).toBe(3)
    for (let time = 0; time < 10; time++) concurrency.succeeded()

    expect(concurrency.limit).toBe(3)
  })

  it('halves once for requests that are throttled together, and waits as long as the longest asks', () => {
    const concurrency = new Concurrency(8)

    concurrency.throttled(1000, 500)
    concurrency.throttled(1100, 200)
    concurrency.throttled(1200, 900)

    expect(concurrency.limit).toBe(4)
    expect(concurrency.pauseMs(1200)).toBe(900)
    expect(concurrency.pauseMs(5000)).toBe(0)
  })

  it('never stops altogether', () => {
    const concurrency = new Concurrency(1)

    concurrency.throttled(0, 10)
    concurrency.throttled(20, 10)

    expect(concurrency.limit).toBe(1)
  })
})
