/** The repository itself: what it is, its branches and their protection, references, files. https://docs.github.com/en/rest/repos */
import { hash } from 'node:crypto'
import type { Reply } from '../exchange.ts'
import { member } from '../json.ts'
import { githubError, githubJson } from './reply.ts'
import { page, type RestCall, type RestRoute } from './rest-call.ts'

const reads = ['contents', 'read'] as const
const writes = ['contents', 'write'] as const

export const contentRoutes: readonly RestRoute[] = [
  { name: 'repos/get', method: 'GET', path: '', answer: repository },
  { name: 'repos/get-branch', method: 'GET', path: '/branches/*', needs: reads, answer: branch },
  // Only administrators see classic protection; a workflow's token is none.
  {
    name: 'repos/get-branch-protection',
    method: 'GET',
    path: '/branches/*/protection',
    answer: () => githubError(403, 'Resource not accessible by integration')
  },
  { name: 'repos/get-branch-rules', method: 'GET', path: '/rules/branches/*', needs: reads, answer: rules },
  { name: 'repos/get-ruleset', method: 'GET', path: '/rulesets/*', needs: reads, answer: ruleset },
  { name: 'git/get-ref', method: 'GET', path: '/git/ref/heads/**', needs: reads, answer: getRef },
  { name: 'git/create-ref', method: 'POST', path: '/git/refs', needs: writes, answer: createRef },
  { name: 'git/update-ref', method: 'PATCH', path: '/git/refs/heads/**', needs: writes, answer: updateRef },
  { name: 'git/delete-ref', method: 'DELETE', path: '/git/refs/heads/**', needs: writes, answer: deleteRef },
  { name: 'repos/get-content', method: 'GET', path: '/contents/**', needs: reads, answer: content }
]

function repository({ project }: RestCall): Reply {
  const { options } = project
  const push = options.permissions.contents === 'write'
  const [owner = '', name = ''] = options.repository.split('/')
  return githubJson({
    id: options.repositoryId,
    name,
    full_name: options.repository,
    private: true,
    fork: false,
    owner: { login: owner, id: options.ownerId, type: 'User' },
    html_url: `https://github.com/${options.repository}`,
    default_branch: options.defaultBranch,
    permissions: { admin: false, maintain: false, push, triage: push, pull: true }
  })
}

function branch({ project, parts }: RestCall): Reply {
  const [name = ''] = parts
  const sha = project.head(name)
  if (sha === undefined) return githubError(404, 'Branch not found')
  return githubJson({ name, commit: { sha }, protected: project.options.protectedBranches.includes(name) })
}

function rules({ project, parts, query }: RestCall): Reply {
  const found = project.options.rules[parts[0] ?? ''] ?? []
  return githubJson(
    page(found, query).map(rule => ({
      ...rule,
      ruleset_source_type: 'Repository',
      ruleset_source: project.options.repository
    }))
  )
}

function ruleset({ project, parts }: RestCall): Reply {
  const id = Number(parts[0])
  const known = Object.values(project.options.rules).some(list => list.some(rule => rule.ruleset_id === id))
  if (!known) return githubError(404, 'Not Found')
  return githubJson({
    id,
    name: `ruleset ${id}`,
    target: 'branch',
    enforcement: 'active',
    current_user_can_bypass: project.options.bypassRulesets
  })
}

function reference(name: string, sha: string): unknown {
  return { ref: `refs/heads/${name}`, object: { type: 'commit', sha } }
}

function getRef({ project, parts }: RestCall): Reply {
  const [name = ''] = parts
  const sha = project.head(name)
  return sha === undefined ? githubError(404, 'Not Found') : githubJson(reference(name, sha))
}

function createRef({ project, body }: RestCall): Reply {
  const ref = member(body, 'ref')
  const sha = member(body, 'sha')
  if (typeof ref !== 'string' || typeof sha !== 'string' || !ref.startsWith('refs/heads/'))
    return githubError(422, 'Reference name is invalid')
  const name = ref.slice('refs/heads/'.length)
  if (project.head(name) !== undefined) return githubError(422, 'Reference already exists')
  project.branches.set(name, sha)
  return githubJson(reference(name, sha), 201)
}

function updateRef({ project, parts, body }: RestCall): Reply {
  const [name = ''] = parts
  const sha = member(body, 'sha')
  if (project.head(name) === undefined || typeof sha !== 'string') return githubError(422, 'Reference does not exist')
  project.branches.set(name, sha)
  return githubJson(reference(name, sha))
}

function deleteRef({ project, parts }: RestCall): Reply {
  return project.branches.delete(parts[0] ?? '') ? { status: 204 } : githubError(422, 'Reference does not exist')
}

function content({ project, parts, query }: RestCall): Reply {
  const [path = ''] = parts
  const text = project.file(path, query.get('ref') ?? undefined)
  if (text === undefined) return githubError(404, 'Not Found')
  const bytes = Buffer.from(text)
  return githubJson({
    type: 'file',
    name: path.split('/').at(-1),
    path,
    size: bytes.length,
    sha: hash('sha1', Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes])),
    encoding: 'base64',
    content: bytes.toString('base64').replace(/(.{60})/g, '$1\n')
  })
}
