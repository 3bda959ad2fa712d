import { describe, expect, it } from '@jest/globals'
import { closingLines } from '../../../src/action/closing.ts'
import { Failure } from '../../../src/problems.ts'
import { job, report } from './reports.ts'

const { rows } = report()
const none = { ...rows, wanted: 0, carriedOver: 0, submitted: 0, answered: 0 }

describe('The last lines of the log', () => {
  it.each([
    [
      'a pass that is done',
      {},
      'product-descriptions: done: 1,212 rows, 1,000 carried over, 212 records submitted, 1,212 answered'
    ],
    [
      'a pass with one row',
      { rows: { ...none, wanted: 1, submitted: 1, answered: 1 } },
      'product-descriptions: done: 1 row, 0 carried over, 1 record submitted, 1 answered'
    ],
    [
      'a pass that leaves rows open, whatever keeps them',
      { status: 'waiting', rows: { ...none, wanted: 8, answered: 4, waiting: 1, held: 2 } },
      'product-descriptions: waiting: 8 rows, 0 carried over, 4 answered, 4 waiting (2 held)'
    ],
    [
      'a pass that was refused before it read a row',
      { status: 'failed', rows: none, failure: new Failure('bad-input', 'x') },
      'product-descriptions: failed'
    ],
    [
      'a stop',
      { mode: 'stop', rows: none, jobs: [{ ...job, status: 'Stopping' }] },
      'product-descriptions: done: 1 job is being stopped'
    ],
    [
      'a stop with nothing to stop',
      { mode: 'stop', status: 'nothing-to-do', rows: none, jobs: [] },
      'product-descriptions: nothing-to-do: no job is running'
    ]
  ] as const)('say of %s how it stands', (_what, more, expected) => {
    expect(closingLines(report(more))[0]).toBe(expected)
  })
})
