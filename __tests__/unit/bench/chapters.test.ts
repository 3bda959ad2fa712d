/** Each chapter once, as small as it can be: that it runs and prints its table. How fast anything is, no test says. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { benchImages } from '../../../src/bench/images.ts'
import { benchOnDemand } from '../../../src/bench/on-demand.ts'
import { publishAs } from '../../../src/bench/outputs.ts'
import { benchParquet } from '../../../src/bench/parquet.ts'
import { tasks, type RunTask } from '../../../src/bench/tasks.ts'
import { entry } from '../../support/runner.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const quiet = (): void => undefined
/** Processes of their own start slowly on a machine that has other things to do. */
const slowly = 60_000

/** In this process: a new one for each task would take its half a second. */
const here: RunTask = async (task, words) => {
  const act = await tasks[task](words.map(String))
  const told = JSON.stringify(await act())
  return { seconds: 1, cpuSeconds: 1, peakRssMb: 1, said: told ? [{ line: told, seconds: 1, cpuSeconds: 1 }] : [] }
}

function namesIn(report: string): string[] {
  return report.split('\n').flatMap(line => /^\| (\w[^|]*?) +\|/.exec(line)?.[1] ?? [])
}

it('loads pictures by hand, as they are, and smaller', async () => {
  const report = await benchImages(2, quiet, [{ title: 'JPEG', format: 'jpeg', width: 1100, height: 40 }], here)

  expect(namesIn(report)).toEqual(['by hand', 'as they are', 'made 1024 px'])
  expect(report).not.toMatch(/NaN|undefined/)
})

it('reads and writes the same rows in three formats', async () => {
  const report = await benchParquet(50, quiet, here)

  expect(namesIn(report)).toEqual(['csv', 'jsonl', 'parquet', 'parquet, all at once', 'csv', 'jsonl', 'parquet'])
  expect(report).not.toMatch(/NaN|undefined/)
})

it(
  'asks a service that throttles, by each way',
  async () => {
    const service = {
      title: 'quick',
      throttle: { concurrent: 1 },
      latencyMs: 10,
      allows: (seconds: number) => seconds * 100
    }

    const report = await benchOnDemand(2, [service], [1])

    expect(namesIn(report)).toEqual(['the action', '1 at once'])
    expect(report).not.toMatch(/NaN|undefined/)
  },
  slowly
)

it(
  'publishes a file per row',
  async () => {
    const outputs = '[{path: "content/{{ row.sku }}.md", columns: {title: row.name}, body: answer}]'

    const published = await publishAs({ name: 'files', outputs }, entry, 100, join(folder, 'files'))

    expect(published).toMatchObject({ name: 'files', rows: 100 })
    expect(published.seconds).toBeGreaterThan(0)
    expect(published.againSeconds).toBeGreaterThan(0)
  },
  slowly
)
