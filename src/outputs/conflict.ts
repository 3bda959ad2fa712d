/** What Git leaves in a text when a merge ends in conflict. */
import type { JsonValue } from '../json.ts'

/** The line of the first mark, from 1; undefined where not all three kinds stand there, each on a line of its own. */
export function conflictLine(text: string): number | undefined {
  if (!text.includes('<<<<<<< ')) return undefined
  const lines = text.split('\n')
  const start = lines.findIndex(line => line.startsWith('<<<<<<< '))
  const middle = lines.findIndex((line, index) => index > start && /^={7}\r?$/.test(line))
  const end = lines.findIndex((line, index) => index > middle && /^>{7}(?: |\r?$)/.test(line))
  return start >= 0 && middle >= 0 && end >= 0 ? start + 1 : undefined
}

export function hasConflict(cells: Readonly<Record<string, JsonValue>>): boolean {
  return Object.values(cells).some(cell => typeof cell === 'string' && conflictLine(cell) !== undefined)
}
