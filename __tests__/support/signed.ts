/** Signed exchanges without a client: for requests that no SDK would send. The SDK holds the signing itself in the contract suites. */
import { hash } from 'node:crypto'
import type { Exchange } from '../../src/emulator/exchange.ts'
import { canonicalRequest, sign, signingKey, stringToSign } from '../../src/emulator/signature/canonical.ts'
import { exchange } from './listen.ts'

export interface Signer {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export interface Ask {
  readonly method?: string
  readonly target: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly region?: string
  readonly service?: string
  /** Default: 2026-11-20T12:00:00Z, where `noon` stands. */
  readonly at?: number
  /** Headers added after the signature was made. */
  readonly unsigned?: Readonly<Record<string, string>>
}

export const noon = Date.parse('2026-11-20T12:00:00Z')

export function signed(signer: Signer, ask: Ask): Exchange {
  const { method = 'GET', target, body = '', region = 'us-east-1', service = 's3', at = noon } = ask
  const signedAt = new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const payload = ask.headers?.['x-amz-content-sha256'] ?? hash('sha256', body)
  const headers: Record<string, string> = {
    host: '127.0.0.1',
    'content-length': String(Buffer.byteLength(body)),
    'x-amz-content-sha256': payload,
    'x-amz-date': signedAt,
    ...(signer.sessionToken !== undefined && { 'x-amz-security-token': signer.sessionToken }),
    ...ask.headers
  }
  const signedHeaders = Object.keys(headers).sort()
  const scope = { date: signedAt.slice(0, 8), region, service }
  const canonical = canonicalRequest({ method, target, headers }, { signedHeaders, scope }, payload)
  const signature = sign(signingKey(signer.secretAccessKey, scope), stringToSign(canonical, signedAt, scope))
  const credential = `${signer.accessKeyId}/${scope.date}/${region}/${service}/aws4_request`
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`
  return exchange(method, target, { ...headers, authorization, ...ask.unsigned }, body)
}
