/** What zod found → sentences for a person: what must stand there, what does, and what to do about it. */
import type { z } from 'zod'
import { isObject } from '../json.ts'
import { type Finding, quote, spelled } from './finding.ts'
import { nearest, squeeze } from './nearest.ts'
import type { Path, Places } from './places.ts'
import { unknownKey } from './unknown-key.ts'

/** What people write for one of our words. Spelled as `squeeze` leaves them. */
const otherWords: Readonly<Record<string, string>> = {
  pr: 'pull-request',
  push: 'commit',
  upload: 'artifact',
  off: 'none',
  invokemodel: 'invoke',
  string: 'text',
  str: 'text',
  integer: 'number',
  int: 'number',
  float: 'number',
  bool: 'boolean',
  object: 'json',
  yml: 'yaml',
  ndjson: 'jsonl',
  jsonlines: 'jsonl',
  enum: 'label',
  labels: 'label',
  class: 'label',
  regexp: 'regex',
  pattern: 'regex',
  md: 'markdown',
  txt: 'text',
  png: 'image',
  picture: 'image',
  pictures: 'image',
  openai: 'openai-batch',
  vector: 'embedding',
  embeddings: 'embedding',
  error: 'fail',
  wait: 'hold'
}

type Issue = z.core.$ZodIssue

/** One finding for a member, at most: the first thing that is wrong with it. */
export function findings(issues: readonly Issue[], root: unknown, places: Places): readonly Finding[] {
  const found = new Map<string, Finding>()
  for (const issue of issues.flatMap(one => leaves(one, []))) {
    for (const finding of explain(issue, root, places)) {
      const name = spelled(finding.path)
      if (!found.has(name)) found.set(name, finding)
    }
  }
  const meant = new Set(
    [...found.values()].flatMap(({ path, means }) =>
      means === undefined ? [] : [spelled([...path.slice(0, -1), means])]
    )
  )
  return [...found].map(([name, finding]) => (meant.has(name) ? { ...finding, implied: true } : finding))
}

/**
 * A union fails with what every branch says. Only the branch that takes this kind of value has something to say about
 * its inside; where there is none, the union itself is what went wrong.
 */
function leaves(issue: Issue, prefix: Path): readonly Issue[] {
  const path = [...prefix, ...issue.path.map(step => (typeof step === 'symbol' ? String(step) : step))]
  if (issue.code === 'invalid_union') {
    const fitting = issue.errors.filter(branch => !branch.some(isWrongKind))
    if (fitting[0]) return fitting[0].flatMap(one => leaves(one, path))
  }
  return [{ ...issue, path }]
}

function isWrongKind(issue: Issue): boolean {
  if (issue.path.length > 0) return false
  if (issue.code === 'invalid_union') return issue.errors.every(branch => branch.some(isWrongKind))
  return issue.code === 'invalid_type'
}

function explain(issue: Issue, root: unknown, places: Places): readonly Finding[] {
  const path = issue.path as Path
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey(path, key))
  if (issue.code === 'custom') return [{ path, message: issue.message }]
  const value = valueAt(root, path)
  const field = spelled(path)
  if (value === undefined) return [{ path, message: `${field} is missing; it must be ${issue.message}` }]
  if (value === null) return [{ path, message: `${field} has no value; it must be ${issue.message}` }]
  if (value === '') return [{ path, message: `${field} is empty; it must be ${issue.message}` }]
  const wrongKind = issue.code === 'invalid_type' || issue.code === 'invalid_union'
  const source = places.source(path)
  const hint = issue.code === 'invalid_value' ? didYouMean(value, issue.values) : undefined
  return [
    {
      path,
      message: `${field} must be ${issue.message}, not ${shown(value, source, wrongKind)}`,
      ...withHint(hint ?? remedy(issue, value, source))
    }
  ]
}

function withHint(hint: string | undefined): { hint?: string } {
  return hint === undefined ? {} : { hint }
}

function didYouMean(value: unknown, words: readonly unknown[]): string | undefined {
  const word = String(value)
  const other = otherWords[squeeze(word)]
  const known = words.map(String)
  const near = known.find(one => one === other) ?? nearest(word, known)
  return near === undefined ? undefined : `Did you mean ${near}?`
}

function shown(value: unknown, source: string | undefined, withKind: boolean): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (isObject(value)) return 'a map'
  if (typeof value === 'string') return withKind ? `the text ${quote(value)}` : quote(value)
  const written = source ?? String(value)
  return typeof value === 'number' && withKind ? `the number ${written}` : written
}

/** What YAML 1.2 made of a word, where a person is likely to have meant something else. */
function remedy(issue: Issue, value: unknown, source: string | undefined): string | undefined {
  const expected = issue.code === 'invalid_type' ? issue.expected : expectedByUnion(issue)
  const written = source ?? String(value)
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `YAML reads ${written} as a ${typeof value}; put it in quotes: "${written}".`
  }
  if (expected === 'string' && isObject(value)) return 'A text that begins with { or contains ": " must be in quotes.'
  if (typeof value !== 'string') return undefined
  if (expected === 'boolean' && /^(yes|no|on|off|y|n)$/i.test(value)) {
    return `In YAML 1.2 ${value} is text; write ${/^(yes|on|y)$/i.test(value) ? 'true' : 'false'}.`
  }
  if (expected !== 'number' && expected !== 'int')
    return expected === 'array' ? 'Put it in brackets: [ … ].' : undefined
  if (/^-?\d+(\.\d+)?$/.test(value)) return `Remove the quotes: ${value}.`
  if (/^(yes|no|on|off|y|n)$/i.test(value))
    return `In YAML 1.2 ${value} is text; write a number, or leave the field out.`
  const alone = /^[^\d-]{0,4}(-?\d+(?:\.\d+)?)\s*[a-z%€$]+$|^[€$]\s*(\d+(?:\.\d+)?)$/i.exec(value)
  if (alone) return `Write the number alone: ${alone[1] ?? alone[2] ?? ''}.`
  if (/^-?\d{1,3}([,_ ]\d{3})+$/.test(value)) return `Write it without separators: ${value.replace(/[,_ ]/g, '')}.`
  return undefined
}

function expectedByUnion(issue: Issue): string | undefined {
  const branches = issue.code === 'invalid_union' ? issue.errors.flat() : []
  const takesText = branches.some(one => one.code === 'invalid_type' && one.expected === 'string')
  return takesText ? 'string' : undefined
}

function valueAt(root: unknown, path: Path): unknown {
  let here = root
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = (here as Readonly<Record<string | number, unknown>>)[step]
  }
  return here
}
