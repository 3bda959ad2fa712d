/**
 * The members of a JSON object where they stand in its text. An object in memory forgets that: names that look like
 * numbers come first there, and of two members of one name only the last is left.
 */
import { spaceEnd, valueEnd } from '../results/json-bounds.ts'
import { parseJson } from '../results/parse-json.ts'

/** Bounds in bytes: the member starts with its name, `end` is behind its value. */
export interface Member {
  readonly name: string
  readonly start: number
  readonly value: number
  readonly end: number
}

/** Undefined where no JSON object starts at `open`. */
export function membersOf(json: Buffer, open: number): readonly Member[] | undefined {
  if (json[open] !== 123 || valueEnd(json, open) < 0) return undefined
  const members: Member[] = []
  let at = spaceEnd(json, open + 1)
  while (json[at] !== 125) {
    const start = at
    const behind = valueEnd(json, start)
    const value = spaceEnd(json, spaceEnd(json, behind) + 1)
    const end = valueEnd(json, value)
    const name = parseJson(json.subarray(start, behind).toString())
    members.push({ name: typeof name === 'string' ? name : '', start, value, end })
    at = spaceEnd(json, end)
    if (json[at] === 44) at = spaceEnd(json, at + 1)
  }
  return members
}
