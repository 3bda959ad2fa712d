/** Saved state gone bad: missing, stale, corrupt or forged, in each of the places that hold some. */
import { openCloud } from '../aws/cloud.ts'
import type { Cloud, LedgerJob } from '../ports.ts'
import { bucket, outputPath, serviceRoleArn } from './dataset.ts'
import type { World } from './world.ts'

/** What can happen to each place; the first is: nothing. */
export const damages = {
  artifact: ['whole', 'missing', 'stale', 'names another account', 'names nothing', 'names a job of another spec'],
  'job list': ['whole', 'has a job of another spec', 'has a job under a name of ours'],
  lock: ['whole', 'missing', 'has conflict markers', 'cut', 'names other records', 'of another schema'],
  output: ['whole', 'missing', 'cut'],
  answers: ['whole', 'missing', 'cut', 'empty', 'garbage', 'without their ids'],
  results: ['whole', 'missing'],
  inputs: ['whole', 'without their ids', 'ids cut', 'missing'],
  lease: ['whole', 'missing', 'garbage', 'held by a stranger']
} as const

type Places = typeof damages
export type Place = keyof Places
export type Damage = { [P in Place]: { readonly place: P; readonly how: Places[P][number] } }[Place]

const lockPath = 'out/answers.lock.json'

export async function applyDamage(world: World, { place, how }: Damage): Promise<void> {
  if (how === 'whole') return
  switch (place) {
    case 'artifact':
      world.artifacts.saved = [await forgedJobs(world, how)]
      return
    case 'job list':
      await strangeJob(world, how)
      return
    case 'lock':
      change(world.branch.files, lockPath, text => spoiltLock(text, how))
      return
    case 'output':
      change(world.branch.files, outputPath, text => (how === 'missing' ? undefined : text.slice(0, text.length / 2)))
      return
    case 'answers':
      await spoilAnswers(world, how)
      return
    case 'results':
      for (const key of keysOf(world, '/output/')) world.emulator.buckets.delete(bucket, key)
      return
    case 'inputs':
      await spoilInputs(world, how)
      return
    case 'lease':
      await spoilLease(world, how)
  }
}

function change(files: Map<string, string>, path: string, spoil: (text: string) => string | undefined): void {
  const text = files.get(path)
  if (text === undefined) return
  const spoilt = spoil(text)
  if (spoilt === undefined) files.delete(path)
  else files.set(path, spoilt)
}

function spoiltLock(text: string, how: Places['lock'][number]): string | undefined {
  switch (how) {
    case 'whole':
      return text
    case 'missing':
      return undefined
    case 'has conflict markers':
      return text.replace(/^( *"k4".*)$/m, '<<<<<<< HEAD\n$1\n=======\n$1\n>>>>>>> other')
    case 'cut':
      return text.slice(0, Math.floor(text.length * 0.7))
    case 'names other records':
      // Every row gets its neighbour's record.
      return shifted(text)
    case 'of another schema':
      return text.replace(/"schema": ?1/, '"schema": 9')
  }
}

