import { describe, expect, it } from '@jest/globals'
import type { ChapterResult } from '../../src/prove/prove.ts'
import { brokenProof, sum } from '../../src/prove/result.ts'
import { closing, heading, line, mutantLine, rowOf, totalOf } from '../../src/prove/table.ts'

const { figures } = brokenProof('')

function chapter(name: string, recoveries: readonly number[]): ChapterResult {
  const all = recoveries.map(recovery => ({ ...figures, jobs: 3, kills: 1, recovery }))
  const common = { name, shows: '', findings: [], milliseconds: 1500 }
  return { ...common, histories: all.length, figures: sum(all), jobsExpected: 3 * all.length }
}

describe('The table', () => {
  it('has a column of its own for every figure', () => {
    const row = line(rowOf(chapter('kills', [1, 3])))

    expect(row.length).toBe(heading.length)
    expect(row.trim().split(/ {2,}/)).toEqual([
      'kills',
      '2',
      '2',
      '0',
      '6',
      '6',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '3 / 2.00',
      '2'
    ])
  })

  it('adds chapters up, and keeps the highest number of passes', () => {
    const total = line(totalOf([chapter('kills', [1, 3]), chapter('cuts', [2])]))

    expect(total.trim().split(/ {2,}/)).toEqual([
      'all',
      '3',
      '3',
      '0',
      '9',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '3 / 2.00',
      '3'
    ])
  })
})

describe('What is told of a mutant', () => {
  it('names the promises that it broke, each once, and where', () => {
    const violations = ['P2', 'P1', 'P2'].map(promise => ({ promise: promise as 'P1' | 'P2', what: '' }))

    const told = mutantLine({
      mutant: 'no lease',
      killer: { trial: 'undisturbed', result: { ...brokenProof(''), violations } }
    })

    expect(told.trim().split(/ {2,}/)).toEqual(['no lease', 'P1 P2', 'undisturbed'])
  })

  it('says so when it lives', () => {
    expect(mutantLine({ mutant: 'no lease', killer: undefined })).toMatch(/^ {2}no lease +ALIVE$/)
  })
})

describe('The last line', () => {
  it.each([
    [0, 'Every promise held. 2.0 minutes, 3.5 minutes of processor time.'],
    [2, '2 histories or mutants speak against a promise. 2.0 minutes, 3.5 minutes of processor time.']
  ])('of a proof with %d findings', (broken, told) => {
    expect(closing({ elapsed: 120, cpu: 210, broken })).toBe(told)
  })
})
