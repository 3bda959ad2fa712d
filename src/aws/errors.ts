/** AWS's error names in our words: which are final, which pass, and what the user can do about each. */
import { Failure } from '../problems.ts'
import type { FailureCode } from '../problems.ts'

/** What was asked when the error came, for the message: `bedrock:CreateModelInvocationJob` on a resource. */
export interface Asked {
  readonly action: string
  readonly resource: string
}

interface ServiceError {
  readonly name: string
  readonly message: string
  readonly status: number | undefined
}

/** Names seen for one and the same thing across S3, STS and Bedrock. */
const credentialTrouble: Readonly<Record<string, FailureCode>> = {
  CredentialsProviderError: 'no-credentials',
  ExpiredToken: 'credentials-expired',
  ExpiredTokenException: 'credentials-expired',
  InvalidClientTokenId: 'no-credentials',
  InvalidAccessKeyId: 'no-credentials',
  UnrecognizedClientException: 'no-credentials',
  SignatureDoesNotMatch: 'no-credentials',
  InvalidSignatureException: 'no-credentials',
  AuthFailure: 'no-credentials'
}

const throttled = new Set([
  'ThrottlingException',
  'Throttling',
  'SlowDown',
  'TooManyRequestsException',
  'RequestLimitExceeded'
])
const denied = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedOperation', 'Forbidden'])

export function readError(error: unknown): ServiceError {
  if (!(error instanceof Error)) return { name: 'UnknownError', message: String(error), status: undefined }
  const metadata = (error as { $metadata?: { httpStatusCode?: number } }).$metadata
  return { name: error.name, message: error.message, status: metadata?.httpStatusCode }
}

export function isThrottling(error: unknown): boolean {
  const { name, status } = readError(error)
  return throttled.has(name) || status === 429
}

export function isDenied(error: unknown): boolean {
  const { name, status } = readError(error)
  return denied.has(name) || (status === 403 && credentialTrouble[name] === undefined)
}

/** No answer, one that broke off, or the service's own trouble: nobody knows whether the request took effect. */
export function isUncertain(error: unknown): boolean {
  const { status, name } = readError(error)
  if (credentialTrouble[name] !== undefined || name === 'AbortError') return false
  return status === undefined || status >= 500 || status < 300
}

/** The Failure for an error that ends the pass. */
export function failureOf(error: unknown, asked: Asked): Failure {
  if (error instanceof Failure) return error
  const { name, message, status } = readError(error)
  const code = codeOf(error)
  const told = `${asked.action} on ${asked.resource}: ${name}${status === undefined ? '' : ` (HTTP ${status})`}: ${message}`
  return new Failure(code, told, { cause: error, remedy: remedyOf(code, asked) })
}

function codeOf(error: unknown): FailureCode {
  const { name, message, status } = readError(error)
  const known = credentialTrouble[name]
  if (known) return known
  if (name === 'AbortError') return 'interrupted'
  if (/could not load credentials|resolved credential object is not valid/i.test(message)) return 'no-credentials'
  if (isDenied(error)) return deniedCode(message)
  if (name === 'NoSuchBucket' || (name === 'NotFound' && /bucket/i.test(message))) return 'no-bucket'
  if (
    name === 'PermanentRedirect' ||
    name === 'AuthorizationHeaderMalformed' ||
    name === 'IllegalLocationConstraintException'
  )
    return 'wrong-region'
  // S3 refuses one of two writes at once with 409, to be tried again.
  if (isThrottling(error) || isUncertain(error) || status === 409) return 'service-trouble'
  if (/n['’]t have permissions? to invokeModel|model access|not authorized to perform this action/i.test(message))
    return 'model-access'
  return 'refused-by-bedrock'
}

function deniedCode(message: string): FailureCode {
  if (/iam:PassRole/i.test(message)) return 'pass-role-denied'
  if (/access to the model|model access|marketplace/i.test(message)) return 'model-access'
  return 'access-denied'
}

/** https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-permissions.html */
function remedyOf(code: FailureCode, { action, resource }: Asked): string {
  if (code === 'access-denied') return `Allow ${action} on ${resource} to the role that the workflow uses.`
  return remedies[code] ?? 'Nothing was created or paid by this request.'
}

const remedies: Partial<Record<FailureCode, string>> = {
  'pass-role-denied':
    'Allow iam:PassRole on the service role to the calling role, with the condition iam:PassedToService = bedrock.amazonaws.com.',
  'model-access':
    'Allow bedrock:InvokeModel on the inference profile and on the foundation model in every region it reaches, to the service role; a first use of a model can take 15 minutes to be set up.',
  'no-credentials':
    'Set role-to-assume (with permissions: id-token: write), or run aws-actions/configure-aws-credentials before this step.',
  'credentials-expired':
    'Use role-to-assume: credentials that this action gets itself are renewed for as long as it waits. The next pass goes on from here.',
  'no-bucket': 'Create the bucket in the region of the jobs, or correct s3-uri.',
  'wrong-region':
    'Bedrock reads batch input only from a bucket in its own region: set aws-region to the bucket’s region, or use another bucket.',
  'service-trouble': 'Nothing is lost: the next pass goes on from here.',
  interrupted: 'Running jobs go on and are paid; the next pass collects them.'
}
