import { describe, expect, it } from '@jest/globals'
import { kills } from '../../src/prove/chapters/kills.ts'
import { prove } from '../../src/prove/prove.ts'
import { runHere } from '../../src/prove/result.ts'
import type { Run } from '../../src/prove/result.ts'

/** One after the other: histories tell AWS's clients where to go by the environment of this process. */
function inTurn(run: Run): Run {
  let last: Promise<unknown> = Promise.resolve()
  return history => {
    const result = last.then(() => run(history))
    last = result.catch(() => undefined)
    return result
  }
}

describe('a pass that is killed somewhere on its way', () => {
  it('is finished by the next ones, with nothing paid twice, lost or false', async () => {
    const { figures, findings } = await prove(kills, { seed: 1, brief: true, run: inTurn(runHere) })

    expect(findings.map(finding => finding.result.violations)).toEqual([])
    expect(figures.kills).toBeGreaterThan(10)
    expect({
      paidTwice: figures.paidTwice,
      lost: figures.lost,
      false: figures.false,
      secrets: figures.secrets
    }).toEqual({
      paidTwice: 0,
      lost: 0,
      false: 0,
      secrets: 0
    })
  }, 240_000)
})
