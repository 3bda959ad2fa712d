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
  readonly logger: Readonly<Record<'debug' | 'info' | 'warn' | 'error', () => void>>
}

/** What the SDK has to say comes as errors; its own lines in the log would be nobody's. */
const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore }

function ignore(): void {
  // Nothing.
}

export function clientSettings(region: string, version: string, credentials?: CredentialSource): ClientSettings {
  return {
    region,
    maxAttempts: 5,
    // A gigabyte may take its minutes; a socket that is silent for one is dead.
    requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000 },
    customUserAgent: `bedrock-batch-action/${version}`,
    logger: quiet,
    ...(credentials && { credentials })
  }
}
