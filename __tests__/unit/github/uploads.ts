/** The artifact service of one workflow run as the real client shows it: a name is taken until it is deleted. */
import { readFileSync } from 'node:fs'
import type { LedgerUploads } from '../../../src/github/ledger-upload.ts'

export class FakeUploads implements LedgerUploads {
  readonly stored = new Map<string, string>()
  readonly done: string[] = []
  /** Thrown instead of the next uploads. */
  trouble: Error | undefined
  /** Nothing is ever answered. */
  silent = false

  readonly connect = async (): Promise<LedgerUploads> => this

  async listArtifacts(): Promise<{ artifacts: { name: string }[] }> {
    if (this.silent) await new Promise(() => undefined)
    return { artifacts: [...this.stored.keys()].map(name => ({ name })) }
  }

  async deleteArtifact(name: string): Promise<void> {
    if (!this.stored.delete(name)) throw new Error(`Artifact not found for name: ${name}`)
    this.done.push(`delete ${name}`)
  }

  async uploadArtifact(
    name: string,
    files: string[],
    _root: string,
    { compressionLevel }: { compressionLevel: number }
  ): Promise<void> {
    if (this.trouble !== undefined) throw this.trouble
    if (this.stored.has(name)) throw new Error('an artifact with this name already exists on the workflow run')
    this.stored.set(name, readFileSync(files[0] ?? '', 'utf8'))
    this.done.push(`upload ${name} at level ${compressionLevel}`)
  }
}
