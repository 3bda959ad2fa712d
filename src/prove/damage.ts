/** Saved state gone bad: missing, stale, corrupt or forged, in each of the places that hold some. */
import { spoilArtifact } from './damage/artifact.ts'
import { spoilAnswers, spoilInputs, spoilLease, spoilResults } from './damage/bucket.ts'
import { spoilFile } from './damage/files.ts'
import { spoilJobList } from './damage/job-list.ts'
import type { World } from './world.ts'

/** What can happen to each place; the first is: nothing. */
export const damages = {
  artifact: [
    'whole',
    'missing',
    'stale',
    'cut',
    'a bit has flipped',
    'of another schema',
    'names another account',
    'names nothing',
    'names a job of another spec',
    'holds the jobs of another spec'
  ],
  'job list': [
    'whole',
    'cannot be read',
    'stale',
    'cut',
    'has a job of another spec',
    'has a job under a name of ours'
  ],
  lock: ['whole', 'missing', 'stale', 'has conflict markers', 'cut', 'names other records', 'of another schema'],
  output: ['whole', 'missing', 'cut'],
  answers: [
    'whole',
    'missing',
    'stale',
    'cut',
    'empty',
    'garbage',
    'without their ids',
    'ids cut at a line',
    'ids empty',
    'with lines of strangers'
  ],
  results: ['whole', 'missing'],
  inputs: ['whole', 'without their ids', 'ids cut', 'ids cut at a line', 'ids empty', 'missing'],
  lease: ['whole', 'missing', 'left by a dead pass', 'garbage', 'of another schema', 'held by a stranger']
} as const

export type Places = typeof damages
export type Place = keyof Places
export type Damage = { [P in Place]: { readonly place: P; readonly how: Places[P][number] } }[Place]

export async function applyDamage(world: World, { place, how }: Damage): Promise<void> {
  if (how === 'whole') return
  switch (place) {
    case 'artifact':
      await spoilArtifact(world, how)
      break
    case 'job list':
      await spoilJobList(world, how)
      break
    case 'lock':
    case 'output':
      spoilFile(world, place, how)
      break
    case 'answers':
      await spoilAnswers(world, how)
      break
    case 'results':
      spoilResults(world)
      break
    case 'inputs':
      await spoilInputs(world, how)
      break
    case 'lease':
      await spoilLease(world, how)
  }
}
