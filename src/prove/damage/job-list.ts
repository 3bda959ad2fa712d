/** Bedrock's list of jobs, as far as it can be wrong. */
import type { Places } from '../damage.ts'
import { specId } from '../dataset.ts'
import type { World } from '../world.ts'
import { strangersJob } from './stranger.ts'

/** Longer than AWS lets anybody expect, shorter than what a staged shard counts for. */
export const staleListMs = 5 * 60_000

export async function spoilJobList(world: World, how: Places['job list'][number]): Promise<void> {
  const { faults } = world.emulator
  const isList = ({ operation }: { operation: string }): boolean => operation === 'ListModelInvocationJobs'
  switch (how) {
    case 'whole':
      return
    case 'stale':
      // How late the list is, is set when the emulator starts.
      return
    case 'cannot be read':
      faults.add({ when: isList, times: 1, do: { status: 403, code: 'AccessDeniedException', message: 'not allowed' } })
      return
    case 'cut':
      faults.add({ when: isList, times: 2, do: 'half-body' })
      return
    case 'has a job of another spec':
      await strangersJob(world, strangersName)
      return
    case 'has a job under a name of ours':
      await strangersJob(world, `proof-${specId}-0123456789abcdef-g1`)
  }
}

/** Found by whoever looks for our jobs, and none of them. */
export const strangersName = `other-${specId}-nightly`
