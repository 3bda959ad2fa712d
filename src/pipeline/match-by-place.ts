/**
 * The rows of a table in which no column holds the key: a line is the row's in whose place it stands, unless somebody
 * put the lines into another order. Then it is the row's whose cells of the dataset it has, or whose answer it says.
 */
import type { Row } from '../dataset/row.ts'
import { IdTable } from '../jobs/id-table.ts'
import { contentHash } from '../jobs/record.ts'
import { canonicalJson } from '../json.ts'
import type { JsonValue } from '../json.ts'
import { cellsHash, datasetCells } from '../outputs/carry.ts'
import { follow, parsePath } from '../outputs/column-path.ts'
import type { PublishedRow } from '../outputs/format.ts'
import { formatOf } from '../outputs/formats.ts'
import type { LockOutput } from '../outputs/lock.ts'
import type { Problems } from '../problems.ts'
import type { Published } from './published.ts'
import { RowTaker } from './take-row.ts'

interface Matching {
  readonly published: Published
  readonly number: number
  readonly before: LockOutput
  readonly problems: Problems
  /** Of the dataset, as it is now. */
  readonly datasetRows: () => AsyncIterable<readonly Row[]>
}

interface Table {
  readonly file: string
  /** Published rows that stand in it, in their order. */
  readonly rows: Iterable<number>
  readonly lines: AsyncIterable<PublishedRow>
}

/** A line that does not say what was published for the row in whose place it stands. Hashes are numbers here. */
interface Stray {
  readonly row: number
  readonly hash: number
  /** Of what the row's answer was when it was published. */
  readonly published: number
  /** Of the cells that came from the dataset. */
  readonly own: number
}

const keyless = 'and no column holds the key'

export async function matchByPlace(matching: Matching, { file, rows, lines }: Table): Promise<void> {
  const { published, number, before, problems } = matching
  if (published.isMerged) {
    const message = `the lock was merged, and no column of ${file} holds the key: its rows are written anew`
    problems.warning(message, { file })
    return
  }
  const ids = new IdTable()
  const strays: Stray[] = []
  const taker = new RowTaker(matching, before)
  const expected = rows[Symbol.iterator]()
  let matches = true
  for await (const line of lines) {
    const next = expected.next()
    matches &&= next.done !== true
    if (next.done === true) continue
    const hash = cellsHash(taker.take(next.value, line, file))
    const was = published.hashOf(number, next.value)
    if (was === undefined || was === hash) continue
    const own = ids.add(hashOf(datasetCells(before, line.cells)))
    strays.push({ row: next.value, hash: ids.add(hash), published: ids.add(was), own })
  }
  if (!matches || expected.next().done !== true) {
    published.forget(number)
    problems.warning(`rows were added to or removed from ${file}, ${keyless}: its rows are written anew`, { file })
    return
  }
  if (strays.length === 0) return
  const rowOf = rowsOf(strays, await ownNow(matching, strays, ids))
  if (rowOf === undefined) return
  const lost = rowOf.filter(row => row < 0).length
  published.move(
    number,
    strays.map(({ row }, index) => [row, rowOf[index] ?? -1])
  )
  const found = lost === 0 ? 'by what stands in them' : `but for ${lost}, which are written anew`
  problems.warning(`the lines of ${file} stand in another order, ${keyless}: their rows were found ${found}`, {
    file
  })
}

/** By stray, whose row it is, or -1 where nobody can tell; undefined where all are edits in their places. */
function rowsOf(strays: readonly Stray[], now: ReadonlyMap<number, number>): readonly number[] | undefined {
  const free = new Set(strays.map(({ row }) => row))
  const rowOf = strays.map(() => -1)
  const settle = (find: (stray: Stray) => number | undefined): void => {
    for (const [index, stray] of strays.entries()) {
      const row = (rowOf[index] ?? -1) < 0 ? find(stray) : undefined
      if (row === undefined || !free.delete(row)) continue
      rowOf[index] = row
    }
  }
  const byOwn = grouped([...now].map(([row, own]) => [own, row]))
  settle(({ own }) => (byOwn.get(own)?.length === 1 ? byOwn.get(own)?.[0] : undefined))
  const byHash = grouped(strays.filter(({ row }) => free.has(row)).map(({ published, row }) => [published, row]))
  settle(({ hash }) => byHash.get(hash)?.pop())
  if (!strays.some(({ row }, index) => (rowOf[index] ?? -1) >= 0 && rowOf[index] !== row)) return undefined
  if (free.size === 1) settle(() => [...free][0])
  return rowOf
}

function grouped(pairs: readonly (readonly [number, number])[]): ReadonlyMap<number, number[]> {
  const groups = new Map<number, number[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

/** What the rows in whose places strays stand would have in the file today, as hashes. */
async function ownNow(
  { published, before, datasetRows }: Matching,
  strays: readonly Stray[],
  ids: IdTable
): Promise<ReadonlyMap<number, number>> {
  const now = new Map<number, number>()
  const columns = Object.keys(datasetCells(before, {}))
  if (columns.length === 0) return now
  const format = formatOf(before.format)
  const steps = columns.map(name => ({ name, steps: parsePath(before.columns[name] ?? '')?.slice(1) ?? [] }))
  const wanted = new Set(strays.map(({ row }) => row))
  for await (const rows of datasetRows()) {
    for (const { key, fields } of rows) {
      const row = published.find(key)
      if (!wanted.has(row)) continue
      const cells = steps.map(({ name, steps }) => [name, format.asRead(follow(fields, steps), { name })] as const)
      now.set(row, ids.add(hashOf(Object.fromEntries(cells))))
    }
  }
  return now
}

function hashOf(cells: Readonly<Record<string, JsonValue>>): string {
  return contentHash(canonicalJson(cells).replaceAll('\\r\\n', '\\n'))
}
