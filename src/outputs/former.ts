/** Which output of the lock each output of a spec is: that of its path, or one that was written just so under another. */
import { canonicalJson } from '../json.ts'
import { hasHoles } from '../spec/path-template.ts'
import type { Column } from './columns.ts'
import { lockOutput } from './lock-rows.ts'
import type { LockOutput } from './lock-rows.ts'
import type { OutputSpec } from '../spec/spec.ts'

/** By the path in the spec. Of two that could have been renamed to one, neither is taken. */
export function formerOutputs(
  outputs: readonly { readonly spec: OutputSpec; readonly columns: readonly Column[] }[],
  before: readonly LockOutput[]
): ReadonlyMap<string, LockOutput> {
  const paths = new Set(outputs.map(({ spec }) => spec.path))
  const gone = before.filter(({ path, merge }) => !paths.has(path) && !hasHoles(path) && merge !== true)
  const known = new Map(before.filter(({ path }) => paths.has(path)).map(output => [output.path, output]))
  const fresh = outputs.filter(({ spec }) => !known.has(spec.path) && !hasHoles(spec.path) && spec.merge !== true)
  const names = fresh.map(({ spec, columns }) => layoutOf(lockOutput(spec, columns)))
  for (const [index, { spec }] of fresh.entries()) {
    const [former, another] = gone.filter(output => layoutOf(output) === names[index])
    const isOnly = names.filter(name => name === names[index]).length === 1
    if (former !== undefined && another === undefined && isOnly) known.set(spec.path, former)
  }
  return known
}

function layoutOf({ format, columns }: LockOutput): string {
  return canonicalJson([format, columns])
}
