/**
 * The jobs that an earlier workflow run saved: the newest artifact that can be believed, read through REST and in
 * memory. One that cannot be believed is passed over with its reason, and the next older one is tried.
 */
import { hash } from 'node:crypto'
import type { LedgerJob, Log } from '../ports.ts'
import { cut, visible } from '../visible.ts'
import { Doubt } from './doubt.ts'
import { download } from './download.ts'
import { ledgerArtifactName, ledgerFileName, mostLedgerBytes, readLedger } from './ledger-file.ts'
import { believableArtifacts, checkEvent } from './ledger-search.ts'
import type { FoundArtifact, RestPlace } from './ledger-search.ts'
import { isDenied } from './rest.ts'
import { onlyEntry } from './zip-entry.ts'

export interface LoadOptions {
  readonly place: RestPlace
  readonly specId: string
  /** Whether a workflow run that this event started may tell us of jobs. */
  readonly mayBelieve: (event: string) => boolean
  readonly log: Log
}

/** How many artifacts are looked into before we do without. */
const mostLooks = 5

/** Empty where nothing was saved, or nothing of it can be believed. Throws RestError where artifacts cannot be listed. */
export async function loadLedger(options: LoadOptions): Promise<readonly LedgerJob[]> {
  const name = ledgerArtifactName(options.specId)
  let looks = 0
  for await (const artifact of believableArtifacts(options.place, name, options.log, mostLedgerBytes)) {
    try {
      return await read(options, artifact)
    } catch (error) {
      // Older ones are no better then.
      if (isDenied(error)) throw error
      options.log.warning(`the artifact ${name} of workflow run ${artifact.runId} is ignored: ${reasonOf(error)}`)
    }
    if (++looks === mostLooks) break
  }
  return []
}

async function read(
  { place, specId, mayBelieve }: LoadOptions,
  artifact: FoundArtifact
): Promise<readonly LedgerJob[]> {
  const { rest, owner, repo, repositoryId } = place
  await checkEvent(place, artifact.runId, mayBelieve)
  const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/zip'
  const address = await rest.redirect(route, { owner, repo, artifact_id: artifact.id })
  if (address === undefined) throw new Doubt('GitHub does not say where it is kept')
  const zip = await download(address, mostLedgerBytes)
  const isAsUploaded = artifact.digest === undefined || artifact.digest === `sha256:${hash('sha256', zip)}`
  if (!isAsUploaded) throw new Doubt('it is not what was uploaded: its digest differs')
  return readLedger(onlyEntry(zip, ledgerFileName, mostLedgerBytes), { specId, repositoryId })
}

/** A clause for a person; for what is no doubt, that it could not be read. */
function reasonOf(error: unknown): string {
  if (error instanceof Doubt) return error.message
  return `it could not be read: ${error instanceof Error ? cut(visible(error.message), 300) : 'no reason given'}`
}