function shifted(lock: string): string {
  const ids = [...lock.matchAll(/\["([0-9A-Za-z]{11})"/g)].map(match => match[1] ?? '')
  let next = 0
  return lock.replace(/\["([0-9A-Za-z]{11})"/g, () => `["${ids[++next % ids.length] ?? ''}"`)
}

function keysOf({ emulator }: World, part: string): string[] {
  return emulator.buckets
    .list(bucket)
    .objects.map(object => object.key)
    .filter(key => key.includes(part))
}

async function spoilAnswers(world: World, how: Places['answers'][number]): Promise<void> {
  const { objects } = stranger(world)
  for (const key of keysOf(world, '/answers/')) {
    const isIds = key.endsWith('.ids')
    const text = (await world.emulator.buckets.get(bucket, key)?.text()) ?? ''
    if (how === 'missing' || (how === 'without their ids' && isIds)) world.emulator.buckets.delete(bucket, key)
    else if (isIds) continue
    else if (how === 'cut') await objects.put(key, text.slice(0, Math.floor(text.length * 0.6)))
    else if (how === 'empty') await objects.put(key, '')
    else if (how === 'garbage') await objects.put(key, text.replaceAll('"modelOutput"', '"modelOutput'))
  }
}

async function spoilInputs(world: World, how: Places['inputs'][number]): Promise<void> {
  for (const key of keysOf(world, '/input/')) {
    const isIds = key.endsWith('.ids')
    if (how === 'missing' || (how === 'without their ids' && isIds)) world.emulator.buckets.delete(bucket, key)
    else if (how === 'ids cut' && isIds) {
      const text = (await world.emulator.buckets.get(bucket, key)?.text()) ?? ''
      await stranger(world).objects.put(key, text.slice(0, 17))
    }
  }
}

async function spoilLease(world: World, how: Places['lease'][number]): Promise<void> {
  const [key] = keysOf(world, '/lease.json')
  if (key === undefined) return
  if (how === 'missing') world.emulator.buckets.delete(bucket, key)
  else if (how === 'garbage') await stranger(world).objects.put(key, '{"nonce": [')
  else
    await stranger(world).objects.put(
      key,
      JSON.stringify({
        schema: 1,
        nonce: 'x',
        owner: { runId: '777', runAttempt: '1', runUrl: 'https://github.com/o/r/actions/runs/777' }
      })
    )
}

async function forgedJobs(world: World, how: Places['artifact'][number]): Promise<readonly LedgerJob[]> {
  const arn = (account: string, id: string): string => `arn:aws:bedrock:us-east-1:${account}:model-invocation-job/${id}`
  const job = (jobArn: string): LedgerJob => ({ jobArn, jobName: '', status: 'Submitted' })
  switch (how) {
    case 'whole':
      return world.artifacts.saved.at(-1) ?? []
    case 'missing':
      return []
    case 'stale':
      return world.artifacts.saved.at(0) ?? []
    case 'names another account':
      return [job(arn('999999999999', 'abcdefghwxyz'))]
    case 'names nothing':
      return [job(arn('123456789012', 'abcdefghwxyz'))]
    case 'names a job of another spec': {
      const found = await strangeJob(world, 'has a job of another spec')
      return found === undefined ? [] : [job(found)]
    }
  }
}

/** Somebody else's job, whose name holds our spec's id, or even is one that we would give. */
async function strangeJob(world: World, how: Places['job list'][number]): Promise<string | undefined> {
  const { objects, jobs } = stranger(world)
  const specId = keysOf(world, '/').map(key => key.split('/')[1] ?? '')[0] ?? '00000000'
  const ours = how === 'has a job under a name of ours'
  await objects.put(
    'elsewhere/file.jsonl',
    '{"recordId":"AAAAAAAAAAA","modelInput":{}}\n{"recordId":"AAAAAAAAAAB","modelInput":{}}\n'
  )
  const creation = await jobs.create({
    jobName: ours ? `proof-${specId}-0123456789abcdef-g1` : `other-${specId}-nightly`,
    clientRequestToken: `stranger${how.length}`,
    modelId: 'amazon.nova-lite-v1:0',
    invocationType: 'InvokeModel',
    roleArn: serviceRoleArn,
    inputS3Uri: `s3://${bucket}/elsewhere/file.jsonl`,
    outputS3Uri: `s3://${bucket}/elsewhere/`
  })
  return creation.kind === 'created' ? creation.jobArn : undefined
}

/** Somebody else in the same account. */
function stranger({ emulator }: World): Cloud {
  const keys = emulator.credentials.mint({
    roleArn: 'arn:aws:iam::123456789012:role/stranger',
    sessionName: 'stranger',
    seconds: 1e9
  })
  const credentials = async (): Promise<
    Parameters<typeof openCloud>[0] extends { credentials?: () => Promise<infer C> } ? C : never
  > => ({ ...keys, expiration: new Date(8.64e15) })
  const clock = { now: () => emulator.clock.now(), random: () => 0.5, sleep: async () => undefined }
  return openCloud({ region: emulator.region, bucket, version: 'stranger', allowedAccountIds: [], credentials }, clock)
}
