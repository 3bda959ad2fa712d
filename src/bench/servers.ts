/** Starts the emulator in its own process and speaks with it. */
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ThrottleLimits } from '../emulator/throttle.ts'

/** Answers with what lies below the prefix; `finish` first brings every job to its end. */
export interface Order {
  readonly verb: 'look' | 'finish'
  readonly prefix: string
  readonly suffix: string
}

interface Objects {
  readonly objects: number
  readonly bytes: number
}

export type Reply = { readonly environment: Readonly<Record<string, string>> } | Objects

export interface ServerOptions {
  readonly bucket: string
  /** Objects of more bytes are counted and thrown away. */
  readonly discardAbove?: number
  /** Of calls on demand: what is refused, and how long an answer takes. */
  readonly throttle?: ThrottleLimits
  readonly latencyMs?: number
}

export interface Server extends AsyncDisposable {
  /** For processes that are to use it. */
  readonly environment: Readonly<Record<string, string>>
  tell(order: Order): Promise<Objects>
}

export async function startServer(options: ServerOptions): Promise<Server> {
  const child = fork(join(import.meta.dirname, 'emulator-process.ts'), [JSON.stringify(options)], { execArgv: [] })
  const hello = await replyOf(child)
  if (!('environment' in hello)) throw new Error('the emulator did not introduce itself')
  return {
    environment: hello.environment,
    async tell(order) {
      child.send(order)
      const reply = await replyOf(child)
      if ('environment' in reply) throw new Error('the emulator introduced itself twice')
      return reply
    },
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    }
  }
}

async function replyOf(child: ChildProcess): Promise<Reply> {
  const died = new AbortController()
  const dies = once(child, 'exit', { signal: died.signal }).then(() => {
    throw new Error('the emulator died')
  })
  try {
    const [reply] = (await Promise.race([once(child, 'message'), dies])) as [Reply]
    return reply
  } finally {
    dies.catch(() => undefined)
    died.abort()
  }
}
