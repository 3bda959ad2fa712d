import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { nextTime } from '../../../src/github/cron.ts'

// A Friday.
const now = Date.parse('2026-11-20T13:45:30Z')

describe('the next time of a cron line', () => {
  it.each([
    ['17 * * * *', '2026-11-20T14:17:00Z'],
    ['45 13 * * *', '2026-11-21T13:45:00Z'],
    ['46 13 * * *', '2026-11-20T13:46:00Z'],
    ['*/15 * * * *', '2026-11-20T14:00:00Z'],
    ['7/20 9 * * *', '2026-11-21T09:07:00Z'],
    ['0 6,18 * * *', '2026-11-20T18:00:00Z'],
    ['30 5 * * 1-5', '2026-11-23T05:30:00Z'],
    ['0 0 * * SUN', '2026-11-22T00:00:00Z'],
    ['0 0 1 jan *', '2027-01-01T00:00:00Z'],
    ['0 0 29 2 *', '2028-02-29T00:00:00Z'],
    ['0 0 13 * FRI', '2026-11-27T00:00:00Z'],
    ['0 0 */10 * 1', '2026-12-21T00:00:00Z']
  ])('%s is %s', (line, expected) => {
    expect(new Date(nextTime(line, now) ?? NaN).toISOString()).toBe(expected.replace('Z', '.000Z'))
  })

  it.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 8',
    '5-1 * * * *',
    '*/0 * * * *',
    '@daily',
    'a * * * *',
    '0 0 30 2 *'
  ])('is none for %p', line => {
    expect(nextTime(line, now)).toBeUndefined()
  })

  it('is later than now, on the minute, and the first that fits', () => {
    const value = (low: number, high: number): fc.Arbitrary<string> =>
      fc.oneof(fc.constant('*'), fc.integer({ min: low, max: high }).map(String))
    fc.assert(
      fc.property(value(0, 59), value(0, 23), fc.integer({ min: 0, max: 2 ** 41 }), (minute, hour, from) => {
        const next = nextTime(`${minute} ${hour} * * *`, from) ?? NaN

        const fits = (time: number): boolean => {
          const date = new Date(time)
          return (
            (minute === '*' || date.getUTCMinutes() === Number(minute)) &&
            (hour === '*' || date.getUTCHours() === Number(hour))
          )
        }
        let expected = Math.floor(from / 60_000) * 60_000 + 60_000
        while (!fits(expected)) expected += 60_000
        expect(next).toBe(expected)
      }),
      { numRuns: 50 }
    )
  })
})
