/** Which questions are in flight: those in the input of a job that lives, or of one that may appear any moment. */
import { indexes } from '../jobs/growing.ts'
import { shardNameOf } from '../jobs/names.ts'
import type { JobFacts } from '../ports.ts'
import { Failure } from '../problems.ts'
import { idsOf } from './id-lists.ts'
import type { Observation } from './observe.ts'
import type { Questions } from './questions.ts'
import type { Store } from './store.ts'

/** By question: the number of the live job that holds it, or -1. */
export type InFlight = ReturnType<typeof indexes>

/** An input object whose records are in flight, and the job that reads it, where one is known. */
export interface Holder {
  readonly key: string
  readonly arn: string | undefined
}

/** Jobs that live, those that `alsoHolds`, and shards so young that their job may not be listed yet. */
export function holdersOf(
  { jobs, young }: Pick<Observation, 'jobs' | 'young'>,
  alsoHolds: (job: JobFacts) => boolean = () => false
): Holder[] {
  return [
    ...jobs
      .filter(job => job.ending === undefined || alsoHolds(job))
      .map(job => ({ key: job.inputS3Uri, arn: job.jobArn })),
    ...young.map(({ key }) => ({ key, arn: undefined }))
  ]
}

/** Marks every question that one of them holds. */
export async function markInFlight(store: Store, holders: readonly Holder[], questions: Questions): Promise<InFlight> {
  const inFlight = indexes()
  for (const [number, { key, arn }] of holders.entries()) {
    const shard = shardNameOf(key)
    if (shard === undefined) continue
    for (const id of (await idsOf(store, shard)) ?? noList(arn)) {
      const index = questions.ids.find(id)
      if (index >= 0) inFlight.set(index, number)
    }
  }
  return inFlight
}

/** Nobody can tell what a running job was asked: whoever went on would pay for it again. A staged shard without its list was never whole. */
function noList(arn: string | undefined): readonly string[] {
  if (arn === undefined) return []
  throw new Failure('bad-state', `${arn} is running, but the list of its records is gone from S3`, {
    remedy:
      'Wait until it has ended, or stop it with mode: stop; then run again. Exclude input/ below the prefix from lifecycle rules.'
  })
}
