/**
 * What a caller may do: a hook for tests, and the inline session policy that came with AssumeRole.
 * A session policy only narrows. Conditions count as met; principals, NotAction and NotResource are refused at STS.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 * Texts: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */

/** `false`, or the tail of AWS's sentence (`with an explicit deny in a resource-based policy`), denies. */
export type Allow = (principalArn: string, action: string, resource: string) => boolean | string

interface Statement {
  readonly allows: boolean
  readonly actions: readonly string[]
  readonly resources: readonly string[]
}

export interface Asker {
  readonly principalArn: string
  readonly policy?: string
}

/** Undefined: allowed. Else why not, as the tail of AWS's sentence. */
export function denied(caller: Asker, action: string, resource: string, allow?: Allow): string | undefined {
  const said = allow?.(caller.principalArn, action, resource) ?? true
  if (typeof said === 'string') return said
  if (!said) return `because no identity-based policy allows the ${action} action`
  if (caller.policy === undefined) return undefined
  return outsidePolicy(readPolicy(caller.policy) ?? [], action, resource)
}

/** AWS's sentence. S3 puts the resource in quotes, Bedrock does not. */
export function deniedMessage(principalArn: string, action: string, resource: string, why: string): string {
  return `User: ${principalArn} is not authorized to perform: ${action} on resource: ${resource} ${why}`
}

function outsidePolicy(statements: readonly Statement[], action: string, resource: string): string | undefined {
  const fitting = statements.filter(
    one => one.actions.some(pattern => like(pattern, action)) && one.resources.some(pattern => like(pattern, resource))
  )
  if (fitting.some(one => !one.allows)) return 'with an explicit deny in a session policy'
  if (fitting.length > 0) return undefined
  return `because no session policy allows the ${action} action`
}

/** Undefined where the text is no policy, or uses what this emulator does not evaluate. */
export function readPolicy(text: string): readonly Statement[] | undefined {
  try {
    const policy: unknown = JSON.parse(text)
    const listed: unknown = record(policy)?.['Statement']
    const statements = (Array.isArray(listed) ? listed : [listed]).map(readStatement)
    return statements.every(one => one !== undefined) ? statements : undefined
  } catch {
    return undefined
  }
}

function readStatement(value: unknown): Statement | undefined {
  const members = record(value)
  if (members === undefined) return undefined
  const known = Object.keys(members).every(name => ['Sid', 'Effect', 'Action', 'Resource', 'Condition'].includes(name))
  const effect = members['Effect']
  const actions = texts(members['Action'])
  const resources = texts(members['Resource'])
  if (!known || (effect !== 'Allow' && effect !== 'Deny') || !actions || !resources) return undefined
  // Conditions are taken as met: this emulator knows too little of the request's surroundings to judge them.
  return { allows: effect === 'Allow', actions, resources }
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

function texts(value: unknown): readonly string[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.every(one => typeof one === 'string') ? list : undefined
}

/** `*` is any text, `?` any character. */
function like(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^]*')
    .replaceAll('?', '[^]')
  return new RegExp(`^${source}$`, pattern.startsWith('arn:') ? '' : 'i').test(text)
}
