/** https://docs.github.com/en/rest/pulls/pulls */
import type { Reply } from '../exchange.ts'
import { asText, member, type JsonMap } from '../json.ts'
import type { Pull } from './project.ts'
import { githubError, githubJson } from './reply.ts'
import { page, type RestCall, type RestRoute } from './rest-call.ts'

const reads = ['pull-requests', 'read'] as const
const writes = ['pull-requests', 'write'] as const

export const pullRoutes: readonly RestRoute[] = [
  { name: 'pulls/list', method: 'GET', path: '/pulls', needs: reads, answer: list },
  { name: 'pulls/create', method: 'POST', path: '/pulls', needs: writes, answer: create },
  {
    name: 'pulls/get',
    method: 'GET',
    path: '/pulls/*',
    needs: reads,
    answer: withPull((call, pull) => githubJson(describe(call, pull)))
  },
  { name: 'pulls/update', method: 'PATCH', path: '/pulls/*', needs: writes, answer: withPull(update) },
  // A pull request is an issue too: either permission will do, and ours always has this one.
  { name: 'issues/add-labels', method: 'POST', path: '/issues/*/labels', needs: writes, answer: withPull(addLabels) },
  {
    name: 'issues/list-labels',
    method: 'GET',
    path: '/issues/*/labels',
    needs: reads,
    answer: withPull((_call, pull) => githubJson(labels(pull)))
  }
]

function withPull(answer: (call: RestCall, pull: Pull) => Reply): RestRoute['answer'] {
  return call => {
    const pull = call.project.pulls.find(one => one.number === Number(call.parts[0]))
    return pull ? answer(call, pull) : githubError(404, 'Not Found')
  }
}

function list(call: RestCall): Reply {
  const { project, query } = call
  const state = query.get('state') ?? 'open'
  const head = query.get('head')
  const base = query.get('base')
  const owner = project.options.repository.split('/')[0] ?? ''
  const found = project.pulls
    .filter(pull => state === 'all' || pull.state === state)
    // A head without its owner is not looked at, as on GitHub.
    .filter(pull => !head?.includes(':') || head === `${owner}:${pull.head}`)
    .filter(pull => base === null || base === pull.base)
  const by = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
  const falling = query.get('direction') !== 'asc'
  found.sort((a, b) => (falling ? -1 : 1) * (a[by] - b[by] || a.number - b.number))
  return githubJson(page(found, query).map(pull => describe(call, pull)))
}

function create({ ...call }: RestCall): Reply {
  const { project, body, clock } = call
  const wanted = { head: text(body, 'head'), base: text(body, 'base'), title: text(body, 'title') }
  for (const [field, value] of Object.entries(wanted))
    if (value === undefined) return invalid(`Invalid request. "${field}" wasn't supplied.`)
  if (!project.options.actionsMayOpenPulls)
    return githubError(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  const head = (wanted.head ?? '').replace(/^[^:]+:/, '')
  const base = wanted.base ?? ''
  const [headSha, baseSha] = [project.head(head), project.head(base)]
  if (headSha === undefined) return invalidField('head')
  if (baseSha === undefined) return invalidField('base')
  if (headSha === baseSha) return custom(`No commits between ${base} and ${head}`)
  if (project.pulls.some(pull => pull.state === 'open' && pull.head === head && pull.base === base))
    return custom(`A pull request already exists for ${project.options.repository.split('/')[0] ?? ''}:${head}.`)
  if (body['draft'] === true && !project.options.draftPulls)
    return invalid('Draft pull requests are not supported in this repository.')
  if ((wanted.title ?? '').length > 256) return custom('title is too long (maximum is 256 characters)')
  const pull: Pull = {
    number: project.pulls.length + 1,
    head,
    base,
    title: wanted.title ?? '',
    body: text(body, 'body') ?? '',
    draft: body['draft'] === true,
    state: 'open',
    mergedAt: undefined,
    labels: [],
    createdAt: clock.now(),
    updatedAt: clock.now()
  }
  project.pulls.push(pull)
  return githubJson(describe(call, pull), 201)
}

function update(call: RestCall, pull: Pull): Reply {
  const { body, clock } = call
  const state = text(body, 'state')
  if (state !== undefined && state !== 'open' && state !== 'closed') return invalidField('state')
  pull.title = text(body, 'title') ?? pull.title
  pull.body = text(body, 'body') ?? pull.body
  pull.base = text(body, 'base') ?? pull.base
  pull.state = state ?? pull.state
  pull.updatedAt = clock.now()
  return githubJson(describe(call, pull))
}

function addLabels({ body }: RestCall, pull: Pull): Reply {
  const wanted = member(body, 'labels')
  if (!Array.isArray(wanted)) return invalid('Invalid request. "labels" wasn\'t supplied.')
  for (const label of wanted.map(one => asText(typeof one === 'string' ? one : member(one, 'name'))))
    if (!pull.labels.includes(label)) pull.labels.push(label)
  return githubJson(labels(pull))
}

function labels(pull: Pull): unknown[] {
  return pull.labels.map((name, i) => ({ id: i + 1, name, color: 'ededed', default: false }))
}

function describe({ project, api }: RestCall, pull: Pull): unknown {
  const { repository, actor } = project.options
  const owner = repository.split('/')[0] ?? ''
  const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString())
  const side = (branch: string): unknown => ({
    ref: branch,
    label: `${owner}:${branch}`,
    sha: project.head(branch) ?? null,
    repo: { full_name: repository }
  })
  return {
    id: 1_000_000 + pull.number,
    number: pull.number,
    state: pull.state,
    draft: pull.draft,
    title: pull.title,
    body: pull.body,
    url: `${api}/repos/${repository}/pulls/${pull.number}`,
    html_url: `https://github.com/${repository}/pull/${pull.number}`,
    user: { login: 'github-actions[bot]', type: 'Bot' },
    author_association: actor === owner ? 'OWNER' : 'CONTRIBUTOR',
    labels: labels(pull),
    head: side(pull.head),
    base: side(pull.base),
    merged: pull.mergedAt !== undefined,
    merged_at: iso(pull.mergedAt),
    created_at: iso(pull.createdAt),
    updated_at: iso(pull.updatedAt)
  }
}

function text(body: JsonMap, name: string): string | undefined {
  const value = member(body, name)
  return typeof value === 'string' ? value : undefined
}

function invalid(message: string): Reply {
  return githubError(422, message)
}

function invalidField(field: string): Reply {
  return githubError(422, 'Validation Failed', [{ resource: 'PullRequest', field, code: 'invalid' }])
}

function custom(message: string): Reply {
  return githubError(422, 'Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }])
}
