import { describe, expect, it } from '@jest/globals'
import { manualClock, realClock } from '../../../src/emulator/clock.ts'

describe('manualClock', () => {
  it('runs what falls due in the order of its instants, at its own instant, with what it brings about', async () => {
    const clock = manualClock(1000)
    const told: string[] = []
    clock.at(1300, () => void told.push(`b ${clock.now()}`))
    clock.at(1100, async () => {
      told.push(`a ${clock.now()}`)
      await Promise.resolve()
      clock.at(1200, () => void told.push(`child ${clock.now()}`))
    })
    clock.at(1301, () => void told.push('later'))

    await clock.advance(300)

    expect(told).toEqual(['a 1100', 'child 1200', 'b 1300'])
    expect(clock.now()).toBe(1300)
  })

  it('runs tasks of one instant in the order in which they came', async () => {
    const clock = manualClock(0)
    const told: number[] = []
    for (const i of [1, 2, 3]) clock.at(10, () => void told.push(i))

    await clock.advance(10)

    expect(told).toEqual([1, 2, 3])
  })

  it('forgets what is cancelled, and everything when closed', async () => {
    const clock = manualClock(0)
    const told: string[] = []
    clock.at(1, () => void told.push('cancelled'))()
    clock.at(5, () => void told.push('closed'))

    await clock.advance(2)
    clock.close()
    await clock.advance(10)

    expect(told).toEqual([])
  })
})

describe('realClock', () => {
  it('runs a task when its time has come, also one that is past', async () => {
    const clock = realClock()
    const began = Date.now()

    await new Promise<void>(resolve => clock.at(Date.now() - 5, resolve))
    await new Promise<void>(resolve => {
      clock.at(Date.now() + 20, resolve)
      // Its own timers hold no process open, so this one does.
      setTimeout(() => undefined, 100).hasRef()
    })

    expect(Date.now() - began).toBeGreaterThanOrEqual(19)
  })

  it('runs nothing that was cancelled or that it was closed before', async () => {
    const clock = realClock()
    const told: string[] = []
    clock.at(Date.now() + 5, () => void told.push('cancelled'))()
    clock.at(Date.now() + 5, () => void told.push('closed'))
    clock.close()

    await new Promise(resolve => setTimeout(resolve, 25))

    expect(told).toEqual([])
  })
})
