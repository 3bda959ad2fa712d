import { describe, expect, it } from '@jest/globals'
import { instantOf, readClaim, scopeOf } from '../../../../src/emulator/signature/claim.ts'

const plain = new URL('http://127.0.0.1/b/k')
const good =
  'AWS4-HMAC-SHA256 Credential=AK/20261120/eu-west-1/bedrock/aws4_request, SignedHeaders=host;x-amz-date, Signature=abc'
const presigned =
  'http://127.0.0.1/b/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AK%2F20261120%2Fus-east-1%2Fs3%2Faws4_request' +
  '&X-Amz-Date=20261120T120000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=abc'

describe('a claim', () => {
  it('is read from the header', () => {
    const headers = { authorization: good, 'x-amz-date': '20261120T120000Z', 'x-amz-security-token': 'token' }

    expect(readClaim(headers, plain)).toEqual({
      kind: 'header',
      accessKeyId: 'AK',
      scope: { date: '20261120', region: 'eu-west-1', service: 'bedrock' },
      signedHeaders: ['host', 'x-amz-date'],
      signature: 'abc',
      signedAt: '20261120T120000Z',
      sessionToken: 'token'
    })
  })

  it('is read without spaces, with a slash in the key id, and dated by Date', () => {
    const authorization = good.replaceAll(', ', ',').replace('AK/', 'A/K/')

    const claim = readClaim({ authorization, date: 'Fri, 20 Nov 2026 12:00:00 GMT' }, plain)

    expect(claim).toMatchObject({ accessKeyId: 'A/K', signedAt: '20261120T120000Z' })
  })

  it('is read from a presigned URL', () => {
    expect(readClaim({}, new URL(presigned))).toMatchObject({
      kind: 'presigned',
      lifeSeconds: 60,
      signedHeaders: ['host']
    })
  })

  it.each([
    'Bearer abc',
    'AWS AK:signature',
    good.replace('aws4_request', 'aws5_request'),
    good.replace('AK/', ''),
    good.replace('SignedHeaders=host;x-amz-date', 'SignedHeaders='),
    good.replace(', Signature=abc', '')
  ])('is malformed in %j', authorization => {
    expect(readClaim({ authorization }, plain)).toBe('malformed')
  })

  it.each(['X-Amz-Expires=60&', 'X-Amz-SignedHeaders=host&', 'X-Amz-Algorithm=AWS4-HMAC-SHA256&'])(
    'is malformed in a URL without %s',
    part => {
      expect(readClaim({}, new URL(presigned.replace(part, '')))).toBe('malformed')
    }
  )

  it('is malformed in a URL for more than a week', () => {
    expect(readClaim({}, new URL(presigned.replace('Expires=60', 'Expires=604801')))).toBe('malformed')
  })
})

it('tells the service and region that a request is signed for', () => {
  const scopes = [scopeOf({ authorization: good }, plain), scopeOf({}, new URL(presigned)), scopeOf({}, plain)]

  expect(scopes).toEqual([
    { service: 'bedrock', region: 'eu-west-1' },
    { service: 's3', region: 'us-east-1' },
    undefined
  ])
})

it('reads the basic form of an instant, and no other', () => {
  expect(instantOf('20261120T120000Z')).toBe(Date.parse('2026-11-20T12:00:00Z'))
  expect([instantOf('2026-11-20T12:00:00Z'), instantOf('20261399T120000Z'), instantOf('')]).toEqual([
    undefined,
    undefined,
    undefined
  ])
})
