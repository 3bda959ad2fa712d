import { describe, expect, it } from '@jest/globals'
import { hash } from 'node:crypto'
import { Doubt } from '../../../src/github/doubt.ts'
import { readLedger, writeLedger } from '../../../src/github/ledger-file.ts'
import { canonicalJson } from '../../../src/json.ts'
import type { JsonObject, JsonValue } from '../../../src/json.ts'

const owner = { specId: '1a2b3c4d', repositoryId: '700000001' }
const job = {
  jobArn: 'arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghij01',
  jobName: 'demo-1a2b3c4d-0123456789abcdef-g1',
  status: 'InProgress'
}

function jobsOf(number: number): (typeof job)[] {
  return Array.from({ length: number }, (_, index) => ({
    ...job,
    jobArn: job.jobArn.slice(0, -4) + String(index).padStart(4, '0')
  }))
}

/** Changed, with a digest that fits again: what somebody writes who knows how. */
function forged(change: JsonObject): Buffer {
  const plain: JsonObject = { schema: 1, ...owner, jobs: [job], ...change }
  return Buffer.from(JSON.stringify({ ...plain, sha256: hash('sha256', canonicalJson(plain)) }))
}

describe('a saved list of jobs', () => {
  it.each([0, 1, 1000])('of %d jobs is read as it was written', number => {
    const jobs = jobsOf(number)

    const text = writeLedger(owner, jobs)

    expect(readLedger(Buffer.from(text), owner)).toEqual(jobs)
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('keeps the last thousand, without anything that stands beside the facts', () => {
    const more = jobsOf(1002).map(one => ({ ...one, prompt: 'secret' }))

    const text = writeLedger(owner, more)

    expect(readLedger(Buffer.from(text), owner)).toEqual(jobsOf(1002).slice(2))
    expect(text).not.toContain('secret')
  })

  it('is read whatever the order and spacing of its members', () => {
    const { sha256, ...rest } = JSON.parse(writeLedger(owner, [job])) as JsonObject

    const jobs = readLedger(Buffer.from(JSON.stringify({ sha256: sha256 ?? null, ...rest })), owner)

    expect(jobs).toEqual([job])
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', Buffer.alloc(0), /not JSON/],
    ['a cut text', Buffer.from(writeLedger(owner, [job]).slice(0, -9)), /not JSON/],
    ['what is not UTF-8', Buffer.from([0x22, 0xff, 0x22]), /not JSON/],
    ['a hundred thousand brackets', Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)), /has schema null/],
    [
      'a schema of a hundred thousand brackets',
      Buffer.from(`{"schema":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
      /has schema \[…\]/
    ],
    ['no object', Buffer.from('null'), /has schema null/],
    [
      'a later schema',
      forged({ schema: 2 }),
      /has schema 2, and this version of the action reads schema 1; nothing is lost/
    ],
    ['a schema in words', forged({ schema: 'x\u001b' }), /has schema "x\\u001b"/],
    ['another spec', forged({ specId: 'ffffffff' }), /another spec/],
    ['another repository', forged({ repositoryId: '7' }), /another repository/],
    ['no repository', forged({ repositoryId: null }), /expected a string at repositoryId/],
    ['no list', forged({ jobs: {} }), /expected an array at jobs/],
    ['too many jobs', forged({ jobs: jobsOf(1001) }), /names 1001 jobs/],
    ['a changed text', Buffer.from(writeLedger(owner, [job]).replace('InProgress', 'Submitted')), /SHA-256/],
    ...(
      [
        ['a job that is no object', 7, 'jobArn'],
        ['an ARN of another service', { ...job, jobArn: 'arn:aws:s3:::bucket/key' }, 'jobArn'],
        ['an ARN of another resource', { ...job, jobArn: job.jobArn.replace('invocation', 'customization') }, 'jobArn'],
        ['an ARN with something behind it', { ...job, jobArn: `${job.jobArn}\n` }, 'jobArn'],
        ['an ARN that is a number', { ...job, jobArn: 1 }, 'jobArn'],
        ['a name that is none', { ...job, jobName: '::error::' }, 'jobName'],
        ['a status that is none', { ...job, status: 'a b' }, 'status']
      ] satisfies [string, JsonValue, string][]
    ).map(([what, one, member]): [string, Uint8Array, RegExp] => [
      what,
      forged({ jobs: [job, one] }),
      new RegExp(`expected the ${member} of a batch job at jobs\\[1\\]\\.${member}`)
    ])
  ])('is refused when it is %s', (_what, bytes, says) => {
    expect(() => readLedger(bytes, owner)).toThrow(Doubt)
    expect(() => readLedger(bytes, owner)).toThrow(says)
  })
})
