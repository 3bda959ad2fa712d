/** Text → what a pattern takes out of it: an object of its named groups, the text of its one group, or the whole match. */
import type { JsonValue } from '../json.ts'
import { readPattern } from '../spec/pattern-syntax.ts'
import { compilePattern, type Match } from './pattern-match.ts'
import { misfit, type Reading } from './reading.ts'

/** Throws RangeError for a pattern that the spec's own check refuses. */
export function patternReader(source: string): (text: string) => Reading {
  const reading = readPattern(source)
  const match = 'pattern' in reading ? compilePattern(reading.pattern) : undefined
  if (!('pattern' in reading) || match === undefined) throw new RangeError('the pattern was not checked')
  const { groups } = reading.pattern
  const none = misfit(
    'does not match the pattern',
    'answer must match answer.pattern, and no part of it does',
    `Answer so that a part of the text matches the regular expression ${source}`
  )
  return text => {
    const found = match(text)
    return found === undefined ? none : { value: valueOf(found, groups) }
  }
}

/** A group that took no part is null. */
function valueOf(found: Match, names: readonly (string | undefined)[]): JsonValue {
  if (names.length === 0) return found.text
  if (names.every(name => name === undefined)) return found.groups[0] ?? null
  return Object.fromEntries(names.map((name, index) => [name ?? '', found.groups[index] ?? null]))
}
