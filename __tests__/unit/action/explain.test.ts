import { describe, expect, it } from '@jest/globals'
import { docsUrl, explain, headline } from '../../../src/action/explain.ts'
import { Failure, problem, ProblemsFound } from '../../../src/problems.ts'
import { job } from './reports.ts'

const nothingPaid = { version: '1.2.3', jobArns: [] }

describe('an error, explained', () => {
  it('is what, where, what to do, what was paid, why and where to read on', () => {
    const cause = Object.assign(new Error('User: arn:x is not authorized'), { name: 'AccessDeniedException' })
    const failure = new Failure('access-denied', 's3:PutObject on b', {
      cause,
      remedy: 'Add it to the role.',
      place: { file: 'batch.yml', line: 4 }
    })

    expect(explain(failure, { version: '1.2.3', jobArns: [job.jobArn], docs: 'https://e.org' })).toEqual([
      'AWS denied an action: s3:PutObject on b',
      'At: batch.yml:4',
      'What to do: Add it to the role.',
      'Created by this pass, and billed for what they process (1):',
      `  ${job.jobArn}`,
      'Nothing is lost: the next pass finds these jobs and takes their answers home.',
      'Because: AccessDeniedException: User: arn:x is not authorized',
      'More: https://e.org/docs/troubleshooting.md#access-denied'
    ])
  })

  it('says that nothing was paid when no job was created', () => {
    expect(explain(new Failure('no-bucket', 'x'), nothingPaid)).toContain(
      'Paid by this pass: nothing, no job was created.'
    )
  })

  it('names what was asked on demand, with or without jobs', () => {
    const failure = new Failure('access-denied', 'x')
    const whole = { ...nothingPaid, onDemand: { records: 30, kept: 30 } }
    const torn = { ...nothingPaid, onDemand: { records: 1, kept: 0 }, jobArns: [job.jobArn] }

    expect(explain(failure, whole)).toContain(
      'Asked on demand by this pass, and billed: 30 records; their answers are in S3, and the next pass takes them home.'
    )
    expect(explain(failure, torn).slice(1, 3)).toEqual([
      'Asked on demand by this pass, and billed: 1 record; what came back and could be written is in S3, and the next pass takes it home.',
      'Created by this pass, and billed for what they process (1):'
    ])
  })

  it('says a cause once', () => {
    const cause = new Error('User: arn:x is not authorized')

    const lines = explain(new Failure('access-denied', `x: ${cause.message}`, { cause }), nothingPaid)

    expect(lines.filter(line => line.includes('not authorized'))).toHaveLength(1)
  })

  it('lists every mistake in the files', () => {
    const found = new ProblemsFound([
      problem('error', 'no model', { file: 'a.yml', line: 1, column: 2 }),
      problem('warning', 'no key')
    ])

    expect(explain(found, nothingPaid).slice(0, 2)).toEqual(['error a.yml:1:2 no model', 'warning no key'])
    expect(headline(found)).toBe('2 mistakes were found in the files of this spec')
  })

  it('asks to report a bug, with version and stack', () => {
    const lines = explain(new TypeError('x is undefined'), nothingPaid)

    expect(lines[0]).toContain('please report it with the lines below (version 1.2.3)')
    expect(lines[1]).toBe('TypeError: x is undefined')
    expect(lines[2]).toMatch(/^ {4}at /)
  })

  it('ends, even where causes go round', () => {
    const ring = new Error('round')
    ring.cause = ring

    expect(
      explain(new Failure('bad-state', 'x', { cause: ring }), nothingPaid).filter(line => line.startsWith('Because'))
    ).toHaveLength(5)
  })

  it('takes anything that was thrown', () => {
    expect(explain('a text', nothingPaid)[1]).toBe('a text')
    expect(docsUrl(undefined, 'no-disk')).toBe('docs/troubleshooting.md#no-disk')
  })
})
