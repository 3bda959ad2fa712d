/** The publisher that a spec asks for, connected to this workflow run. */
import type { Clock, Log, Publication, Publisher } from '../ports.ts'
import { artifactPublisher } from './artifact.ts'
import type { ArtifactOptions } from './artifact.ts'
import { rulesAgainst } from './branch-rules.ts'
import { commitPublisher } from './commit.ts'
import type { GithubContext } from './context.ts'
import type { Environment } from './git.ts'
import { noPublisher } from './none.ts'
import { pullRequestPublisher } from './pull-request.ts'
import { connectRest } from './rest.ts'
import type { Rest } from './rest.ts'

export interface PublisherOptions {
  readonly specName: string
  /** The `publish` block of a spec. */
  readonly publish: {
    readonly via: 'commit' | 'pull-request' | 'artifact' | 'none'
    readonly branch?: string
    readonly base?: string
    readonly labels: readonly string[]
    readonly draft: boolean
  }
  /** Absolute. */
  readonly workspace: string
  readonly env: Environment
  readonly context: GithubContext
  /** The input github-token. */
  readonly token?: string | undefined
  /** Output paths known before the pass: outputs, locks, manifests. */
  readonly paths?: readonly string[]
  readonly retentionDays?: number | undefined
  readonly clock: Clock
  readonly log: Log
  /** In place of @actions/artifact. */
  readonly connectArtifacts?: ArtifactOptions['connect']
}

export function createPublisher(options: PublisherOptions): Publisher {
  const { specName, publish, workspace, env, context, token, paths = [], clock, log } = options
  const place = {
    workspace,
    env,
    token,
    serverUrl: context.serverUrl,
    repository: context.repository,
    paths,
    clock,
    log
  }
  const rest = restFor(options)
  const branches = {
    branch: publish.branch,
    runBranch: context.branch,
    ref: context.ref,
    defaultBranch: context.defaultBranch
  }
  const onRefused = (publication: Publication): Promise<string | undefined> => bringToSafety(options, publication)
  switch (publish.via) {
    case 'none':
      return noPublisher(paths)
    case 'artifact':
      return artifactPublisher(artifactOptions(options))
    case 'commit':
      return commitPublisher({ ...place, ...branches, onRefused, rulesAgainst: rules(rest, context.repository) })
    case 'pull-request':
      return pullRequestPublisher({
        ...place,
        ...branches,
        specName,
        base: publish.base,
        labels: publish.labels,
        draft: publish.draft,
        rest,
        onRefused
      })
  }
}

function restFor({ token, context, clock }: PublisherOptions): Rest | undefined {
  return token === undefined || token === '' ? undefined : connectRest({ token, apiUrl: context.apiUrl, clock })
}

function rules(
  rest: Rest | undefined,
  repository: string | undefined
): ((branch: string) => Promise<string | undefined>) | undefined {
  if (rest === undefined || repository === undefined) return undefined
  return branch => rulesAgainst(rest, repository, branch)
}

function artifactOptions({
  specName,
  workspace,
  env,
  paths,
  retentionDays,
  clock,
  log,
  connectArtifacts
}: PublisherOptions): ArtifactOptions {
  return { specName, workspace, env, paths: paths ?? [], retentionDays, clock, log, connect: connectArtifacts }
}

/** The files of a refused push, uploaded as an artifact. Best effort: the refusal is what the user has to hear about. */
async function bringToSafety(options: PublisherOptions, publication: Publication): Promise<string | undefined> {
  try {
    const { artifact } = await artifactPublisher(artifactOptions(options)).publish(publication)
    return artifact === undefined ? undefined : `The files are in the artifact ${artifact.name} of this workflow run.`
  } catch (error) {
    options.log.warning(
      `The files could not be uploaded as an artifact either: ${error instanceof Error ? error.message : String(error)}`
    )
    return undefined
  }
}
