/** GitHub on loopback: git over HTTP by git's own CGI, and as much of the REST API for pull requests as is asked here. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface Server extends AsyncDisposable {
  readonly url: string
}

async function listen(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<Server> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(599).end(String(error))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

/** Serves the bare repositories of a folder, to whoever sends exactly this Authorization. Every header that came is kept. */
export async function gitServer(
  folder: string,
  authorization: string
): Promise<Server & { readonly seen: (string | undefined)[] }> {
  const seen: (string | undefined)[] = []
  const server = await listen(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const sent = request.rawHeaders.filter(
      (_, index) => index % 2 === 1 && request.rawHeaders[index - 1]?.toLowerCase() === 'authorization'
    )
    seen.push(sent.length === 0 ? undefined : sent.join(' AND '))
    if (sent.join() !== authorization) {
      response.writeHead(403).end('Permission denied')
      return
    }
    const env = {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'somebody',
      REQUEST_METHOD: request.method,
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? ''
    }
    const child = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'ignore'] })
    child.stdin.on('error', () => undefined)
    child.stdin.end(await buffer(request))
    const reply = await buffer(child.stdout)
    const end = reply.indexOf('\r\n\r\n')
    const headers = reply
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map(line => line.split(': ') as [string, string])
    const status = Number(headers.find(([name]) => name === 'Status')?.[1].slice(0, 3) ?? 200)
    response
      .writeHead(status, Object.fromEntries(headers.filter(([name]) => name !== 'Status')))
      .end(reply.subarray(end + 4))
  })
  return { ...server, seen }
}

export interface Pull {
  number: number
  state: 'open' | 'closed'
  merged_at: string | null
  title: string
  body: string
  draft: boolean
  head: string
  headSha: string
  base: string
  labels: string[]
}

export interface PullServer extends Server {
  readonly pulls: Pull[]
  readonly requests: string[]
  /** Answers given before anything else, in order: `['POST /pulls', 500, 'Oops']`. `applied` still does what was asked. */
  readonly mishaps: { method: string; status: number; message: string; applied?: boolean }[]
}

export async function pullServer(headSha: (branch: string) => string): Promise<PullServer> {
  const pulls: Pull[] = []
  const requests: string[] = []
  const mishaps: PullServer['mishaps'] = []
  const server = await listen(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x')
    const text = (await buffer(request)).toString()
    const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
    const method = request.method ?? ''
    requests.push(`${method} ${url.pathname}`)
    const mishap = mishaps[0]?.method === method ? mishaps.shift() : undefined
    const reply = mishap === undefined || mishap.applied === true ? answer(method, url, body) : undefined
    const [status, content] = mishap === undefined ? (reply ?? [500, {}]) : [mishap.status, { message: mishap.message }]
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content))
  })

  function answer(method: string, url: URL, body: Record<string, unknown>): [number, unknown] {
    const number = Number(/\/(?:pulls|issues)\/(\d+)/.exec(url.pathname)?.[1])
    const known = pulls.find(pull => pull.number === number)
    if (method === 'GET') {
      const head = url.searchParams.get('head')?.split(':')[1]
      return [200, pulls.filter(pull => pull.head === head && pull.state === url.searchParams.get('state')).map(shown)]
    }
    if (method === 'PATCH' && known !== undefined) return [200, shown(Object.assign(known, body))]
    if (url.pathname.endsWith('/labels') && known !== undefined) {
      known.labels.push(...(body['labels'] as string[]))
      return [200, known.labels.map(name => ({ name }))]
    }
    const head = String(body['head'])
    if (pulls.some(pull => pull.head === head && pull.state === 'open')) {
      return [
        422,
        { message: 'Validation Failed', errors: [{ message: `A pull request already exists for o:${head}.` }] }
      ]
    }
    const made: Pull = {
      number: pulls.length + 1,
      state: 'open',
      merged_at: null,
      title: String(body['title']),
      body: String(body['body']),
      draft: body['draft'] === true,
      head,
      headSha: headSha(head),
      base: String(body['base']),
      labels: []
    }
    pulls.push(made)
    return [201, shown(made)]
  }

  return { ...server, pulls, requests, mishaps }
}

function shown({ head, headSha, base, ...pull }: Pull): Record<string, unknown> {
  return {
    ...pull,
    head: { ref: head, sha: headSha },
    base: { ref: base },
    html_url: `https://github.com/o/r/pull/${pull.number}`
  }
}
