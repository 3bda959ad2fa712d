/** A large body and a server that does not read: what is asked of the body meanwhile is what lies in memory. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { clientSettings } from '../../../src/aws/clients.ts'
import { openBucket } from '../../../src/aws/objects.ts'
import { StillClock } from '../../support/still-clock.ts'

const mebibyte = 1 << 20

describe('An upload', () => {
  it('takes no more of its body than the connection does', async () => {
    const asked: (string | undefined)[] = []
    const server = createServer(
      request => void asked.push(request.headers['x-amz-checksum-crc32'] as string | undefined)
    )
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const keys = async () => ({ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c', expiration: new Date(8e12) })
    const settings = { ...clientSettings('us-east-1', '0', keys), endpoint: `http://127.0.0.1:${port}`, maxAttempts: 1 }
    const bucket = openBucket({ name: 'bucket', region: 'us-east-1' }, settings, new StillClock(0))
    const taken: number[] = []

    const put = bucket.put('key', {
      bytes: 256 * mebibyte,
      async *open() {
        const reading = taken.push(0) - 1
        for (let piece = 1; piece <= 256; piece++) {
          taken[reading] = piece
          yield Buffer.alloc(mebibyte)
        }
      }
    })
    put.catch(() => undefined)
    while (asked.length === 0) await setTimeout(10)
    await setTimeout(300)

    // The first reading was for the checksum, which is sent ahead.
    expect(asked).toEqual([expect.stringMatching(/^[\w+/]{6}==$/)])
    expect(taken).toHaveLength(2)
    expect(taken[1]).toBeLessThan(32)
    server.closeAllConnections()
    server.close()
    await expect(put).rejects.toThrow()
  })
})
