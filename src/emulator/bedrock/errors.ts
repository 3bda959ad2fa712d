/** Bedrock's errors as they stand on the wire: status, `x-amzn-errortype`, a JSON message. */
import { randomUUID } from 'node:crypto'
import type { Reply } from '../exchange.ts'

/**
 * Status by error, as in the service model. A conflict is 400 here, not 409.
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html
 */
const statusOf = {
  ValidationException: 400,
  ConflictException: 400,
  ServiceQuotaExceededException: 400,
  TooManyTagsException: 400,
  SerializationException: 400,
  AccessDeniedException: 403,
  UnrecognizedClientException: 403,
  ResourceNotFoundException: 404,
  UnknownOperationException: 404,
  ThrottlingException: 429,
  ModelErrorException: 424,
  InternalServerException: 500
} as const

export type BedrockErrorCode = keyof typeof statusOf

/** Thrown by operations, turned into a reply at the service's edge. */
export class BedrockError extends Error {
  override readonly name = 'BedrockError'
  readonly code: BedrockErrorCode

  constructor(code: BedrockErrorCode, message: string) {
    super(message)
    this.code = code
  }

  get status(): number {
    return statusOf[this.code]
  }
}

export function bedrockJson(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID() },
    body: JSON.stringify(value)
  }
}

export function bedrockFailure(status: number, code: string, message: string): Reply {
  const reply = bedrockJson({ message }, status)
  return { ...reply, headers: { ...reply.headers, 'x-amzn-errortype': code } }
}
