/**
 * Uploads a spec's jobs as the artifact of this workflow run. A name is taken once per attempt of a run: what stands
 * under it is removed first.
 */
import { connectArtifacts } from './artifact-client.ts'
import type { GithubContext } from './context.ts'
import type { Environment } from './git.ts'

/** What we use of @actions/artifact. */
export interface LedgerUploads {
  listArtifacts(): Promise<{ readonly artifacts: readonly { readonly name: string }[] }>
  deleteArtifact(name: string): Promise<unknown>
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options: { compressionLevel: number }
  ): Promise<unknown>
}

interface Uploading {
  readonly name: string
  /** Absolute; `file` is inside `folder`, and stands in the artifact by its path from there. */
  readonly file: string
  readonly folder: string
}

/** Throws what the client throws; it has said so in the log by then. */
export async function uploadLedger(
  { name, file, folder }: Uploading,
  connect: () => Promise<LedgerUploads> = connectArtifacts
): Promise<void> {
  const client = await connect()
  await clear(client, name)
  await client.uploadArtifact(name, [file], folder, { compressionLevel: 0 })
}

/** Undefined where there is a service; otherwise why there is none, for a person. */
export function whyNoArtifacts(env: Environment, { serverUrl }: Pick<GithubContext, 'serverUrl'>): string | undefined {
  const isThere = (env['ACTIONS_RUNTIME_TOKEN'] ?? '') !== '' && (env['ACTIONS_RESULTS_URL'] ?? '') !== ''
  if (!isThere) return 'there is no artifact service here (ACTIONS_RUNTIME_TOKEN is not set)'
  const { hostname } = new URL(serverUrl)
  // The client refuses other servers, with a warning at each try.
  const isKnown = hostname === 'github.com' || hostname.endsWith('.ghe.com') || hostname.endsWith('.localhost')
  return isKnown ? undefined : 'GitHub Enterprise Server has no artifact service of this kind'
}

/** Asks before it removes: the client calls both a name that is taken and one that is not there a failure, in the log. */
async function clear(client: LedgerUploads, name: string): Promise<void> {
  const { artifacts } = await client.listArtifacts()
  if (artifacts.some(one => one.name === name)) await client.deleteArtifact(name)
}
