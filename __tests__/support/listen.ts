/** The least HTTP server that a service of the emulator needs, on a free port of loopback. Faults, books and routing are the emulator's own. */
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { buffer } from 'node:stream/consumers'
import type { Exchange, Reply, Service } from '../../src/emulator/exchange.ts'

export interface Listening {
  readonly url: string
  [Symbol.asyncDispose](): Promise<void>
}

export async function listen(service: Service): Promise<Listening> {
  let number = 0
  const server = createServer((request, response) => {
    service(exchangeOf(request, ++number))
      .then(reply => send(reply, request, response))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
  }
}

function exchangeOf(request: IncomingMessage, number: number): Exchange {
  const target = request.url ?? '/'
  let whole: Promise<Buffer> | undefined
  return {
    number,
    method: request.method ?? 'GET',
    target,
    url: new URL(target, 'http://127.0.0.1'),
    headers: headersOf(request),
    body: request,
    bytes: () => (whole ??= buffer(request))
  }
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return headers
}

async function send(
  { status, headers, body }: Reply,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  response.writeHead(status, headers)
  if (request.method === 'HEAD' || body === undefined) response.end()
  else if (typeof body === 'string' || body instanceof Uint8Array) response.end(body)
  else await pipeline(Readable.from(body), response)
}

/** An exchange without a socket, for tests of one service. */
export function exchange(
  method: string,
  target: string,
  headers: Readonly<Record<string, string>> = {},
  body: string | Uint8Array = ''
): Exchange {
  const bytes = Buffer.from(body)
  return {
    number: 1,
    method,
    target,
    url: new URL(target, 'http://127.0.0.1'),
    headers: { host: '127.0.0.1', ...headers },
    body: Readable.from(bytes.length > 0 ? [bytes] : []),
    bytes: () => Promise.resolve(bytes)
  }
}
