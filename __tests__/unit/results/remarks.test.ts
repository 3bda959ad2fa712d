import { describe, expect, it } from '@jest/globals'
import { oddities } from '../../../src/results/remarks.ts'
import { newTally, type OutputTally } from '../../../src/results/tally.ts'

const told = (change: Partial<OutputTally>): readonly string[] =>
  oddities({ ...newTally(), outputLines: 90, errorLines: 10, ...change })

describe('what is odd about the lines of a job', () => {
  it('is nothing where every line is a record’s own', () => {
    expect(told({})).toEqual([])
  })

  it.each<[Partial<OutputTally>, RegExp]>([
    [{ duplicates: 1 }, /^1 line came for a record that had one before/],
    [{ echoDiffers: 100 }, /^100 lines came back with a question that is not the one asked/],
    [{ echoAbsent: 99 }, /^99 lines came without the question, which others brought/],
    [
      { quarantined: 3, quarantinedBy: { cut: 1, 'not-json': 2 } },
      /^3 lines came that can be no record's answer \(1 cut, 2 not-json\)/
    ]
  ])('is told of %j', (change, sentence) => {
    expect(told(change)).toEqual([expect.stringMatching(sentence)])
  })

  it('is not that a model gives no question back', () => {
    expect(told({ echoAbsent: 100 })).toEqual([])
  })
})
