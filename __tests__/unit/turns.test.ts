import { describe, expect, it } from '@jest/globals'
import { groupedLog, Turns } from '../../src/turns.ts'
import { StillClock } from '../support/still-clock.ts'
import { ToldLog } from '../support/told-log.ts'

describe('Passes that take turns', () => {
  it('begin one after the other, and go on while others rest, never two at a time', async () => {
    const clock = new StillClock()
    const turns = new Turns(clock)
    const told: string[] = []
    const pass = (name: string) => async (): Promise<string> => {
      const turn = turns.turnOf(() => told.push(`${name} rests`))
      for (let round = 1; round <= 2; round++) {
        told.push(`${name} ${round}`)
        await new Promise(resolve => setImmediate(resolve))
        told.push(`${name} ${round} done`)
        await turn.rest(1000, new AbortController().signal)
      }
      return name
    }

    const ended = await Promise.all(['a', 'b', 'c'].map(name => turns.work(pass(name))))

    expect(ended).toEqual(['a', 'b', 'c'])
    expect(told.slice(0, 9)).toEqual(['a', 'b', 'c'].flatMap(name => [`${name} 1`, `${name} 1 done`, `${name} rests`]))
    for (const [number, line] of told.entries())
      if (/^. .$/.test(line)) expect(told.slice(number + 1, number + 3)).toEqual([`${line} done`, `${line[0]} rests`])
  })

  it('go on where one of them breaks', async () => {
    const turns = new Turns(new StillClock())

    const ended = await Promise.allSettled([
      turns.work(() => Promise.reject(new Error('broken'))),
      turns.work(async () => 'well')
    ])

    expect(ended.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })

  it('wait until one and the same instant', () => {
    const clock = new StillClock(1000)
    const turns = new Turns(clock)
    const first = turns.turnOf(() => undefined).waitUntil(500)
    clock.time += 300

    expect([first, turns.turnOf(() => undefined).waitUntil(500)]).toEqual([1500, 1500])
  })
})

describe('The log of one of several passes', () => {
  it('opens its group again for what comes after it was closed, and for nothing else', () => {
    const log = new ToldLog()
    const grouped = groupedLog(log, 'shoes')
    grouped.info('one')
    grouped.close()
    grouped.close()
    const quiet = log.lines.length

    grouped.info('two')
    grouped.info('three')

    expect(quiet).toBe(2)
    expect(log.lines).toEqual(['shoes', 'one', 'shoes', 'two', 'three'])
  })
})
