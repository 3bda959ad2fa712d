import { describe, expect, it } from '@jest/globals'
import type { History } from '../../src/prove/history.ts'
import type { Strike } from '../../src/prove/life.ts'
import { brokenProof } from '../../src/prove/result.ts'
import type { Run } from '../../src/prove/result.ts'
import { shrink } from '../../src/prove/shrink.ts'

const kill: Strike = { do: 'kill', step: 7, moment: 'applied' }
const long: History = {
  seed: 1,
  way: 'batch',
  rows: 8,
  events: [
    { do: 'pass', plan: {} },
    { do: 'change', change: 'edit' },
    {
      do: 'at once',
      plans: [{ afterMs: 5, strikes: [kill, { do: 'cut', step: 3, moment: 'half' }] }, { afterMs: 10 }],
      changes: [{ afterMs: 1, change: 'add' }]
    },
    { do: 'wait', ms: 1000 }
  ]
}

/** Breaks P1 wherever somebody is killed at step 7. */
const run: Run = async history => ({
  ...brokenProof(''),
  violations: JSON.stringify(history).includes('"step":7') ? [{ promise: 'P1', what: 'paid twice' }] : []
})

describe('The shortest history', () => {
  it('holds nothing but what breaks the promise', async () => {
    const shortest = await shrink(long, 'P1', run)

    expect(shortest).toEqual({
      ...long,
      rows: 3,
      events: [{ do: 'at once', plans: [{ strikes: [kill] }], changes: [] }]
    })
  })

  it('is the whole one where no smaller one breaks this promise', async () => {
    const shortest = await shrink(long, 'P2', run)

    expect(shortest).toEqual(long)
  })

  it('is not looked for without end', async () => {
    let runs = 0

    await shrink(long, 'P1', async history => (runs++, run(history)), 3)

    expect(runs).toBeLessThanOrEqual(3)
  })
})
