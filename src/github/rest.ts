/** GitHub's REST API: one request, repeated a bounded number of times when the service stumbles. Loads @actions/github when first asked. */
import { isObject } from '../json.ts'
import type { Clock } from '../ports.ts'
import { cut, visible } from '../visible.ts'

export interface Rest {
  /** `GET /repos/{owner}/{repo}/pulls`. Gives the body, any JSON. Throws RestError. */
  request(route: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown>
}

export interface RedirectingRest extends Rest {
  /** Where a route redirects to, without going there: the token stays here. Undefined where it does not redirect. */
  redirect(route: string, parameters: Readonly<Record<string, unknown>>): Promise<string | undefined>
}

interface Answer {
  readonly data: unknown
  readonly headers: { readonly location?: string | undefined }
}

type Send = (route: string, parameters: Readonly<Record<string, unknown>>) => Promise<Answer>

/** An answer of 4xx, or of 5xx more often than we ask. `status` 0: no answer at all. */
export class RestError extends Error {
  override readonly name = 'RestError'
  readonly status: number

  constructor(status: number, message: string, cause: unknown) {
    super(cut(visible(message), 600), { cause })
    this.status = status
  }
}

/** The token may not do this, whatever the parameters. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export function isDenied(error: unknown): boolean {
  return error instanceof RestError && (error.status === 401 || (error.status === 403 && !isRateLimit(error.message)))
}

/** GitHub says "come later" with the status of "never". */
function isRateLimit(message: string): boolean {
  return /rate limit/i.test(message)
}

export interface RestOptions {
  readonly token: string
  readonly apiUrl: string
  readonly clock: Clock
}

const mostTries = 4

export function connectRest({ token, apiUrl, clock }: RestOptions): RedirectingRest {
  let client: Promise<Send> | undefined
  async function connect(): Promise<Send> {
    const { getOctokit } = await import('@actions/github')
    const quiet = { debug: ignore, info: ignore, warn: ignore, error: ignore }
    const octokit = getOctokit(token, { baseUrl: apiUrl, log: quiet, request: { timeout: 60_000 } })
    return (route, parameters) => octokit.request(route, parameters)
  }
  const ask: Send = async (route, parameters) => {
    client ??= connect()
    const send = await client
    for (let tried = 1; ; tried++) {
      try {
        return await send(route, parameters)
      } catch (error) {
        const wait = tried < mostTries ? patience(error, tried, clock.random()) : undefined
        if (wait === undefined) throw asRestError(error)
        await clock.sleep(wait)
      }
    }
  }
  return {
    request: async (route, parameters) => (await ask(route, parameters)).data,
    redirect: async (route, parameters) => {
      const { headers } = await ask(route, { ...parameters, request: { redirect: 'manual' } })
      return headers.location
    }
  }
}

/** Milliseconds to wait before another try; undefined where another try is no use. Octokit reports a lost connection as 500. */
export function patience(error: unknown, tried: number, random: number): number | undefined {
  const status = statusOf(error)
  const limited = status === 429 || (status === 403 && isRateLimit(messageOf(error)))
  if (!limited && status !== 0 && status < 500) return undefined
  const told = Number(retryAfter(error))
  if (told > 0) return told <= 60 ? told * 1000 : undefined
  return (limited ? 5000 : 500) * 2 ** (tried - 1) * (0.5 + random)
}

function asRestError(error: unknown): RestError {
  return new RestError(statusOf(error), messageOf(error), error)
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('status' in error)) return 0
  return typeof error.status === 'number' ? error.status : 0
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function retryAfter(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('response' in error)) return undefined
  const headers: unknown = isObject(error.response) ? error.response['headers'] : undefined
  return isObject(headers) ? headers['retry-after'] : undefined
}

function ignore(): void {
  return
}
