/** The way to AWS, and what is made sure of there before anything is paid. */
import { Keys, readS3Uri, specIdOf } from '../jobs/names.ts'
import type { Cloud } from '../ports.ts'
import { Failure } from '../problems.ts'
import { sideFiles } from '../spec/side-files.ts'
import type { AwsPlaces, Outside, PassRequest } from './context.ts'
import type { Draft } from './draft.ts'
import type { Store } from './store.ts'

export function mayPay(request: PassRequest): boolean {
  return ['run', 'submit', 'try'].includes(request.mode) && request.mayNotPay === undefined
}

/** Everything that would make the answers useless is found out before they are paid. */
export async function beforePaying(
  { spec, mode }: PassRequest,
  outside: Outside,
  { cloud, places }: Connection
): Promise<void> {
  if (mode === 'try') return cloud.objects.check()
  const side = sideFiles(spec)
  for (const path of [...spec.outputs.map(output => output.path), side.lock, side.manifest, side.errors]) {
    await outside.workspace.checkWritable(path)
  }
  await outside.publisher.check()
  await cloud.objects.check()
  const output = places.outputS3Uri === undefined ? undefined : readS3Uri(places.outputS3Uri).bucket
  if (output !== undefined && output !== readS3Uri(places.s3Uri).bucket) await cloud.bucket(output).check()
}

/** Undefined where a plan has to do without AWS: who has no credentials still wants to see what would be asked. */
export async function connectOrPlan(
  request: PassRequest,
  outside: Outside,
  draft: Draft
): Promise<Connection | undefined> {
  try {
    return await connect(request, outside)
  } catch (error) {
    const isLockedOut = error instanceof Failure && lockedOut.has(error.code)
    if (request.mode !== 'plan' || !isLockedOut) throw error
    outside.log.warning(`${error.title}: ${error.message}`)
    draft.note(`Planned from the files alone, without what is in flight or answered already. ${error.title}.`)
    return undefined
  }
}

const lockedOut: ReadonlySet<Failure['code']> = new Set(['no-credentials', 'credentials-expired', 'role-not-assumed'])

export interface Connection {
  readonly cloud: Cloud
  readonly store: Store
  readonly places: AwsPlaces
  readonly account: string
}

export async function connect(request: PassRequest, outside: Outside): Promise<Connection> {
  const { aws } = request
  if (aws === undefined || outside.cloud === undefined) {
    throw new Failure('not-allowed-here', 'this pass needs AWS, and may not or cannot reach it', {
      remedy: 'Give aws-region and s3-uri; on events of forks only mode: plan runs.'
    })
  }
  const cloud = await outside.cloud()
  const { account } = await cloud.identity()
  const { bucket, prefix } = readS3Uri(aws.s3Uri)
  const specId = specIdOf(request.repositoryId, request.spec.name)
  const store = {
    objects: cloud.objects,
    keys: new Keys(prefix, specId),
    specId,
    bucket,
    scratch: outside.scratch,
    clock: outside.clock
  }
  return { cloud, store, places: aws, account }
}
