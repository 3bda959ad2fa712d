/** STS's look at an ID token: ours, in time, for STS. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
import type { EmulatorClock } from '../exchange.ts'
import { asText } from '../json.ts'
import type { VerifyIdToken } from '../sts/service.ts'
import type { SigningKey } from './jwt.ts'

const stsAudience = 'sts.amazonaws.com'

export function verifyIdToken(
  key: SigningKey,
  clock: EmulatorClock,
  audiences: readonly string[] = [stsAudience]
): VerifyIdToken {
  return token => {
    if (token.split('.').length !== 3) return { kind: 'malformed' }
    const claims = key.verified(token)
    if (!claims) return { kind: 'malformed', message: 'The ID Token signature is invalid.' }
    const [issuer, subject, audience] = ['iss', 'sub', 'aud'].map(name => asText(claims[name]))
    if (Number(claims['exp']) * 1000 <= clock.now()) return { kind: 'expired' }
    if (!audiences.includes(audience ?? '')) return { kind: 'malformed', message: 'Incorrect token audience' }
    return { kind: 'valid', issuer: issuer ?? '', subject: subject ?? '', audience: audience ?? '' }
  }
}
