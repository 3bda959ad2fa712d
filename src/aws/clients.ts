/** What every AWS client of ours is made with. */

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration: Date
}

export type CredentialSource = () => Promise<Credentials>

export interface ClientSettings {
  readonly region: string
  /** Absent: the SDK's own chain (environment, profile, instance). */
  readonly credentials?: CredentialSource
  readonly maxAttempts: number
  readonly requestHandler: { readonly connectionTimeout: number; readonly socketTimeout: number }
  readonly customUserAgent: string
}

export function clientSettings(region: string, version: string, credentials?: CredentialSource): ClientSettings {
  return {
    region,
    maxAttempts: 5,
    // A gigabyte may take its minutes; a socket that is silent for one is dead.
    requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000 },
    customUserAgent: `bedrock-batch-action/${version}`,
    ...(credentials && { credentials })
  }
}
