/** What Bedrock's error on one record means: its stable reason, and whether asking again may help. */
import type { RecordError } from './outcome.ts'

/**
 * Runtime errors that are not the question's fault although some are 4xx: 408 ModelTimeoutException,
 * 424 ModelErrorException, 429 ThrottlingException and ModelNotReadyException.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
 */
const passing = new Set([408, 424, 429])

const named: Readonly<Record<string, number>> = {
  ValidationException: 400,
  ServiceQuotaExceededException: 429,
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  ModelTimeoutException: 408,
  ModelErrorException: 424,
  ModelNotReadyException: 429,
  ThrottlingException: 429,
  InternalServerException: 500,
  ServiceUnavailableException: 503
}

/** 429, 5xx, expired and what is not known: yes. Other 4xx: no, the same question would fail again. */
export function isRetryable(error: RecordError): boolean {
  const status = statusOf(error)
  if (error.expired === true) return true
  if (status === undefined) return error.retryable ?? true
  return status < 400 || status >= 500 || passing.has(status)
}

/** `http 400: temperature and top_p cannot both be specified`, without what belongs to one record only. */
export function errorReason(error: RecordError, recordId: string): string {
  const message = stable(error.message, recordId)
  const code = typeof error.code === 'number' ? `http ${error.code}` : stable(error.code ?? '', recordId)
  const kind = error.expired === true ? 'expired' : code === '' ? 'error' : code
  return message === '' ? kind : `${kind}: ${message}`
}

function statusOf({ code }: RecordError): number | undefined {
  if (typeof code === 'number') return code
  return code !== undefined && Object.hasOwn(named, code) ? named[code] : undefined
}

const longest = 160

/** Errors of one cause get one text: ids, numbers and longer quotations become placeholders. */
function stable(message: string, recordId: string): string {
  return cut(
    message
      .replaceAll(recordId, 'ID')
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .replace(/"[^"]{24,}"|“[^”]{24,}”|'[^']{24,}'/gu, '"…"')
      .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, 'ID')
      .replace(/\b(?=\w*\d)(?=\w*[A-Za-z])\w{16,}\b/g, 'ID')
      .replace(/(?<![\w-])\d+(?:[.,]\d+)*(?![\w-])/g, 'N')
      .trim()
  )
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text
}
