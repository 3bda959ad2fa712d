/** Which service a request is for, on the one port that all of them share: by what it is signed for, else by its path. */
import { bedrockFailure } from './bedrock/errors.ts'
import { bedrockOperation } from './bedrock/service.ts'
import type { Exchange, Reply } from './exchange.ts'
import { artifactOperation, twirpError } from './github/artifacts.ts'
import { blobError, blobOperation } from './github/blobs.ts'
import { oidcOperation } from './github/oidc.ts'
import { githubError } from './github/reply.ts'
import { restOperation } from './github/rest.ts'
import { errorReply } from './s3/error.ts'
import type { Route } from './server.ts'
import { readClaim } from './signature/claim.ts'
import { StsError, stsErrorReply } from './sts/error.ts'

export type ServiceName = 'bedrock' | 's3' | 'sts' | 'github' | 'artifacts' | 'blobs' | 'oidc'

type Fail = Route['fail']

const requestId = '0000000000000000'
const failures: Readonly<Record<ServiceName, Fail>> = {
  bedrock: bedrockFailure,
  s3: (status, code, message) => errorReply({ status, code, message }, requestId),
  sts: (status, code, message) => stsErrorReply(new StsError(code, message, status), requestId),
  github: (status, _code, message) => githubError(status, message),
  artifacts: twirpError,
  blobs: blobError,
  oidc: (status, _code, message) => githubError(status, message)
}

/** The service's name; undefined for a request that no service is for. */
function serviceOf(exchange: Exchange): ServiceName | undefined {
  const { headers, url } = exchange
  const claim = readClaim(headers, url)
  if (claim !== undefined && claim !== 'malformed') {
    const { service } = claim.scope
    return service === 's3' || service === 'sts' || service === 'bedrock' ? service : undefined
  }
  if (url.pathname.startsWith('/api/v3/')) return 'github'
  if (url.pathname.startsWith('/twirp/')) return 'artifacts'
  if (url.pathname.startsWith('/oidc/')) return 'oidc'
  if (url.pathname.startsWith('/artifact-blobs/')) return 'blobs'
  if (/^\/(model-invocation-jobs?|model|tagResource|untagResource|listTagsForResource)(\/|$)/.test(url.pathname))
    return 'bedrock'
  const form = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
  return url.pathname === '/' && (form || url.searchParams.has('Action')) ? 'sts' : 's3'
}

export async function routeOf(
  exchange: Exchange,
  answers: Readonly<Record<ServiceName, (exchange: Exchange) => Promise<Reply>>>
): Promise<Route> {
  const service = serviceOf(exchange)
  if (service === undefined) return stranger()
  const principal = principalOf(exchange)
  return {
    service: isRuntime(service, exchange.url.pathname) ? 'bedrock-runtime' : service,
    operation: await operationOf(service, exchange),
    ...(principal !== undefined && { principal }),
    answer: answers[service],
    fail: failures[service]
  }
}

function isRuntime(service: ServiceName, pathname: string): boolean {
  return service === 'bedrock' && pathname.startsWith('/model/')
}

function stranger(): Route {
  return {
    service: 'unknown',
    operation: 'Unknown',
    answer: () =>
      Promise.resolve(bedrockFailure(404, 'UnknownOperationException', 'The emulator has no such service.')),
    fail: bedrockFailure
  }
}

function principalOf({ headers, url }: Exchange): string | undefined {
  const claim = readClaim(headers, url)
  return claim === undefined || claim === 'malformed' ? undefined : claim.accessKeyId
}

async function operationOf(service: ServiceName, exchange: Exchange): Promise<string> {
  const { method, url } = exchange
  switch (service) {
    case 'bedrock':
      return bedrockOperation(method, url.pathname)
    case 's3':
      return s3Operation(method, url)
    case 'sts':
      return stsOperation(exchange)
    case 'github':
      return restOperation(method, url.pathname)
    case 'artifacts':
      return artifactOperation(url.pathname)
    case 'blobs':
      return blobOperation(exchange)
    case 'oidc':
      return oidcOperation(url.pathname)
  }
}

async function stsOperation(exchange: Exchange): Promise<string> {
  const query =
    exchange.method === 'POST'
      ? new URLSearchParams((await exchange.bytes()).toString('utf8'))
      : exchange.url.searchParams
  return query.get('Action') ?? 'Unknown'
}

/** For the books only; S3 finds its operation itself. */
function s3Operation(method: string, url: URL): string {
  const level = url.pathname === '/' ? 'service' : /^\/[^/]+\/?$/.test(url.pathname) ? 'bucket' : 'object'
  const query = url.searchParams
  const upload = query.has('uploadId')
    ? 'part'
    : query.has('uploads')
      ? 'uploads'
      : query.has('delete')
        ? 'delete'
        : query.has('location')
          ? 'location'
          : ''
  return s3Operations[`${method} ${level}${upload && ` ${upload}`}`] ?? 'Unknown'
}

const s3Operations: Readonly<Record<string, string>> = {
  'GET service': 'ListBuckets',
  'GET bucket': 'ListObjectsV2',
  'GET bucket location': 'GetBucketLocation',
  'GET bucket uploads': 'ListMultipartUploads',
  'HEAD bucket': 'HeadBucket',
  'PUT bucket': 'CreateBucket',
  'DELETE bucket': 'DeleteBucket',
  'POST bucket delete': 'DeleteObjects',
  'GET object': 'GetObject',
  'GET object part': 'ListParts',
  'HEAD object': 'HeadObject',
  'PUT object': 'PutObject',
  'PUT object part': 'UploadPart',
  'DELETE object': 'DeleteObject',
  'DELETE object part': 'AbortMultipartUpload',
  'POST object uploads': 'CreateMultipartUpload',
  'POST object part': 'CompleteMultipartUpload'
}
