/** The GITHUB_* variables and the event, read once into our words. Outside GitHub everything is optional; nothing is decided here. */
import { at, isObject } from '../json.ts'
import type { JsonValue } from '../json.ts'

export interface GithubContext {
  readonly onGithub: boolean
  readonly eventName?: string
  /** `owner/name`. */
  readonly repository?: string
  readonly repositoryId?: string
  readonly defaultBranch?: string
  readonly runId?: string
  /** From 1; above 1 somebody pressed "re-run". */
  readonly runAttempt?: number
  readonly runUrl?: string
  readonly workflow?: string
  /** `owner/name/.github/workflows/x.yml@refs/heads/main`. */
  readonly workflowRef?: string
  /** `.github/workflows/x.yml`. */
  readonly workflowPath?: string
  readonly ref?: string
  /** Only where `ref` is a branch: `main`. */
  readonly branch?: string
  readonly headRef?: string
  readonly baseRef?: string
  readonly sha?: string
  readonly actor?: string
  readonly workspace?: string
  /** No slash at the end. */
  readonly serverUrl: string
  readonly apiUrl: string
  /** Whether the code of this event comes from another repository; undefined where the event has no such notion. */
  readonly fromFork?: boolean
}

export function readContext(env: Readonly<Record<string, string | undefined>>, event: unknown): GithubContext {
  const get = (name: string): string | undefined => (env[name] === '' ? undefined : env[name])
  const serverUrl = withoutSlash(get('GITHUB_SERVER_URL') ?? 'https://github.com')
  const repository = get('GITHUB_REPOSITORY')
  const runId = get('GITHUB_RUN_ID')
  const workflowRef = get('GITHUB_WORKFLOW_REF')
  const ref = get('GITHUB_REF')
  const payload = isObject(event) ? event : {}
  return dropAbsent({
    onGithub: get('GITHUB_ACTIONS') === 'true',
    eventName: get('GITHUB_EVENT_NAME'),
    repository,
    repositoryId: get('GITHUB_REPOSITORY_ID') ?? id(payload, 'repository.id'),
    defaultBranch: word(payload, 'repository.default_branch'),
    runId,
    runAttempt: attempt(get('GITHUB_RUN_ATTEMPT')),
    runUrl:
      repository !== undefined && runId !== undefined ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined,
    workflow: get('GITHUB_WORKFLOW'),
    workflowRef,
    workflowPath: workflowPath(workflowRef),
    ref,
    branch: ref?.startsWith('refs/heads/') === true ? ref.slice('refs/heads/'.length) : undefined,
    headRef: get('GITHUB_HEAD_REF'),
    baseRef: get('GITHUB_BASE_REF'),
    sha: get('GITHUB_SHA'),
    actor: get('GITHUB_ACTOR'),
    workspace: get('GITHUB_WORKSPACE'),
    serverUrl,
    apiUrl: withoutSlash(get('GITHUB_API_URL') ?? apiOf(serverUrl)),
    fromFork: fromFork(payload)
  })
}

/** A head repository that was deleted since counts as foreign. */
function fromFork(event: JsonValue): boolean | undefined {
  const home = id(event, 'repository.id')
  if (isObject(at(event, 'pull_request'))) return home === undefined || id(event, 'pull_request.head.repo.id') !== home
  if (isObject(at(event, 'workflow_run')))
    return home === undefined || id(event, 'workflow_run.head_repository.id') !== home
  return undefined
}

function workflowPath(workflowRef: string | undefined): string | undefined {
  return /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]+)@/.exec(workflowRef ?? '')?.[1]
}

function apiOf(serverUrl: string): string {
  return serverUrl === 'https://github.com' ? 'https://api.github.com' : `${serverUrl}/api/v3`
}

function attempt(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined
}

function id(value: JsonValue, path: string): string | undefined {
  const found = at(value, path)
  return typeof found === 'number' || (typeof found === 'string' && found !== '') ? String(found) : undefined
}

function word(value: JsonValue, path: string): string | undefined {
  const found = at(value, path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}

/** Members that may be undefined become members that may be absent. */
type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

function dropAbsent<T extends Record<string, unknown>>(facts: T): Present<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<T>
}
