/** The chapters in their order. */
import { atOnce } from './at-once.ts'
import type { Chapter } from './chapter.ts'
import { cuts, kills, pairs } from './kills.ts'
import { trialsOfMutants } from './mutants.ts'
import { spoiltState } from './state.ts'
import { truths, unguarded } from './truths.ts'

export const chapters: readonly Chapter[] = [
  kills,
  cuts,
  pairs,
  atOnce,
  truths,
  unguarded,
  spoiltState,
  trialsOfMutants
]
