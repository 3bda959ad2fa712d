import { describe, expect, it } from '@jest/globals'
import type { RecordError } from '../../../src/results/outcome.ts'
import { errorReason, isRetryable } from '../../../src/results/record-error.ts'

const id = '0A1b2C3d4E5'

describe('isRetryable', () => {
  it.each<[RecordError, boolean]>([
    [{ code: 429, message: '' }, true],
    [{ code: 500, message: '' }, true],
    [{ code: 503, message: '' }, true],
    [{ code: 400, message: '', expired: true }, true],
    [{ code: 408, message: '' }, true],
    [{ code: 424, message: '' }, true],
    [{ code: 400, message: '' }, false],
    [{ code: 403, message: '' }, false],
    [{ code: 404, message: '' }, false],
    [{ code: 400, message: '', retryable: true }, false],
    [{ code: 'ThrottlingException', message: '' }, true],
    [{ code: 'ValidationException', message: '' }, false],
    [{ code: 'constructor', message: '' }, true],
    [{ code: 'NewException', message: '' }, true],
    [{ message: '' }, true],
    [{ message: '', retryable: false }, false],
    [{ code: 500, message: '', retryable: false }, false],
    [{ code: 429, message: '', retryable: false }, false],
    [{ code: 500, message: '', retryable: false, expired: true }, true],
    [{ code: 'validationException', message: '' }, false],
    [{ code: '400 Bad Request', message: '' }, false],
    [{ code: 'HTTP 503', message: '' }, true],
    [{ code: 'com.amazon.coral.service#ValidationException', message: '' }, false],
    [{ message: 'ValidationException: bad' }, false],
    [{ message: 'validationexception' }, false],
    [{ message: 'An error occurred (AccessDeniedException) when calling the InvokeModel operation: no' }, false],
    [{ message: 'ThrottlingException: slow down' }, true],
    [{ message: 'the row says "ValidationException"' }, true],
    [{ message: 'ValidationExceptional' }, true]
  ])('%j: %s', (error, expected) => {
    expect(isRetryable(error)).toBe(expected)
  })
})

describe('errorReason', () => {
  it.each<[RecordError, string]>([
    [
      { code: 400, message: 'temperature and top_p cannot both be specified' },
      'http 400: temperature and top_p cannot both be specified'
    ],
    [
      { code: 400, message: `record ${id}: messages.3.content.0.text: 208310 tokens > 200,000 maximum` },
      'http 400: record ID: messages.N.content.N.text: N tokens > N maximum'
    ],
    [{ code: 500, message: 'request 5b1e8d1c-9d43-4a8e-8b0e-1d2f3a4b5c6d failed' }, 'http 500: request N failed'],
    [{ code: 500, message: 'see msg_bdrk_01AbCdEfGhIjKlMn0 for claude-3' }, 'http 500: see N for claude-3'],
    [
      { code: 400, message: 'the text "a long piece of what the row said, word by word" is bad' },
      'http 400: the text "…" is bad'
    ],
    [{ code: 400, message: 'line one\n::warning::x\u2028\u202e' }, 'http 400: line one ::warning::x'],
    [{ code: 'ValidationException', message: 'bad' }, 'ValidationException: bad'],
    [{ code: 'validationException', message: 'bad' }, 'ValidationException: bad'],
    [{ message: 'validationException: bad' }, 'ValidationException: bad'],
    [
      { message: 'An error occurred (ValidationException) when calling the InvokeModel operation: bad' },
      'ValidationException: bad'
    ],
    [{ code: 'my code 7', message: 'bad' }, 'my code N: bad'],
    [{ message: 'bad' }, 'error: bad'],
    [{ message: '' }, 'error'],
    [{ code: 400, message: '', expired: true }, 'expired']
  ])('%j is %s', (error, expected) => {
    expect(errorReason(error, id)).toBe(expected)
  })

  it('is bounded', () => {
    expect(errorReason({ code: 400, message: 'word '.repeat(1000) }, id).length).toBeLessThan(200)
  })
})
