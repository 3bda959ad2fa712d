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
  /** Fires when the pass is cancelled: what is being read is given up then. */
  readonly signal?: AbortSignal
}

/** GitHub kills ten seconds after the first signal. */
const graceMs = 5000

/** The signal for what is being written: it fires a while later, so that a write which goes well is not lost. */
export function afterGrace(signal: AbortSignal | undefined): AbortSignal | undefined {
  if (signal === undefined) return undefined
  const late = new AbortController()
  const wait = (): void => void setTimeout(() => late.abort(), graceMs).unref()
  if (signal.aborted) wait()
  else signal.addEventListener('abort', wait, { once: true })
  return late.signal
}

/** Options of one request. */
export function until(signal: AbortSignal | undefined): { abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal }
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
