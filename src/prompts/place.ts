/** Where a line and column of a template stand in the user's file. */
import type { Place } from '../problems.ts'

/**
 * A template file starts at its first line. A text inside the spec starts at a line and a column: with a line break in
 * it, it is a block (`|`) that starts on the next line and whose indentation is not known; without, it goes on there.
 */
export function placeIn(start: Place, text: string, line: number, column: number): Place {
  const first = start.line ?? 1
  // No text inside a spec can start at its very first character: a key stands there.
  const isFile = start.column === undefined || (first === 1 && start.column === 1)
  if (isFile) return { file: start.file, line: first + line - 1, column }
  if (text.includes('\n')) return { file: start.file, line: first + line }
  return { file: start.file, line: first, column: start.column + column - 1 }
}
