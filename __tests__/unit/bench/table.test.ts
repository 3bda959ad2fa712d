import { describe, expect, it } from '@jest/globals'
import type { Run } from '../../../src/bench/measure.ts'
import { flat, grouped, median, table, workTable, workVerdicts } from '../../../src/bench/table.ts'

const run = (seconds: number, peakRssMb: number): Run => ({ seconds, cpuSeconds: seconds / 2, peakRssMb, said: [] })

describe('table', () => {
  it('aligns names to the left and figures to the right', () => {
    const text = table(
      ['', 'MB'],
      [
        ['a.js', '1.25'],
        ['together', '10.5']
      ]
    )

    expect(text).toBe('|          |   MB |\n|----------|-----:|\n| a.js     | 1.25 |\n| together | 10.5 |')
  })
})

describe('workTable', () => {
  it('gives rates of the larger run, and how much faster than the baseline a way is', () => {
    const byHand = { name: 'by hand', few: run(1, 100), many: run(8, 120) }
    const ours = { name: 'ours', few: run(1, 90), many: run(4, 95) }

    const text = workTable({ items: 1000, bytes: 8e6, fewItems: 100 }, [byHand, ours], byHand)

    expect(text.split('\n').at(-1)).toMatch(
      /^\| ours +\| +4\.0 s \| +250 \| +2 \| 2\.0 s \| +90 MB \| +95 MB \| +2\.00 \|$/
    )
  })
})

describe('workVerdicts', () => {
  it('misses each target on its own', () => {
    const byHand = { name: 'by hand', few: run(1, 100), many: run(8, 120) }
    const slow = { name: 'ours', few: run(1, 90), many: run(10, 95) }
    const large = { name: 'ours', few: run(1, 250), many: run(5, 300) }
    const growing = { name: 'ours', few: run(1, 90), many: run(5, 200) }

    const missed = [slow, large, growing].map(way => workVerdicts(way, byHand).map(line => line.startsWith('MISSED')))

    expect(missed).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true]
    ])
  })
})

describe('grouped', () => {
  it.each([
    [7, '7'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567']
  ])('writes %d as %s', (number, text) => {
    expect(grouped(number)).toBe(text)
  })
})

describe('flat', () => {
  it('tells of the way that grows most', () => {
    const steady = { name: 'steady', few: run(1, 100), many: run(1, 110) }
    const growing = { name: 'growing', few: run(1, 100), many: run(1, 180) }

    const told = [flat([steady]), flat([steady, growing], 'four times the pictures')]

    expect(told).toEqual([
      'met     memory flat (at most 1.5 times for ten times the rows): 1.10 times',
      'MISSED  memory flat (at most 1.5 times for four times the pictures): 1.80 times, growing'
    ])
  })
})

describe('median', () => {
  it.each([
    [[], 0],
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 3]
  ])('of %j is %d', (numbers, middle) => {
    expect(median(numbers)).toBe(middle)
  })
})
