/** What lies in S3 below our prefix, as lifecycle rules, other tools and careless hands leave it. */
import type { Places } from '../damage.ts'
import { bucket } from '../dataset.ts'
import type { World } from '../world.ts'
import { stranger } from './stranger.ts'

function keysOf({ emulator }: World, part: string): string[] {
  return emulator.buckets
    .list(bucket)
    .objects.map(object => object.key)
    .filter(key => key.includes(part))
}

const strangersLines = [
  '{"recordId":"AAAAAAAAAAA","modelOutput":{"output":{"message":{"role":"assistant","content":[{"text":"said to <nobody>"}]}}}}',
  '{"recordId":"AAAAAAAAAAB","error":{"errorCode":400,"errorMessage":"no"}}',
  'not even JSON',
  ''
]

export async function spoilAnswers(world: World, how: Places['answers'][number]): Promise<void> {
  const { objects } = stranger(world)
  const keys = keysOf(world, '/answers/')
  const [oldest = ''] = keys
  for (const key of keys) {
    const isIds = key.endsWith('.ids')
    const isGone =
      how === 'missing' ||
      (how === 'without their ids' && isIds) ||
      (how === 'stale' && !key.startsWith(oldest.replace(/\.\w+$/, '.')))
    if (isGone) world.emulator.buckets.delete(bucket, key)
    else if (isIds && isOfIds(how)) await objects.put(key, cutIds(await textAt(world, key), how))
    else if (!isIds && how !== 'stale') await objects.put(key, spoiltAnswers(await textAt(world, key), how))
  }
}

function spoiltAnswers(text: string, how: Places['answers'][number]): string {
  switch (how) {
    case 'cut':
      return text.slice(0, Math.floor(text.length * 0.6))
    case 'empty':
      return ''
    case 'garbage':
      return text.replaceAll('"modelOutput"', '"modelOutput')
    case 'with lines of strangers':
      return strangersLines.join('\n') + text + strangersLines.join('\n')
    case 'whole':
    case 'missing':
    case 'stale':
    case 'without their ids':
    case 'ids cut at a line':
    case 'ids empty':
      return text
  }
}

const idCuts = ['ids cut', 'ids cut at a line', 'ids empty'] as const

function isOfIds(how: string): how is (typeof idCuts)[number] {
  return (idCuts as readonly string[]).includes(how)
}

function cutIds(list: string, how: (typeof idCuts)[number]): string {
  if (how === 'ids empty') return ''
  return how === 'ids cut' ? list.slice(0, 17) : list.slice(0, list.indexOf('\n') + 1)
}

export async function spoilInputs(world: World, how: Places['inputs'][number]): Promise<void> {
  for (const key of keysOf(world, '/input/')) {
    const isIds = key.endsWith('.ids')
    if (how === 'missing' || (how === 'without their ids' && isIds)) world.emulator.buckets.delete(bucket, key)
    else if (isIds && isOfIds(how)) await stranger(world).objects.put(key, cutIds(await textAt(world, key), how))
  }
}

export function spoilResults(world: World): void {
  for (const key of keysOf(world, '/output/')) world.emulator.buckets.delete(bucket, key)
}

export async function spoilLease(world: World, how: Places['lease'][number]): Promise<void> {
  const [key] = keysOf(world, '/lease.json')
  if (key === undefined) return
  const text = leaseText(how)
  if (text === undefined) world.emulator.buckets.delete(bucket, key)
  else await stranger(world).objects.put(key, text)
}

function leaseText(how: Places['lease'][number]): string | undefined {
  const lease = (schema: number, runId: string): string =>
    JSON.stringify({
      schema,
      nonce: 'x',
      owner: { runId, runAttempt: '1', runUrl: `https://github.com/o/r/actions/runs/${runId}` }
    })
  switch (how) {
    case 'whole':
    case 'missing':
      return undefined
    case 'garbage':
      return '{"nonce": ['
    case 'left by a dead pass':
      return lease(1, '1')
    case 'of another schema':
      return lease(9, '1')
    case 'held by a stranger':
      return lease(1, '777')
  }
}

async function textAt({ emulator }: World, key: string): Promise<string> {
  return (await emulator.buckets.get(bucket, key)?.text()) ?? ''
}
