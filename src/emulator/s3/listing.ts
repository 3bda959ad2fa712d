/** ListObjectsV2. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
import { uriEncode } from '../signature/canonical.ts'
import type { StoredObject } from './buckets.ts'
import { authorise, enter, namespace, xml } from './context.ts'
import type { Operation } from './context.ts'
import { S3Error } from './error.ts'
import { allowQuery } from './request.ts'
import type { S3Request } from './request.ts'
import { declaration, element, wrap } from './xml.ts'

const mostKeys = 1000
const parameters = [
  'list-type',
  'prefix',
  'delimiter',
  'start-after',
  'continuation-token',
  'max-keys',
  'encoding-type',
  'fetch-owner'
]

export const listObjects: Operation = (request, context) => {
  if (request.query.get('list-type') !== '2') {
    throw new S3Error('NotImplemented', { message: 'The emulator lists objects with list-type=2 only' })
  }
  allowQuery(request, ...parameters)
  const info = enter(request, context)
  authorise(request, context, 's3:ListBucket')
  const { query } = request
  const encode = readEncoding(query)
  const maxKeys = readMaxKeys(query)
  const token = query.get('continuation-token')
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const page = context.buckets.list(request.bucket, {
    prefix,
    delimiter,
    startAfter: token === null ? (query.get('start-after') ?? '') : readToken(token),
    maxKeys: Math.min(maxKeys, mostKeys)
  })
  const next = maxKeys === 0 ? undefined : page.next
  const owner = query.get('fetch-owner') === 'true' ? info.owner : undefined
  return xml(
    200,
    declaration +
      wrap(
        'ListBucketResult',
        [
          element('Name', request.bucket),
          element('Prefix', encode(prefix)),
          ...(delimiter === '' ? [] : [element('Delimiter', encode(delimiter))]),
          ...(query.has('start-after') ? [element('StartAfter', encode(query.get('start-after') ?? ''))] : []),
          ...(token === null ? [] : [element('ContinuationToken', token)]),
          ...(next === undefined ? [] : [element('NextContinuationToken', writeToken(next))]),
          element('KeyCount', page.objects.length + page.commonPrefixes.length),
          element('MaxKeys', Math.min(maxKeys, mostKeys)),
          ...(query.has('encoding-type') ? [element('EncodingType', 'url')] : []),
          element('IsTruncated', next !== undefined),
          ...page.objects.map(object => contents(object, encode, owner)),
          ...page.commonPrefixes.map(common => wrap('CommonPrefixes', [element('Prefix', encode(common))]))
        ],
        namespace
      )
  )
}

function contents(object: StoredObject, encode: (key: string) => string, owner: string | undefined): string {
  const algorithms = Object.keys(object.checksums)
  return wrap('Contents', [
    element('Key', encode(object.key)),
    element('LastModified', `${new Date(object.lastModified).toISOString().slice(0, 19)}.000Z`),
    element('ETag', object.etag),
    ...algorithms.map(algorithm => element('ChecksumAlgorithm', algorithm)),
    ...(algorithms.length > 0 ? [element('ChecksumType', object.checksumType)] : []),
    element('Size', object.bytes),
    ...(owner === undefined ? [] : [wrap('Owner', [element('ID', owner)])]),
    element('StorageClass', 'STANDARD')
  ])
}

/** With `encoding-type=url`, S3 writes keys as a form would, but leaves `/`. */
export function readEncoding(query: S3Request['query']): (text: string) => string {
  const type = query.get('encoding-type')
  if (type === null || type === '') return text => text
  if (type !== 'url') {
    throw new S3Error('InvalidArgument', {
      message: 'Invalid Encoding Method specified in Request',
      details: { ArgumentName: 'encoding-type', ArgumentValue: type }
    })
  }
  return text => uriEncode(text).replaceAll('%2F', '/').replaceAll('%20', '+')
}

function readMaxKeys(query: S3Request['query']): number {
  const text = query.get('max-keys') ?? String(mostKeys)
  if (/^\d{1,10}$/.test(text)) return Number(text)
  throw new S3Error('InvalidArgument', {
    message: 'Provided max-keys not an integer or within integer range',
    details: { ArgumentName: 'max-keys', ArgumentValue: text }
  })
}

/** Opaque to clients, so that none comes to read it. */
function writeToken(startAfter: string): string {
  return `1${Buffer.from(startAfter).toString('base64')}`
}

function readToken(token: string): string {
  if (/^1(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(token)) {
    return Buffer.from(token.slice(1), 'base64').toString('utf8')
  }
  throw new S3Error('InvalidArgument', {
    message: 'The continuation token provided is incorrect',
    details: { ArgumentName: 'continuation-token' }
  })
}
