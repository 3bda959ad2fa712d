import { afterEach, describe, expect, it } from '@jest/globals'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Doubt } from '../../../src/github/doubt.ts'
import { download } from '../../../src/github/download.ts'
import { connectRest } from '../../../src/github/rest.ts'
import { quickClock } from './ledger-world.ts'

const servers: Server[] = []
const seen: IncomingHttpHeaders[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  seen.splice(0)
})

async function serving(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => {
    seen.push(request.headers)
    answer(response)
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/zip`
}

describe('a download', () => {
  it('gives the bytes', async () => {
    const address = await serving(response => response.end('whole'))

    expect((await download(address, 5)).toString()).toBe('whole')
  })

  it('is told where to go by GitHub, and does not take the token along', async () => {
    const store = await serving(response => response.end('whole'))
    const api = await serving(response => response.writeHead(302, { location: store }).end())
    const rest = connectRest({ token: 'secret', apiUrl: api, clock: quickClock })

    const address = await rest.redirect('GET /artifacts/{id}/zip', { id: 7 })
    const asked = seen.splice(0)
    await download(address ?? '', 5)

    expect(asked.map(headers => headers.authorization)).toEqual(['token secret'])
    expect(seen).toHaveLength(1)
    expect(JSON.stringify(seen)).not.toContain('secret')
  })

  it('ends at its limit, whatever length was announced', async () => {
    const address = await serving(response => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', more)
      more()
    })

    await expect(download(address, 1000)).rejects.toThrow(Doubt)
  })

  it('does not follow a further redirect', async () => {
    const target = await serving(response => response.end('elsewhere'))
    const address = await serving(response => response.writeHead(302, { location: target }).end())

    await expect(download(address, 1000)).rejects.toThrow()
    expect(seen).toHaveLength(1)
  })

  it.each([403, 404, 500])('fails on HTTP %d', async status => {
    const address = await serving(response => response.writeHead(status).end('no'))

    await expect(download(address, 1000)).rejects.toThrow(`HTTP ${status}`)
  })

  it.each(['http://example.org/zip', 'file:///etc/passwd', 'ftp://example.org/zip'])(
    'is not made from %s',
    async address => {
      await expect(download(address, 1000)).rejects.toThrow(Doubt)
    }
  )
})
