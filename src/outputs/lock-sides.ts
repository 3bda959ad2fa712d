/** A lock that git could not merge, one side at a time: each is a whole lock again. What its rows say is not known here. */
import { decoded } from './format.ts'

export const lockSides = ['ours', 'theirs'] as const

type Side = (typeof lockSides)[number]

/** Lines of `base`, which git shows on request, are published on neither side. */
type Part = 'both' | 'base' | Side

const marker = /^(?:(<{7})|(\|{7})|(={7})|(>{7}))(?: |\r?$)/

export function isConflictMarker(line: string): boolean {
  return marker.test(line)
}

/** What lies outside of conflicts, and in them this side. Throws OutputUnreadable where the file is not UTF-8. */
export async function* oneSide(chunks: AsyncIterable<Uint8Array>, side: Side): AsyncGenerator<Uint8Array> {
  let part: Part = 'both'
  let rest = ''
  for await (const text of decoded(chunks)) {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    const kept: string[] = []
    for (const line of lines) {
      const next = partAfter(line)
      if (next === undefined && (part === 'both' || part === side)) kept.push(`${line}\n`)
      part = next ?? part
    }
    if (kept.length > 0) yield Buffer.from(kept.join(''))
  }
  if (partAfter(rest) === undefined && (part === 'both' || part === side)) yield Buffer.from(rest)
}

/** Undefined where the line is no marker. */
function partAfter(line: string): Part | undefined {
  const [, ours, base, theirs, end] = marker.exec(line) ?? []
  if (ours !== undefined) return 'ours'
  if (base !== undefined) return 'base'
  if (theirs !== undefined) return 'theirs'
  return end === undefined ? undefined : 'both'
}
