/** The environment in which unmodified clients (AWS SDKs, @actions/*) speak to the emulator and to nothing else. */
import { devNull } from 'node:os'
import type { Holder } from './signature/credentials.ts'
import { runtimeToken } from './github/artifacts.ts'
import { requestToken } from './github/oidc.ts'
import type { Project } from './github/project.ts'

export interface EnvironmentOptions {
  /** Standing keys in the environment; default true. Without them, credentials come by OIDC. */
  readonly keys?: boolean
  /** The ID token endpoint, as with `permissions: id-token: write`; default true. */
  readonly idToken?: boolean
  /** Another workflow run, or a further attempt of one. It is started if the emulator does not know it. */
  readonly runId?: number
  readonly runAttempt?: number
  readonly event?: string
  /** Added last. */
  readonly extra?: Readonly<Record<string, string>>
}

export interface EnvironmentSource {
  readonly url: string
  readonly region: string
  readonly keys: Holder
  readonly project: Project
}

export function environmentOf(source: EnvironmentSource, options: EnvironmentOptions = {}): Record<string, string> {
  const { url, region, keys, project } = source
  const github = project.options
  const id = options.runId ?? github.runId
  const attempt = options.runAttempt ?? (options.runId === undefined ? github.runAttempt : 1)
  const known = project.runs.get(id)
  const run =
    known?.attempt === attempt && (options.event === undefined || known.event === options.event)
      ? known
      : project.startRun({ id, attempt, ...(options.event !== undefined && { event: options.event }) })
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    // A developer's own profiles must not lead a test to the real AWS.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    ...((options.keys ?? true) && { AWS_ACCESS_KEY_ID: keys.accessKeyId, AWS_SECRET_ACCESS_KEY: keys.secretAccessKey }),
    ...((options.idToken ?? true) && {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/oidc/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken(run)
    }),
    ACTIONS_RESULTS_URL: `${url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(run),
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: `${url}/api/v3`,
    // @actions/artifact refuses servers other than GitHub's own.
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REPOSITORY_ID: String(github.repositoryId),
    GITHUB_REPOSITORY_OWNER: github.repository.split('/')[0] ?? '',
    GITHUB_REPOSITORY_OWNER_ID: String(github.ownerId),
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_WORKFLOW: github.workflow,
    GITHUB_WORKFLOW_REF: `${github.repository}/${github.workflowPath}@${github.ref}`,
    GITHUB_JOB: 'batch',
    GITHUB_ACTOR: github.actor,
    GITHUB_EVENT_NAME: run.event,
    GITHUB_REF: github.ref,
    GITHUB_REF_NAME: github.ref.replace(/^refs\/(heads|tags)\//, ''),
    GITHUB_REF_TYPE: 'branch',
    GITHUB_SHA: run.headSha,
    GITHUB_TOKEN: github.token,
    ...options.extra
  }
}
