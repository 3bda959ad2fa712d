/** Multipart uploads over HTTP. https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html */
import { algorithms, headerOf, isAlgorithm } from './checksums.ts'
import type { Algorithm } from './checksums.ts'
import { authorise, enter, namespace, xml } from './context.ts'
import type { Operation } from './context.ts'
import { S3Error } from './error.ts'
import { readEncoding } from './listing.ts'
import { encryption, readConditions, readMetadata } from './objects.ts'
import { allowQuery, refuseHeaders } from './request.ts'
import type { S3Request } from './request.ts'
import { badDigest, takeBody } from './upload-body.ts'
import { assemble, choose } from './uploads.ts'
import type { ChosenPart, Part, Upload } from './uploads.ts'
import { childText, declaration, element, parseXml, wrap } from './xml.ts'
import type { Node } from './xml.ts'

const mostParts = 10_000
const mostListed = 1000

export const createMultipartUpload: Operation = (request, context) => {
  allowQuery(request, 'uploads')
  enter(request, context)
  authorise(request, context, 's3:PutObject')
  const { bucket, key } = request
  const choice = readChecksumChoice(request)
  const upload = context.uploads.start({ bucket, key, ...choice, metadata: readMetadata(request) })
  const lines = [element('Bucket', bucket), element('Key', key), element('UploadId', upload.id)]
  const reply = xml(200, declaration + wrap('InitiateMultipartUploadResult', lines, namespace))
  return {
    ...reply,
    headers: {
      ...reply.headers,
      ...encryption(upload),
      ...(choice.named && {
        'x-amz-checksum-algorithm': choice.algorithm,
        'x-amz-checksum-type': choice.checksumType
      })
    }
  }
}

/** CRC64NVME sums whole objects only, SHA only parts; the other CRCs do either. */
function readChecksumChoice({ headers }: S3Request): Pick<Upload, 'algorithm' | 'checksumType' | 'named'> {
  const name = headers['x-amz-checksum-algorithm']?.toUpperCase()
  const algorithm = name ?? 'CRC64NVME'
  if (!isAlgorithm(algorithm))
    throw new S3Error('InvalidRequest', { message: 'Checksum algorithm provided is unsupported.' })
  const usual = algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE'
  const checksumType = headers['x-amz-checksum-type']?.toUpperCase() ?? usual
  const possible: readonly string[] = algorithm.startsWith('CRC32') ? ['COMPOSITE', 'FULL_OBJECT'] : [usual]
  if (!possible.includes(checksumType)) {
    throw new S3Error('InvalidRequest', {
      message: `The ${checksumType} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`
    })
  }
  return {
    algorithm,
    named: name !== undefined,
    checksumType: checksumType === 'COMPOSITE' ? 'COMPOSITE' : 'FULL_OBJECT'
  }
}

export const uploadPart: Operation = async (request, context) => {
  allowQuery(request, 'partNumber', 'uploadId')
  refuseHeaders(request, 'x-amz-copy-source')
  enter(request, context)
  authorise(request, context, 's3:PutObject')
  const number = Number(request.query.get('partNumber'))
  if (!Number.isInteger(number) || number < 1 || number > mostParts) {
    throw new S3Error('InvalidArgument', {
      message: 'Part number must be an integer between 1 and 10000, inclusive',
      details: { ArgumentName: 'partNumber', ArgumentValue: request.query.get('partNumber') ?? '' }
    })
  }
  const upload = uploadOf(request, context.uploads)
  const { body, announced } = await takeBody(request, {
    shelf: context.buckets.shelf,
    seal: context.caller.seal,
    own: upload.algorithm,
    // An upload that named no algorithm takes parts with any, and sums the whole its own way.
    always: !upload.named
  })
  if (
    upload.named &&
    announced !== upload.algorithm &&
    (announced !== undefined || !upload.algorithm.startsWith('CRC'))
  ) {
    body.release()
    throw wrongAlgorithm(upload.algorithm, announced)
  }
  // The upload may have ended while the part was on its way.
  context.uploads.add(uploadOf(request, context.uploads), number, body)
  const shown = announced ?? upload.algorithm
  const checksum = body.checksums[shown]
  return {
    status: 200,
    headers: {
      etag: `"${body.md5}"`,
      ...(checksum !== undefined && { [headerOf(shown)]: checksum }),
      ...encryption(upload)
    }
  }
}

function wrongAlgorithm(expected: Algorithm, actual: Algorithm | undefined): S3Error {
  return new S3Error('InvalidRequest', {
    message: `Checksum Type mismatch occurred, expected checksum Type: ${expected.toLowerCase()}, actual checksum Type: ${actual?.toLowerCase() ?? 'null'}`
  })
}

