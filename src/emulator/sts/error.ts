/** What STS says no with. https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
import type { Reply } from '../exchange.ts'
import { element, wrap } from '../s3/xml.ts'

const forbidden = new Set(['AccessDenied', 'IDPRejectedClaim'])

export class StsError extends Error {
  override readonly name = 'StsError'
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = forbidden.has(code) ? 403 : 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

export function stsErrorReply({ code, message, status }: StsError, requestId: string): Reply {
  const error = wrap('Error', [element('Type', 'Sender'), element('Code', code), element('Message', message)])
  const body = wrap(
    'ErrorResponse',
    [error, element('RequestId', requestId)],
    'https://sts.amazonaws.com/doc/2011-06-15/'
  )
  return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body }
}
