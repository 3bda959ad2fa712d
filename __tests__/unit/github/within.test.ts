import { describe, expect, it } from '@jest/globals'
import { within } from '../../../src/github/within.ts'
import { quickClock } from './ledger-world.ts'

describe('a bound on waiting', () => {
  it('gives what the work gives, and stops its clock', async () => {
    let stopped = false
    const clock = {
      ...quickClock,
      sleep: (ms: number, signal?: AbortSignal) => {
        signal?.addEventListener('abort', () => (stopped = true))
        return quickClock.sleep(ms, signal)
      }
    }

    expect(await within(60_000, clock, Promise.resolve(7))).toBe(7)
    expect(stopped).toBe(true)
  })

  it('passes a failure on', async () => {
    await expect(within(60_000, quickClock, Promise.reject(new Error('no')))).rejects.toThrow('no')
  })

  it('ends when the time is over', async () => {
    await expect(within(10, quickClock, new Promise(() => undefined))).rejects.toThrow('longer than 0 s')
  })
})
