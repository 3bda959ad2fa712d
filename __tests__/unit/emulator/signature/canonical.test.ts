import { hash } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import {
  canonicalRequest,
  sign,
  signingKey,
  stringToSign,
  uriEncode
} from '../../../../src/emulator/signature/canonical.ts'

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const scope = { date: '20130524', region: 'us-east-1', service: 's3' }
const empty = hash('sha256', '')
const common = {
  host: 'examplebucket.s3.amazonaws.com',
  'x-amz-content-sha256': empty,
  'x-amz-date': '20130524T000000Z'
}

describe('the signature', () => {
  // The examples of https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
  it.each([
    [
      'a range of an object',
      '/test.txt',
      { range: 'bytes=0-9' },
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
    ],
    ['a subresource', '/?lifecycle', {}, 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
    ['a listing', '/?max-keys=2&prefix=J', {}, '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7']
  ])('is the one that AWS prints for %s', (_, target, more, expected) => {
    const headers = { ...common, ...more }
    const signedHeaders = Object.keys(headers).sort()

    const canonical = canonicalRequest({ method: 'GET', target, headers }, { signedHeaders, scope }, empty)
    const signature = sign(signingKey(secret, scope), stringToSign(canonical, '20130524T000000Z', scope))

    expect(signature).toBe(expected)
  })
})

describe('the canonical path', () => {
  it.each([
    ['s3', '/b/a%2Fb/../c//d', '/b/a%2Fb/../c//d'],
    ['s3', "/b/a'b", '/b/a%27b'],
    ['s3', '/b/100%', '/b/100%25'],
    ['bedrock', '/model-invocation-job/arn%3Aaws%3Ax%2Fy', '/model-invocation-job/arn%253Aaws%253Ax%252Fy'],
    ['bedrock', '/a/./b/../c', '/a/c'],
    ['bedrock', '/', '/']
  ])('for %s of %s is %s', (service, target, expected) => {
    const canonical = canonicalRequest(
      { method: 'GET', target, headers: {} },
      { signedHeaders: [], scope: { ...scope, service } },
      empty
    )

    expect(canonical.split('\n')[1]).toBe(expected)
  })
})

describe('the canonical query', () => {
  it('is sorted, encoded once, with its own signature left out', () => {
    const target = '/?b=2&a=z&a=%C3%A4&flag&c=x+y&X-Amz-Signature=abc'

    const canonical = canonicalRequest({ method: 'GET', target, headers: {} }, { signedHeaders: [], scope }, empty)

    expect(canonical.split('\n')[2]).toBe('a=%C3%A4&a=z&b=2&c=x%20y&flag=')
  })
})

it('tidies header values and keeps their order', () => {
  const headers = { host: ' h ', 'x-amz-meta-a': ' one   two\t three ' }

  const canonical = canonicalRequest(
    { method: 'GET', target: '/', headers },
    { signedHeaders: ['host', 'x-amz-meta-a'], scope },
    empty
  )

  expect(canonical).toContain('\nhost:h\nx-amz-meta-a:one two three\n\nhost;x-amz-meta-a\n')
})

it('encodes everything but letters, digits and -._~', () => {
  expect(uriEncode("aZ9-._~ !'()*/+é")).toBe('aZ9-._~%20%21%27%28%29%2A%2F%2B%C3%A9')
})
