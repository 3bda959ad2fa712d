import { describe, expect, it } from '@jest/globals'
import { failureOf, isDenied, isThrottling, isUncertain, readError } from '../../../src/aws/errors.ts'
import { Failure } from '../../../src/problems.ts'
import type { FailureCode } from '../../../src/problems.ts'

/** An error as the SDK throws it; without a status where no answer came. */
function thrown(name: string, message = 'words', status?: number): Error {
  return Object.assign(new Error(message), {
    name,
    ...(status !== undefined && { $metadata: { httpStatusCode: status } })
  })
}

const asked = { action: 'bedrock:CreateModelInvocationJob', resource: 'model' }

describe('An error of AWS', () => {
  it.each<[string, Error, FailureCode]>([
    ['no keys', thrown('CredentialsProviderError', 'Could not load credentials from any providers'), 'no-credentials'],
    ['keys of the wrong shape', thrown('Error', 'Resolved credential object is not valid'), 'no-credentials'],
    ['a wrong key', thrown('InvalidAccessKeyId', '', 403), 'no-credentials'],
    ['a wrong signature', thrown('SignatureDoesNotMatch', '', 403), 'no-credentials'],
    ['an old token', thrown('ExpiredToken', '', 400), 'credentials-expired'],
    ['two writes at once', thrown('ConditionalRequestConflict', '', 409), 'service-trouble'],
    ['an old token at Bedrock', thrown('ExpiredTokenException', '', 403), 'credentials-expired'],
    ['a denial', thrown('AccessDeniedException', 'not authorized to perform: bedrock:X', 403), 'access-denied'],
    ['a denial by status alone', thrown('UnknownError', '', 403), 'access-denied'],
    [
      'PassRole',
      thrown('AccessDeniedException', 'not authorized to perform: iam:PassRole on resource: r', 403),
      'pass-role-denied'
    ],
    [
      'a model that is not subscribed to',
      thrown('AccessDeniedException', "You don't have access to the model with the specified model ID.", 403),
      'model-access'
    ],
    [
      'a role without the model',
      thrown('ValidationException', "Customer doesn't have permissions to invokeModel", 400),
      'model-access'
    ],
    [
      'a new account',
      thrown('ValidationException', 'Your account is not authorized to perform this action.', 400),
      'model-access'
    ],
    ['no bucket', thrown('NoSuchBucket', '', 404), 'no-bucket'],
    ['a bucket elsewhere', thrown('PermanentRedirect', '', 301), 'wrong-region'],
    ['throttling', thrown('ThrottlingException', '', 429), 'service-trouble'],
    ['S3 slowing down', thrown('SlowDown', '', 503), 'service-trouble'],
    ['a broken service', thrown('InternalServerException', '', 500), 'service-trouble'],
    ['no answer', thrown('TimeoutError'), 'service-trouble'],
    ['a definite refusal', thrown('ValidationException', 'Batch inference is not supported', 400), 'refused-by-bedrock']
  ])('is told as what it is: %s', (_what, error, code) => {
    const failure = failureOf(error, asked)

    expect(failure.code).toBe(code)
    expect(failure.message).toContain(asked.action)
    expect(failure.remedy).not.toBe('')
    expect(failure.cause).toBe(error)
  })

  it('names action and resource in the remedy of a denial', () => {
    expect(failureOf(thrown('AccessDenied', '', 403), asked).remedy).toContain(
      'Allow bedrock:CreateModelInvocationJob on model'
    )
  })

  it('that is a Failure already stays the same', () => {
    const failure = new Failure('no-disk', 'full')

    expect(failureOf(failure, asked)).toBe(failure)
  })

  it.each<[string, Error, boolean, boolean, boolean]>([
    ['no answer', thrown('Error'), true, false, false],
    ['a 5xx', thrown('InternalServerException', '', 500), true, false, false],
    ['an answer that broke off', thrown('Error', 'aborted', 200), true, false, false],
    ['throttling', thrown('ThrottlingException', '', 429), false, true, false],
    ['throttling by name', thrown('TooManyRequestsException', '', 400), false, true, false],
    ['a denial', thrown('AccessDenied', '', 403), false, false, true],
    ['no keys, which needs no status', thrown('CredentialsProviderError'), false, false, false],
    ['a refusal', thrown('ValidationException', '', 400), false, false, false]
  ])('may have taken effect, passes, or is final: %s', (_what, error, uncertain, throttling, denied) => {
    expect([isUncertain(error), isThrottling(error), isDenied(error)]).toEqual([uncertain, throttling, denied])
  })

  it('may be anything that was thrown', () => {
    expect(readError('text')).toEqual({ name: 'UnknownError', message: 'text', status: undefined })
  })
})
