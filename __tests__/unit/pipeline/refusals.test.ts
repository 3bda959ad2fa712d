import { expect, it } from '@jest/globals'
import { interrupted, refuseForeign, refuseTooFew } from '../../../src/pipeline/refusals.ts'
import type { JobFacts } from '../../../src/ports.ts'
import { planOf } from '../../../src/reconcile/plan.ts'
import type { PlanRules } from '../../../src/reconcile/plan.ts'

const job: JobFacts = {
  jobArn: 'arn:1',
  jobName: 'shoes',
  modelId: 'model',
  ending: undefined,
  status: 'InProgress',
  inputS3Uri: 's3://b/elsewhere/x.jsonl',
  outputS3Uri: 's3://b/elsewhere/',
  submittedAt: 0,
  counts: {}
}

const rules: PlanRules = {
  retry: 'auto',
  retries: 2,
  resendFailedJobs: true,
  minRecords: 5,
  maxRecords: 100,
  maxBytes: 100,
  inference: 'batch',
  belowMinimum: 'fail',
  onDemandRecords: 200
}

it('Too few records are refused where the spec says so, with what to write instead', () => {
  const facts = { standing: 'none', inFlight: false, attempts: 0, unprocessed: undefined } as const
  const known = { factsOf: () => facts, bytesOf: () => 1, onDemandBefore: 0 }
  const few = planOf([0], 1, known, rules)
  const held = planOf([0], 1, known, { ...rules, belowMinimum: 'hold' })

  expect(() => refuseTooFew(few)).toThrow(
    expect.objectContaining({ code: 'too-few-records', remedy: expect.stringContaining('belowMinimum') })
  )
  expect(() => refuseTooFew(held)).not.toThrow()
})

it('A job that runs below another prefix keeps a pass from asking, one that has ended does not', () => {
  expect(() => refuseForeign([job])).toThrow(
    expect.objectContaining({ code: 'bad-state', message: expect.stringContaining('s3://b/elsewhere/x.jsonl') })
  )
  expect(() => refuseForeign([{ ...job, ending: 'completed' }])).not.toThrow()
})

it.each([
  [[], 'nothing is running at Bedrock'],
  [[job, { ...job, jobArn: 'arn:2' }], 'still running: arn:1, arn:2']
])('A pass that is interrupted says what runs: %#', (live, message) => {
  expect(interrupted(live)).toMatchObject({ code: 'interrupted', message })
})
