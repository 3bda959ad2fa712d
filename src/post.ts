/**
 * The post step: uploads the jobs that the main step created and could not save any more, because it was killed or
 * cancelled in between. It knows what the main step left on this runner's disk, and asks AWS nothing. Best effort: it
 * never fails the workflow job, and gives up after a while.
 */
import { readContext } from './github/context.ts'
import { Doubt } from './github/doubt.ts'
import { ledgerArtifactName, readLedger } from './github/ledger-file.ts'
import { KeptLedgers } from './github/ledger-kept.ts'
import type { KeptLedger } from './github/ledger-kept.ts'
import { uploadLedger, whyNoArtifacts } from './github/ledger-upload.ts'
import { createLog } from './github/log.ts'
import { within } from './github/within.ts'
import { systemClock } from './node/clock.ts'
import type { Log } from './ports.ts'

const patienceMs = 10_000

/** `folder`: what the main step saved as state. */
export async function post(env: Readonly<Record<string, string | undefined>>, folder: string): Promise<void> {
  const context = readContext(env, {})
  const log = createLog(context.onGithub)
  try {
    const open = new KeptLedgers(folder).all().filter(one => !one.uploaded)
    if (open.length === 0 || whyNoArtifacts(env, context) !== undefined) return
    log.info('The main step ended before it had saved its list of jobs for later workflow runs.')
    await within(patienceMs, systemClock, uploadAll(open, context.repositoryId ?? '', log))
  } catch (error) {
    const why = error instanceof Error ? error.message : 'no reason given'
    log.warning(`The list of jobs could not be saved: ${why}. The next pass goes on from Bedrock’s own list.`)
  }
}

async function uploadAll(open: readonly KeptLedger[], repositoryId: string, log: Log): Promise<void> {
  for (const kept of open) {
    const { specId, text } = kept
    try {
      // Other steps can write to the disk: what is uploaded in our name is what we would believe.
      const jobs = readLedger(Buffer.from(text), { specId, repositoryId })
      await uploadLedger({ ...kept, name: ledgerArtifactName(specId) })
      KeptLedgers.markUploaded(kept)
      log.info(`Saved: ${jobs.map(job => job.jobArn).join(', ')}`)
    } catch (error) {
      if (!(error instanceof Doubt)) throw error
      log.info(`What the main step left for spec ${specId} is not saved: ${error.message}.`)
    }
  }
}
