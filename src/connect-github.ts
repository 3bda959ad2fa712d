/** GitHub as a pass needs it beside publishing: jobs saved by earlier workflow runs, and who holds a lease. */
import type { Inputs } from './action/inputs.ts'
import { whatMayHappen } from './action/trust.ts'
import { ArtifactLedger } from './github/ledger.ts'
import type { RestPlace } from './github/ledger-search.ts'
import type { GithubContext } from './github/context.ts'
import { connectRest } from './github/rest.ts'
import { workflowRuns } from './github/runs.ts'
import { systemClock } from './node/clock.ts'
import type { HasEnded, LeaseOwner, Ledger } from './ports.ts'
import { Failure } from './problems.ts'
import type { Surroundings } from './run-specs.ts'

export interface GithubConnections {
  readonly ledger: Ledger
  readonly owner: LeaseOwner
  readonly hasEnded: HasEnded
}

/** One for all specs. Nothing is asked, and no client loaded, before a pass needs it. */
export function connectGithub(inputs: Inputs, { env, context, log }: Surroundings): GithubConnections {
  const place = placeOf(context, inputs.githubToken)
  const mayBelieve = (event: string): boolean => maySave(event, inputs.allowEvents)
  return {
    ledger: new ArtifactLedger({ env, context, place, mayBelieve, clock: systemClock, log }),
    owner: ownerOf(context),
    hasEnded: workflowRuns(place)
  }
}

function placeOf(
  { repository, repositoryId, apiUrl }: GithubContext,
  token: string | undefined
): RestPlace | undefined {
  const [owner, repo] = repository?.split('/') ?? []
  if (token === undefined || owner === undefined || repo === undefined || repositoryId === undefined) return undefined
  return { rest: connectRest({ token, apiUrl, clock: systemClock }), owner, repo, repositoryId }
}

/** A pass that may do no more than plan saves nothing: what its event left behind is not from us. */
export function maySave(eventName: string, allowEvents: readonly string[]): boolean {
  const permission = whatMayHappen({ onGithub: true, eventName, fromFork: false }, allowEvents, 'collect')
  return !(permission instanceof Failure) && permission.mode === 'collect'
}

function ownerOf({ runId, runAttempt, runUrl }: GithubContext): LeaseOwner {
  return { runId: runId ?? '', runAttempt: String(runAttempt ?? 1), runUrl: runUrl ?? 'a run outside GitHub' }
}
