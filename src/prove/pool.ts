/** Histories on several threads at once: each has a process environment of its own, which is how AWS's clients are told where to go. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { History } from './history.ts'
import type { Result, Run } from './result.ts'

interface Waiting {
  readonly history: History
  readonly resolve: (result: Result) => void
  readonly reject: (error: Error) => void
}

export type Reply = { readonly result: Result } | { readonly broke: string }

export class Pool implements AsyncDisposable {
  readonly size: number
  private readonly idle: Worker[] = []
  private readonly all: Worker[] = []
  private readonly queue: Waiting[] = []

  constructor(size = Math.min(2, availableParallelism())) {
    this.size = size
    for (let number = 0; number < size; number++) {
      const worker = new Worker(new URL('./worker.ts', import.meta.url))
      this.all.push(worker)
      this.idle.push(worker)
    }
  }

  readonly run: Run = history =>
    new Promise((resolve, reject) => {
      this.queue.push({ history, resolve, reject })
      this.next()
    })

  private next(): void {
    while (this.idle.length > 0 && this.queue.length > 0) {
      const worker = this.idle.pop()
      const work = this.queue.shift()
      if (worker === undefined || work === undefined) return
      this.start(worker, work)
    }
  }

  private start(worker: Worker, { history, resolve, reject }: Waiting): void {
    const broke = (error: Error): void => reject(error)
    worker.once('error', broke)
    worker.once('message', (reply: Reply) => {
      worker.off('error', broke)
      this.idle.push(worker)
      this.next()
      if ('result' in reply) resolve(reply.result)
      else reject(new Error(`the proof itself broke: ${reply.broke}\nin ${JSON.stringify(history)}`))
    })
    worker.postMessage(history)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.all.map(worker => worker.terminate()))
  }
}
