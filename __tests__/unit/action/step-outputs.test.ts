import { describe, expect, it } from '@jest/globals'
import { outputNames } from '../../../src/action/output-names.ts'
import { stepOutputs } from '../../../src/action/step-outputs.ts'
import { Failure } from '../../../src/problems.ts'
import { job, report } from './reports.ts'

describe('step outputs', () => {
  it('are all of those that action.yml names', () => {
    expect(Object.keys(stepOutputs([report()])).sort()).toEqual([...outputNames].sort())
  })

  it('tell one spec', () => {
    const pullRequest = { number: 7, url: 'https://github.com/o/r/pull/7' }

    const outputs = stepOutputs([report({ published: { commitSha: 'abc', pullRequest }, errorsPath: 'errors.jsonl' })])

    expect(outputs).toMatchObject({
      status: 'done',
      changed: 'true',
      'changed-files': 'generated/descriptions.csv\ngenerated/descriptions.csv.lock.json',
      'job-arns': JSON.stringify([job.jobArn]),
      'records-wanted': '1212',
      'records-carried-over': '1000',
      'records-submitted': '212',
      'input-tokens': '48210',
      'estimated-cost-usd': '0.45',
      'cost-usd': '0.1038',
      'errors-path': 'errors.jsonl',
      'commit-sha': 'abc',
      'pull-request-number': '7',
      'pull-request-url': 'https://github.com/o/r/pull/7'
    })
  })

  it('add up several specs and report the worst of them', () => {
    const failed = report({
      status: 'failed',
      specName: 'b',
      failure: new Failure('no-bucket', 'x'),
      jobs: [],
      cost: { basis: '' },
      changedFiles: []
    })

    const outputs = stepOutputs([report(), failed, report({ status: 'waiting', published: {} })])

    expect(outputs).toMatchObject({
      status: 'failed',
      'records-wanted': '3636',
      'cost-usd': '0.2076',
      'commit-sha': '0123456789abcdef0123456789abcdef01234567'
    })
    expect(JSON.parse(outputs['results'] ?? '')).toMatchObject([
      { spec: 'product-descriptions', status: 'done', failureCode: null },
      { spec: 'b', status: 'failed', failureCode: 'no-bucket', costUsd: null },
      { status: 'waiting' }
    ])
  })

  it('leave a cost empty as soon as a part of it is unknown', () => {
    expect(stepOutputs([report(), report({ cost: { basis: 'no price' } })])).toMatchObject({
      'estimated-cost-usd': '',
      'cost-usd': ''
    })
  })

  it.each([
    [0, '0'],
    [10, '10'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '0'],
    [1234.5, '1234.5']
  ])('write %d dollars as %s', (usd, text) => {
    expect(stepOutputs([report({ cost: { actualUsd: usd, basis: '' } })])['cost-usd']).toBe(text)
  })

  it('never hold text of a model or of a row', () => {
    const text = 'MODEL-TEXT'
    const given = report({
      samples: [{ key: text, answer: text }],
      failures: [{ reason: text, count: 1, example: text, keys: [text] }],
      notes: [text],
      jobs: [{ ...job, message: text }]
    })

    expect(JSON.stringify(stepOutputs([given]))).not.toContain(text)
  })

  it('say nothing-to-do for no spec at all', () => {
    expect(stepOutputs([])).toMatchObject({
      status: 'nothing-to-do',
      changed: 'false',
      results: '[]',
      'job-arns': '[]'
    })
  })
})
