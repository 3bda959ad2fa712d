/** Objects over HTTP: put, get, head, delete, delete many. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html */
import { matches } from './buckets.ts'
import type { Conditions, StoredObject } from './buckets.ts'
import { readRange } from './range.ts'
import { authorise, checksumHeaders, enter, find, namespace, xml } from './context.ts'
import type { Operation, S3Context } from './context.ts'
import { S3Error } from './error.ts'
import { allowQuery, refuseHeaders } from './request.ts'
import type { S3Request } from './request.ts'
import { takeBody } from './upload-body.ts'
import { childText, declaration, element, parseXml, wrap } from './xml.ts'

const mostMetadataBytes = 2048
const mostDeletes = 1000
const kept =
  /^(x-amz-meta-.*|content-type|cache-control|content-disposition|content-language|expires|x-amz-tagging|x-amz-server-side-encryption(-aws-kms-key-id)?)$/

export const putObject: Operation = async (request, context) => {
  allowQuery(request)
  refuseHeaders(request, 'x-amz-copy-source', 'x-amz-write-offset-bytes', 'x-amz-object-lock-mode')
  enter(request, context)
  authorise(request, context, 's3:PutObject')
  const metadata = readMetadata(request)
  const ticket = context.buckets.begin(request.bucket, request.key, readConditions(request))
  try {
    const { body } = await takeBody(request, {
      shelf: context.buckets.shelf,
      seal: context.caller.seal,
      own: 'CRC64NVME'
    })
    const object = context.buckets.commit(ticket, body, { metadata })
    return { status: 200, headers: { etag: object.etag, ...checksumHeaders(object), ...encryption(object) } }
  } finally {
    context.buckets.end(ticket)
  }
}

export const getObject: Operation = (request, context) => {
  allowQuery(request, ...overrides.keys())
  enter(request, context)
  authorise(request, context, 's3:GetObject')
  const object = find(request, context)
  const unchanged = checkConditions(request, object)
  if (unchanged) return { status: 304, headers: { etag: object.etag } }
  const range = readRange(request.headers['range'], object.bytes)
  const headers = { ...describe(request, object), ...overridden(request) }
  if (range === undefined) return { status: 200, headers, body: object.open() }
  return {
    status: 206,
    // The checksum is the whole object's: with a part it would only mislead, and S3 leaves it out too.
    headers: {
      ...without(headers, 'x-amz-checksum-'),
      'content-length': String(range.end - range.start + 1),
      'content-range': `bytes ${range.start}-${range.end}/${object.bytes}`
    },
    body: object.open(range)
  }
}

export const headObject: Operation = async (request, context) => {
  const reply = await getObject(request, context)
  return { status: reply.status, ...(reply.headers && { headers: reply.headers }) }
}

export const deleteObject: Operation = (request, context) => {
  allowQuery(request)
  enter(request, context)
  authorise(request, context, 's3:DeleteObject')
  const ifMatch = request.headers['if-match']
  context.buckets.delete(request.bucket, request.key, ifMatch === undefined ? {} : { ifMatch })
  return { status: 204 }
}

export const deleteObjects: Operation = async (request, context) => {
  allowQuery(request, 'delete')
  enter(request, context)
  const { body, announced } = await takeBody(request, {
    shelf: context.buckets.shelf,
    seal: context.caller.seal,
    own: 'CRC32'
  })
  if (announced === undefined && request.headers['content-md5'] === undefined) {
    throw new S3Error('InvalidRequest', { message: 'Missing required header for this request: Content-MD5' })
  }
  const root = parseXml(await textOf(body.open()))
  const objects = root?.name === 'Delete' ? root.children.filter(child => child.name === 'Object') : []
  if (root === undefined || objects.length === 0 || objects.length > mostDeletes) throw new S3Error('MalformedXML')
  const quiet = childText(root, 'Quiet')?.trim() === 'true'
  const lines = objects.map(object => {
    const key = childText(object, 'Key')
    if (key === undefined || key === '') throw new S3Error('MalformedXML')
    return deleteOne(request, context, key, quiet)
  })
  return xml(200, declaration + wrap('DeleteResult', lines, namespace))
}

