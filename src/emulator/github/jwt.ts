/** JSON Web Tokens, the two kinds GitHub hands out: RS256 for the ID token, unverified ones for its own services. */
import { createPublicKey, generateKeyPairSync, sign, verify, type JsonWebKey, type KeyObject } from 'node:crypto'
import { isMap, parseJson, type JsonMap } from '../json.ts'

/** One key pair, made when first used: it takes a tenth of a second. */
export class SigningKey {
  readonly kid = 'emulator-1'
  private pair: { publicKey: KeyObject; privateKey: KeyObject } | undefined

  private keys(): { publicKey: KeyObject; privateKey: KeyObject } {
    this.pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    return this.pair
  }

  sign(claims: JsonMap): string {
    const head = encode({ typ: 'JWT', alg: 'RS256', kid: this.kid })
    const signed = `${head}.${encode(claims)}`
    return `${signed}.${sign('sha256', Buffer.from(signed), this.keys().privateKey).toString('base64url')}`
  }

  /** The claims, or undefined where this key did not sign them. Says nothing about their time. */
  verified(token: string): JsonMap | undefined {
    const [head = '', claims = '', signature = ''] = token.split('.')
    const genuine = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      this.keys().publicKey,
      Buffer.from(signature, 'base64url')
    )
    return genuine ? claimsOf(token) : undefined
  }

  /** As a JWKS lists it. */
  get jwk(): JsonWebKey {
    return {
      ...createPublicKey(this.keys().publicKey).export({ format: 'jwk' }),
      kid: this.kid,
      use: 'sig',
      alg: 'RS256'
    }
  }
}

/** Unverified. Undefined where the text is no token. */
export function claimsOf(token: string): JsonMap | undefined {
  const claims = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  return isMap(claims) ? claims : undefined
}

/** A token in form only; nobody checks its signature, as with the runner's own. */
export function unsigned(claims: JsonMap): string {
  return `${encode({ typ: 'JWT', alg: 'none' })}.${encode(claims)}.emulated`
}

function encode(value: JsonMap): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
