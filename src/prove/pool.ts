/** Histories on several threads at once: each has a process environment of its own, which is how AWS's clients are told where to go. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { History } from './history.ts'
import { brokenProof } from './result.ts'
import type { Result, Run } from './result.ts'

interface Waiting {
  readonly history: History
  readonly resolve: (result: Result) => void
}

export type Reply = { readonly result: Result } | { readonly broke: string }

export class Pool implements AsyncDisposable {
  private readonly idle: Worker[] = []
  private readonly all = new Set<Worker>()
  private readonly queue: Waiting[] = []

  /** Histories spend most of their time between two requests, so there are more of them than processors. */
  constructor(size = Math.min(8, 3 * availableParallelism())) {
    for (let number = 0; number < size; number++) this.hire()
  }

  /** A history that breaks the proof itself is a finding like any other. */
  readonly run: Run = history =>
    new Promise(resolve => {
      this.queue.push({ history, resolve })
      this.next()
    })

  private hire(): void {
    const worker = new Worker(new URL('./worker.ts', import.meta.url))
    this.all.add(worker)
    this.idle.push(worker)
  }

  private next(): void {
    while (this.idle.length > 0 && this.queue.length > 0) {
      const worker = this.idle.pop()
      const work = this.queue.shift()
      if (worker === undefined || work === undefined) return
      this.start(worker, work)
    }
  }

  private start(worker: Worker, { history, resolve }: Waiting): void {
    const settle = (result: Result, next: () => void): void => {
      worker.off('error', broke)
      worker.off('message', told)
      next()
      this.next()
      resolve(result)
    }
    // Something of the history may go on in that thread for ever: another takes its place.
    const replace = (): void => {
      this.all.delete(worker)
      void worker.terminate()
      this.hire()
    }
    const broke = (error: unknown): void => settle(brokenProof(String(error)), replace)
    const told = (reply: Reply): void => {
      if ('broke' in reply) settle(brokenProof(reply.broke), replace)
      else settle(reply.result, () => this.idle.push(worker))
    }
    worker.on('error', broke)
    worker.on('message', told)
    worker.postMessage(history)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.all].map(worker => worker.terminate()))
  }
}
