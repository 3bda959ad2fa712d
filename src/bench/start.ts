/** How long until the first line of the log, beside a node that does nothing. Taken in turns, so that noise meets both. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { median, table, verdict } from './table.ts'

const repetitions = 40

export async function benchStart(entry: string): Promise<string> {
  const floor: number[] = []
  const first: number[] = []
  for (let time = 0; time < repetitions; time++) {
    floor.push(await untilEnd(['-e', '0']))
    first.push(await untilFirstLine([entry]))
  }
  const over = median(first) - median(floor)
  const row = (name: string, times: readonly number[]): string[] => [
    name,
    ms(median(times)),
    ms(Math.min(...times)),
    ms(Math.max(...times))
  ]
  return [
    `(c) Start-up, ${repetitions} times each in turns.`,
    '',
    table(
      ['', 'median', 'least', 'most'],
      [row('node -e 0, to its end', floor), row('the action, to its first line', first)]
    ),
    '',
    verdict('at most 120 ms over node -e 0', over <= 120, `${over.toFixed(0)} ms`)
  ].join('\n')
}

async function untilEnd(args: readonly string[]): Promise<number> {
  const started = performance.now()
  await once(spawn(process.execPath, args, { env: {}, stdio: 'ignore' }), 'exit')
  return performance.now() - started
}

async function untilFirstLine(args: readonly string[]): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { env: { GITHUB_ACTIONS: 'true' }, stdio: ['ignore', 'pipe', 'ignore'] })
  const gone = once(child, 'exit')
  await once(child.stdout, 'data')
  const took = performance.now() - started
  child.kill()
  await gone
  return took
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`
}
