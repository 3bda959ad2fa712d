/** An OpenID Connect issuer of our own: signs ID tokens, and serves its key on loopback for servers that fetch it. */
import { execFileSync } from 'node:child_process'
import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IdTokenVerdict } from '../../src/emulator/sts/service.ts'

export interface Claims {
  readonly aud: string
  readonly sub: string
  /** Seconds since 1970. */
  readonly exp: number
}

const keyId = 'suite-key'

export class Issuer {
  readonly url: string
  private readonly key: KeyObject

  constructor(url: string) {
    this.url = url
    this.key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  }

  token(claims: Claims): string {
    const iat = claims.exp - 300
    const head = [
      { alg: 'RS256', typ: 'JWT', kid: keyId },
      { iss: this.url, iat, nbf: iat, ...claims }
    ]
    const text = head.map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    return `${text}.${sign('sha256', Buffer.from(text), this.key).toString('base64url')}`
  }

  /** As the emulator's STS wants to be told. */
  check(token: string, audience: string, nowMs: number): IdTokenVerdict {
    const [head = '', body = '', signature = ''] = token.split('.')
    const right = verify(
      'sha256',
      Buffer.from(`${head}.${body}`),
      createPublicKey(this.key),
      Buffer.from(signature, 'base64url')
    )
    if (!right) return { kind: 'malformed' }
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims
    if (claims.exp * 1000 < nowMs) return { kind: 'expired' }
    if (claims.aud !== audience) return { kind: 'malformed', message: 'Incorrect token audience' }
    return { kind: 'valid', issuer: this.url, subject: claims.sub, audience: claims.aud }
  }

  /** A self-made certificate of the key: its base64 DER and its SHA-1, as OIDC providers are registered with. Needs openssl. */
  certificate(): { readonly der: string; readonly thumbprint: string } {
    const folder = mkdtempSync(join(tmpdir(), 'issuer-'))
    try {
      writeFileSync(join(folder, 'key.pem'), this.key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
      const out = join(folder, 'cert.pem')
      const options = ['-key', join(folder, 'key.pem'), '-days', '2', '-subj', '/CN=suite-issuer', '-out', out]
      execFileSync('openssl', ['req', '-x509', '-new', ...options], { stdio: 'ignore' })
      const der = readFileSync(out, 'utf8').replaceAll(/-----[^-]+-----|\s/g, '')
      return { der, thumbprint: createHash('sha1').update(Buffer.from(der, 'base64')).digest('hex').toUpperCase() }
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  get jwk(): Record<string, unknown> {
    return { ...createPublicKey(this.key).export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' }
  }
}

/** An issuer that a server on this machine can ask for its key. */
export async function startIssuer(): Promise<{ issuer: Issuer; thumbprint: string; close: () => Promise<void> }> {
  let document: (path: string) => unknown = () => undefined
  const server = createServer((request, response) => {
    const found = document(request.url ?? '')
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(found === undefined ? '' : JSON.stringify(found))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const issuer = new Issuer(`http://127.0.0.1:${address.port}`)
  // A process that keeps a forgotten server alive would never end.
  server.unref()
  const { der, thumbprint } = issuer.certificate()
  document = path => {
    if (path === '/.well-known/openid-configuration') return { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` }
    return path === '/keys' ? { keys: [{ ...issuer.jwk, x5c: [der] }] } : undefined
  }
  return {
    issuer,
    thumbprint,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
  }
}
