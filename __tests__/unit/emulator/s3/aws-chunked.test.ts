import { Readable } from 'node:stream'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { unframe } from '../../../../src/emulator/s3/aws-chunked.ts'
import type { Framing } from '../../../../src/emulator/s3/aws-chunked.ts'
import { signingKey } from '../../../../src/emulator/signature/canonical.ts'

async function read(
  text: string | Buffer,
  framing: Framing,
  pieces = 7
): Promise<{ content: string; trailer: object } | string> {
  const bytes = Buffer.from(text)
  const cut = Array.from({ length: Math.ceil(bytes.length / pieces) }, (_, index) =>
    bytes.subarray(index * pieces, (index + 1) * pieces)
  )
  const { content, trailer } = unframe(Readable.from(cut), framing)
  const parts: Uint8Array[] = []
  try {
    for await (const part of content) parts.push(part)
  } catch (error) {
    return (error as { code: string }).code
  }
  return { content: Buffer.concat(parts).toString(), trailer: Object.fromEntries(trailer) }
}

const crc = 'x-amz-checksum-crc32'
const framing = { decodedBytes: 11, trailers: [crc] }
const whole = `5\r\nhello\r\n6\r\n world\r\n0\r\n${crc}:DUoRhQ==\r\n\r\n`

describe('frames', () => {
  it('are taken off however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async pieces => {
        expect(await read(whole, framing, pieces)).toEqual({ content: 'hello world', trailer: { [crc]: 'DUoRhQ==' } })
      })
    )
  })

  it.each([
    ['a size that is none', whole.replace('5\r\n', 'five\r\n'), 'IncompleteBody'],
    ['a chunk that is too short', whole.replace('6\r\n', '7\r\n'), 'IncompleteBody'],
    ['an end in a chunk', whole.slice(0, 10), 'IncompleteBody'],
    ['an end before the trailer', whole.slice(0, whole.indexOf(crc)), 'IncompleteBody'],
    ['fewer bytes than announced', whole.replace('6\r\n world', '5\r\n worl'), 'IncompleteBody'],
    ['more bytes than announced', whole.replace('6\r\n world', '7\r\n worlds'), 'IncompleteBody'],
    ['lines that end in LF alone', whole.replaceAll('\r\n', '\n'), 'IncompleteBody'],
    ['no trailer', '5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n', 'MalformedTrailerError'],
    ['another trailer', whole.replace(crc, 'x-amz-checksum-sha1'), 'MalformedTrailerError'],
    ['a trailer without a colon', whole.replace(`${crc}:`, crc), 'MalformedTrailerError']
  ])('with %s are refused', async (_, text, code) => {
    expect(await read(text, framing)).toBe(code)
  })
})

describe('signed frames', () => {
  // The example of https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
  const scope = { date: '20130524', region: 'us-east-1', service: 's3' }
  const seal = {
    key: signingKey('wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', scope),
    signature: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
    signedAt: '20130524T000000Z',
    scope
  }
  const example = [
    ['10000', 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648', 65_536],
    ['400', '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497', 1024],
    ['0', 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9', 0]
  ] as const
  const text = example
    .map(([size, signature, bytes]) => `${size};chunk-signature=${signature}\r\n${'a'.repeat(bytes)}\r\n`)
    .join('')
  const signedFraming = { seal, decodedBytes: 66_560, trailers: [] }

  it('are those that AWS prints', async () => {
    expect(await read(text, signedFraming, 5000)).toMatchObject({ content: 'a'.repeat(66_560) })
  })

  it.each([
    ['a byte changed', text.replace('aa\r\n400', 'ab\r\n400')],
    ['a signature changed', text.replace('0055627c', '1055627c')],
    ['a signature missing', text.replace(/;chunk-signature=0055\w+/, '')],
    ['the last one changed', text.replace('b6c6ea8a', 'b6c6ea8b')]
  ])('with %s are refused', async (_, changed) => {
    expect(await read(changed, signedFraming, 5000)).toBe('SignatureDoesNotMatch')
  })
})
