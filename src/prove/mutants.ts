/** Passes with one precaution taken away, each by a wrapper around a port: the sweep has to notice every one of them. */
import type { Outside } from '../pipeline/context.ts'
import type { Cloud } from '../ports.ts'

export type Mutate = (outside: Outside, cloud: Cloud) => { outside?: Outside; cloud?: Cloud }

export const mutants = {
  none: () => ({})
} as const satisfies Record<string, Mutate>

export type MutantName = keyof typeof mutants