function deleteOne(request: S3Request, context: S3Context, key: string, quiet: boolean): string {
  try {
    authorise(request, context, 's3:DeleteObject', key)
    context.buckets.delete(request.bucket, key)
    return quiet ? '' : wrap('Deleted', [element('Key', key)])
  } catch (error) {
    if (!(error instanceof S3Error)) throw error
    return wrap('Error', [element('Key', key), element('Code', error.code), element('Message', error.message)])
  }
}

async function textOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

export function readConditions({ headers }: S3Request): Conditions {
  const ifNoneMatch = headers['if-none-match']
  const ifMatch = headers['if-match']
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw new S3Error('NotImplemented', { details: { Header: 'If-None-Match' } })
  }
  return { ...(ifNoneMatch === '*' && { ifNoneMatch: '*' as const }), ...(ifMatch !== undefined && { ifMatch }) }
}

export function readMetadata({ headers }: S3Request): Record<string, string> {
  const metadata: Record<string, string> = {}
  let userBytes = 0
  for (const [name, value] of Object.entries(headers)) {
    if (!kept.test(name)) continue
    metadata[name] = value
    if (name.startsWith('x-amz-meta-')) userBytes += name.length - 'x-amz-meta-'.length + Buffer.byteLength(value)
  }
  if (userBytes > mostMetadataBytes) {
    throw new S3Error('MetadataTooLarge', {
      details: { Size: String(userBytes), MaxSizeAllowed: String(mostMetadataBytes) }
    })
  }
  // The framing was for the way; what remains was the content's own encoding.
  const encoding = (headers['content-encoding'] ?? '').split(',').map(part => part.trim())
  const own = encoding.filter(part => part !== '' && part !== 'aws-chunked').join(',')
  return own === '' ? metadata : { ...metadata, 'content-encoding': own }
}

/** True where the client has it already (304). Throws S3Error PreconditionFailed. */
function checkConditions({ headers }: S3Request, object: StoredObject): boolean {
  const ifMatch = headers['if-match']
  if (ifMatch !== undefined && !matches(ifMatch, object.etag)) {
    throw new S3Error('PreconditionFailed', { details: { Condition: 'If-Match' } })
  }
  const ifNoneMatch = headers['if-none-match']
  return ifNoneMatch !== undefined && matches(ifNoneMatch, object.etag)
}

function describe({ headers }: S3Request, object: StoredObject): Record<string, string> {
  const { 'x-amz-tagging': tagging, ...metadata } = object.metadata
  return {
    'content-type': 'binary/octet-stream',
    ...metadata,
    ...(tagging !== undefined && { 'x-amz-tagging-count': String(tagging.split('&').length) }),
    ...encryption(object),
    ...(headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED' && checksumHeaders(object)),
    'accept-ranges': 'bytes',
    'content-length': String(object.bytes),
    etag: object.etag,
    'last-modified': new Date(object.lastModified).toUTCString()
  }
}

/** S3 encrypts everything, with its own keys unless told otherwise. */
export function encryption({ metadata }: Pick<StoredObject, 'metadata'>): Record<string, string> {
  const name = 'x-amz-server-side-encryption'
  const keyId = metadata[`${name}-aws-kms-key-id`]
  return { [name]: metadata[name] ?? 'AES256', ...(keyId !== undefined && { [`${name}-aws-kms-key-id`]: keyId }) }
}

const overrides = new Map([
  ['response-cache-control', 'cache-control'],
  ['response-content-disposition', 'content-disposition'],
  ['response-content-encoding', 'content-encoding'],
  ['response-content-language', 'content-language'],
  ['response-content-type', 'content-type'],
  ['response-expires', 'expires']
])

function overridden({ query }: S3Request): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [parameter, header] of overrides) {
    const value = query.get(parameter)
    if (value !== null) headers[header] = value
  }
  return headers
}

function without(headers: Record<string, string>, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(prefix)))
}
