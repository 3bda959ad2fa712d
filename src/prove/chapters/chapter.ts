/** A chapter of the proof: histories of one kind, and what their table row is called. */
import type { History } from '../history.ts'
import type { Run } from '../result.ts'

export interface Told {
  readonly seed: number
  /** A part only, for the ordinary tests. */
  readonly brief: boolean
  readonly run: Run
  /** 0 ≤ x < 1, by the seed. */
  readonly random: () => number
}

export interface Chapter {
  readonly name: string
  /** What it shows, in a sentence. */
  readonly shows: string
  histories(told: Told): Promise<readonly History[]>
}

export function sample<T>(items: readonly T[], most: number, random: () => number): T[] {
  const rest = [...items]
  const taken: T[] = []
  while (taken.length < most && rest.length > 0) taken.push(...rest.splice(Math.floor(random() * rest.length), 1))
  return taken
}