export const completeMultipartUpload: Operation = async (request, context) => {
  allowQuery(request, 'uploadId')
  enter(request, context)
  authorise(request, context, 's3:PutObject')
  const upload = uploadOf(request, context.uploads)
  const chosen = readChosen((await request.exchange.bytes(4 * 1024 * 1024)).toString('utf8'))
  const parts = choose(upload, chosen)
  const ticket = context.buckets.begin(request.bucket, request.key, readConditions(request))
  try {
    const { body, etag } = await assemble(upload, parts)
    const expected = request.headers[headerOf(upload.algorithm)]
    if (expected !== undefined && expected !== body.checksums[upload.algorithm]) throw badDigest(upload.algorithm)
    // A commit that fails must leave the parts to the next try.
    const object = context.buckets.commit(ticket, { ...body, release: () => undefined }, { ...upload, etag })
    context.uploads.completed(upload, parts)
    const lines = [
      element('Location', `/${request.bucket}/${request.key}`),
      element('Bucket', request.bucket),
      element('Key', request.key),
      element('ETag', object.etag),
      ...Object.entries(object.checksums).map(([name, value]) => element(`Checksum${name}`, value)),
      element('ChecksumType', object.checksumType)
    ]
    const reply = xml(200, declaration + wrap('CompleteMultipartUploadResult', lines, namespace))
    return { ...reply, headers: { ...reply.headers, ...encryption(object) } }
  } finally {
    context.buckets.end(ticket)
  }
}

function readChosen(text: string): readonly ChosenPart[] {
  const root = parseXml(text)
  const nodes = root?.name === 'CompleteMultipartUpload' ? root.children.filter(child => child.name === 'Part') : []
  if (nodes.length === 0 || nodes.length > mostParts) throw new S3Error('MalformedXML')
  return nodes.map(readChosenPart)
}

function readChosenPart(node: Node): ChosenPart {
  const number = Number(childText(node, 'PartNumber') ?? NaN)
  const etag = childText(node, 'ETag')
  if (!Number.isInteger(number) || etag === undefined) throw new S3Error('MalformedXML')
  const sums = algorithms.map(name => [name, childText(node, `Checksum${name}`)?.trim()] as const)
  return { number, etag: etag.trim(), checksums: Object.fromEntries(sums.filter(([, value]) => value !== undefined)) }
}

export const abortMultipartUpload: Operation = (request, context) => {
  allowQuery(request, 'uploadId')
  enter(request, context)
  authorise(request, context, 's3:AbortMultipartUpload')
  context.uploads.abort(uploadOf(request, context.uploads))
  return { status: 204 }
}

export const listParts: Operation = (request, context) => {
  allowQuery(request, 'uploadId', 'max-parts', 'part-number-marker')
  enter(request, context)
  authorise(request, context, 's3:ListMultipartUploadParts')
  const upload = uploadOf(request, context.uploads)
  const marker = Number(request.query.get('part-number-marker') ?? 0)
  const most = Math.min(Number(request.query.get('max-parts') ?? mostListed), mostListed)
  const after = [...upload.parts.values()].filter(part => part.number > marker).sort((a, b) => a.number - b.number)
  const page = after.slice(0, most)
  const lines = [
    element('Bucket', request.bucket),
    element('Key', request.key),
    element('UploadId', upload.id),
    element('PartNumberMarker', marker),
    ...(page.length < after.length ? [element('NextPartNumberMarker', page.at(-1)?.number ?? marker)] : []),
    element('MaxParts', most),
    element('IsTruncated', page.length < after.length),
    element('ChecksumAlgorithm', upload.algorithm),
    element('ChecksumType', upload.checksumType),
    ...page.map(partLine)
  ]
  return xml(200, declaration + wrap('ListPartsResult', lines, namespace))
}

function partLine(part: Part): string {
  return wrap('Part', [
    element('PartNumber', part.number),
    element('LastModified', new Date(part.lastModified).toISOString()),
    element('ETag', `"${part.body.md5}"`),
    ...algorithms.flatMap(name => {
      const value = part.body.checksums[name]
      return value === undefined ? [] : [element(`Checksum${name}`, value)]
    }),
    element('Size', part.body.bytes)
  ])
}

/** One page of all: the emulator never has so many that S3 would cut it. */
export const listMultipartUploads: Operation = (request, context) => {
  allowQuery(request, 'uploads', 'prefix', 'encoding-type', 'max-uploads')
  enter(request, context)
  authorise(request, context, 's3:ListBucketMultipartUploads')
  const encode = readEncoding(request.query)
  const prefix = request.query.get('prefix') ?? ''
  const uploads = context.uploads.in(request.bucket).filter(upload => upload.key.startsWith(prefix))
  const lines = [
    element('Bucket', request.bucket),
    element('Prefix', encode(prefix)),
    element('MaxUploads', mostListed),
    element('IsTruncated', false),
    ...uploads.map(upload =>
      wrap('Upload', [
        element('Key', encode(upload.key)),
        element('UploadId', upload.id),
        element('Initiated', new Date(upload.startedAt).toISOString()),
        element('StorageClass', 'STANDARD')
      ])
    )
  ]
  return xml(200, declaration + wrap('ListMultipartUploadsResult', lines, namespace))
}

function uploadOf(
  { bucket, key, query }: S3Request,
  uploads: { get(bucket: string, key: string, id: string): Upload }
): Upload {
  return uploads.get(bucket, key, query.get('uploadId') ?? '')
}
