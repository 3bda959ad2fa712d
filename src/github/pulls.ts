/** Pull requests by REST: find, open, update. Knows no git. */
import { at, count, isObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import type { Log } from '../ports.ts'
import { Failure } from '../problems.ts'
import { cut } from '../visible.ts'
import { RestError } from './rest.ts'
import type { Rest } from './rest.ts'

export interface PullRequest {
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
  readonly headSha: string
}

export interface Proposal {
  readonly head: string
  readonly base: string
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly draft: boolean
}

/** GitHub's limits are 256 and 65,536 characters. */
const mostTitle = 250
const mostBody = 60_000

export class Pulls {
  private readonly rest: Rest
  private readonly log: Log
  private readonly names: { readonly owner: string; readonly repo: string }

  constructor(rest: Rest, repository: string, log: Log) {
    const [owner = '', repo = ''] = repository.split('/')
    this.rest = rest
    this.log = log
    this.names = { owner, repo }
  }

  async open(head: string): Promise<PullRequest | undefined> {
    return (await this.find(head, 'open'))[0]
  }

  /** The last pull request of this branch that was closed without a merge. */
  async refusedBefore(head: string): Promise<PullRequest | undefined> {
    return (await this.find(head, 'closed'))[0]
  }

  /** Opens one, or brings the open one up to date. Throws Failure `cannot-publish`. */
  async propose(proposal: Proposal): Promise<PullRequest> {
    const known = await this.open(proposal.head)
    const pull = known === undefined ? await this.create(proposal) : await this.update(known, proposal)
    await this.label(pull.number, proposal.labels)
    return pull
  }

  private async find(head: string, state: 'open' | 'closed'): Promise<PullRequest[]> {
    const parameters = {
      ...this.names,
      head: `${this.names.owner}:${head}`,
      state,
      sort: 'updated',
      direction: 'desc',
      per_page: 10
    }
    const found = await this.ask('GET /repos/{owner}/{repo}/pulls', parameters)
    const list = Array.isArray(found) ? found.filter(isObject) : []
    return list.filter(pull => state === 'open' || at(pull, 'merged_at') === undefined).map(readPull)
  }

  private async create({ head, base, title, body, draft }: Proposal): Promise<PullRequest> {
    const wanted = { ...this.names, head, base, title: cut(title, mostTitle), body: cut(body, mostBody) }
    try {
      return pullIn(await this.rest.request('POST /repos/{owner}/{repo}/pulls', { ...wanted, draft }))
    } catch (error) {
      if (!(error instanceof RestError)) throw error
      if (draft && error.status === 422 && /draft/i.test(error.message)) {
        this.log.warning('This repository has no draft pull requests: an ordinary one is opened.')
        return pullIn(await this.ask('POST /repos/{owner}/{repo}/pulls', wanted))
      }
      // Our own request whose answer was lost, or another pass.
      const known = /already exists/i.test(error.message) ? await this.open(head) : undefined
      if (known !== undefined) return known
      throw pullFailure(error)
    }
  }

  private async update(known: PullRequest, { title, body }: Proposal): Promise<PullRequest> {
    const wanted = { title: cut(title, mostTitle), body: cut(body, mostBody) }
    if (known.title === wanted.title && known.body === wanted.body) return known
    await this.ask('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
      ...this.names,
      pull_number: known.number,
      ...wanted
    })
    return { ...known, ...wanted }
  }

  private async label(number: number, labels: readonly string[]): Promise<void> {
    if (labels.length === 0) return
    try {
      await this.rest.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
        ...this.names,
        issue_number: number,
        labels
      })
    } catch (error) {
      this.log.warning(
        `The pull request could not be labelled: ${error instanceof Error ? error.message : String(error)}`
      )
    }
  }

  private async ask(route: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> {
    try {
      return await this.rest.request(route, parameters)
    } catch (error) {
      throw error instanceof RestError ? pullFailure(error) : error
    }
  }
}

/** https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository */
function pullFailure(error: RestError): Failure {
  const message = `GitHub answered ${error.status} to the pull request: ${error.message}`
  if (/not permitted to create or approve pull requests/i.test(error.message)) {
    const remedy =
      'Tick "Allow GitHub Actions to create and approve pull requests" in Settings → Actions → General, or give github-token a token of a GitHub App.'
    return new Failure('cannot-publish', message, { cause: error, remedy })
  }
  if (error.status === 403 || error.status === 404 || error.status === 401) {
    const remedy = 'Add "permissions: pull-requests: write" (and "contents: write") to the workflow job.'
    return new Failure('cannot-publish', message, { cause: error, remedy })
  }
  if (error.status === 422)
    return new Failure('cannot-publish', message, {
      cause: error,
      remedy: 'Check publish.base, publish.branch and publish.title.'
    })
  return new Failure('service-trouble', message, {
    cause: error,
    remedy: 'Run the workflow again. Nothing is lost: answers stay in S3.'
  })
}

function pullIn(body: unknown): PullRequest {
  return readPull(isObject(body) ? body : {})
}

function readPull(pull: JsonObject): PullRequest {
  const word = (path: string): string => {
    const found = at(pull, path)
    return typeof found === 'string' ? found : ''
  }
  return {
    number: count(pull, 'number') ?? 0,
    url: word('html_url'),
    title: word('title'),
    body: word('body'),
    headSha: word('head.sha')
  }
}
