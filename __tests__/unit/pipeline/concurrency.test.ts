import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { Concurrency } from '../../../src/pipeline/concurrency.ts'

/** Names of those that were let in, in that order. */
function arrivals(concurrency: Concurrency, ...names: readonly string[]): string[] {
  const inside: string[] = []
  for (const name of names) void concurrency.enter().then(() => inside.push(name))
  return inside
}

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

  it('goes down once for requests that were sent together, and again for one that was sent later', () => {
    const concurrency = new Concurrency(8)
    const { cuts } = concurrency

    concurrency.throttled(cuts)
    concurrency.throttled(cuts)
    expect(concurrency.limit).toBe(6)
    concurrency.throttled(concurrency.cuts)

    expect(concurrency.limit).toBe(4)
  })

  it('never stops altogether', () => {
    const concurrency = new Concurrency(2)

    for (let time = 0; time < 5; time++) concurrency.throttled(concurrency.cuts)

    expect(concurrency.limit).toBe(1)
  })

  it('lets in as many as the limit says, and the next one when one leaves', async () => {
    const concurrency = new Concurrency(2)
    const inside = arrivals(concurrency, 'a', 'b', 'c', 'd')

    await turn()
    expect(inside).toEqual(['a', 'b'])
    concurrency.leave()
    await turn()

    expect(inside).toEqual(['a', 'b', 'c'])
  })

  it('lets in another one when the limit grows, and none while more are inside than it says', async () => {
    const concurrency = new Concurrency(2)
    const inside = arrivals(concurrency, 'a', 'b', 'c', 'd')

    concurrency.succeeded()
    concurrency.succeeded()
    await turn()
    expect(inside).toEqual(['a', 'b', 'c'])
    concurrency.throttled(concurrency.cuts)
    concurrency.leave()
    await turn()

    expect(inside).toEqual(['a', 'b', 'c'])
  })
})
