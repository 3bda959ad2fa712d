/** Rows of a CSV to staged jobs: the I/O floor, the script by hand, and a pass in mode submit. */
import { action, prefixOf, script } from './action.ts'
import { bucket, model } from './dataset.ts'
import type { Workspace } from './dataset.ts'
import { measure } from './measure.ts'
import type { Run } from './measure.ts'
import { startServer } from './servers.ts'
import type { Server } from './servers.ts'
import { grouped, workTable, workVerdicts } from './table.ts'
import type { Way } from './table.ts'

/** Above every list of ids, below every shard. */
const discardAbove = 4 << 20

interface Runs {
  readonly floor: Run
  readonly byHand: Run
  readonly action: Run
  readonly staged: number
  readonly objects: number
}

export async function benchPrepare(entry: string, few: Workspace, many: Workspace): Promise<string> {
  await using server = await startServer({ bucket, discardAbove })
  const small = await runAll(entry, few, server)
  const large = await runAll(entry, many, server)
  const way = (name: string, runs: 'floor' | 'byHand' | 'action'): Way => ({
    name,
    few: small[runs],
    many: large[runs]
  })
  const byHand = way('by hand', 'byHand')
  const ours = way('the action', 'action')
  const bytes = Math.round(many.bytes / many.rows)
  return [
    `(a) Prepare ${grouped(many.rows)} CSV rows of ${bytes} B: ${large.objects} jobs staged, ${grouped(Math.round(large.staged / 1e6))} MB. MB/s of CSV.`,
    '',
    workTable(
      { items: many.rows, bytes: many.bytes, fewItems: few.rows },
      [way('I/O floor', 'floor'), byHand, ours],
      byHand
    ),
    '',
    ...workVerdicts(ours, byHand)
  ].join('\n')
}

async function runAll(entry: string, workspace: Workspace, server: Server): Promise<Runs> {
  const handPrefix = `hand-${workspace.rows}`
  const byHand = await measure(script('by-hand/prepare.mjs', [model, bucket, handPrefix], workspace, server))
  const theirs = await server.tell({ verb: 'look', prefix: handPrefix, suffix: '.jsonl' })
  const ours = await measure(action(entry, 'submit', workspace, server))
  const staged = await server.tell({ verb: 'look', prefix: prefixOf(workspace), suffix: '.jsonl' })
  if (staged.objects !== theirs.objects || staged.bytes !== theirs.bytes) {
    throw new Error(
      `the action staged ${staged.bytes} bytes in ${staged.objects} objects, the script by hand ${theirs.bytes} in ${theirs.objects}: they did not do the same work`
    )
  }
  const sizes = [bucket, `floor-${workspace.rows}`, staged.objects, staged.bytes]
  const floor = await measure(script('floor/prepare.mjs', sizes, workspace, server))
  return { floor, byHand, action: ours, staged: staged.bytes, objects: staged.objects }
}
