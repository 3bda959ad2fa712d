/** The `publish` block: what each way has a use for, and which names a branch may have. */
import { type Finding, quote } from './finding.ts'
import { anyOf } from './nearest.ts'
import type { PublishVia, Spec } from './spec.ts'

/** A member that its way ignores is a mistake: the user expects something that would not happen. */
const uses = {
  branch: ['commit', 'pull-request'],
  base: ['pull-request'],
  commitMessage: ['commit', 'pull-request'],
  title: ['pull-request'],
  body: ['pull-request'],
  labels: ['pull-request'],
  draft: ['pull-request']
} as const satisfies Partial<Record<keyof Spec['publish'], readonly PublishVia[]>>

export function checkPublish({ publish }: Spec): readonly Finding[] {
  return [...unused(publish), ...branches(publish)]
}

function unused(publish: Spec['publish']): readonly Finding[] {
  return Object.entries(uses).flatMap(([name, ways]: [string, readonly PublishVia[]]): readonly Finding[] => {
    const value = publish[name as keyof typeof uses]
    const set = typeof value === 'object' ? value.length > 0 : value !== undefined && value !== false
    if (!set || ways.includes(publish.via)) return []
    const needed = anyOf(ways)
    return [
      {
        path: ['publish', name],
        message: `publish.${name} has no effect with publish.via: ${publish.via}`,
        hint: `It needs via: ${needed}. Remove it, or change via.`
      }
    ]
  })
}

function branches({ branch, base }: Spec['publish']): readonly Finding[] {
  const named = [
    ['branch', branch],
    ['base', base]
  ] as const
  const wrong = named.flatMap(([name, value]): readonly Finding[] => {
    const fault = value === undefined ? undefined : branchFault(value)
    return fault === undefined
      ? []
      : [{ path: ['publish', name], message: `publish.${name} ${quote(value ?? '')} ${fault}` }]
  })
  if (wrong.length > 0 || branch === undefined || branch !== base) return wrong
  return [
    {
      path: ['publish', 'branch'],
      message: 'publish.branch and publish.base are the same branch',
      hint: 'A pull request needs two.'
    }
  ]
}

/** https://git-scm.com/docs/git-check-ref-format */
function branchFault(branch: string): string | undefined {
  if (branch.startsWith('refs/')) return `is a whole ref; write ${quote(branch.replace(/^refs\/(heads\/)?/, ''))}`
  if (/[\p{Cc}\p{Cf} ~^:?*[\\]/u.test(branch)) return 'contains a space or one of ~ ^ : ? * [ \\, which no branch may'
  if (branch.startsWith('-')) return 'begins with a hyphen, which no branch may'
  if (branch === '@' || branch.includes('@{') || branch.includes('..')) return 'contains .. or @{, which no branch may'
  if (branch.endsWith('.')) return 'ends in a dot, which no branch may'
  const parts = branch.split('/')
  if (parts.some(part => part === '' || part.startsWith('.') || part.endsWith('.lock'))) {
    return 'has a part that is empty, begins with a dot or ends in .lock, which no branch may'
  }
  return branch.length > 200 ? 'is longer than 200 characters' : undefined
}
