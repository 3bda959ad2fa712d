/** What no single spec can tell: two specs of one name, two specs that write one file. */
import type { Place, Problem } from '../problems.ts'
import { writtenBy } from './check-outputs.ts'
import { quote, spelled } from './finding.ts'
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

function sameFiles(specs: readonly Located[]): readonly Problem[] {
  const seen = new Map<string, { readonly index: number; readonly place: Place; readonly role: string }>()
  const problems: Problem[] = []
  for (const [index, { spec, placeOf }] of specs.entries()) {
    const told = new Set<number>()
    for (const { file, path, role } of writtenBy(spec)) {
      const place = placeOf(spelled(path))
      const other = seen.get(fold(file))
      if (!other) seen.set(fold(file), { index, place, role })
      else if (other.index !== index && !told.has(other.index)) {
        told.add(other.index)
        const message = `${quote(file)} (${role}) is also written by the spec at ${at(other.place)} (${other.role})`
        problems.push({
          severity: 'error',
          message,
          place,
          hint: 'Give each spec files of its own, different by more than their extension.'
        })
      }
    }
  }
  return problems
}

function at({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`
}
