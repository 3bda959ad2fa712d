/** The emulator in a process of its own, told what to do by messages: so that its memory and time are not the action's. */
import { startEmulator } from '../emulator/emulator.ts'
import { wordsFrom } from './words.ts'
import type { Order, Reply, ServerOptions } from './servers.ts'

const { bucket, discardAbove, throttle, latencyMs } = JSON.parse(process.argv[2] ?? '{}') as ServerOptions

const emulator = await startEmulator({
  buckets: [bucket],
  // Jobs stay as they were submitted until they are told to finish.
  schedule: { Submitted: 1e9 },
  answer: (_model, _input, recordId) => ({ text: wordsFrom(seedOf(recordId), 1000) }),
  ...(discardAbove !== undefined && { discardAbove }),
  ...(throttle && { throttle })
})
// After the throttle: what is refused is refused at once.
if (latencyMs !== undefined)
  emulator.faults.add({ when: ({ service }) => service === 'bedrock-runtime', do: { delayMs: latencyMs } })

process.on('message', (order: Order) => void obey(order))
// Whoever asked is gone.
process.on('disconnect', () => void emulator.close())
say({ environment: emulator.environment() })

async function obey(order: Order): Promise<void> {
  if (order.verb === 'finish') for (const job of emulator.bedrock.jobs) await emulator.bedrock.finish(job)
  const { objects } = emulator.buckets.list(bucket, { prefix: order.prefix })
  const chosen = objects.filter(({ key }) => key.endsWith(order.suffix))
  say({ objects: chosen.length, bytes: chosen.reduce((sum, object) => sum + object.bytes, 0) })
}

function say(reply: Reply): void {
  process.send?.(reply)
}

function seedOf(recordId: string): number {
  let seed = 0
  for (let index = 0; index < recordId.length; index++) seed = (Math.imul(seed, 31) + recordId.charCodeAt(index)) >>> 0
  return seed
}
