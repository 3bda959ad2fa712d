import { describe, expect, it } from '@jest/globals'
import { randomFrom } from '../../src/emulator/random.ts'
import { pairwise, product } from '../../src/prove/pairwise.ts'

const factors = { size: [1, 2, 3, 4], colour: ['red', 'green', 'blue'], open: [true, false], late: [0, 5] } as const
const names = Object.keys(factors) as (keyof typeof factors)[]

describe('Pairwise combinations', () => {
  it('hold every pair of choices, in far fewer rows than there are combinations', () => {
    const rows = pairwise(factors, randomFrom(1))

    const met = new Set(
      rows.flatMap(row => names.flatMap(one => names.map(other => `${one} ${row[one]} ${other} ${row[other]}`)))
    )
    const missing = names.flatMap((one, index) =>
      names
        .slice(index + 1)
        .flatMap(other =>
          factors[one].flatMap(first => factors[other].map(second => `${one} ${first} ${other} ${second}`))
        )
        .filter(pair => !met.has(pair))
    )
    expect(missing).toEqual([])
    expect(rows.length).toBeLessThan(product(factors).length / 2)
  })

  it('are the same for the same random numbers', () => {
    expect(pairwise(factors, randomFrom(7))).toEqual(pairwise(factors, randomFrom(7)))
  })
})

describe('All combinations', () => {
  it('are as many as the choices multiply to, each once', () => {
    const rows = product(factors)

    expect(new Set(rows.map(row => JSON.stringify(row))).size).toBe(48)
  })
})
