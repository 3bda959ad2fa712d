/** From answers that are home to published files: one table, one file per row, columns of the dataset itself; and nothing new. */
import { join } from 'node:path'
import { action, prefixOf } from './action.ts'
import { bucket, writeWorkspace } from './dataset.ts'
import { temporaryFolder } from './folder.ts'
import { measure, type Run } from './measure.ts'
import { startServer } from './servers.ts'
import { grouped, table, verdict } from './table.ts'
import { runTask } from './tasks.ts'

export interface Shape {
  readonly name: string
  /** YAML. */
  readonly outputs: string
}

const shapes: readonly Shape[] = [
  { name: 'jsonl', outputs: 'answers.jsonl' },
  { name: 'csv', outputs: 'answers.csv' },
  { name: 'parquet', outputs: 'answers.parquet' },
  {
    name: 'a file per row',
    outputs: '[{path: "content/{{ row.sku }}.md", columns: {title: row.name}, body: answer}]'
  },
  { name: 'merge', outputs: '[{merge: true, columns: {text: answer}}]' }
]

export interface Published {
  readonly name: string
  readonly rows: number
  /** Of publishing alone: from the moment when the last job is home. */
  readonly seconds: number
  readonly peakRssMb: number
  /** Of a whole pass that finds everything published: rendered, files read, nothing written. */
  readonly againSeconds: number
}

/** Bytes of one Markdown file, for the floor. */
const fileBytes = 1100

export async function benchOutputs(entry: string, rows: number, tell: (line: string) => void): Promise<string> {
  await using folder = await temporaryFolder()
  const published: Published[] = []
  for (const shape of shapes) {
    tell(`publishing ${grouped(rows)} rows as ${shape.name}`)
    published.push(await publishAs(shape, entry, rows, join(folder.path, shape.name.replaceAll(' ', '-'))))
  }
  const floor = await runTask('write-files', [join(folder.path, 'floor'), rows, fileBytes], folder.path)
  return outputsReport(rows, published, floor.seconds)
}

export async function publishAs(
  { name, outputs }: Shape,
  entry: string,
  rows: number,
  folder: string
): Promise<Published> {
  await using server = await startServer({ bucket })
  const workspace = await writeWorkspace(folder, rows, outputs)
  await measure(action(entry, 'submit', workspace, server))
  await server.tell({ verb: 'finish', prefix: prefixOf(workspace), suffix: '.jsonl.out' })
  const first = await measure(action(entry, 'collect', workspace, server))
  const again = await measure(action(entry, 'collect', workspace, server))
  return { name, rows, seconds: publishing(first), peakRssMb: first.peakRssMb, againSeconds: again.seconds }
}

/** By the action's own log. */
function publishing({ said, seconds }: Run): number {
  const home = said.findLast(({ line }) => line.startsWith('collected '))
  if (home === undefined) throw new Error(`the action collected nothing:\n${said.map(({ line }) => line).join('\n')}`)
  return seconds - home.seconds
}

export function outputsReport(rows: number, published: readonly Published[], floorSeconds: number): string {
  const [baseline] = published
  if (baseline === undefined) throw new Error('nothing was published')
  const lines = published.map(one => [
    one.name,
    `${one.seconds.toFixed(2)} s`,
    grouped(Math.round(rows / one.seconds)),
    (one.seconds / baseline.seconds).toFixed(2),
    `${Math.round(one.peakRssMb)} MB`,
    `${one.againSeconds.toFixed(2)} s`,
    grouped(Math.round(rows / one.againSeconds))
  ])
  const floor = [
    'floor: files alone',
    `${floorSeconds.toFixed(2)} s`,
    grouped(Math.round(rows / floorSeconds)),
    (floorSeconds / baseline.seconds).toFixed(2),
    '',
    '',
    ''
  ]
  const head = ['', 'published in', 'rows/s', `time, ${baseline.name} = 1`, 'RSS', 'a pass with nothing new', 'rows/s']
  const slowest = published.toSorted((a, b) => b.seconds - a.seconds)[0] ?? baseline
  return [
    `(i) Publish ${grouped(rows)} rows: answers, lock and manifest, from the moment when all answers are home. Floor: ${grouped(rows)} files of ${fileBytes} B written and nothing else.`,
    '',
    table(head, [...lines, floor]),
    '',
    verdict(
      'at least 1,000 rows/s in every shape',
      rows / slowest.seconds >= 1000,
      `${slowest.name} ${grouped(Math.round(rows / slowest.seconds))}`
    )
  ].join('\n')
}
