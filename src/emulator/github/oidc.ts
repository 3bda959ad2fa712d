/**
 * GitHub's OIDC provider: ID tokens for workflow jobs, good for 300 s, and the documents by which others check them.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
import { randomUUID } from 'node:crypto'
import type { EmulatorClock, Exchange, Reply } from '../exchange.ts'
import type { JsonMap } from '../json.ts'
import { claimsOf, unsigned, type SigningKey } from './jwt.ts'
import { githubError, githubJson } from './reply.ts'
import type { Project, WorkflowRun } from './project.ts'

const lifeSeconds = 300

export function oidcOperation(pathname: string): string {
  if (pathname.endsWith('/openid-configuration')) return 'openid-configuration'
  return pathname.endsWith('/jwks') ? 'jwks' : 'IdToken'
}

export function oidcService(
  project: Project,
  key: SigningKey,
  clock: EmulatorClock
): (exchange: Exchange) => Promise<Reply> {
  return async exchange => {
    const { issuer } = project.options
    switch (oidcOperation(exchange.url.pathname)) {
      case 'openid-configuration':
        return githubJson({
          issuer,
          jwks_uri: `${exchange.url.origin}/oidc/.well-known/jwks`,
          subject_types_supported: ['public', 'pairwise'],
          response_types_supported: ['id_token'],
          id_token_signing_alg_values_supported: ['RS256'],
          scopes_supported: ['openid']
        })
      case 'jwks':
        return {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ keys: [key.jwk] })
        }
      default:
        return idToken(exchange, project, key, clock)
    }
  }
}

/** What ACTIONS_ID_TOKEN_REQUEST_TOKEN is for a run. */
export function requestToken(run: Pick<WorkflowRun, 'id' | 'attempt'>): string {
  return unsigned({ purpose: 'id-token', run_id: String(run.id), run_attempt: String(run.attempt) })
}

function idToken(exchange: Exchange, project: Project, key: SigningKey, clock: EmulatorClock): Reply {
  const bearer = claimsOf((exchange.headers['authorization'] ?? '').replace(/^Bearer /i, ''))
  const run = project.runs.get(Number(bearer?.['run_id']))
  if (bearer?.['purpose'] !== 'id-token' || !run) return githubError(401, 'Unauthorized')
  if (run.headRepository !== project.options.repository)
    return githubError(403, 'Resource not accessible by integration')
  const audience = exchange.url.searchParams.get('audience') ?? `https://github.com/${owner(project)}`
  const value = key.sign(claims(project, run, audience, Math.floor(clock.now() / 1000)))
  return githubJson({ count: value.length, value })
}

function owner(project: Project): string {
  return project.options.repository.split('/')[0] ?? ''
}

function claims(project: Project, run: WorkflowRun, audience: string, now: number): JsonMap {
  const { options } = project
  const workflowRef = `${options.repository}/${options.workflowPath}@${options.ref}`
  return {
    jti: randomUUID(),
    sub:
      run.event === 'pull_request'
        ? `repo:${options.repository}:pull_request`
        : `repo:${options.repository}:ref:${options.ref}`,
    aud: audience,
    ref: options.ref,
    ref_type: 'branch',
    ref_protected: 'false',
    sha: run.headSha,
    repository: options.repository,
    repository_id: String(options.repositoryId),
    repository_owner: owner(project),
    repository_owner_id: String(options.ownerId),
    repository_visibility: 'private',
    run_id: String(run.id),
    run_number: '1',
    run_attempt: String(run.attempt),
    actor: options.actor,
    actor_id: String(options.ownerId),
    workflow: options.workflow,
    workflow_ref: workflowRef,
    workflow_sha: run.headSha,
    job_workflow_ref: workflowRef,
    job_workflow_sha: run.headSha,
    event_name: run.event,
    runner_environment: 'github-hosted',
    iss: options.issuer,
    nbf: now - 300,
    iat: now,
    exp: now + lifeSeconds
  }
}
