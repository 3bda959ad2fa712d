import { describe, expect, it } from '@jest/globals'
import { noIdToken } from '../../../src/github/id-token.ts'

describe('A missing ID token', () => {
  it.each([
    ['role-not-assumed', 'Error message: Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable'],
    ['role-not-assumed', 'Error message: Failed to get ID Token. \n \n Error Code : 403\n \n Error Message: Forbidden'],
    [
      'service-trouble',
      'Error message: Failed to get ID Token. \n \n Error Code : 503\n \n Error Message: Unavailable'
    ],
    ['service-trouble', 'Error message: Failed to get ID Token. \n \n Error Code : 429\n \n Error Message: Slow down'],
    [
      'service-trouble',
      'Error message: Failed to get ID Token. \n \n Error Code : undefined\n \n Error Message: reset'
    ],
    ['service-trouble', 'Error message: Response json body do not have ID Token field']
  ])('is %s: %s', (code, message) => {
    expect(noIdToken(new Error(message)).code).toBe(code)
  })
})
