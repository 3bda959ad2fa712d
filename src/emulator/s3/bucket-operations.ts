/** Buckets over HTTP: create, delete, head, location, list of all. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
import type { BucketInfo } from './buckets.ts'
import { authorise, checkOwner, enter, namespace, xml } from './context.ts'
import type { Operation } from './context.ts'
import { S3Error } from './error.ts'
import { allowQuery } from './request.ts'
import { childText, declaration, element, parseXml, wrap } from './xml.ts'

/** The region that has no location constraint, and that is lenient about repeated creation. */
const firstRegion = 'us-east-1'

export const createBucket: Operation = async (request, context) => {
  allowQuery(request)
  const { caller, buckets } = context
  authorise(request, context, 's3:CreateBucket')
  const constraint = readConstraint((await request.exchange.bytes(64 * 1024)).toString('utf8'))
  const region = constraint ?? firstRegion
  if (caller.region !== firstRegion && region !== caller.region) {
    throw new S3Error('IllegalLocationConstraintException', {
      message: `The ${constraint ?? 'unspecified'} location constraint is incompatible for the region specific endpoint this request was sent to.`
    })
  }
  const there = buckets.bucket(request.bucket)
  const again = there?.owner === caller.account && there.region === firstRegion && region === firstRegion
  if (!again) buckets.createBucket(request.bucket, { region, owner: caller.account })
  return { status: 200, headers: { location: `/${request.bucket}` } }
}

function readConstraint(text: string): string | undefined {
  if (text.trim() === '') return undefined
  const root = parseXml(text)
  if (root?.name !== 'CreateBucketConfiguration') throw new S3Error('MalformedXML')
  const constraint = childText(root, 'LocationConstraint')?.trim() ?? ''
  return constraint === '' ? undefined : constraint
}

export const deleteBucket: Operation = (request, context) => {
  allowQuery(request)
  enter(request, context)
  authorise(request, context, 's3:DeleteBucket')
  context.buckets.deleteBucket(request.bucket)
  return { status: 204 }
}

export const headBucket: Operation = (request, context) => {
  allowQuery(request)
  const info = enter(request, context)
  authorise(request, context, 's3:ListBucket')
  return { status: 200, headers: { 'x-amz-bucket-region': info.region, 'content-type': 'application/xml' } }
}

/** Answered from every region: it is how a client finds out. */
export const getBucketLocation: Operation = (request, context) => {
  allowQuery(request, 'location')
  const info = context.buckets.bucket(request.bucket)
  if (info === undefined) throw new S3Error('NoSuchBucket', { details: { BucketName: request.bucket } })
  checkOwner(request, info)
  authorise(request, context, 's3:GetBucketLocation')
  const region = info.region === firstRegion ? '' : info.region
  return xml(200, `${declaration}<LocationConstraint xmlns="${namespace}">${region}</LocationConstraint>`)
}

export const listBuckets: Operation = (request, context) => {
  allowQuery(request)
  const { buckets, caller } = context
  authorise(request, context, 's3:ListAllMyBuckets')
  const own = buckets.names.map(name => buckets.bucket(name)).filter(info => info?.owner === caller.account)
  const lines = own.filter(info => info !== undefined).map(bucketLine)
  const owner = wrap('Owner', [element('ID', caller.account)])
  return xml(200, declaration + wrap('ListAllMyBucketsResult', [owner, wrap('Buckets', lines)], namespace))
}

function bucketLine(info: BucketInfo): string {
  return wrap('Bucket', [
    element('Name', info.name),
    element('CreationDate', new Date(info.createdAt).toISOString()),
    element('BucketRegion', info.region)
  ])
}
