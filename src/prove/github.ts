/** What stands for GitHub: one branch that passes check out and commit to, and the artifact that carries jobs between them. */
import { Doubt } from '../github/doubt.ts'
import { readLedger, writeLedger } from '../github/ledger-file.ts'
import type { Ledger, LedgerJob, Publication, Published, Publisher } from '../ports.ts'
import { Failure } from '../problems.ts'
import { repositoryId } from './dataset.ts'
import type { Dataset } from './dataset.ts'
import type { Life } from './life.ts'
import type { Files, MemoryWorkspace } from './memory.ts'

export interface Commit {
  readonly pass: number
  /** The rows that the pass had in its checkout. */
  readonly dataset: Dataset
  readonly files: Files
}

export class Branch {
  files = new Map<string, string>()
  readonly commits: Commit[] = []

  /** A push by a person. */
  push(files: Files): void {
    this.files = new Map([...this.files, ...files])
  }
}

export interface CheckedOut {
  readonly pass: number
  readonly branch: Branch
  readonly dataset: Dataset
  readonly workspace: MemoryWorkspace
  readonly life: Life
}

/** As the real one: on top of whatever the branch has become, unless somebody else changed the same files. */
export function branchPublisher({ pass, branch, dataset, workspace, life }: CheckedOut): Publisher {
  const base = new Map(branch.files)
  const commit = (publication: Publication): Published => {
    const paths = [...publication.changed, ...publication.removed]
    const touched = paths.filter(
      path => branch.files.get(path) !== base.get(path) && branch.files.get(path) !== workspace.files.get(path)
    )
    if (touched.length > 0) {
      throw new Failure('cannot-publish', `somebody else changed ${touched.join(', ')} since this pass began`, {
        remedy: 'Nothing is lost: the next pass publishes them.'
      })
    }
    for (const path of paths) {
      const text = workspace.files.get(path)
      if (text === undefined) branch.files.delete(path)
      else branch.files.set(path, text)
      if (text === undefined) base.delete(path)
      else base.set(path, text)
    }
    branch.commits.push({ pass, dataset, files: new Map(branch.files) })
    return { commitSha: String(branch.commits.length) }
  }
  // A push whose connection broke is pushed again: what has arrived already changes nothing.
  const again = async <T>(step: () => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await step()
      } catch (error) {
        if (error instanceof Failure || attempt === 3) throw error
        await life.sleep(1000)
      }
    }
  }
  return {
    check: () => again(() => life.call('publisher.check', '', async () => undefined)),
    publish: publication =>
      again(() => life.call('publisher.publish', publication.changed.join(' '), async () => commit(publication)))
  }
}

/** The text of the artifact of every workflow run that saved one, read as a pass on GitHub reads it: newest first, if it can be believed. */
export class Artifacts {
  saved: string[] = []

  ledgerFor(life: Life): Ledger {
    return {
      load: specId => life.call('ledger.load', '', async () => this.newest(specId)).catch(() => []),
      note: () => undefined,
      save: (specId, jobs) =>
        life
          .call('ledger.save', `${jobs.length} jobs`, async () => {
            this.saved.push(writeLedger({ specId, repositoryId }, jobs))
          })
          .catch(() => undefined)
    }
  }

  private newest(specId: string): readonly LedgerJob[] {
    for (const text of this.saved.toReversed()) {
      try {
        return readLedger(Buffer.from(text), { specId, repositoryId })
      } catch (error) {
        if (!(error instanceof Doubt)) throw error
      }
    }
    return []
  }
}
