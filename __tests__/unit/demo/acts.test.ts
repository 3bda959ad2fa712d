import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { roundPopulations } from '../../../src/demo/acts.ts'

const countries = readFileSync('examples/world/data/countries.csv', 'utf8')
const read = (csv: string) => parse<Record<string, string>>(csv, { columns: true })

describe('roundPopulations', () => {
  it('changes the populations of ten rows by less than a twentieth, and nothing else', () => {
    const before = read(countries)

    const after = read(roundPopulations(countries))

    const changed = after.flatMap((row, index) =>
      JSON.stringify(row) === JSON.stringify(before[index]) ? [] : [{ row, old: before[index]! }]
    )
    expect(changed).toHaveLength(10)
    for (const { row, old } of changed) {
      expect({ ...row, population: '' }).toEqual({ ...old, population: '' })
      expect(Math.abs(Number(row['population']) / Number(old['population']) - 1)).toBeLessThan(0.05)
    }
  })
})
