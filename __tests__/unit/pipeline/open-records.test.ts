import { describe, expect, it } from '@jest/globals'
import { heldClause, openSentence, submittingNow, untouched } from '../../../src/pipeline/open-records.ts'
import type { Open } from '../../../src/pipeline/open-records.ts'
import type { JobFacts } from '../../../src/ports.ts'
import type { RecordFacts } from '../../../src/reconcile/decide.ts'
import { planOf } from '../../../src/reconcile/plan.ts'
import type { PlanRules } from '../../../src/reconcile/plan.ts'
import { decodeSpec } from '../../../src/spec/decode.ts'
import { ready } from './drives.ts'
import { Outside } from './outside.ts'
import { spec } from './project.ts'

const rules: PlanRules = {
  retry: 'auto',
  retries: 2,
  resendFailedJobs: false,
  minRecords: 3,
  maxRecords: 100,
  maxBytes: 1e9,
  inference: 'batch',
  belowMinimum: 'hold',
  onDemandRecords: 200
}

const fresh: RecordFacts = { standing: 'none', inFlight: false, attempts: 0, unprocessed: undefined }
const inFlight: RecordFacts = { ...fresh, inFlight: true }
const stopped: RecordFacts = { ...fresh, unprocessed: 'stopped' }
const failed: RecordFacts = { ...fresh, unprocessed: 'failed' }

const job: JobFacts = {
  jobArn: 'arn:job',
  jobName: 'shoes',
  modelId: 'model',
  ending: undefined,
  status: 'InProgress',
  inputS3Uri: '',
  outputS3Uri: '',
  submittedAt: 0,
  counts: {}
}

interface Case {
  readonly rules?: Partial<PlanRules>
  readonly request?: Partial<Open['request']>
  readonly driven?: Partial<Open['driven']>
  readonly estimatedUsd?: number
}

function openWith(outside: Outside, facts: readonly RecordFacts[], more: Case = {}): Open {
  const { spec: decoded, placeOf } = decodeSpec({ text: spec, file: 'spec.yml' })
  const { questions, answers } = ready(outside, facts.length)
  for (const [question, { unprocessed }] of facts.entries())
    answers.unprocessed = ((before, at) => index => (index === at ? unprocessed : before(index)))(
      answers.unprocessed.bind(answers),
      question
    )
  return {
    request: {
      spec: decoded!,
      specPath: 'spec.yml',
      placeOf,
      mode: 'run',
      retry: 'auto',
      force: false,
      waitMs: 0,
      mayNotPay: undefined,
      byPerson: true,
      repositoryId: '7',
      aws: undefined,
      whoCollects: 'Santa collects them',
      ...more.request
    },
    driven: {
      plan: planOf(
        facts.keys(),
        facts.length,
        { factsOf: question => facts[question] ?? fresh, bytesOf: () => 1, onDemandBefore: 0 },
        { ...rules, ...more.rules }
      ),
      jobs: [],
      collected: [],
      recalled: [],
      submissions: [],
      reasons: {},
      unwanted: 0,
      created: [],
      failedJobs: [],
      late: [],
      heldBy: undefined,
      cutShort: undefined,
      ...more.driven
    },
    questions,
    answers,
    costs: { estimate: () => ({ ...(more.estimatedUsd !== undefined && { estimatedUsd: more.estimatedUsd }) }) }
  }
}

const created = { jobArn: 'arn:new', jobName: 'shoes', status: 'Submitted', records: 1 }
const refused = { way: 'batch', jobArns: [], records: 0, left: 1, why: 'Throttling: slow down', again: true } as const

describe('What is open', () => {
  it.each<[string, readonly RecordFacts[], Case, string]>([
    [
      'in a job, with what it costs at most',
      [inFlight],
      { driven: { jobs: [job] }, estimatedUsd: 1.5 },
      '1 record is in 1 running job, at most $1.50: Santa collects them'
    ],
    [
      'in a job that was created after the last look',
      [inFlight, inFlight],
      { driven: { created: [created], cutShort: 'the AWS credentials expired' } },
      '2 records are in 1 running job: Santa collects them; the wait ended early: the AWS credentials expired'
    ],
    [
      'in jobs whose output is late',
      [inFlight],
      { driven: { late: [job, job] } },
      '1 record is in 2 jobs that have ended and whose output is not there yet: Santa collects them'
    ],
    [
      'staged',
      [inFlight],
      {},
      '1 record is staged: their job is looked for; if there is none ten minutes after staging, the next pass that may pay asks them'
    ],
    ['held', [fresh], {}, '1 record is held: 1 of at least 3 records for a batch job; 2 more are needed'],
    [
      'refused for now',
      [fresh],
      { rules: { minRecords: 1 }, driven: { submissions: [refused] } },
      '1 record still has to be submitted: Throttling: slow down'
    ],
    [
      'not this event’s to pay for',
      [fresh],
      { rules: { minRecords: 1 }, request: { mayNotPay: 'this is a re-run' }, driven: { submissions: [refused] } },
      '1 record still has to be submitted: this is a re-run'
    ],
    [
      'never paid for in mode collect',
      [fresh],
      { rules: { minRecords: 1 }, request: { mode: 'collect' } },
      '1 record still has to be submitted, by a pass in mode submit or run'
    ],
    [
      'left alone, by reason',
      [stopped, stopped, failed],
      { driven: { jobs: [{ ...job, ending: 'failed', status: 'Failed', message: 'no role' }] } },
      '2 records are left alone since a person stopped their job: start the workflow with retry: stopped to ask them again; ' +
        '1 record is left alone since their job failed (arn:job: no role): mend that, then push or start the workflow by hand'
    ],
    [
      'kept by another pass',
      [fresh],
      { rules: { minRecords: 1 }, driven: { heldBy: 'another pass' } },
      'another pass is submitting for this spec; 1 record still has to be submitted'
    ]
  ])('%s', async (_what, facts, more, expected) => {
    await using outside = new Outside()

    expect(openSentence(openWith(outside, facts, more))).toBe(expected)
  })

  it('says of a plan only what it would not ask', async () => {
    await using outside = new Outside()

    const open = openWith(outside, [fresh, stopped], { rules: { minRecords: 1 } })

    expect(untouched(open)).toMatch(/^1 record is left alone since a person stopped their job/)
  })

  it('names no number of records that would help where the model has no batch', async () => {
    await using outside = new Outside()
    const { driven } = openWith(outside, [fresh, fresh], {
      rules: { inference: 'auto', noBatch: true, onDemandRecords: 1 }
    })

    expect(heldClause(driven.plan)).toMatch(/^2 records are held: AWS lists no batch for this model/)
    expect(heldClause(driven.plan)).not.toContain('needed')
  })

  it('names another pass by its address', () => {
    expect(submittingNow('https://example.org/2')).toBe(
      'another pass (https://example.org/2) is submitting for this spec'
    )
  })
})
