/** GitHub's replies: JSON, and errors with a message and a pointer to the documentation. */
import { randomUUID } from 'node:crypto'
import type { Reply } from '../exchange.ts'

export function githubJson(value: unknown, status = 200): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-github-request-id': randomUUID().slice(0, 18).toUpperCase(),
      'x-github-media-type': 'github.v3; format=json'
    },
    body: JSON.stringify(value)
  }
}

export interface GithubProblem {
  readonly resource: string
  readonly code: string
  readonly field?: string
  readonly message?: string
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api */
export function githubError(status: number, message: string, errors?: readonly GithubProblem[]): Reply {
  return githubJson(
    { message, ...(errors && { errors }), documentation_url: 'https://docs.github.com/rest', status: String(status) },
    status
  )
}
