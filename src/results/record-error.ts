/** What Bedrock's error on one record means: its stable reason, and whether asking again may help. */
import { cut } from '../visible.ts'
import type { RecordError } from './outcome.ts'
import { stableText } from './stable-text.ts'

/**
 * Runtime errors that are not the question's fault although some are 4xx: 408 ModelTimeoutException,
 * 424 ModelErrorException, 429 ThrottlingException and ModelNotReadyException.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
 */
const passing = new Set([408, 424, 429])

const statuses: Readonly<Record<string, number>> = {
  ValidationException: 400,
  ValidationError: 400,
  ServiceQuotaExceededException: 429,
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  ModelTimeoutException: 408,
  ModelErrorException: 424,
  ModelStreamErrorException: 424,
  ModelNotReadyException: 429,
  ThrottlingException: 429,
  TooManyRequestsException: 429,
  InternalServerException: 500,
  InternalFailure: 500,
  ServiceUnavailableException: 503,
  ServiceUnavailable: 503
}
const names = new Map(Object.keys(statuses).map(name => [name.toLowerCase(), name]))

/** 429, 5xx, expired and what is not known: yes, unless Bedrock itself says no. Other 4xx: no, the same question would fail again. */
export function isRetryable(error: RecordError): boolean {
  if (error.expired === true) return true
  if (error.retryable === false) return false
  const { status } = kindOf(error)
  return status === undefined || status < 400 || status >= 500 || passing.has(status)
}

/** `http 400: temperature and top_p cannot both be specified`, without what belongs to one record only. */
export function errorReason(error: RecordError, recordId: string): string {
  const { name, message } = kindOf(error)
  const kind = error.expired === true ? 'expired' : stableName(name, recordId)
  const told = stableText(message, recordId)
  return told === '' ? kind : `${kind}: ${told}`
}

interface Kind {
  readonly name: string
  readonly status?: number
  /** Without the name, where that stood in it. */
  readonly message: string
}

function kindOf({ code = '', message }: RecordError): Kind {
  if (typeof code === 'number') return ofStatus(code, message)
  const status = /^(?:http\W?)?([1-5]\d\d)\b/i.exec(code)?.[1]
  if (status !== undefined) return ofStatus(Number(status), message)
  const named = nameIn(code)
  if (named !== undefined) return { ...named, message }
  return nameIn(message) ?? { name: code === '' ? 'error' : code, message }
}

function ofStatus(status: number, message: string): Kind {
  return { name: `http ${status}`, status, message }
}

/** `validationException`, `com.amazon.coral.service#ThrottlingException: …`, `An error occurred (…) when calling …: …`. */
const start =
  /^\s*(?:an error occurred \()?(?:[\w.]{0,60}[.#])?([a-z]{5,40})\b(?:\) when calling the \w{1,40} operation)?\s*:?\s*/i

/** The exception that a text begins with, if it is one of Bedrock's. */
function nameIn(text: string): Kind | undefined {
  const [all = '', word = ''] = start.exec(text.slice(0, 300)) ?? []
  const name = names.get(word.toLowerCase())
  const status = name === undefined ? undefined : statuses[name]
  return name === undefined || status === undefined ? undefined : { name, status, message: text.slice(all.length) }
}

/** A number is Bedrock's own, whatever else stands in its place is foreign text. */
function stableName(name: string, recordId: string): string {
  return /^http \d{3}$/.test(name) ? name : stableText(name, recordId)
}

/** Past any message that was written to be read: more would only fill what it is kept in. */
const mostMessageCharacters = 2000
const mostCodeCharacters = 100

export function bounded(error: RecordError): RecordError {
  const { code, message } = error
  return {
    ...error,
    ...(typeof code === 'string' && { code: cut(code, mostCodeCharacters) }),
    message: cut(message, mostMessageCharacters)
  }
}
