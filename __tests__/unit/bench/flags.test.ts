import { describe, expect, it } from '@jest/globals'
import { chapters, readFlags, usage } from '../../../src/bench/flags.ts'

const usual = {
  rows: 1_000_000,
  records: 10_000,
  pictures: 200,
  'table-rows': 300_000,
  questions: 100,
  files: 10_000
}

describe('readFlags', () => {
  it('measures everything in full size when nothing is said', () => {
    const flags = readFlags([], 'dist/index.js')

    expect(flags).toEqual({ ...usual, only: new Set(chapters), entry: 'dist/index.js' })
  })

  it('takes chapters in any order, and sizes', () => {
    const words = ['--rows', '5000', '--table-rows', '2000', '--only', 'size,prepare', '--entry', 'src/main.ts']

    const flags = readFlags(words, 'dist/index.js')

    expect(flags).toEqual({
      ...usual,
      rows: 5000,
      'table-rows': 2000,
      only: new Set(['prepare', 'size']),
      entry: 'src/main.ts'
    })
  })

  it.each([
    [['--rows', '10'], '--rows must be a whole number from 1000, not 10'],
    [['--rows', 'many'], '--rows must be a whole number from 1000, not many'],
    [['--pictures', '2.5'], '--pictures must be a whole number from 20, not 2.5'],
    [['--only', 'size,speed'], `--only knows ${chapters.join(', ')}, not speed`]
  ])('refuses %j', (words, message) => {
    expect(() => readFlags(words, 'dist/index.js')).toThrow(message)
  })

  it('says all that it takes', () => {
    expect(readFlags(['--help'], 'dist/index.js')).toBe('help')
    for (const word of [...chapters, ...Object.keys(usual).map(name => `--${name}`)]) expect(usage).toContain(word)
  })
})
