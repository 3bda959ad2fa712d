import { describe, expect, it } from '@jest/globals'
import { Faults, type RequestInfo } from '../../../src/emulator/faults.ts'

const request = (number: number, operation = 'GetObject'): RequestInfo => ({
  number,
  operation,
  service: 's3',
  method: 'GET',
  path: '/b/k'
})

describe('Faults', () => {
  it('strikes the request of a number, and no other', () => {
    const faults = new Faults()
    faults.add({ when: 2, do: 'drop-before' })

    const struck = [1, 2, 3].map(number => faults.strike(request(number)).action)

    expect(struck).toEqual([undefined, 'drop-before', undefined])
  })

  it('is used up after its times, then the next rule has its turn', () => {
    const faults = new Faults()
    const every = (): boolean => true
    faults.add({ when: every, times: 2, do: 'half-body' })
    faults.add({ when: every, do: 'apply-then-drop' })

    const struck = [1, 2, 3].map(number => faults.strike(request(number)).action)

    expect(struck).toEqual(['half-body', 'half-body', 'apply-then-drop'])
  })

  it('adds up waits with whatever else strikes', () => {
    const faults = new Faults()
    faults.add({ when: info => info.service === 's3', do: { delayMs: 5 } })
    faults.add({ when: 1, do: { delayMs: 7 } })
    faults.add({ when: 1, do: { status: 503, code: 'SlowDown', message: 'slow' } })

    expect(faults.strike(request(1))).toMatchObject({
      delayMs: 12,
      action: { status: 503, code: 'SlowDown', message: 'slow' }
    })
    expect(faults.strike(request(2))).toMatchObject({ delayMs: 5, action: undefined })
  })

  it('forgets a rule that is taken away, and all when cleared', () => {
    const faults = new Faults()
    const remove = faults.add({ when: 1, do: 'drop-before' })
    faults.add({ when: 2, do: 'drop-before' })

    remove()
    const first = faults.strike(request(1)).action
    faults.clear()

    expect([first, faults.strike(request(2)).action]).toEqual([undefined, undefined])
  })

  it('throttles by a clock of its own, tells when to come again, and lets other rules strike as well', () => {
    let now = 0
    const faults = new Faults(() => now)
    faults.add({ when: () => true, do: { throttle: { perSecond: 1 } } })
    faults.add({ when: 3, do: 'half-body' })

    const struck = [1, 2].map(number => faults.strike(request(number)).action)
    now += 1000
    const later = faults.strike(request(3)).action

    expect(struck).toEqual([
      undefined,
      {
        status: 429,
        code: 'ThrottlingException',
        message: 'Too many requests, please wait before trying again.',
        headers: { 'retry-after': '1' }
      }
    ])
    expect(later).toBe('half-body')
  })

  it('counts a request as under way until it is over', () => {
    const faults = new Faults(() => 0)
    faults.add({ when: () => true, do: { throttle: { concurrent: 1, retryAfterSeconds: 0 } } })

    const first = faults.strike(request(1))
    const second = faults.strike(request(2)).action
    first.over()

    expect(second).toMatchObject({ status: 429 })
    expect(second).not.toHaveProperty('headers')
    expect(faults.strike(request(3)).action).toBeUndefined()
  })
})
