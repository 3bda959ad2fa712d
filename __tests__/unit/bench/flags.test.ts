import { describe, expect, it } from '@jest/globals'
import { readFlags } from '../../../src/bench/flags.ts'

describe('readFlags', () => {
  it('measures everything at a million rows when nothing is said', () => {
    const flags = readFlags([], 'dist/index.js')

    expect(flags).toEqual({
      rows: 1_000_000,
      only: new Set(['prepare', 'collect', 'start', 'size']),
      entry: 'dist/index.js'
    })
  })

  it('takes parts in any order', () => {
    const flags = readFlags(['--rows', '5000', '--only', 'size,prepare', '--entry', 'src/main.ts'], 'dist/index.js')

    expect(flags).toEqual({ rows: 5000, only: new Set(['prepare', 'size']), entry: 'src/main.ts' })
  })

  it.each([
    [['--rows', '10'], '--rows must be a whole number from 1000, not 10'],
    [['--rows', 'many'], '--rows must be a whole number from 1000, not many'],
    [['--only', 'size,speed'], '--only knows prepare, collect, start, size, not speed']
  ])('refuses %j', (words, message) => {
    expect(() => readFlags(words, 'dist/index.js')).toThrow(message)
  })
})
