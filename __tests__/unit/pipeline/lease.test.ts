import { describe, expect, it } from '@jest/globals'
import { checkState, isLeaseFree, nonceFor, takeLease } from '../../../src/pipeline/lease.ts'
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
  const nonce = nonceFor(who, outside.clock)
  return takeLease({ store: outside.store, owner: who, hasEnded: async () => ended, nonce })
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

  it('is renewed by itself for as long as it is held, and no longer', async () => {
    await using outside = new Outside()
    const first = held(await take(outside, owner('1')))
    for (let minute = 0; minute < 25; minute++) await outside.clock.sleep(60_000)

    const meanwhile = await take(outside, owner('2'))
    await first.release()
    const released = outside.bucket.textOf(outside.store.keys.lease)
    await outside.clock.sleep(300_000)

    expect(meanwhile).toHaveProperty('heldBy')
    expect(outside.bucket.textOf(outside.store.keys.lease)).toBe(released)
  })

  it('goes on being renewed after a renewal that failed', async () => {
    await using outside = new Outside()
    await take(outside, owner('1'))
    let trouble = 0
    outside.bucket.trouble = operation => {
      if (operation === 'put' && ++trouble === 2) throw new Error('S3 stumbles')
    }

    for (let minute = 0; minute < 12; minute++) await outside.clock.sleep(60_000)
    outside.bucket.trouble = () => undefined

    expect(trouble).toBeGreaterThan(2)
    expect(await take(outside, owner('2'))).toHaveProperty('heldBy')
  })

  it('is asked about in S3 only where its last renewal is a while ago', async () => {
    await using outside = new Outside()
    const first = held(await take(outside, owner('1')))
    let reads = 0
    outside.bucket.trouble = operation => {
      if (operation === 'get') reads++
    }

    const soon = await first.isHeld()
    const before = reads
    // As on a machine that was suspended: nothing was renewed meanwhile, and another pass came.
    outside.clock.time += settleMs + 1000
    await take(outside, owner('2'))
    const late = await first.isHeld()

    expect([soon, before, late]).toEqual([true, 0, false])
  })

  it('is given back also where the answer to the last renewal was lost', async () => {
    await using outside = new Outside()
    const first = held(await take(outside, owner('1')))
    const put = outside.bucket.put.bind(outside.bucket)
    outside.bucket.put = async (...asked) => {
      await put(...asked)
      throw new Error('no answer')
    }
    outside.clock.time += 1000
    await first.renew().catch(() => undefined)
    outside.bucket.put = put

    await first.release()

    expect(await take(outside, owner('2'))).toHaveProperty('lease')
  })

  it('is taken again by the pass that could not give it back', async () => {
    await using outside = new Outside()
    const { store } = outside
    const request = { store, owner: owner('1'), hasEnded: async () => false, nonce: 'own' }
    await takeLease(request)

    const again = await takeLease(request)
    await held(again).release()

    expect(await held(await takeLease(request)).renew()).toBe(true)
  })

  it.each(['x is done\n::error::evil', `https://example.org/${'a'.repeat(400)}`, 'https://example.org/\u001b[31m', ''])(
    'does not repeat what is no address of a workflow run: %#',
    async runUrl => {
      await using outside = new Outside()
      await take(outside, { ...owner('1'), runUrl })

      expect(await take(outside, owner('2'))).toEqual({ heldBy: 'another pass' })
    }
  )

  it('counts as held until it is old where nobody can read it', async () => {
    await using outside = new Outside()
    await outside.bucket.put(outside.store.keys.lease, 'no JSON')

    const soon = await take(outside, owner('2'))
    outside.clock.time += settleMs + 1000
    const late = await take(outside, owner('2'))

    expect(soon).toEqual({ heldBy: 'another pass' })
    expect(late).toHaveProperty('lease')
  })

  it.each<[string, (outside: Outside) => Promise<unknown>, boolean]>([
    ['was never taken', async () => undefined, true],
    ['is held', outside => take(outside, owner('1')), false],
    ['was released', async outside => held(await take(outside, owner('1'))).release(), true]
  ])('that %s is free: %#', async (_what, before, isFree) => {
    await using outside = new Outside()
    await before(outside)
    const { store } = outside

    expect(await isLeaseFree({ store, owner: owner('2'), hasEnded: async () => undefined, nonce: 'own' })).toBe(isFree)
  })
})

describe('The state below a prefix', () => {
  it.each([
    ['of no schema', undefined],
    ['of no lease that can be read', 'no JSON'],
    ['of schema 1', '{"schema":1}']
  ])('%s is read', async (_what, lease) => {
    await using outside = new Outside()
    if (lease !== undefined) await outside.bucket.put(outside.store.keys.lease, lease)

    await expect(checkState(outside.store)).resolves.toBeUndefined()
  })

  it('of a newer schema is refused with a remedy, also by whoever would take the lease', async () => {
    await using outside = new Outside()
    await outside.bucket.put(outside.store.keys.lease, '{"schema":2,"released":true}')
    const refusal = {
      code: 'bad-state',
      message: expect.stringMatching(/^s3:\/\/b\/p\/[0-9a-f]{8}\/ has state of schema 2/),
      remedy: expect.stringContaining('newer')
    }

    await expect(checkState(outside.store)).rejects.toMatchObject(refusal)
    await expect(take(outside, owner('2'))).rejects.toMatchObject(refusal)
    expect(outside.bucket.textOf(outside.store.keys.lease)).toContain('"schema":2')
  })
})
