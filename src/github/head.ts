/** Whether the commit of this workflow run is still the head of its branch. */
import type { Clock } from '../ports.ts'
import { text } from '../json.ts'
import type { JsonValue } from '../json.ts'
import type { GithubContext } from './context.ts'
import { connectRest } from './rest.ts'

/** False where nobody can tell: a re-run that may be stale does not pay. */
export async function isStillHead(context: GithubContext, token: string | undefined, clock: Clock): Promise<boolean> {
  const { repository, branch, sha, apiUrl } = context
  if (token === undefined || repository === undefined || branch === undefined || sha === undefined) return false
  const [owner, repo] = repository.split('/')
  try {
    const rest = connectRest({ token, apiUrl, clock })
    const answer = await rest.request('GET /repos/{owner}/{repo}/branches/{branch}', { owner, repo, branch })
    return text(answer as JsonValue, 'commit.sha') === sha
  } catch {
    return false
  }
}
