import { expect, it } from '@jest/globals'
import { onDemandTable, type Paced } from '../../../src/bench/on-demand.ts'

const service = {
  title: 'ten a second',
  throttle: { perSecond: 10 },
  latencyMs: 100,
  allows: (seconds: number) => seconds * 10
}

const paced = (way: string, answered: number, throttled: number, seconds: number): Paced => ({
  way,
  asked: { answered, throttled, seconds }
})

it('says how much of what was allowed each way has used', () => {
  const text = onDemandTable(service, [paced('the action', 80, 20, 10), paced('4 at once', 50, 0, 10)])

  const rows = text.split('\n').filter(line => /^\| \w/.test(line))
  expect(rows.map(line => line.split('|').map(cell => cell.trim()))).toEqual([
    ['', 'the action', '80', '10.0 s', '8.0', '80 %', '20', '0.25', ''],
    ['', '4 at once', '50', '10.0 s', '5.0', '50 %', '0', '0.00', '']
  ])
  expect(text).toMatch(/met .*: 1\.60$/)
})

it('misses its target where a fixed number was far better', () => {
  const text = onDemandTable(service, [paced('the action', 40, 0, 10), paced('4 at once', 80, 0, 10)])

  expect(text).toMatch(/MISSED .*: 0\.50$/)
})
