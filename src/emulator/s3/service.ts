/**
 * S3 over HTTP: checks the signature, finds the operation, words the errors. What an operation does stands in its own file.
 * Unknown parameters and headers are refused, so that a test never passes because something was ignored.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations.html
 */
import type { EmulatorClock, Exchange, Reply, Service } from '../exchange.ts'
import type { Allow } from '../signature/authority.ts'
import type { Credentials } from '../signature/credentials.ts'
import { s3Dialect } from '../signature/refusal.ts'
import { verify } from '../signature/verify.ts'
import { createBucket, deleteBucket, getBucketLocation, headBucket, listBuckets } from './bucket-operations.ts'
import type { Buckets } from './buckets.ts'
import type { Operation } from './context.ts'
import { S3Error, errorReply } from './error.ts'
import { listObjects } from './listing.ts'
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listMultipartUploads,
  listParts,
  uploadPart
} from './multipart.ts'
import { deleteObject, deleteObjects, getObject, headObject, putObject } from './objects.ts'
import { readRequest } from './request.ts'
import type { S3Request } from './request.ts'
import { Uploads } from './uploads.ts'

export interface S3Options {
  readonly credentials: Credentials
  readonly clock: EmulatorClock
  /** Default: everybody may do everything. */
  readonly allow?: Allow
  /** Between the client's clock and ours; default 15 minutes. */
  readonly maxSkewMs?: number
}

export function s3Service(buckets: Buckets, options: S3Options): Service {
  const uploads = new Uploads(options.clock)
  return async exchange => {
    const requestId = exchange.number.toString(16).toUpperCase().padStart(16, '0')
    const reply = await answer(exchange, requestId, async () => {
      const verdict = await verify(exchange, { ...options, service: 's3', dialect: s3Dialect })
      if ('refused' in verdict) return errorReply(verdict.refused, requestId)
      const request = readRequest(exchange)
      return operationOf(request)(request, { buckets, uploads, caller: verdict.caller, allow: options.allow })
    })
    const ids = { 'x-amz-request-id': requestId, 'x-amz-id-2': requestId, server: 'AmazonS3' }
    return { ...reply, headers: { ...reply.headers, ...ids } }
  }
}

async function answer(exchange: Exchange, requestId: string, run: () => Promise<Reply>): Promise<Reply> {
  const reply = await run().catch((error: unknown) => {
    if (!(error instanceof S3Error)) throw error
    return errorReply(error, requestId)
  })
  // A body that nobody wanted is still on its way; unread, it would block the connection.
  exchange.body.resume()
  if (exchange.method !== 'HEAD') return reply
  return { status: reply.status, ...(reply.headers && { headers: reply.headers }) }
}

function operationOf(request: S3Request): Operation {
  if (request.headers['x-amz-content-sha256'] === undefined && !request.query.has('X-Amz-Signature')) {
    throw new S3Error('InvalidRequest', { message: 'Missing required header for this request: x-amz-content-sha256' })
  }
  const level = request.bucket === '' ? 'service' : request.key === '' ? 'bucket' : 'object'
  const operation = operations[level][request.method]?.(request.query)
  if (operation !== undefined) return operation
  throw new S3Error('MethodNotAllowed', { details: { Method: request.method, ResourceType: level.toUpperCase() } })
}

type Choice = (query: URLSearchParams) => Operation | undefined

const operations: Readonly<Record<'service' | 'bucket' | 'object', Readonly<Partial<Record<string, Choice>>>>> = {
  service: { GET: () => listBuckets },
  bucket: {
    GET: query =>
      query.has('location') ? getBucketLocation : query.has('uploads') ? listMultipartUploads : listObjects,
    HEAD: () => headBucket,
    PUT: () => createBucket,
    DELETE: () => deleteBucket,
    POST: query => (query.has('delete') ? deleteObjects : undefined)
  },
  object: {
    GET: query => (query.has('uploadId') ? listParts : getObject),
    HEAD: () => headObject,
    PUT: query => (query.has('uploadId') ? uploadPart : putObject),
    DELETE: query => (query.has('uploadId') ? abortMultipartUpload : deleteObject),
    POST: query =>
      query.has('uploads') ? createMultipartUpload : query.has('uploadId') ? completeMultipartUpload : undefined
  }
}
