/** One AWS account and region as the pipeline sees it. */
import type { Clock, Cloud, Identity, ObjectStore } from '../ports.ts'
import { Failure } from '../problems.ts'
import { openBatchJobs } from './batch-jobs.ts'
import { clientSettings } from './clients.ts'
import type { ClientSettings, CredentialSource } from './clients.ts'
import { callerIdentity } from './credentials.ts'
import { openBucket } from './objects.ts'

export interface CloudSettings {
  readonly region: string
  readonly bucket: string
  readonly bucketOwner?: string
  readonly credentials?: CredentialSource
  readonly version: string
  /** Empty: any account. */
  readonly allowedAccountIds: readonly string[]
  readonly signal?: AbortSignal
}

export function openCloud(settings: CloudSettings, clock: Clock): Cloud {
  const { region, bucketOwner, signal } = settings
  const clients = { ...clientSettings(region, settings.version, settings.credentials), ...(signal && { signal }) }
  const owner = bucketOwner === undefined ? {} : { owner: bucketOwner }
  const bucket = (name: string): ObjectStore => openBucket({ name, region, ...owner }, clients, clock)
  let identity: Promise<Identity> | undefined
  return {
    region,
    objects: bucket(settings.bucket),
    bucket,
    foreignBucket: name => openBucket({ name, region }, clients, clock),
    jobs: openBatchJobs(clients),
    async onDemand() {
      const { openOnDemand } = await import('./on-demand.ts')
      return openOnDemand(clients)
    },
    identity: () => (identity ??= whoWeAre(settings, clients))
  }
}

async function whoWeAre({ allowedAccountIds }: CloudSettings, clients: ClientSettings): Promise<Identity> {
  const identity = await callerIdentity(clients)
  if (allowedAccountIds.length === 0 || allowedAccountIds.includes(identity.account)) return identity
  const message = `the credentials belong to account ${identity.account}, allowed are ${allowedAccountIds.join(', ')}`
  throw new Failure('wrong-account', message, {
    remedy: 'Correct allowed-account-ids, or assume a role of an allowed account. Nothing was read or paid.'
  })
}
