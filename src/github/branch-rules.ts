/** What a branch's rulesets say against a direct push, as far as the token may see. A look, never the authority: the push decides. */
import { at, isObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import type { Rest } from './rest.ts'

/** Rules that no direct push of an unsigned, unchecked commit passes. https://docs.github.com/en/rest/repos/rules */
const blocking: Readonly<Record<string, string>> = {
  pull_request: 'asks for a pull request before merging',
  update: 'restricts who may update the branch',
  merge_queue: 'asks for a merge queue',
  required_signatures: 'asks for signed commits',
  required_status_checks: 'asks for status checks before a push'
}

/**
 * A sentence when a ruleset stands against us and says that this token may not bypass it. Undefined otherwise, also when it
 * cannot be told: old-style protection and rules of the organisation show their exceptions to administrators only.
 */
export async function rulesAgainst(rest: Rest, repository: string, branch: string): Promise<string | undefined> {
  const [owner = '', repo = ''] = repository.split('/')
  for (const rule of await listOf(rest, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', { owner, repo, branch })) {
    const type = at(rule, 'type')
    const ruleset = at(rule, 'ruleset_id')
    if (typeof type !== 'string' || typeof ruleset !== 'number' || !Object.hasOwn(blocking, type)) continue
    if (await mayBypass(rest, { owner, repo, ruleset_id: ruleset })) continue
    return `a ruleset of ${repository} ${blocking[type] ?? ''} on ${branch}, and this token may not bypass it`
  }
  return undefined
}

/** Only a plain "never" counts against us. */
async function mayBypass(rest: Rest, parameters: Readonly<Record<string, unknown>>): Promise<boolean> {
  try {
    const ruleset = await rest.request('GET /repos/{owner}/{repo}/rulesets/{ruleset_id}', parameters)
    const word = isObject(ruleset) ? at(ruleset, 'current_user_can_bypass') : undefined
    return word !== 'never' && word !== 'pull_requests_only'
  } catch {
    return true
  }
}

async function listOf(rest: Rest, route: string, parameters: Readonly<Record<string, unknown>>): Promise<JsonObject[]> {
  try {
    const found = await rest.request(route, { ...parameters, per_page: 100 })
    return Array.isArray(found) ? found.filter(isObject) : []
  } catch {
    return [] // No permission, or a server without rulesets.
  }
}
