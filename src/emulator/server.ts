/**
 * One HTTP server on loopback for every service: numbers the requests, lets faults strike, keeps the request book.
 * Knows what a request is, not what it means: `route` names it and gives the service that answers.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Books, RequestEntry } from './books.ts'
import type { Clock } from './clock.ts'
import type { Exchange, Reply, Service } from './exchange.ts'
import type { Faults, RequestInfo, Strike, StruckAction } from './faults.ts'

export type Phase = 'before' | 'applied' | 'answered'

/** Called at each phase of each request and waited for. `drop`, also by way of a promise, breaks the connection there. */
export type RequestHook = (request: RequestInfo, phase: Phase) => unknown

export interface Route {
  readonly service: string
  readonly operation: string
  readonly principal?: string
  readonly answer: Service
  /** An error in the form of this service. */
  readonly fail: (status: number, code: string, message: string) => Reply
}

export interface ServerOptions {
  readonly port: number
  readonly clock: Clock
  readonly books: Books
  readonly faults: Faults
  /** Throws nothing: what it does not know is a route that answers 404. */
  readonly route: (exchange: Exchange) => Promise<Route>
  /** Answers the emulator's own addresses, which are not counted; undefined for everything else. */
  readonly control: (exchange: Exchange) => Promise<Reply> | undefined
  /** Milliseconds by which a request whose caller was cut off takes effect; 0 for at once. */
  readonly zombieMs: (request: RequestInfo) => number
}

export interface EmulatorServer {
  readonly port: number
  onRequest(hook: RequestHook): () => void
  close(): Promise<void>
}

const mostBuffered = 64 * 1024 * 1024

