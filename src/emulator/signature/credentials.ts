/** Who has which keys: standing ones given at the start, temporary ones minted by STS. Knows no HTTP. */
import { hash } from 'node:crypto'
import type { EmulatorClock } from '../exchange.ts'

export interface Holder {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  /** `arn:aws:iam::123456789012:user/name` or `arn:aws:sts::123456789012:assumed-role/role/session`. */
  readonly principalArn: string
  /** Twelve digits. */
  readonly account: string
  /** What GetCallerIdentity calls UserId. */
  readonly userId: string
  /** Milliseconds since 1970; absent for keys that never expire. */
  readonly expiresAt?: number
  /** Inline session policy, as JSON text. */
  readonly policy?: string
}

export interface StandingKeys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Default: a user of account 123456789012. */
  readonly principalArn?: string
}

export interface Session {
  readonly roleArn: string
  readonly sessionName: string
  readonly seconds: number
  readonly policy?: string
}

export interface TemporaryKeys extends Holder {
  readonly sessionToken: string
  readonly expiresAt: number
}

const roleArn = /^(arn:aws(?:-[^:]+)?:)iam(::)(\d{12}):role\/(?:.*\/)?([^/]+)$/

export class Credentials {
  private readonly holders = new Map<string, Holder>()
  private readonly clock: EmulatorClock
  private readonly seed: string
  private minted = 0

  /** The same seed mints the same keys in the same order. */
  constructor(clock: EmulatorClock, seed = 'emulator') {
    this.clock = clock
    this.seed = seed
  }

  add(keys: StandingKeys): Holder {
    const principalArn = keys.principalArn ?? 'arn:aws:iam::123456789012:user/emulator'
    const holder = {
      accessKeyId: keys.accessKeyId,
      secretAccessKey: keys.secretAccessKey,
      principalArn,
      account: principalArn.split(':')[4] ?? '',
      userId: `AIDA${this.letters(principalArn)}`
    }
    this.holders.set(holder.accessKeyId, holder)
    return holder
  }

  /** Throws RangeError for something that is no role ARN. */
  mint(session: Session): TemporaryKeys {
    const match = roleArn.exec(session.roleArn)
    if (match === null) throw new RangeError(`not a role ARN: ${session.roleArn}`)
    const [, partition = '', colons = '', account = '', roleName = ''] = match
    const number = String(++this.minted)
    const holder = {
      accessKeyId: `ASIA${this.letters(`id ${number}`)}`,
      secretAccessKey: this.digest(`secret ${number}`).slice(0, 40),
      sessionToken: `FwoGZXIvYXdzE${this.digest(`token ${number}`)}${this.digest(`tail ${number}`)}`,
      principalArn: `${partition}sts${colons}${account}:assumed-role/${roleName}/${session.sessionName}`,
      account,
      userId: `AROA${this.letters(session.roleArn)}:${session.sessionName}`,
      expiresAt: this.clock.now() + session.seconds * 1000,
      ...(session.policy !== undefined && { policy: session.policy })
    }
    this.holders.set(holder.accessKeyId, holder)
    return holder
  }

  find(accessKeyId: string): Holder | undefined {
    return this.holders.get(accessKeyId)
  }

  /** From now on these keys are unknown, as after an administrator deleted them. */
  forget(accessKeyId: string): void {
    this.holders.delete(accessKeyId)
  }

  expired(holder: Holder): boolean {
    return holder.expiresAt !== undefined && this.clock.now() >= holder.expiresAt
  }

  private digest(of: string): string {
    return hash('sha256', `${this.seed} ${of}`, 'base64')
  }

  /** Sixteen characters as key ids have them. */
  private letters(of: string): string {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    const bytes = hash('sha256', `${this.seed} ${of}`, 'buffer').subarray(0, 16)
    return Array.from(bytes, byte => alphabet.charAt(byte % 32)).join('')
  }
}
