import { afterAll, describe, expect, it } from '@jest/globals'
import { chapters } from '../../src/prove/chapters/all.ts'
import { executeAll } from '../../src/prove/chapters/mutants.ts'
import type { MutantName } from '../../src/prove/mutants.ts'
import { Pool } from '../../src/prove/pool.ts'
import { prove } from '../../src/prove/prove.ts'
import { trials } from '../../src/prove/trials.ts'

const pool = new Pool()
/** Far more than a sample takes, for a machine that does something else as well. */
const time = 300_000

afterAll(() => pool[Symbol.asyncDispose]())

describe('A sample of the proof', () => {
  it.each(chapters.filter(chapter => chapter.name !== 'trials of the mutants'))(
    'keeps every promise: $name',
    async chapter => {
      const { histories, figures, findings } = await prove(chapter, { seed: 1, brief: true, run: pool.run })

      expect(findings.map(({ history, result }) => [JSON.stringify(history), result.violations])).toEqual([])
      expect(histories).toBeGreaterThanOrEqual(4)
      expect([figures.paidTwice, figures.lost, figures.false, figures.secrets]).toEqual([0, 0, 0, 0])
    },
    time
  )

  it(
    'keeps every promise: a create that arrives when its records have been asked elsewhere costs nothing and fails nothing',
    async () => {
      const { violations } = await pool.run(trials['Create takes effect when other rows took its place'])

      expect(violations).toEqual([])
    },
    time
  )

  it.each<[MutantName, string]>([
    ['no answer means failed', 'P1'],
    ['ended job counts as in flight', 'P2'],
    ['answers joined by order', 'P3'],
    ['no answer ends the pass', 'P5'],
    ['secret in the log', 'P6']
  ])(
    'notices a pass with this fault: %s',
    async (mutant, promise) => {
      const [execution] = await executeAll(pool.run, [mutant])

      expect(execution?.killer?.result.violations.map(one => one.promise)).toContain(promise)
    },
    time
  )
})
