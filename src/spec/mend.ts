/** Replaces what is wrong in a written spec by something that is right, so that the checks after it can go on. */
import type { Path } from './places.ts'

/** Stand-ins for what must be there; nothing is said about them. */
function standIn(path: Path): unknown {
  switch (path.map(step => (typeof step === 'number' ? '[]' : step)).join('.')) {
    case 'name':
      return 'spec'
    case 'model':
      return 'model'
    case 'dataset':
    case 'dataset.path':
    case 'dataset.path.[]':
      return 'dataset.csv'
    case 'prompt':
      return { user: 'text' }
    case 'prompt.user':
      return 'text'
    case 'outputs':
      return 'output.jsonl'
    // Each its own, so that two of them are not one file.
    case 'outputs.[]':
    case 'outputs.[].path':
      return `output-${path[1] ?? ''}.jsonl`
    default:
      return undefined
  }
}

export interface Mended {
  readonly value: unknown
  /** The members that do not hold what was written. */
  readonly broken: readonly Path[]
}

/** A wrong member is left out; a missing one gets its stand-in, or its parent is left out; a list without its item is left out. */
export function mend(value: unknown, wrong: readonly Path[]): Mended {
  const copy = structuredClone(value)
  const broken = wrong.map(path => mendOne(copy, path))
  return { value: copy, broken }
}

function mendOne(root: unknown, path: Path): Path {
  const parentPath = path.slice(0, -1)
  const parent = parentPath.reduce<unknown>(member, root)
  const name = path.at(-1)
  if (name === undefined || parentPath.length >= path.length) return path
  const instead = standIn(path)
  if (Array.isArray(parent)) {
    if (instead === undefined) return mendOne(root, parentPath)
    parent[Number(name)] = instead
    return path
  }
  if (!isMap(parent)) return path
  if (Object.hasOwn(parent, name)) {
    Reflect.deleteProperty(parent, name)
    return path
  }
  if (instead === undefined) return mendOne(root, parentPath)
  parent[name] = instead
  return path
}

function member(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[])[Number(step)]
  return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

function isMap(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether one of the paths leads to the other. */
export function related(one: Path, other: Path): boolean {
  return one.slice(0, other.length).every((step, index) => step === other[index])
}
