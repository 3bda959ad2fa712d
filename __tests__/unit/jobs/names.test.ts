import { describe, expect, it } from '@jest/globals'
import {
  clientRequestTokenOf,
  jobIdOf,
  jobNameOf,
  Keys,
  readJobName,
  readS3Uri,
  shardNameOf,
  specIdOf
} from '../../../src/jobs/names.ts'

const shard16 = '0123456789abcdef'

describe('a job name', () => {
  it.each([
    ['product-descriptions', 1],
    ['a-very-long-name-of-a-spec-that-is-cut', 12],
    ['ends-with-a-hyphen--', 999_999],
    ['x', 1]
  ])('for the spec %s fits what Bedrock takes and can be read back', (specName, generation) => {
    const specId = specIdOf('42', specName)

    const name = jobNameOf(specName, specId, shard16, generation)

    expect(name).toMatch(/^[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9+\-.]){0,63}$/)
    expect(name.length).toBeLessThanOrEqual(63)
    expect(readJobName(name)).toEqual({ specId, shard16, generation })
  })

  it.each([
    'mine',
    `x-12345678-${shard16}-g0`,
    `x-12345678-${shard16}-g01`,
    `x-1234567-${shard16}-g1`,
    `x-12345678-${shard16}-g1x`
  ])('of somebody else is not read: %s', name => {
    expect(readJobName(name)).toBeUndefined()
  })
})

describe('ids', () => {
  it('give a spec the same id in the same repository only', () => {
    expect(specIdOf('1', 'a')).toBe(specIdOf('1', 'a'))
    expect(specIdOf('1', 'a')).not.toBe(specIdOf('2', 'a'))
    expect(specIdOf('1', 'ab')).not.toBe(specIdOf('1a', 'b'))
  })

  it('make a token that Bedrock takes', () => {
    expect(clientRequestTokenOf('123456789012', 'us-east-1', 'job')).toMatch(/^[a-zA-Z0-9]{1,256}$/)
  })

  it('take the job id from an ARN', () => {
    expect(jobIdOf('arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl')).toBe('abcdefghijkl')
  })
})

describe('keys', () => {
  it.each(['ci/batch', '/ci/batch/', 'ci/batch/'])('stand below the prefix %s however its slashes are', prefix => {
    expect(new Keys(prefix, 'cafe0123').input('x')).toBe('ci/batch/cafe0123/input/x.jsonl')
  })

  it('stand at the top of the bucket where there is no prefix', () => {
    expect(new Keys('', 'cafe0123').lease).toBe('cafe0123/lease.json')
  })

  it.each([
    ['s3://bucket/a/b/', { bucket: 'bucket', prefix: 'a/b' }],
    ['s3://bucket', { bucket: 'bucket', prefix: '' }],
    ['s3://bucket/', { bucket: 'bucket', prefix: '' }]
  ])('are told from %s', (uri, expected) => {
    expect(readS3Uri(uri)).toEqual(expected)
  })

  it('tell the shard of an object that we staged, and of no other', () => {
    expect(shardNameOf(`s3://b/p/input/${shard16}-g10.jsonl`)).toBe(`${shard16}-g10`)
    expect(shardNameOf(`p/input/${shard16}-g1.ids`)).toBe(`${shard16}-g1`)
    expect(shardNameOf('p/input/other.jsonl')).toBeUndefined()
  })
})
