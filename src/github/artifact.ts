/** Publishes by a workflow artifact that holds the changed files. */
import { join } from 'node:path'
import { Failure } from '../problems.ts'
import type { Clock, Log, Publication, Published, Publisher } from '../ports.ts'
import { cut, visible } from '../visible.ts'
import { connectArtifacts } from './artifact-client.ts'
import type { Environment } from './git.ts'
import { checkPaths, workFiles } from './publish-paths.ts'

/** What we use of @actions/artifact. */
export interface ArtifactUploads {
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options?: { retentionDays?: number }
  ): Promise<{ id?: number }>
  deleteArtifact(name: string): Promise<unknown>
}

export interface ArtifactOptions {
  readonly specName: string
  readonly workspace: string
  readonly env: Environment
  readonly paths?: readonly string[]
  /** Days, 1 to 90; default: the repository's setting. */
  readonly retentionDays?: number | undefined
  readonly clock: Clock
  readonly log: Log
  readonly connect?: (() => Promise<ArtifactUploads>) | undefined
}

const mostTries = 3

export function artifactPublisher(options: ArtifactOptions): Publisher {
  return {
    async check() {
      checkPaths(options.paths ?? [])
      requireService(options.env)
    },
    async publish(publication) {
      requireService(options.env)
      return upload(options, publication)
    }
  }
}

/** Letters and digits of the spec's name only: GitHub refuses `" : < > | * ? \ /` and line ends. */
export function artifactName(specName: string): string {
  return `bedrock-batch-${cut(specName.replace(/[^\w.-]+/g, '-'), 100)}-output`
}

async function upload(options: ArtifactOptions, publication: Publication): Promise<Published> {
  const files = await workFiles(options.workspace, publication, Infinity)
  if (files.length === 0) return {}
  const connect = options.connect ?? connectArtifacts
  const client = await connect()
  const name = artifactName(options.specName)
  const paths = files.map(file => join(options.workspace, file.path))
  const settings = options.retentionDays === undefined ? {} : { retentionDays: options.retentionDays }
  for (let tried = 1; ; tried++) {
    try {
      const { id } = await client.uploadArtifact(name, paths, options.workspace, settings)
      return id === undefined ? {} : { artifact: { name, id } }
    } catch (error) {
      if (tried >= mostTries) throw unsaved(name, error)
      // The name is taken once per run attempt: by an earlier publication of this pass, or by our own lost request.
      await client.deleteArtifact(name).catch(() => undefined)
      await options.clock.sleep((0.5 + options.clock.random()) * 1000 * tried)
    }
  }
}

function unsaved(name: string, cause: unknown): Failure {
  const why = cause instanceof Error ? cut(visible(cause.message), 400) : 'no reason given'
  const remedy = 'Run the workflow again. Nothing is lost: answers stay in S3, and the next pass publishes them.'
  return new Failure('cannot-publish', `the artifact ${name} could not be uploaded: ${why}`, { cause, remedy })
}

function requireService(env: Environment): void {
  if ((env['ACTIONS_RUNTIME_TOKEN'] ?? '') !== '' && (env['ACTIONS_RESULTS_URL'] ?? '') !== '') return
  throw new Failure('cannot-publish', 'there is no artifact service here (ACTIONS_RUNTIME_TOKEN is not set)', {
    remedy: 'Artifacts exist in a workflow only. Set publish.via to none to leave the files in the workspace.'
  })
}
