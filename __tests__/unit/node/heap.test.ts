import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from '@jest/globals'

const heap = pathToFileURL(join(import.meta.dirname, '../../../src/node/heap.ts')).href

/** The most that the space for young objects takes in a process that makes and drops many of them, in MB. */
function youngSpace(before: string): number {
  const script = `
    import { setTimeout } from 'node:timers/promises'
    import { getHeapSpaceStatistics } from 'node:v8'
    ${before}
    let most = 0
    for (let round = 0; round < 100; round++) {
      const kept = []
      for (let i = 0; i < 60_000; i++) kept.push({ i, text: 'x' + i, list: [i, i + 1] })
      const { space_size } = getHeapSpaceStatistics().find(space => space.space_name === 'new_space')
      most = Math.max(most, space_size / 2 ** 20)
      await setTimeout(1)
    }
    console.log(most)`
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }))
}

describe('keepHeapSmall', () => {
  it('bounds the space for young objects, which V8 by itself lets grow further', () => {
    const left = youngSpace('')

    const kept = youngSpace(`import { keepHeapSmall } from '${heap}'; keepHeapSmall()`)

    // It may double once between two looks.
    expect(kept).toBeLessThanOrEqual(64)
    expect(kept).toBeLessThan(left)
  })
})
