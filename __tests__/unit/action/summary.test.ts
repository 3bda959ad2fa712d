import { describe, expect, it } from '@jest/globals'
import { renderSummary } from '../../../src/action/summary.ts'
import { Failure, problem } from '../../../src/problems.ts'
import { job, report } from './reports.ts'

const none = {
  wanted: 0,
  carriedOver: 0,
  submitted: 0,
  answered: 0,
  waiting: 0,
  failed: 0,
  held: 0,
  edited: 0,
  removed: 0
}

const nothing = { input: 0, output: 0 }

describe('the summary of one spec', () => {
  it('says what was asked, what came back and what it cost', () => {
    const page = renderSummary([report()], { repositoryUrl: 'https://github.com/o/r' })

    expect(page).toContain('### ✅ product-descriptions: all 1,212 rows answered')
    expect(page).toContain('| 1,212 | 1,000 | 212 | 1,212 |')
    expect(page).toContain('**Why questions are asked:** 200 new, 12 row changed.')
    expect(page).toContain('| Estimate for what is submitted | \\$0.45 at full maxTokens'.replace('\\', ''))
    expect(page).toContain('| Cost of what came back | $0.1038 |')
    expect(page).toContain('48,210 in, 31,877 out')
    expect(page).toContain(
      '[<code>0123456789</code>](https://github.com/o/r/commit/0123456789abcdef0123456789abcdef01234567)'
    )
  })

  it('links each job to the console of its region', () => {
    const page = renderSummary([report()])

    expect(page).toContain(
      '[<code>abc123def456</code>](https://us-east-1.console.aws.amazon.com/bedrock/home?region=us-east-1#/batch-inference)'
    )
  })

  it('leaves unknown what is unknown', () => {
    const page = renderSummary([report({ cost: { basis: 'no price for this model' } })])

    expect(page).toContain('| Estimate for what is submitted | unknown |')
    expect(page).toContain('| Cost of what came back | unknown |')
  })

  it('says of a plan what would be asked, and for how much', () => {
    const rows = { ...none, wanted: 130 }

    const page = renderSummary([
      report({ mode: 'plan', status: 'planned', rows, toAsk: 120, jobs: [], tokens: nothing })
    ])

    expect(page).toContain(': a plan, 120 questions to ask')
    expect(page).toContain('| Rows wanted | Carried over | To ask | Answered |')
    expect(page).toContain('| 130 | 0 | 120 | 0 |')
    expect(page).toContain(
      '| Estimate for what would be asked | $0.45 at full maxTokens, $0.12 at the expected length |'
    )
    expect(page).not.toContain('Cost of what came back')
  })

  it('names no cost where a plan would ask nothing', () => {
    const rows = { ...none, wanted: 130, carriedOver: 130, answered: 130 }

    const page = renderSummary([report({ mode: 'plan', status: 'planned', rows, toAsk: 0, jobs: [], tokens: nothing })])

    expect(page).not.toContain('| Cost |')
  })

  it('says what came back on demand, without a job, and what that cost', () => {
    const page = renderSummary([report({ jobs: [] })])

    expect(page).toContain('| Cost of what came back | $0.1038 |')
  })

  it('says a cause once', () => {
    const message = 'temperature and top_p cannot both be specified'
    const failures = [{ reason: `http 400: ${message}`, count: 1, example: message, keys: ['a'] }]

    const page = renderSummary([report({ failures })])

    expect(page.match(/cannot both be specified/g)).toHaveLength(1)
  })

  it('says what is open and who collects it', () => {
    const open = 'the schedule `17 * * * *` of this workflow collects them (next at 14:17 UTC)'
    const page = renderSummary([report({ status: 'waiting', rows: { ...none, wanted: 5, waiting: 5 }, open })])

    expect(page).toContain('0 of 5 rows answered, 5 waiting')
    expect(page).toContain(
      '⏳ **Open:** the schedule <code>17 &#42; &#42; &#42; &#42;</code> of this workflow collects them \\(next at 14:17 UTC\\).'
    )
  })

  it.each([
    ['waiting', { wanted: 5, answered: 0 }, '0 of 5 rows answered, 5 waiting'],
    ['partial', { wanted: 8, answered: 4 }, '4 of 8 rows answered, 4 waiting'],
    ['partial', { wanted: 8, answered: 4, failed: 1 }, '4 of 8 rows answered, 3 waiting, 1 given up'],
    ['waiting', { wanted: 1, answered: 1 }, '1 of 1 row answered, nothing published yet'],
    ['done', { wanted: 1, answered: 1 }, ': 1 row answered']
  ] as const)('counts as waiting in a pass that is %s whatever has no answer: %j', (status, rows, expected) => {
    expect(renderSummary([report({ status, rows: { ...none, ...rows } })])).toContain(`${expected}\n`)
  })

  it('says of a stop how many jobs are being stopped, without a table of rows', () => {
    const stop = { mode: 'stop', rows: none, tokens: nothing, jobs: [{ ...job, status: 'Stopping' }] } as const

    const page = renderSummary([report(stop)])
    const idle = renderSummary([report({ ...stop, status: 'nothing-to-do', jobs: [] })])

    expect(page).toContain('### ✅ product-descriptions: 1 job is being stopped\n')
    expect(page).not.toContain('Rows wanted')
    expect(idle).toContain(': no job is running\n')
    expect(renderSummary([report({ ...stop, jobs: [], open: 'wait' })])).toContain(': no running job is listed yet\n')
  })

  it('groups failures, the largest first, with the remedy where one is known', () => {
    const failures = [
      { reason: 'refusal', count: 1, keys: ['c'] },
      {
        reason: 'http 400: temperature and top_p cannot both be specified',
        count: 312,
        example: 'temperature and top_p cannot both be specified',
        keys: ['a', 'b']
      }
    ]
    const page = renderSummary([report({ status: 'partial', failures })])

    expect(page).toContain('#### What failed: 313 of 1,212 rows')
    expect(page).toMatch(
      /\| 312 \| \*\*http 400: temperature and top\\_p cannot both be specified\*\*<br>.*This model takes parameters.temperature or parameters.topP, not both.*310 more \|\n\| 1 \| \*\*refusal\*\*/
    )
  })

  it('shows three answers: prose, JSON and the start of a vector', () => {
    const samples = [
      { key: 'a', answer: 'Two\nlines' },
      { key: 'b', answer: { title: 'x' } },
      { key: 'c', answer: Array.from({ length: 1024 }, (_, index) => index / 10) },
      { key: 'd', answer: 'a fourth' }
    ]
    const page = renderSummary([report({ samples })])

    expect(page).toContain('#### Three answers to look at')
    expect(page).toContain('> Two<br>lines')
    expect(page).toContain('```json\n{\n  "title": "x"\n}\n```')
    expect(page).toContain('0.5000, …\\] (1,024 numbers)')
    expect(page).not.toContain('a fourth')
  })

  it('explains a failure: what, what was paid, what to do, where to read on', () => {
    const failure = new Failure('access-denied', 's3:PutObject was denied', { remedy: 'Add it to the role.' })
    const links = { docs: 'https://github.com/o/a/blob/v1' }
    const page = renderSummary([report({ status: 'failed', failure, rows: none, jobs: [] })], links)

    expect(page).toContain('### ❌ product-descriptions: AWS denied an action')
    expect(page).toContain('> **AWS denied an action: s3:PutObject was denied**')
    expect(page).toContain('> What to do: Add it to the role.')
    expect(page).toContain('> Paid by this pass: nothing, no job was created.')
    expect(page).toContain(
      '[More on this failure](https://github.com/o/a/blob/v1/docs/troubleshooting.md#access-denied)'
    )
  })

  it('says of a failed pass what it asked on demand', () => {
    const failure = new Failure('access-denied', 'x')

    const page = renderSummary([report({ status: 'failed', failure, jobs: [], onDemand: { records: 30, kept: 30 } })])

    expect(page).toContain('> Asked on demand by this pass, and billed: 30 records; their answers are in S3')
    expect(page).not.toContain('Paid by this pass: nothing')
  })

  it('says how many jobs a failed pass has created', () => {
    const page = renderSummary([report({ status: 'failed', failure: new Failure('service-trouble', 'x') })])

    expect(page).toContain('> Created by this pass, and billed for what they process: 1 job, listed below.')
  })

  it('lists mistakes with their places', () => {
    const problems = [
      problem('error', 'unknown key <b>', { file: 'batch.yml', line: 3, column: 1 }, 'did you mean model')
    ]
    const page = renderSummary([report({ status: 'failed', rows: none, jobs: [], problems })])

    expect(page).toContain(
      '#### 1 mistake to correct\n\n- ❌ batch.yml:3:1 unknown key &lt;b&gt; \\(did you mean model\\)'
    )
  })

  it('calls a bug of ours a bug', () => {
    expect(renderSummary([report({ status: 'failed', crash: new Error('x is undefined') })])).toContain(
      'The action itself failed: this is a bug'
    )
  })
})

