/** The artifact, spoilt or forged. How it is packed is not seen here: forms of zip are a matter of the unit tests. */
import { writeLedger } from '../../github/ledger-file.ts'
import type { LedgerJob } from '../../ports.ts'
import type { Places } from '../damage.ts'
import { repositoryId, specId } from '../dataset.ts'
import type { World } from '../world.ts'
import { strangersName } from './job-list.ts'
import { strangersJob } from './stranger.ts'

export async function spoilArtifact(world: World, how: Places['artifact'][number]): Promise<void> {
  const { saved } = world.artifacts
  const last = saved.at(-1) ?? written([])
  const spoilt = await spoiltText(world, last, how)
  // What is older is of no use to whoever forges the newest.
  world.artifacts.saved = how === 'stale' ? saved.slice(0, 1) : spoilt === undefined ? [] : [spoilt]
}

async function spoiltText(world: World, text: string, how: Places['artifact'][number]): Promise<string | undefined> {
  switch (how) {
    case 'whole':
    case 'stale':
      return text
    case 'missing':
      return undefined
    case 'cut':
      return text.slice(0, text.length / 2)
    case 'a bit has flipped':
      return text.replace(
        /("sha256": ")(.)/,
        (_, before: string, digit: string) => before + (digit === '0' ? '1' : '0')
      )
    case 'of another schema':
      return text.replace('"schema": 1', '"schema": 9')
    case 'names another account':
      return written([jobOf('arn:aws:bedrock:us-east-1:999999999999:model-invocation-job/abcdefghwxyz')])
    case 'names nothing':
      return written([jobOf('arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghwxyz')])
    case 'names a job of another spec':
      return written([jobOf(await strangersJob(world, strangersName))])
    case 'holds the jobs of another spec':
      return written([jobOf(await strangersJob(world, strangersName))], 'ffffffff')
  }
}

function jobOf(jobArn: string): LedgerJob {
  return { jobArn, jobName: '', status: 'Submitted' }
}

function written(jobs: readonly LedgerJob[], of = specId): string {
  return writeLedger({ specId: of, repositoryId }, jobs)
}
