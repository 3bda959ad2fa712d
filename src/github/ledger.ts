/**
 * The Ledger port by workflow artifacts: a hint that makes a pass fast, never an authority. Nothing here throws, and
 * nothing is waited for long: what is lost costs a look at Bedrock's own list.
 */
import * as core from '@actions/core'
import { tmpdir } from 'node:os'
import type { Clock, Ledger, LedgerJob, Log } from '../ports.ts'
import { cut, visible } from '../visible.ts'
import type { GithubContext } from './context.ts'
import type { Environment } from './git.ts'
import { ledgerArtifactName, writeLedger } from './ledger-file.ts'
import { KeptLedgers } from './ledger-kept.ts'
import type { KeptLedger } from './ledger-kept.ts'
import { loadLedger } from './ledger-load.ts'
import type { RestPlace } from './ledger-search.ts'
import { uploadLedger, whyNoArtifacts } from './ledger-upload.ts'
import type { LedgerUploads } from './ledger-upload.ts'
import { isDenied, RestError } from './rest.ts'
import { within } from './within.ts'

export interface LedgerOptions {
  readonly env: Environment
  readonly context: GithubContext
  /** Undefined where there is no token that could read artifacts. */
  readonly place: RestPlace | undefined
  /** Whether a workflow run that this event started may tell us of jobs. */
  readonly mayBelieve: (event: string) => boolean
  readonly clock: Clock
  readonly log: Log
  /** In place of @actions/artifact. */
  readonly connect?: () => Promise<LedgerUploads>
}

/** The state in which the post step is told where to look; main.ts reads it as STATE_ledgers. */
const keptState = 'ledgers'

const patienceMs = 60_000
const instead =
  'The pass goes on from Bedrock’s own list of jobs; only a job that is not listed yet can be missed, and only for a while.'

export class ArtifactLedger implements Ledger {
  private readonly options: LedgerOptions
  private readonly nowhere: string | undefined
  private readonly said = new Set<string>()
  private kept: KeptLedgers | undefined

  constructor(options: LedgerOptions) {
    this.options = options
    this.nowhere = whyNoArtifacts(options.env, options.context)
  }

  async load(specId: string): Promise<readonly LedgerJob[]> {
    const { place, clock } = this.options
    if (place === undefined) {
      this.tell('info', `Jobs saved by earlier workflow runs are not read without github-token. ${instead}`)
      return []
    }
    try {
      return await within(patienceMs, clock, loadLedger({ ...this.options, place, specId }))
    } catch (error) {
      this.tellUnread(error)
      return []
    }
  }

  note(specId: string, jobs: readonly LedgerJob[]): void {
    if (this.nowhere !== undefined) return
    try {
      this.keep(specId, jobs)
    } catch {
      // Saved a moment later; it is said then if it cannot be.
    }
  }

  async save(specId: string, jobs: readonly LedgerJob[]): Promise<void> {
    if (this.nowhere !== undefined) {
      this.tell('info', `The list of jobs is not saved for later workflow runs: ${this.nowhere}. ${instead}`)
      return
    }
    try {
      const kept = this.keep(specId, jobs)
      if (kept.uploaded) return
      const { clock, connect } = this.options
      await within(patienceMs, clock, uploadLedger({ ...kept, name: ledgerArtifactName(specId) }, connect))
      KeptLedgers.markUploaded(kept)
    } catch (error) {
      this.tell(
        'warning',
        `The list of jobs could not be saved for later workflow runs: ${messageOf(error)}. ${instead}`
      )
    }
  }

  private keep(specId: string, jobs: readonly LedgerJob[]): KeptLedger {
    const { env, context } = this.options
    this.kept ??= openKept(env)
    return this.kept.keep(specId, writeLedger({ specId, repositoryId: context.repositoryId ?? '' }, jobs))
  }

  private tellUnread(error: unknown): void {
    if (error instanceof RestError && (isDenied(error) || error.status === 404)) {
      this.tell(
        'info',
        `Artifacts of earlier workflow runs cannot be read (HTTP ${error.status}): give the workflow job permissions: actions: read. ${instead}`
      )
      return
    }
    this.tell('warning', `Artifacts of earlier workflow runs could not be read: ${messageOf(error)}. ${instead}`)
  }

  /** What holds for every spec is said once. Off GitHub nobody expects artifacts. */
  private tell(level: 'info' | 'warning', message: string): void {
    if (!this.options.context.onGithub || this.said.has(message)) return
    this.said.add(message)
    this.options.log[level](message)
  }
}

/** Tells the post step at once where to look. */
function openKept(env: Environment): KeptLedgers {
  const parent = env['RUNNER_TEMP'] ?? ''
  const kept = KeptLedgers.create(parent === '' ? tmpdir() : parent)
  if ((env['GITHUB_STATE'] ?? '') !== '') core.saveState(keptState, kept.folder)
  return kept
}

function messageOf(error: unknown): string {
  return error instanceof Error ? cut(visible(error.message), 300) : 'no reason given'
}