export async function startServer(options: ServerOptions): Promise<EmulatorServer> {
  const hooks = new Set<RequestHook>()
  let number = 0
  const server = createServer((request, response) => {
    const own = options.control(exchangeOf(request, 0))
    const served = own
      ? own.then(reply => write(response, reply, request.method ?? 'GET', options.clock))
      : serve(request, response, ++number, hooks, options)
    served.catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end(`the emulator has a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    })
  })
  // Keep-alive as AWS holds it; node's default of 5 s makes clients meet closed sockets in quiet tests.
  server.keepAliveTimeout = 60_000
  server.requestTimeout = 0
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    onRequest(hook) {
      hooks.add(hook)
      return () => hooks.delete(hook)
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    }
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the emulator listens on no port')
  return address.port
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  number: number,
  hooks: ReadonlySet<RequestHook>,
  options: ServerOptions
): Promise<void> {
  const exchange = exchangeOf(request, number)
  const route = await options.route(exchange)
  const info: RequestInfo = {
    number,
    service: route.service,
    operation: route.operation,
    method: exchange.method,
    path: request.url ?? '/'
  }
  const entry: RequestEntry = {
    ...info,
    at: options.clock.now(),
    ...(route.principal && { principal: route.principal })
  }
  options.books.requests.push(entry)
  const ended = await act({ exchange, route, info, entry, response, hooks, options })
  if (ended === 'drop') request.socket.destroy()
}

interface Act {
  readonly exchange: Exchange
  readonly route: Route
  readonly info: RequestInfo
  readonly entry: RequestEntry
  readonly response: ServerResponse
  readonly hooks: ReadonlySet<RequestHook>
  readonly options: ServerOptions
}

/** The request's way through hooks, faults and its service; says whether its connection is left whole. */
async function act(all: Act): Promise<'answered' | 'drop'> {
  if (await reached('before', all.info, all.hooks)) return 'drop'
  const strike = all.options.faults.strike(all.info)
  try {
    return await struck(all, strike)
  } finally {
    strike.over()
  }
}

async function struck(
  { exchange, route, info, entry, response, hooks, options }: Act,
  { delayMs, action }: Strike
): Promise<'answered' | 'drop'> {
  const { clock, zombieMs } = options
  if (action !== undefined) entry.fault = faultName(action)
  if (delayMs > 0) await sleep(delayMs)
  if (action === 'drop-before') return 'drop'
  if (action === 'apply-then-drop' && zombieMs(info) > 0) {
    const late = buffered(exchange, await exchange.bytes(mostBuffered))
    clock.at(clock.now() + zombieMs(info), async () => {
      await discard(await route.answer(late))
    })
    return 'drop'
  }
  const reply = await replyTo(exchange, route, action)
  if (await reached('applied', info, hooks)) return 'drop'
  if (action === 'apply-then-drop') return 'drop'
  entry.status = reply.status
  const code = reply.headers?.['x-amzn-errortype']
  if (code !== undefined) entry.code = code
  // What the service did not want to read would block the connection's next request.
  exchange.body.resume()
  if (action === 'half-body') await writeHalf(response, reply, clock)
  else await write(response, reply, exchange.method, clock)
  await reached('answered', info, hooks)
  return action === 'half-body' ? 'drop' : 'answered'
}

async function replyTo(exchange: Exchange, route: Route, action: StruckAction | undefined): Promise<Reply> {
  if (typeof action === 'function') return action(exchange)
  if (typeof action === 'object') {
    const reply = route.fail(action.status, action.code, action.message)
    return { ...reply, headers: { ...reply.headers, ...action.headers } }
  }
  return route.answer(exchange)
}

async function reached(phase: Phase, info: RequestInfo, hooks: ReadonlySet<RequestHook>): Promise<boolean> {
  let dropped = false
  for (const hook of hooks) if ((await hook(info, phase)) === 'drop') dropped = true
  return dropped
}

function faultName(action: StruckAction): string {
  if (typeof action === 'string') return action
  return typeof action === 'object' ? `${action.status} ${action.code}` : 'reply'
}

function exchangeOf(request: IncomingMessage, number: number): Exchange {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  let whole: Promise<Buffer> | undefined
  return {
    number,
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    url: new URL(`http://${headers['host'] ?? '127.0.0.1'}${request.url ?? '/'}`),
    headers,
    body: request,
    bytes(most = mostBuffered) {
      whole ??= readAll(request, most)
      return whole
    }
  }
}

/** The same exchange with its body already in memory, so that it can be read once more. */
function buffered(exchange: Exchange, body: Buffer): Exchange {
  return { ...exchange, body: Readable.from([body]), bytes: () => Promise.resolve(body) }
}

async function readAll(body: Readable, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of body as AsyncIterable<Buffer>) {
    length += part.length
    if (length > most) throw new Error(`a request body of more than ${most} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function head(reply: Reply, clock: Clock): Record<string, string> {
  return {
    // The emulator's own time: S3's Date is a clock that callers go by.
    date: new Date(clock.now()).toUTCString(),
    'x-emulator': 'answers are simulated, nothing is charged',
    ...reply.headers
  }
}

async function write(response: ServerResponse, reply: Reply, method: string, clock: Clock): Promise<void> {
  const headers = head(reply, clock)
  const { body } = reply
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) {
    const bytes = typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array())
    // Neither 204 nor 304 has a length, and HEAD may tell that of the body it does not send.
    if (reply.status !== 204 && reply.status !== 304) headers['content-length'] ??= String(bytes.length)
    response.writeHead(reply.status, headers)
    // Whoever is gone already will not be told.
    if (response.closed) return
    const finished = once(response, 'close').catch(() => undefined)
    response.end(method === 'HEAD' ? undefined : bytes)
    await finished
    return
  }
  response.writeHead(reply.status, headers)
  // A client that went away in the middle is its own affair.
  await pipeline(Readable.from(body, { objectMode: false }), response).catch(() => undefined)
}

/** Headers that promise the whole, and half of it. */
async function writeHalf(response: ServerResponse, reply: Reply, clock: Clock): Promise<void> {
  const headers = head(reply, clock)
  const parts = partsOf(reply.body)
  const length = Number(headers['content-length'] ?? (Array.isArray(parts) ? (parts[0]?.length ?? 0) : 0))
  // A body of nothing is promised as one byte that never comes.
  response.writeHead(reply.status, { ...headers, 'content-length': String(Math.max(1, length)) })
  response.flushHeaders()
  let left = Math.floor(length / 2)
  for await (const part of parts) {
    const shown = part.subarray(0, left)
    left -= shown.length
    if (shown.length > 0) await new Promise<void>(resolve => response.write(shown, () => resolve()))
    if (left <= 0) break
  }
}

function partsOf(body: Reply['body']): Uint8Array[] | AsyncIterable<Uint8Array> {
  if (body === undefined) return []
  if (typeof body === 'string') return [Buffer.from(body)]
  return body instanceof Uint8Array ? [body] : body
}

/** Reads a reply that nobody gets, in bytes. */
async function discard(reply: Reply): Promise<number> {
  let bytes = 0
  for await (const part of partsOf(reply.body)) bytes += part.length
  return bytes
}
