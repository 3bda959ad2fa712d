/**
 * The text of a spec → a Spec, or everything that is wrong with it, each with its place. Files are not looked at:
 * whether a dataset or template exists is for those who read it.
 */
import { type Problem, Problems } from '../problems.ts'
import { firstBreach } from './bounds.ts'
import { maxSpecBytes, readUtf8 } from './bytes.ts'
import { check } from './checks.ts'
import { type Finding, steps } from './finding.ts'
import { findings } from './issues.ts'
import { isObject } from '../json.ts'
import { mend, related } from './mend.ts'
import { placeMerges } from './merge.ts'
import { Lines, type Path, type Places } from './places.ts'
import { specSchema } from './schema.ts'
import type { PlaceOf, Spec } from './spec.ts'
import { parse } from './syntax.ts'
import { readTree } from './tree.ts'

export interface Decoded {
  /** Undefined where any of the problems is an error. */
  readonly spec: Spec | undefined
  readonly placeOf: PlaceOf
  /** By line. */
  readonly problems: readonly Problem[]
}

/** Nobody reads more; and a file of nonsense must not fill the log. */
const mostProblems = 50

/** Mending a spec can uncover that a parent must go as well; a spec is at most this deep. */
const mostMends = 6

const least = 'The least is name, model, dataset, prompt and outputs; see docs/spec.md.'

/** `bytes` as they lie on disk; checks that they are UTF-8, then as `decodeSpec`. */
export function decodeSpecBytes(bytes: Uint8Array, file: string): Decoded {
  const read = readUtf8(bytes, file)
  return 'text' in read
    ? decodeSpec({ text: read.text, file })
    : { spec: undefined, placeOf: () => ({ file }), problems: [read.problem] }
}

/** Never throws. `file` is relative to the root of the repository. */
export function decodeSpec(source: { readonly text: string; readonly file: string }): Decoded {
  const { file } = source
  const text = source.text.replace(/^\uFEFF/, '')
  const lines = new Lines(text, file)
  const problems = new Problems(mostProblems)
  const document = isBounded(text, lines, problems) ? parse(text, lines, problems) : undefined
  if (!document) return decoded(undefined, () => ({ file }), problems)

  const { value, places, whole } = readTree(document, lines, problems)
  const placeOf: PlaceOf = path => places.of(steps(path))
  if (!whole) return decoded(undefined, placeOf, problems)
  if (isObject(value)) return decoded(decode(value, places, problems, file), placeOf, problems)
  if (value === null) problems.error('the spec is empty', lines.place(0, 0), least)
  else if (value !== undefined) {
    problems.error(
      `a spec is a map of fields, not ${Array.isArray(value) ? 'a list' : 'a single value'}`,
      places.root,
      least
    )
  }
  return decoded(undefined, placeOf, problems)
}

function decoded(spec: Spec | undefined, placeOf: PlaceOf, problems: Problems): Decoded {
  return { spec: problems.any ? undefined : spec, placeOf, problems: told(problems) }
}

/** The parser recurses, and copies what aliases stand for: whatever could harm it is stopped here. */
function isBounded(text: string, lines: Lines, problems: Problems): boolean {
  const nul = text.indexOf('\0')
  const breach = text.length > maxSpecBytes || nul >= 0 ? undefined : firstBreach(text)
  if (text.length > maxSpecBytes) problems.error('the spec is longer than 1 MiB', lines.place(0, 0))
  else if (nul >= 0) problems.error('the spec contains a NUL character', lines.place(nul, nul))
  else if (breach) problems.error(breach.message, lines.place(breach.offset, breach.offset), breach.hint)
  return !problems.any
}

/** Fields first; then, with stand-ins for what was wrong, what only several fields together can tell. */
function decode(written: object, places: Places, problems: Problems, file: string): Spec | undefined {
  let value: unknown = written
  const broken: Path[] = []
  for (let round = 0; round < mostMends; round++) {
    const parsed = specSchema.safeParse(value, { reportInput: false })
    if (parsed.success) {
      const spec = placeMerges(parsed.data)
      const found = check(spec, file).filter(
        finding => !places.isBroken(finding.path) && !broken.some(path => related(path, finding.path))
      )
      for (const finding of found) say(finding, places, problems)
      return spec
    }
    const found = findings(parsed.error.issues, value, places)
    for (const finding of found) {
      const known = places.isBroken(finding.path) || broken.some(path => related(path, finding.path))
      if (!known && !finding.implied) say(finding, places, problems)
    }
    const mended = mend(
      value,
      found.map(finding => finding.path)
    )
    value = mended.value
    broken.push(...found.flatMap((finding, index) => (finding.atKey ? [] : [mended.broken[index] ?? finding.path])))
  }
  return undefined
}

function say({ path, message, hint, severity, atKey }: Finding, places: Places, problems: Problems): void {
  const place = atKey ? places.ofKey(path) : placeFor(path, places)
  problems.add({ severity: severity ?? 'error', message, place, ...(hint !== undefined && { hint }) })
}

/** A member that is missing from a map is shown at the name of the map, not over all its lines. */
function placeFor(path: Path, places: Places) {
  if (places.has(path)) return places.of(path)
  const parent = path.slice(0, -1)
  if (parent.length === 0 || (parent.length === 1 && !places.has(parent))) return places.root
  // A short spelling has no members: its own place is theirs.
  return places.has(parent) && places.source(parent) === undefined ? places.ofKey(parent) : places.of(path)
}

function told(problems: Problems): readonly Problem[] {
  const list = problems.list.toSorted(
    (one, other) =>
      (one.place?.line ?? 0) - (other.place?.line ?? 0) || (one.place?.column ?? 0) - (other.place?.column ?? 0)
  )
  if (problems.omitted === 0) return list
  return [...list, { severity: 'error', message: `and ${problems.omitted} more`, hint: 'Mend these first.' }]
}
