import { describe, expect, it } from '@jest/globals'
import { takeLease } from '../../../src/pipeline/lease.ts'
import type { Lease, Taking } from '../../../src/pipeline/lease.ts'
import { settleMs } from '../../../src/pipeline/observe.ts'
import type { LeaseOwner } from '../../../src/ports.ts'
import { Outside } from './outside.ts'

const owner = (runId: string, runAttempt = '1'): LeaseOwner => ({
  runId,
  runAttempt,
  runUrl: `https://example.org/${runId}`
})

function take(outside: Outside, who: LeaseOwner, ended?: boolean): Promise<Taking> {
  // Each pass throws its own dice; here the clock makes the difference.
  outside.clock.time++
  return takeLease({ store: outside.store, owner: who, hasEnded: async () => ended })
}

function held(taking: Taking): Lease {
  if ('heldBy' in taking) throw new Error(`held by ${taking.heldBy}`)
  return taking.lease
}

describe('The lease', () => {
  it('is held by one pass at a time', async () => {
    await using outside = new Outside()

    const first = await take(outside, owner('1'))
    const second = await take(outside, owner('2'))

    expect(await held(first).renew()).toBe(true)
    expect(second).toEqual({ heldBy: 'https://example.org/1' })
  })

  it('is free at once when it was released', async () => {
    await using outside = new Outside()
    const first = held(await take(outside, owner('1')))

    await first.release()
    const second = held(await take(outside, owner('2')))

    expect(await second.renew()).toBe(true)
    expect(await first.renew()).toBe(false)
  })

  it.each([
    ['its owner’s workflow run has ended', owner('2'), true, 0],
    ['it was not renewed for the time of settling', owner('2'), undefined, settleMs + 1000],
    ['its owner was an earlier attempt of this workflow run', owner('1', '2'), undefined, 0]
  ])('is taken over where %s, and the first pass hears of it', async (_what, who, ended, later) => {
    await using outside = new Outside()
    const first = held(await take(outside, owner('1')))
    outside.clock.time += later

    const second = held(await take(outside, who, ended))

    expect(await second.renew()).toBe(true)
    expect(await first.renew()).toBe(false)
    await first.release()
    expect(await second.renew()).toBe(true)
  })

  it.each([
    ['nobody can tell whether its owner has ended', owner('2'), undefined],
    ['its owner goes on', owner('2'), false],
    ['a later attempt of this workflow run holds it', owner('1', '0'), undefined]
  ])('is left where %s', async (_what, who, ended) => {
    await using outside = new Outside()
    await take(outside, owner('1'))

    expect(await take(outside, who, ended)).toHaveProperty('heldBy')
  })

  it('stays with whoever renews it', async () => {
    await using outside = new Outside()
    const first = held(await take(outside, owner('1')))
    outside.clock.time += settleMs - 1000
    await first.renew()
    outside.clock.time += settleMs - 1000

    const second = await take(outside, owner('2'))

    expect(second).toHaveProperty('heldBy')
  })

  it('is recognised as ours where the answer to our own write was lost', async () => {
    await using outside = new Outside()
    const { bucket } = outside
    const put = bucket.put.bind(bucket)
    let lost = false
    bucket.put = async (...asked) => {
      const outcome = await put(...asked)
      if (lost) return outcome
      // The write took effect, its repetition is refused.
      lost = true
      return put(...asked)
    }

    expect(await held(await take(outside, owner('1'))).renew()).toBe(true)
  })

  it('counts as held until it is old where nobody can read it', async () => {
    await using outside = new Outside()
    await outside.bucket.put(outside.store.keys.lease, 'no JSON')

    const soon = await take(outside, owner('2'))
    outside.clock.time += settleMs + 1000
    const late = await take(outside, owner('2'))

    expect(soon).toEqual({ heldBy: 'another pass' })
    expect(late).toHaveProperty('lease')
  })
})
