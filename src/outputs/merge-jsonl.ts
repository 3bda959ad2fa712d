/** Members added to the objects of a JSONL file: new ones at the end of each, known ones where they stand. */
import { canonicalJson, type JsonValue } from '../json.ts'
import { spaceEnd } from '../results/json-bounds.ts'
import { splitLines } from '../results/lines.ts'
import { parseJson } from '../results/parse-json.ts'
import { OutputUnreadable, type Cells } from './format.ts'
import { membersOf, type Member } from './json-members.ts'
import type { Merge } from './merge.ts'
import { RowsByLine } from './merged-rows.ts'

export async function* mergeJsonl(file: AsyncIterable<Uint8Array>, merge: Merge): AsyncGenerator<Uint8Array> {
  const rows = new RowsByLine(merge.rows)
  for await (const lines of splitLines(file)) {
    const pieces: Uint8Array[] = []
    for (const { bytes, number, ended, tooLong } of lines) {
      if (tooLong) throw new OutputUnreadable('the line is too long', number)
      pieces.push(mergedLine(bytes, (await rows.cellsOn(number)) ?? [], number, merge))
      if (ended) pieces.push(newline)
    }
    yield Buffer.concat(pieces)
  }
}

const newline = Buffer.from('\n')

function mergedLine(line: Buffer, cells: Cells, number: number, { columns, former }: Merge): Buffer {
  const open = opening(line)
  if (open < 0) return line
  const members = membersOf(line, open)
  if (members === undefined) throw new OutputUnreadable('the row is not a JSON object', number)
  const names = columns.map(({ name }) => name)
  const known = new Set(members.map(({ name }) => name))
  const kept = members.filter(({ name }) => names.includes(name) || !former.includes(name))
  const last = members.at(-1)
  const pieces: (string | Buffer)[] = [line.subarray(0, members[0]?.start ?? open + 1)]
  for (const [index, { name, start, value, end }] of kept.entries()) {
    // From the comma to the name as it stands before this member, whatever went.
    if (index > 0) pieces.push(line.subarray(endBefore(members, start), start))
    const place = names.indexOf(name)
    const raw = line.subarray(value, end)
    pieces.push(line.subarray(start, value), place < 0 ? raw : replaced(raw, cells[place] ?? null))
  }
  const spaced = last !== undefined && line.subarray(last.start, last.value).toString().includes(': ')
  for (const [index, name] of names.entries()) {
    if (known.has(name)) continue
    pieces.push(pieces.length > 1 ? (spaced ? ', ' : ',') : '')
    pieces.push(`${JSON.stringify(name)}${spaced ? ': ' : ':'}${canonicalJson(cells[index] ?? null)}`)
  }
  pieces.push(line.subarray(last?.end ?? open + 1))
  return Buffer.concat(pieces.map(piece => (typeof piece === 'string' ? Buffer.from(piece) : piece)))
}

/** Where the member before the one at `start` ends. */
function endBefore(members: readonly Member[], start: number): number {
  return members.findLast(member => member.end <= start)?.end ?? start
}

/** A value that says the same already keeps its spelling. */
function replaced(raw: Buffer, cell: JsonValue): string | Buffer {
  const text = canonicalJson(cell)
  const before = parseJson(raw.toString())
  return before !== undefined && canonicalJson(before) === text ? raw : text
}

/** Past a byte-order mark and white space; -1 for a blank line. */
function opening(line: Buffer): number {
  const start = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0
  const at = spaceEnd(line, start)
  return at < line.length ? at : -1
}
