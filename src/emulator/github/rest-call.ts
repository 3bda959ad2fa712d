/** What a route of the REST API is, and what it is given. */
import type { EmulatorClock, Reply } from '../exchange.ts'
import type { JsonMap } from '../json.ts'
import type { Artifacts } from './artifacts.ts'
import type { Level, Project } from './project.ts'

export interface RestCall {
  readonly project: Project
  readonly artifacts: Artifacts
  readonly clock: EmulatorClock
  /** The path's variable parts, decoded. */
  readonly parts: readonly string[]
  readonly query: URLSearchParams
  readonly body: JsonMap
  /** Address of this API, without a slash at the end. */
  readonly api: string
}

export interface RestRoute {
  /** For the books: `pulls/create`. */
  readonly name: string
  readonly method: string
  /** Below `/repos/{owner}/{repo}`; each `*` is a part without slash, `**` at the end is the rest. */
  readonly path: string
  /** What the token needs; nothing where undefined. */
  readonly needs?: readonly [scope: 'contents' | 'pull-requests' | 'issues' | 'actions', level: Level]
  readonly answer: (call: RestCall) => Reply
}

/** One page of a list, as `per_page` (30, at most 100) and `page` ask. */
export function page<T>(list: readonly T[], query: URLSearchParams): T[] {
  const size = Math.min(100, Math.max(1, Number(query.get('per_page') ?? 30) || 30))
  const number = Math.max(1, Number(query.get('page') ?? 1) || 1)
  return list.slice((number - 1) * size, number * size)
}
