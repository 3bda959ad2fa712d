import { spawnSync } from 'node:child_process'
import { describe, expect, it } from '@jest/globals'

const time = 120_000

function prove(...options: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ['src/prove.ts', ...options], { encoding: 'utf8' })
}

const undisturbed = { seed: 1, way: 'batch', rows: 6, events: [] }

describe('npm run prove -- --history', () => {
  it(
    'runs one history and tells how its passes ended',
    () => {
      const { status, stdout } = prove('--history', JSON.stringify(undisturbed))

      expect([status, stdout]).toEqual([0, expect.stringContaining('pass 1: done\npass 2: nothing-to-do\n')])
      expect(stdout).toContain('Every promise held.')
    },
    time
  )

  it(
    'fails where it breaks a promise',
    () => {
      const { status, stdout } = prove('--history', JSON.stringify({ ...undisturbed, mutants: ['secret in the log'] }))

      expect([status, stdout]).toEqual([
        1,
        expect.stringContaining('P6 is broken: a secret stands in the log of pass 1')
      ])
    },
    time
  )

  it(
    'fails where the history cannot be run',
    () => {
      const { status, stdout } = prove('--history', JSON.stringify({ ...undisturbed, mutants: ['unheard of'] }))

      expect([status, stdout]).toEqual([1, expect.stringContaining('proof is broken: ')])
    },
    time
  )
})

describe('npm run prove -- --only', () => {
  it('names the chapters where there is none of that name', () => {
    const { status, stderr } = prove('--only', 'nothing')

    expect([status, stderr]).toEqual([1, expect.stringContaining('"spoilt state", "trials of the mutants", "mutants"')])
  })
})
