/**
 * Why a signature was not accepted, and how each of AWS's wire dialects says it.
 * S3: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * Query (STS) and JSON (Bedrock): https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */

export type RefusalKind =
  | 'anonymous'
  | 'malformed'
  | 'wrong-scope'
  | 'unknown-key'
  | 'wrong-token'
  | 'expired-token'
  | 'wrong-signature'
  | 'unsigned-headers'
  | 'skewed'
  | 'stale'

export interface Refusal {
  readonly kind: RefusalKind
  /** For a person; dialects that have a fixed sentence do not print it. */
  readonly detail: string
}

/** An error in one dialect's words. */
export interface Wording {
  readonly status: number
  readonly code: string
  readonly message: string
}

export type Dialect = (refusal: Refusal) => Wording

const mismatch =
  'The request signature we calculated does not match the signature you provided. Check your key and signing method.'
const mismatchLong =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.'

/** AWS's S3. */
export const s3Dialect: Dialect = ({ kind, detail }) => {
  switch (kind) {
    case 'anonymous':
      return { status: 403, code: 'AccessDenied', message: 'Access Denied' }
    case 'malformed':
    case 'wrong-scope':
      return {
        status: 400,
        code: 'AuthorizationHeaderMalformed',
        message: `The authorization header is malformed; ${detail}`
      }
    case 'unknown-key':
      return {
        status: 403,
        code: 'InvalidAccessKeyId',
        message: 'The AWS Access Key Id you provided does not exist in our records.'
      }
    case 'wrong-token':
      return { status: 400, code: 'InvalidToken', message: 'The provided token is malformed or otherwise invalid.' }
    case 'expired-token':
      return { status: 400, code: 'ExpiredToken', message: 'The provided token has expired.' }
    case 'wrong-signature':
      return { status: 403, code: 'SignatureDoesNotMatch', message: mismatch }
    case 'unsigned-headers':
      return {
        status: 403,
        code: 'AccessDenied',
        message: `There were headers present in the request which were not signed: ${detail}`
      }
    case 'skewed':
      return {
        status: 403,
        code: 'RequestTimeTooSkewed',
        message: 'The difference between the request time and the current time is too large.'
      }
    case 'stale':
      return { status: 403, code: 'AccessDenied', message: 'Request has expired' }
  }
}

/** The Query protocol: STS. */
export const queryDialect: Dialect = ({ kind, detail }) => {
  switch (kind) {
    case 'anonymous':
      return { status: 403, code: 'MissingAuthenticationToken', message: 'Request is missing Authentication Token' }
    case 'malformed':
      return { status: 403, code: 'IncompleteSignature', message: detail }
    case 'unknown-key':
    case 'wrong-token':
      return {
        status: 403,
        code: 'InvalidClientTokenId',
        message: 'The security token included in the request is invalid.'
      }
    case 'expired-token':
      return { status: 403, code: 'ExpiredToken', message: 'The security token included in the request is expired' }
    case 'wrong-scope':
    case 'skewed':
    case 'stale':
    case 'unsigned-headers':
      return { status: 403, code: 'SignatureDoesNotMatch', message: detail }
    case 'wrong-signature':
      return { status: 403, code: 'SignatureDoesNotMatch', message: mismatchLong }
  }
}

/** REST with JSON errors: Bedrock. */
export const jsonDialect: Dialect = ({ kind, detail }) => {
  switch (kind) {
    case 'anonymous':
      return { status: 403, code: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token' }
    case 'malformed':
      return { status: 403, code: 'IncompleteSignatureException', message: detail }
    case 'unknown-key':
    case 'wrong-token':
      return {
        status: 403,
        code: 'UnrecognizedClientException',
        message: 'The security token included in the request is invalid.'
      }
    case 'expired-token':
      return {
        status: 403,
        code: 'ExpiredTokenException',
        message: 'The security token included in the request is expired'
      }
    case 'wrong-scope':
    case 'skewed':
    case 'stale':
    case 'unsigned-headers':
      return { status: 403, code: 'InvalidSignatureException', message: detail }
    case 'wrong-signature':
      return { status: 403, code: 'InvalidSignatureException', message: mismatchLong }
  }
}
