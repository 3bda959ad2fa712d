/** One thread of the pool: runs the histories that it is sent, one after the other. */
import { parentPort } from 'node:worker_threads'
import type { History } from './history.ts'
import type { Reply } from './pool.ts'
import { runHere } from './result.ts'

// The SDK remarks on every upload that it cannot repeat by itself; here thousands are meant to fail.
console.warn = () => undefined

parentPort?.on('message', (history: History) => {
  runHere(history).then(
    result => parentPort?.postMessage({ result } satisfies Reply),
    (error: unknown) =>
      parentPort?.postMessage({
        broke: error instanceof Error ? (error.stack ?? error.message) : String(error)
      } satisfies Reply)
  )
})
