/** Where the members of an output line stand in its bytes. What they hold is only checked to be JSON. */
import { spaceEnd, valueEnd } from './json-bounds.ts'

export interface Slice {
  readonly start: number
  readonly end: number
}

export interface LineSlices {
  recordId?: Slice
  modelInput?: Slice
  modelOutput?: Slice
}

const boundary = Buffer.from('},"modelOutput":{')
const quote = 34

/**
 * Undefined for anything unusual (another member, a member twice, an escape in a name): then parse the line whole.
 * `guess` takes the first `},"modelOutput":{` as the end of the echo instead of reading through it: only for a caller
 * that then proves the echo by its hash.
 */
export function topLevelSlices(line: Buffer, how: 'read' | 'guess'): LineSlices | undefined {
  const slices: LineSlices = {}
  let at = spaceEnd(line, 0)
  if (line[at] !== 123) return undefined
  do {
    at = spaceEnd(line, at + 1)
    const name = memberName(line, at)
    if (name === undefined || slices[name] !== undefined) return undefined
    at = spaceEnd(line, at + name.length + 2)
    if (line[at] !== 58) return undefined
    const start = spaceEnd(line, at + 1)
    const end = name === 'modelInput' && how === 'guess' ? guessEnd(line, start) : valueEnd(line, start)
    if (end === -1) return undefined
    slices[name] = { start, end }
    at = spaceEnd(line, end)
  } while (line[at] === 44)
  return line[at] === 125 && spaceEnd(line, at + 1) === line.length ? slices : undefined
}

/** Told by one letter, then checked whole: this runs three times a line. */
function memberName(line: Buffer, at: number): keyof LineSlices | undefined {
  const name = line[at + 1] === 114 ? 'recordId' : line[at + 6] === 73 ? 'modelInput' : 'modelOutput'
  return isName(line, at, name) ? name : undefined
}

function isName(line: Buffer, at: number, name: string): boolean {
  if (line[at] !== quote || line[at + name.length + 1] !== quote) return false
  for (let index = 0; index < name.length; index++) if (line[at + 1 + index] !== name.charCodeAt(index)) return false
  return true
}

function guessEnd(line: Buffer, from: number): number {
  const found = line.indexOf(boundary, from)
  return found === -1 ? -1 : found + 1
}
