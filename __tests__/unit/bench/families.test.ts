import { describe, expect, it } from '@jest/globals'
import { sampleOf } from '../../../src/bench/family-sample.ts'
import { benchFamilies, familyReport } from '../../../src/bench/families.ts'
import type { FamilySpeed } from '../../../src/bench/families.ts'
import { families } from '../../../src/models/registry.ts'

/** Microseconds for a record of a thousand bytes. */
const speed = (family: string, render: number, parse: number, whole: number): FamilySpeed => ({
  family,
  answers: 'text',
  bytes: 1000,
  render: render / 1e6,
  parse: parse / 1e6,
  whole: whole / 1e6
})

const cellsOf = (line: string): string[] => line.split('|').map(cell => cell.trim())

describe('familyReport', () => {
  it('sorts by speed, and compares with the slowest and with the one in the middle', () => {
    const report = familyReport([speed('slow', 6, 4, 20), speed('quick', 1, 1, 5), speed('usual', 3, 2, 10)], 100)

    const rows = report.split('\n').filter(line => /^\| \w/.test(line))
    expect(rows.map(cellsOf)).toEqual([
      ['', 'quick', 'text', '1,000,000', '1,000,000', '500,000', '5.00', '2.50', '1,000', '200,000', '200', ''],
      ['', 'usual', 'text', '333,333', '500,000', '200,000', '2.00', '1.00', '1,000', '100,000', '100', ''],
      ['', 'slow', 'text', '166,667', '250,000', '100,000', '1.00', '0.50', '1,000', '50,000', '50', '']
    ])
    expect(report).not.toContain('MISSED')
  })

  it('names those that miss a target', () => {
    const usual = ['a', 'b', 'c'].map(name => speed(name, 1, 1, 10))

    const report = familyReport([speed('lame', 40, 20, 90), speed('odd', 1, 1, 500), ...usual], 100)

    expect(report).toContain('MISSED  no family under 20,000 records/s, rendered and parsed: lame')
    expect(report).toContain('MISSED  none 10 times as slow as the median, byte by byte: odd')
  })
})

it('measures every family that it is given, however few records it is given', async () => {
  const samples = families.slice(0, 2).map(sampleOf)

  const report = await benchFamilies(7, samples)

  const rows = report.split('\n').filter(line => /^\| \w/.test(line))
  expect(rows.map(row => cellsOf(row)[1]).sort()).toEqual(samples.map(({ family }) => family.name).sort())
  expect(report).not.toMatch(/NaN|undefined/)
})
