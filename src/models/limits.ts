/**
 * What Bedrock takes in one batch job, as data. Every number can be overridden in the spec, since some are quotas of an
 * account. https://docs.aws.amazon.com/general/latest/gr/bedrock.html#limits_bedrock
 */

export interface Limits {
  readonly minRecordsPerJob: number
  readonly maxRecordsPerJob: number
  readonly maxRecordsPerFile: number
  /** Bytes of one input object. */
  readonly maxFileBytes: number
  /** Bytes of all input objects of a job. */
  readonly maxJobBytes: number
  /** Jobs of a model, submitted and in progress together, in one region of one account. */
  readonly maxActiveJobs: number
  readonly source: string
  readonly asOf: string
}

/** AWS writes "GB" and does not say which; the smaller reading, 10^9 bytes, is right under both. */
const gigabyte = 1_000_000_000

const usual: Limits = {
  minRecordsPerJob: 100,
  maxRecordsPerJob: 100_000,
  maxRecordsPerFile: 100_000,
  maxFileBytes: gigabyte,
  maxJobBytes: 5 * gigabyte,
  maxActiveJobs: 100,
  source: 'https://docs.aws.amazon.com/general/latest/gr/bedrock.html#limits_bedrock',
  asOf: '2026-10-01'
}

/** These take media by S3 URI, which counts into the job's size. */
const largeJobs = /^amazon\.(nova-(lite|pro)-v1|nova-2-multimodal-embeddings-v1):/

export function limitsOf(bareId: string): Limits {
  return largeJobs.test(bareId) ? { ...usual, maxJobBytes: 100 * gigabyte } : usual
}
