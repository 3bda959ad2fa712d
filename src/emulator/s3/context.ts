/** What every S3 operation is given, and the checks that come before any of them. */
import type { Reply } from '../exchange.ts'
import { denied, deniedMessage } from '../signature/authority.ts'
import type { Allow } from '../signature/authority.ts'
import type { Caller } from '../signature/verify.ts'
import type { BucketInfo, Buckets, StoredObject } from './buckets.ts'
import { headerOf, isAlgorithm } from './checksums.ts'
import { S3Error } from './error.ts'
import type { S3Request } from './request.ts'
import type { Uploads } from './uploads.ts'

export interface S3Context {
  readonly buckets: Buckets
  readonly uploads: Uploads
  readonly caller: Caller
  readonly allow: Allow | undefined
}

export type Operation = (request: S3Request, context: S3Context) => Reply | Promise<Reply>

export const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

/** Throws S3Error AccessDenied with AWS's own sentence. */
export function authorise({ bucket, key }: S3Request, context: S3Context, action: string, onKey = key): void {
  const resource = `arn:aws:s3:::${bucket}${onKey === '' ? '' : `/${onKey}`}`
  const why = denied(context.caller, action, resource, context.allow)
  if (why === undefined) return
  throw new S3Error('AccessDenied', {
    message: deniedMessage(context.caller.principalArn, action, `"${resource}"`, why)
  })
}

/** The request's bucket, in this region and of the owner it names. Throws S3Error NoSuchBucket, PermanentRedirect or AccessDenied. */
export function enter(request: S3Request, context: S3Context): BucketInfo {
  const info = context.buckets.bucket(request.bucket)
  if (info === undefined) throw new S3Error('NoSuchBucket', { details: { BucketName: request.bucket } })
  if (context.caller.region !== info.region) {
    throw new S3Error('PermanentRedirect', {
      details: { Endpoint: `${info.name}.s3.${info.region}.amazonaws.com`, Bucket: info.name },
      headers: { 'x-amz-bucket-region': info.region }
    })
  }
  checkOwner(request, info)
  return info
}

export function checkOwner(request: S3Request, info: BucketInfo): void {
  const expected = request.headers['x-amz-expected-bucket-owner']
  if (expected !== undefined && expected !== info.owner) throw new S3Error('AccessDenied')
}

/** The object, or S3's answer where there is none: who may not list is not told that it is missing. */
export function find(request: S3Request, context: S3Context): StoredObject {
  const object = context.buckets.get(request.bucket, request.key)
  if (object !== undefined) return object
  authorise(request, context, 's3:ListBucket', '')
  throw new S3Error('NoSuchKey', { details: { Key: request.key } })
}

export function checksumHeaders({ checksums, checksumType }: StoredObject): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [algorithm, value] of Object.entries(checksums)) {
    if (isAlgorithm(algorithm)) headers[headerOf(algorithm)] = value
  }
  return Object.keys(headers).length > 0 ? { ...headers, 'x-amz-checksum-type': checksumType } : headers
}

export function xml(status: number, body: string): Reply {
  return { status, headers: { 'content-type': 'application/xml' }, body }
}
