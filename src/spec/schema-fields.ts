/** The few kinds of field that a spec is made of. Each carries the words that complete "must be …". */
import { z } from 'zod'
import type { Pattern } from './patterns.ts'
import { anyOf } from './nearest.ts'

export function text(expected = 'text') {
  return z.string({ error: expected }).min(1, { error: expected })
}

export function matching(pattern: Pattern) {
  return z.string({ error: pattern.expected }).regex(pattern.test, { error: pattern.expected })
}

export function flag() {
  return z.boolean({ error: 'true or false' })
}

export function oneOf<const Word extends string>(words: readonly Word[]) {
  return z.enum(words, { error: anyOf(words) })
}

/** Both ends belong to the range. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER) {
  const error = `a whole number ${range(least, most)}`
  const field = z.int({ error }).min(least, { error })
  return most === Number.MAX_SAFE_INTEGER ? field : field.max(most, { error })
}

/** Both ends belong to the range, the lower one not where `above` is set. */
export function amount(least: number, most = Infinity, { above = false } = {}) {
  const error = above ? `a number above ${least}` : `a number ${range(least, most)}`
  const field = z.number({ error })
  const bounded = above ? field.gt(least, { error }) : field.min(least, { error })
  return most === Infinity ? bounded : bounded.max(most, { error })
}

function range(least: number, most: number): string {
  return most === Infinity || most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
}

export function list<Item extends z.ZodType>(item: Item, { least = 1, most = Infinity, of = '' } = {}) {
  const error = `a list${of && ` of ${of}`}`
  const field = z.array(item, { error })
  const lower = least === 0 ? field : field.min(least, { error: `${error} with at least ${least} ${entries(least)}` })
  return most === Infinity ? lower : lower.max(most, { error: `${error} with at most ${most} ${entries(most)}` })
}

function entries(count: number): string {
  return count === 1 ? 'entry' : 'entries'
}

export function stringRecord<Value extends z.ZodType>(value: Value, expected: string) {
  return z.record(z.string(), value, { error: expected })
}
