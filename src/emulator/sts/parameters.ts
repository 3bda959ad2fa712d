/**
 * The parameters of AssumeRoleWithWebIdentity, held against the API's own patterns and lengths, all at once.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
import { StsError } from './error.ts'

export interface AssumeRole {
  readonly roleArn: string
  readonly sessionName: string
  readonly token: string
  readonly seconds: number | undefined
  /** Inline session policy, as JSON text. */
  readonly policy: string | undefined
}

interface Rule {
  readonly name: string
  readonly required: boolean
  readonly least: number
  readonly most: number
  readonly pattern?: RegExp
  /** Not to be repeated in a message. */
  readonly secret?: true
}

const rules: readonly Rule[] = [
  {
    name: 'RoleArn',
    required: true,
    least: 20,
    most: 2048,
    pattern: /^[\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ue000-\ufffd]+$/
  },
  { name: 'RoleSessionName', required: true, least: 2, most: 64, pattern: /^[\w+=,.@-]*$/ },
  { name: 'WebIdentityToken', required: true, least: 4, most: 20_000, secret: true },
  { name: 'Policy', required: false, least: 1, most: 2048, pattern: /^[\t\n\r\u0020-\u00ff]+$/ }
]

const roleArn = /^arn:aws(-[^:]+)?:iam::\d{12}:role\/[\w+=,.@/-]+$/

/** Throws StsError ValidationError, with every violation in one sentence as AWS does. */
export function readAssumeRole(parameters: URLSearchParams): AssumeRole {
  const found = [...rules.flatMap(rule => violations(rule, parameters.get(rule.name))), ...wrongDuration(parameters)]
  if (found.length > 0) {
    const plural = found.length === 1 ? 'error' : 'errors'
    throw new StsError('ValidationError', `${found.length} validation ${plural} detected: ${found.join('; ')}`)
  }
  const arn = parameters.get('RoleArn') ?? ''
  if (!roleArn.test(arn)) throw new StsError('ValidationError', `${arn} is invalid`)
  if (parameters.has('ProviderId')) {
    throw new StsError(
      'ValidationError',
      'ProviderId is for OAuth 2.0 access tokens; the emulator takes OpenID Connect tokens only'
    )
  }
  if ([...parameters.keys()].some(name => name.startsWith('PolicyArns.member.'))) {
    throw new StsError('ValidationError', 'The emulator does not implement PolicyArns')
  }
  const duration = parameters.get('DurationSeconds')
  return {
    roleArn: arn,
    sessionName: parameters.get('RoleSessionName') ?? '',
    token: parameters.get('WebIdentityToken') ?? '',
    seconds: duration === null ? undefined : Number(duration),
    policy: parameters.get('Policy') ?? undefined
  }
}

function violations(rule: Rule, value: string | null): string[] {
  const field = `${rule.name.charAt(0).toLowerCase()}${rule.name.slice(1)}`
  const failed = (constraint: string): string =>
    `Value ${value === null ? 'null' : `'${rule.secret === true ? '***' : value}'`} at '${field}' failed to satisfy constraint: ${constraint}`
  if (value === null) return rule.required ? [failed('Member must not be null')] : []
  return [
    ...(value.length < rule.least ? [failed(`Member must have length greater than or equal to ${rule.least}`)] : []),
    ...(value.length > rule.most ? [failed(`Member must have length less than or equal to ${rule.most}`)] : []),
    ...(rule.pattern !== undefined && !rule.pattern.test(value)
      ? [failed(`Member must satisfy regular expression pattern: ${rule.pattern.source.slice(1, -1)}`)]
      : [])
  ]
}

function wrongDuration(parameters: URLSearchParams): string[] {
  const value = parameters.get('DurationSeconds')
  if (value === null) return []
  const failed = (constraint: string): string[] => [
    `Value '${value}' at 'durationSeconds' failed to satisfy constraint: ${constraint}`
  ]
  const seconds = Number(value)
  if (!/^-?\d{1,9}$/.test(value)) return failed('Member must be an integer')
  if (seconds < 900) return failed('Member must have value greater than or equal to 900')
  return seconds > 43_200 ? failed('Member must have value less than or equal to 43200') : []
}
