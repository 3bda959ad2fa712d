import { expect, it } from '@jest/globals'
import { limitsOf } from '../../../src/models/limits.ts'

it('are those of AWS’s quota page for any model', () => {
  expect(limitsOf('newco.model')).toMatchObject({
    minRecordsPerJob: 100,
    maxRecordsPerJob: 100_000,
    maxRecordsPerFile: 100_000,
    maxFileBytes: 1_000_000_000,
    maxJobBytes: 5_000_000_000,
    maxActiveJobs: 100
  })
})

it.each([
  ['amazon.nova-lite-v1:0', 100],
  ['amazon.nova-pro-v1:0', 100],
  ['amazon.nova-2-multimodal-embeddings-v1:0', 100],
  ['amazon.nova-micro-v1:0', 5],
  ['amazon.nova-2-lite-v1:0', 5],
  ['anthropic.claude-opus-5', 5]
])('let a job of %s have %d GB', (bareId, gigabytes) => {
  expect(limitsOf(bareId).maxJobBytes).toBe(gigabytes * 1_000_000_000)
})