describe('foreign text', () => {
  const evil = '<img src=x> [a](http://e) @octocat #1 `x` | # h\n\n- item\u202e'

  it('comes alive nowhere on the page', () => {
    const page = renderSummary([
      report({
        specName: evil,
        specPath: evil,
        model: evil,
        region: evil,
        status: 'partial',
        open: evil,
        notes: [evil],
        problems: [problem('warning', evil, { file: evil }, evil)],
        failures: [{ reason: evil, count: 1, example: evil, keys: [evil] }],
        samples: [{ key: evil, answer: evil }],
        changedFiles: [evil],
        errorsPath: evil,
        cost: { basis: evil },
        jobs: [{ ...job, jobArn: evil, jobName: evil, status: evil, message: evil }]
      })
    ])

    expect(page).not.toMatch(/<img|@octocat|#1\b|\u202e|\]\(http:|^- item|^# h/m)
    const cells = page.split('\n').filter(line => line.startsWith('|'))
    const columns = cells.map(line => line.replaceAll('\\|', '').split('|').length)
    expect([...new Set(columns)].sort()).toEqual([4, 5, 6, 9])
  })
})

describe('a summary of many specs', () => {
  it('begins with an overview', () => {
    const page = renderSummary([report(), report({ specName: 'titles', status: 'failed' })])

    expect(page).toMatch(/^## Bedrock batch\n\n\| Spec \| Status/)
    expect(page).toContain('| titles | ❌ failed |')
  })

  it('leaves details out, never half of one, when it would be longer than GitHub shows', () => {
    const long = report({
      samples: [1, 2, 3].map(key => ({ key: String(key), answer: 'x'.repeat(5000) })),
      jobs: Array.from({ length: 90 }, () => ({ ...job, message: 'm'.repeat(300) }))
    })
    const page = renderSummary(Array.from({ length: 40 }, () => long))

    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(900 * 1024)
    expect(page.match(/<details/g)?.length).toBe(page.match(/<\/details>/g)?.length)
    expect(page.match(/^### /gm)).toHaveLength(40)
  })

  it('is the overview alone for thousands of specs', () => {
    const page = renderSummary(Array.from({ length: 3000 }, () => report()))

    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(900 * 1024)
    expect(page).toContain('… and 2,000 more specs.')
  })
})
