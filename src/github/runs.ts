/** Whether a workflow run is over, by REST. https://docs.github.com/en/rest/actions/workflow-runs */
import { at, count } from '../json.ts'
import type { JsonValue } from '../json.ts'
import type { HasEnded, LeaseOwner } from '../ports.ts'
import type { RestPlace } from './ledger-search.ts'
import { isDenied } from './rest.ts'

/**
 * True where the run has completed or is at a later attempt: the attempt that is asked about is over then. Undefined
 * where nobody can tell: no token, no permission, no such run, no answer.
 */
export function workflowRuns(place: RestPlace | undefined): HasEnded {
  let denied = false
  return async ({ runId, runAttempt }) => {
    // The id was read from a file that others can write.
    if (place === undefined || denied || !/^\d{1,15}$/.test(runId)) return undefined
    const { rest, owner, repo } = place
    try {
      const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}'
      const run = (await rest.request(route, { owner, repo, run_id: Number(runId) })) as JsonValue
      return hasEnded(run, { runId, runAttempt })
    } catch (error) {
      denied = isDenied(error)
      return undefined
    }
  }
}

function hasEnded(
  run: JsonValue,
  { runId, runAttempt }: Pick<LeaseOwner, 'runId' | 'runAttempt'>
): boolean | undefined {
  const status = at(run, 'status')
  if (String(count(run, 'id')) !== runId || typeof status !== 'string') return undefined
  const attempt = count(run, 'run_attempt') ?? 1
  return status === 'completed' || attempt > Number(runAttempt)
}
