/** GitHub's REST API, the part that an action of this kind needs. https://docs.github.com/en/rest */
import type { EmulatorClock, Exchange, Reply } from '../exchange.ts'
import { isMap, parseJson } from '../json.ts'
import type { Artifacts } from './artifacts.ts'
import type { Level, Project } from './project.ts'
import { githubError } from './reply.ts'
import type { RestRoute } from './rest-call.ts'
import { artifactRoutes } from './rest-artifacts.ts'
import { contentRoutes } from './rest-contents.ts'
import { pullRoutes } from './rest-pulls.ts'
import { runRoutes } from './rest-runs.ts'

const routes: readonly RestRoute[] = [...artifactRoutes, ...runRoutes, ...pullRoutes, ...contentRoutes]
const prefix = '/api/v3'

interface Found {
  readonly route: RestRoute
  readonly repository: string
  readonly parts: readonly string[]
}

function find(method: string, pathname: string): Found | undefined {
  const match = /^\/api\/v3\/repos\/([^/]+\/[^/]+)(\/.*)?$/.exec(pathname)
  if (!match) return undefined
  const path = match[2] ?? ''
  for (const route of routes) {
    if (route.method !== method) continue
    const shape = new RegExp(`^${route.path.replace('**', '(.+)').replaceAll('*', '([^/]+)')}$`)
    // Octokit encodes the slashes of a reference; other clients do not.
    const parts = shape.exec(path) ?? shape.exec(path.replaceAll(/%2F/gi, '/'))
    if (parts) return { route, repository: match[1] ?? '', parts: parts.slice(1).map(decode) }
  }
  return undefined
}

export function restOperation(method: string, pathname: string): string {
  return find(method, pathname)?.route.name ?? 'Unknown'
}

export function restService(
  project: Project,
  artifacts: Artifacts,
  clock: EmulatorClock
): (exchange: Exchange) => Promise<Reply> {
  return async exchange => {
    const { options } = project
    const token = /^(?:token|bearer) (.+)$/i.exec(exchange.headers['authorization'] ?? '')?.[1]
    if (token !== options.token)
      return githubError(401, token === undefined ? 'Requires authentication' : 'Bad credentials')
    const found = find(exchange.method, exchange.url.pathname)
    if (found?.repository.toLowerCase() !== options.repository.toLowerCase()) return githubError(404, 'Not Found')
    const { route, parts } = found
    if (route.needs && rank[options.permissions[route.needs[0]]] < rank[route.needs[1]])
      return githubError(403, 'Resource not accessible by integration')
    const text = (await exchange.bytes()).toString('utf8')
    const body = text === '' ? {} : parseJson(text)
    if (!isMap(body)) return githubError(400, 'Problems parsing JSON')
    return route.answer({
      project,
      artifacts,
      clock,
      parts,
      query: exchange.url.searchParams,
      body,
      api: `${exchange.url.origin}${prefix}`
    })
  }
}

const rank: Readonly<Record<Level, number>> = { none: 0, read: 1, write: 2 }

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
