/** Output objects of ended jobs to kept answers: the I/O floor, the script by hand, and a pass in mode collect. */
import { action, prefixOf, script } from './action.ts'
import { bucket } from './dataset.ts'
import type { Workspace } from './dataset.ts'
import { measure } from './measure.ts'
import type { Run } from './measure.ts'
import { startServer } from './servers.ts'
import type { Server } from './servers.ts'
import { grouped, workTable, workVerdicts } from './table.ts'
import type { Way } from './table.ts'

interface Runs {
  readonly floor: Run
  readonly byHand: Run
  readonly action: Run
  /** Of the output objects. */
  readonly bytes: number
}

export async function benchCollect(
  entry: string,
  few: Workspace,
  many: Workspace,
  tell: (line: string) => void
): Promise<string> {
  await using server = await startServer({ bucket })
  const small = await runAll(entry, few, server, tell)
  const large = await runAll(entry, many, server, tell)
  const way = (name: string, runs: 'floor' | 'byHand' | 'action'): Way => ({
    name,
    few: small[runs],
    many: large[runs]
  })
  const byHand = way('by hand', 'byHand')
  const whole = way('whole pass', 'action')
  const ours = { ...way('the action', 'action'), work: collecting(large.action) }
  return [
    `(b) Collect ${grouped(many.rows)} output lines of ${Math.round(large.bytes / many.rows)} B, ${grouped(Math.round(large.bytes / 1e6))} MB. The whole pass also renders the rows before and writes the files after.`,
    '',
    workTable(
      { items: many.rows, bytes: large.bytes, fewItems: few.rows },
      [way('I/O floor', 'floor'), byHand, ours, whole],
      byHand
    ),
    '',
    ...workVerdicts(ours, byHand)
  ].join('\n')
}

async function runAll(
  entry: string,
  workspace: Workspace,
  server: Server,
  tell: (line: string) => void
): Promise<Runs> {
  const prefix = prefixOf(workspace)
  await measure(action(entry, 'submit', workspace, server))
  tell(`answering ${grouped(workspace.rows)} records, which is not measured`)
  const output = await server.tell({ verb: 'finish', prefix, suffix: '.jsonl.out' })
  const byHand = await measure(
    script('by-hand/collect.mjs', [bucket, `${prefix}/`, `hand-${workspace.rows}`], workspace, server)
  )
  const kept = await server.tell({ verb: 'look', prefix: `hand-${workspace.rows}`, suffix: '.jsonl' })
  const floor = await measure(
    script('floor/collect.mjs', [bucket, `${prefix}/`, `floor-${workspace.rows}`, kept.bytes], workspace, server)
  )
  const ours = await measure(action(entry, 'collect', workspace, server))
  return { floor, byHand, action: ours, bytes: output.bytes }
}

/** From the moment when the rows are known until the last job is home, by the action's own log. */
function collecting({ said }: Run): Pick<Run, 'seconds' | 'cpuSeconds'> {
  const from = said.find(({ line }) => /^\d+ rows: /.test(line))
  const to = said.findLast(({ line }) => line.startsWith('collected '))
  if (from === undefined || to === undefined)
    throw new Error(`the action collected nothing:\n${said.map(({ line }) => line).join('\n')}`)
  return { seconds: to.seconds - from.seconds, cpuSeconds: to.cpuSeconds - from.cpuSeconds }
}
