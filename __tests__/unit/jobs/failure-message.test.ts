import { describe, expect, it } from '@jest/globals'
import { wasTurnedAway } from '../../../src/jobs/failure-message.ts'

describe('The message of a failed job', () => {
  it.each([
    "Customer doesn't have permissions to invokeModel",
    'The service role cannot be assumed.',
    'Your input data is invalid: line 3 is not JSON.',
    'The number of records is below the minimum of 100.',
    'The input file s3://b/k does not exist.'
  ])('says that no record was processed: %s', message => {
    expect(wasTurnedAway(message)).toBe(true)
  })

  it.each([undefined, '', 'Internal server error', 'The job ended unexpectedly. Try again later.'])(
    'leaves open what was processed: %s',
    message => {
      expect(wasTurnedAway(message)).toBe(false)
    }
  )
})
