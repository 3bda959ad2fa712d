/** The emulated GitHub with artifacts put into it by hand, and what a ledger needs to read them. */
import { hash } from 'node:crypto'
import { startEmulator } from '../../../src/emulator/emulator.ts'
import type { Emulator } from '../../../src/emulator/emulator.ts'
import type { Artifact } from '../../../src/emulator/github/artifacts.ts'
import type { GithubOptions } from '../../../src/emulator/github/project.ts'
import { ledgerFileName, writeLedger } from '../../../src/github/ledger-file.ts'
import type { RestPlace } from '../../../src/github/ledger-search.ts'
import { connectRest } from '../../../src/github/rest.ts'
import type { Clock, LedgerJob, Log } from '../../../src/ports.ts'
import { zipOf } from './zips.ts'

export const specId = '1a2b3c4d'
export const artifactName = `bedrock-batch-${specId}`

/** Never waits for long, and never so short that a bound on waiting would strike. */
export const quickClock: Clock = {
  now: () => Date.now(),
  random: () => 0,
  every: () => async () => undefined,
  sleep: (ms, signal) =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, Math.min(ms, 5_000))
      signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
}

export function jobNamed(id: string): LedgerJob {
  const jobArn = `arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/${id.padEnd(12, '0')}`
  return { jobArn, jobName: `demo-${specId}-0123456789abcdef-g1`, status: 'InProgress' }
}

export class LedgerWorld implements AsyncDisposable {
  readonly emulator: Emulator
  readonly said: string[] = []
  readonly log: Log = {
    info: message => void this.said.push(`info: ${message}`),
    warning: message => void this.said.push(`warning: ${message}`),
    group: () => () => undefined
  }

  private constructor(emulator: Emulator) {
    this.emulator = emulator
  }

  static async start(github: Partial<GithubOptions> = {}): Promise<LedgerWorld> {
    return new LedgerWorld(await startEmulator({ github }))
  }

  place(clock: Clock = quickClock): RestPlace {
    const { token, repository, repositoryId } = this.emulator.github.project.options
    const [owner = '', repo = ''] = repository.split('/')
    const rest = connectRest({ token, apiUrl: `${this.emulator.url}/api/v3`, clock })
    return { rest, owner, repo, repositoryId: String(repositoryId) }
  }

  /** A workflow run that is over, and left this behind. */
  leave(content: Buffer, run: { id: number; fork?: string; event?: string }, name = artifactName): Artifact {
    const { project, artifacts } = this.emulator.github
    project.startRun(run)
    project.endRun(run.id)
    const artifact = artifacts.create(name, { id: run.id, attempt: 1 }, 'application/zip')
    if (artifact === undefined) throw new Error(`run ${run.id} has left something already`)
    return Object.assign(artifact, { content, digest: `sha256:${hash('sha256', content)}`, finalized: true })
  }

  ledgerOf(jobs: readonly LedgerJob[], owner: { specId?: string; repositoryId?: string } = {}): string {
    const repositoryId = String(this.emulator.github.project.options.repositoryId)
    return writeLedger({ specId, repositoryId, ...owner }, jobs)
  }

  zipped(jobs: readonly LedgerJob[], owner: { specId?: string; repositoryId?: string } = {}): Buffer {
    return zipped(this.ledgerOf(jobs, owner))
  }

  requests(operation: string): number {
    return this.emulator.books.requests.filter(one => one.operation === operation).length
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.emulator.close()
  }
}

export function zipped(text: string): Buffer {
  return zipOf({ name: ledgerFileName, content: Buffer.from(text) })
}
