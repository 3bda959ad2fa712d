/**
 * Lists of recordIds beside inputs and answers in S3: one a line, and at the end how many there are. A list that was cut,
 * wherever, is known by that: of half a list nobody can tell what is missing.
 */
import { isRecordId } from '../jobs/id-table.ts'
import { download, idAtStart, splitLines } from './store.ts'
import type { Store } from './store.ts'

const idBytes = 11

/** Put together in one buffer: a text that grows by a line at a time is a tree of as many pieces. */
export function idList(count: number, idAt: (number: number) => string): string {
  const list = Buffer.alloc(count * (idBytes + 1), '\n')
  for (let line = 0; line < count; line++) list.write(idAt(line), line * (idBytes + 1), 'latin1')
  return `${list.toString('latin1')}${ending(count)}`
}

function ending(count: number): string {
  return `= ${count}\n`
}

/** Undefined where the object is not there, or is not whole. */
export async function readIds(store: Store, key: string): Promise<string[] | undefined> {
  const file = await download(store, key)
  if (file === undefined) return undefined
  const ids: string[] = []
  let last = ''
  for await (const lines of splitLines(file.stream())) {
    for (const line of lines) if (isRecordId(line)) ids.push(line)
    last = lines.at(-1) ?? last
  }
  const end = ending(ids.length)
  const isWhole = `${last}\n` === end && file.bytes === ids.length * (idBytes + 1) + end.length
  file.discard()
  return isWhole ? ids : undefined
}

/** From the list beside the input, else from the input itself. */
export async function idsOf(store: Store, shard: string): Promise<readonly string[] | undefined> {
  const listed = await readIds(store, store.keys.ids(shard))
  if (listed !== undefined) return listed
  const input =
    (await download(store, store.keys.input(shard))) ??
    (await download(store, `${store.keys.inputFolder(shard)}${shard}.jsonl`))
  if (input === undefined) return undefined
  const ids: string[] = []
  for await (const lines of splitLines(input.stream())) for (const line of lines) ids.push(...idAtStart(line))
  input.discard()
  return ids
}
