/** Files whose row has left, or has no answer any more, go before anything is written: on some machines `A.md` is `a.md`. */
import { IdTable } from '../jobs/id-table.ts'
import { contentHash } from '../jobs/record.ts'
import type { Finishing } from './finish.ts'
import type { Pictures } from './pictures.ts'
import type { Changes } from './put.ts'
import { preparedRows } from './standings.ts'
import type { Standings } from './standings.ts'

/** Of outputs of many files; those of an output that the spec no longer has go too. Pictures that move are read first. */
export async function makeWay(
  work: Finishing,
  standings: Standings,
  pictures: Pictures,
  changes: Changes
): Promise<void> {
  const staying = work.known.placement === undefined ? new IdTable() : await stayingFiles(work, standings, pictures)
  for (const file of work.known.published.allFiles()) if (!staying.has(contentHash(file))) await changes.remove(file)
}

async function stayingFiles(
  { known, prepared, outside }: Finishing,
  standings: Standings,
  pictures: Pictures
): Promise<IdTable> {
  const staying = new IdTable()
  const images = known.outputs.map(({ spec }) => spec.format === 'image')
  for await (const batch of preparedRows(prepared)) {
    for (const row of batch) {
      const standing = standings.of(row)
      if (standing.kind !== 'published' && standing.kind !== 'answered') continue
      const from = standing.kind === 'published' ? standing.row : (row.edited ?? -1)
      for (const [number, path] of (row.paths ?? []).entries()) {
        if (path === null) continue
        staying.add(contentHash(path))
        if (images[number] && from >= 0) await pictures.keep(number, from, path, outside.scratch)
      }
    }
  }
  return staying
}
