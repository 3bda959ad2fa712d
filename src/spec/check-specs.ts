/** What no single spec can tell: two specs of one name, two specs that write one file. */
import type { Place, Problem } from '../problems.ts'
import { writtenBy } from './check-outputs.ts'
import { quote, spelled } from './finding.ts'
import { hasHoles, shapeOf } from './path-template.ts'
import { fold } from './paths.ts'
import type { PlaceOf, Spec } from './spec.ts'

interface Located {
  readonly spec: Spec
  readonly placeOf: PlaceOf
}

/** Every problem stands at the later of the two. */
export function checkSpecs(specs: readonly Located[]): readonly Problem[] {
  return [...sameNames(specs), ...sameFiles(specs)]
}

function sameNames(specs: readonly Located[]): readonly Problem[] {
  const seen = new Map<string, Place>()
  return specs.flatMap(({ spec, placeOf }): readonly Problem[] => {
    const first = seen.get(spec.name)
    const place = placeOf('name')
    if (!first) {
      seen.set(spec.name, place)
      return []
    }
    const message = `two specs have the name ${quote(spec.name)}; the other is at ${at(first)}`
    return [{ severity: 'error', message, place, hint: 'Jobs and answers are kept by name: give each spec its own.' }]
  })
}

interface Claim {
  readonly index: number
  readonly file: string
  readonly place: Place
  readonly role: string
}

function sameFiles(specs: readonly Located[]): readonly Problem[] {
  const seen = new Map<string, Claim>()
  const problems: Problem[] = []
  for (const [index, { spec, placeOf }] of specs.entries()) {
    const told = new Set<number>()
    for (const { file, path, role } of writtenBy(spec)) {
      const claim = { index, file: fold(file), place: placeOf(spelled(path)), role }
      const other = seen.get(claim.file) ?? [...seen.values()].find(one => one.index !== index && mayMeet(one, claim))
      if (!seen.has(claim.file)) seen.set(claim.file, claim)
      if (!other || other.index === index || told.has(other.index)) continue
      told.add(other.index)
      const message = `${quote(file)} (${role}) is also written by the spec at ${at(other.place)} (${other.role})`
      problems.push({
        severity: 'error',
        message,
        place: claim.place,
        hint: 'Give each spec files of its own, different by more than their extension.'
      })
    }
  }
  return problems
}

/**
 * Of two outputs, one of them with holes: whether every file of the one can be a file of the other as well. Where the
 * rows decide, as for `{{ a }}.md` and `{{ a }}-long.md`, a file in the way is refused once they are known.
 */
function mayMeet(one: Claim, other: Claim): boolean {
  if (one.role !== 'output' || other.role !== 'output') return false
  if (hasHoles(one.file) && hasHoles(other.file)) return shapeOf(one.file).source === shapeOf(other.file).source
  if (hasHoles(one.file)) return shapeOf(one.file).test(other.file)
  return hasHoles(other.file) && shapeOf(other.file).test(one.file)
}

function at({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`
}
