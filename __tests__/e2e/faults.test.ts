/** One whole pass while something goes wrong: it ends right, or says why it does not, and nothing is paid twice. */
import { describe, expect, it } from '@jest/globals'
import { manualClock } from '../../src/emulator/emulator.ts'
import type { EmulatorOptions } from '../../src/emulator/emulator.ts'
import type { Fault, RequestInfo } from '../../src/emulator/faults.ts'
import { describe as tell, statusOf } from '../../src/emulator/bedrock/job.ts'
import { modelWord, questionIn, role, rows, spec, Stage } from './stage.ts'

const time = 120_000
const hour = 3_600_000
const slow: EmulatorOptions = { schedule: { InProgress: hour } }

const on =
  (operation: string, path = '') =>
  (request: RequestInfo): boolean =>
    request.operation === operation && request.path.includes(path)

const busy = { status: 503, code: 'ServiceUnavailable', message: 'Please try again.' }
const slowDown = { status: 503, code: 'SlowDown', message: 'Please reduce your request rate.' }
const throttled = { status: 429, code: 'ThrottlingException', message: 'Too many requests, please wait.' }
const broken = { status: 500, code: 'InternalServerException', message: 'Something is broken.' }
const internal = { status: 500, code: 'InternalError', message: 'We encountered an internal error.' }

const passing: readonly { readonly what: string; readonly fault: Fault }[] = [
  { what: 'STS is busy', fault: { when: on('GetCallerIdentity'), times: 2, do: busy } },
  {
    what: 'STS is busy when the role is assumed',
    fault: { when: on('AssumeRoleWithWebIdentity'), times: 2, do: busy }
  },
  { what: 'the bucket cannot be looked at', fault: { when: on('HeadBucket'), times: 2, do: busy } },
  {
    what: 'S3 asks to slow down while questions are written',
    fault: { when: on('PutObject', '/input/'), times: 3, do: slowDown }
  },
  {
    what: 'S3 breaks while questions are written',
    fault: { when: on('PutObject', '.jsonl'), times: 2, do: 'drop-before' }
  },
  {
    what: 'S3 loses the reply to a write',
    fault: { when: on('PutObject', '/input/'), times: 2, do: 'apply-then-drop' }
  },
  {
    what: 'S3 loses the reply to the lease',
    fault: { when: on('PutObject', 'lease.json'), times: 1, do: 'apply-then-drop' }
  },
  { what: 'S3 breaks while it is listed', fault: { when: on('ListObjectsV2'), times: 2, do: internal } },
  {
    what: 'S3 breaks while the output is read',
    fault: { when: on('GetObject', '.jsonl.out'), times: 2, do: internal }
  },
  {
    what: 'the output breaks off in the middle',
    fault: { when: on('GetObject', '.jsonl.out'), times: 2, do: 'half-body' }
  },
  { what: 'S3 breaks while answers are kept', fault: { when: on('PutObject', '/answers/'), times: 2, do: internal } },
  { what: 'Bedrock throttles the list', fault: { when: on('ListModelInvocationJobs'), times: 3, do: throttled } },
  { what: 'Bedrock breaks at the list', fault: { when: on('ListModelInvocationJobs'), times: 2, do: broken } },
  { what: 'the list breaks off', fault: { when: on('ListModelInvocationJobs'), times: 1, do: 'half-body' } },
  {
    what: 'GitHub breaks while the branch’s rules are asked for',
    fault: {
      when: request => request.service === 'github',
      times: 2,
      do: { status: 502, code: 'x', message: 'Bad gateway' }
    }
  },
  { what: 'everything is slow', fault: { when: () => true, do: { delayMs: 30 } } }
]

describe('A whole pass', () => {
  it.concurrent.each(passing)(
    'goes well although $what',
    async ({ fault }) => {
      await using stage = await Stage.open()
      stage.emulator.faults.add(fault)

      const pass = await stage.pass({ 'role-to-assume': role }, { environment: { keys: false } })
      stage.checkout.fresh()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect((stage.checkout.read('generated/shoes.csv') ?? '').match(new RegExp(modelWord, 'g'))).toHaveLength(5)
      expect([stage.emulator.bedrock.jobs.length, stage.paidTwice]).toEqual([1, 0])
    },
    time
  )

  const truths: readonly { readonly what: string; readonly options: EmulatorOptions }[] = [
    { what: 'the output appears late', options: { truth: { outputsLateMs: 1500 } } },
    { what: 'there is no manifest', options: { truth: { manifest: false } } },
    { what: 'the manifest counts no tokens', options: { truth: { manifestTokens: false } } },
    { what: 'counters lag behind', options: { truth: { countersLagMs: hour } } },
    { what: 'a new job is listed late', options: { truth: { listLagMs: 1500 } } },
    { what: 'the question is not echoed', options: { truth: { echo: 'absent' } } },
    { what: 'the question is echoed in another form', options: { truth: { echo: 'reformatted' } } },
    { what: 'Bedrock counts the records when the job is created', options: { truth: { tooFew: 'create' } } },
    {
      what: 'a line stands twice',
      options: { answer: (_model, body) => ({ text: `${modelWord}: ${questionIn(body)}`, twice: true }) }
    }
  ]

  it.concurrent.each(truths)(
    'goes well where $what',
    async ({ options }) => {
      await using stage = await Stage.open({}, options)

      const pass = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect([stage.emulator.bedrock.jobs.length, stage.paidTwice]).toEqual([1, 0])
    },
    time
  )
})

describe('A job that is asked for', () => {
  it.concurrent(
    'and whose reply is lost is found, not created again',
    async () => {
      await using stage = await Stage.open()
      stage.emulator.faults.add({ when: on('CreateModelInvocationJob'), times: 1, do: 'apply-then-drop' })

      const pass = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect([stage.creates, stage.emulator.bedrock.jobs.length, stage.paidTwice]).toEqual([1, 1, 0])
    },
    time
  )

  it.concurrent.each([
    ['never hears of it', 'drop-before'],
    ['breaks', broken]
  ] as const)(
    'while Bedrock %s may exist: it is looked for, and created by a later pass, once',
    async (_what, action) => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open({}, { clock })
      stage.emulator.faults.add({ when: on('CreateModelInvocationJob'), times: 1, do: action })

      const first = await stage.pass({ 'wait-minutes': '0.03' })

      expect([first.code, first.outputs['status'], stage.creates, first.log]).toEqual([0, 'waiting', 1, first.log])
      expect(first.log).toContain('looking for the job')

      const soon = await stage.pass({ 'wait-minutes': '0' })

      expect([soon.code, soon.outputs['status'], stage.creates, soon.log]).toEqual([0, 'waiting', 1, soon.log])

      await clock.advance(11 * 60_000)
      const later = await stage.pass({ 'wait-minutes': '0' })

      expect([later.code, later.rows['submitted'], stage.emulator.bedrock.jobs.length, later.log]).toEqual([
        0,
        5,
        1,
        later.log
      ])
      await clock.advance(hour)
      const last = await stage.pass()

      expect([last.code, last.outputs['status'], last.log]).toEqual([0, 'done', last.log])
      expect([stage.emulator.bedrock.jobs.length, stage.paidTwice]).toEqual([1, 0])
    },
    time
  )

  it.concurrent.each([
    ['throttled', throttled],
    [
      'over the quota',
      { status: 400, code: 'ServiceQuotaExceededException', message: 'The account has reached the quota.' }
    ]
  ] as const)(
    'and is %s is left for a later pass',
    async (_what, action) => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open({}, { clock })
      const open = stage.emulator.faults.add({ when: on('CreateModelInvocationJob'), do: action })

      const first = await stage.pass({ 'wait-minutes': '0.03' })

      expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'waiting', first.log])
      expect(first.annotations).toContainEqual(
        expect.objectContaining({
          level: 'warning',
          message: expect.stringMatching(/5 records are left for a later pass/)
        })
      )

      open()
      await clock.advance(11 * 60_000)
      const later = await stage.pass({ 'wait-minutes': '0' })

      expect([later.code, later.rows['submitted'], stage.emulator.bedrock.jobs.length, later.log]).toEqual([
        0,
        5,
        1,
        later.log
      ])
    },
    time
  )
})

const tenRows = `sku,name,colour\n${Array.from({ length: 10 }, (_, row) => `T-${row},Shoe ${row},red\n`).join('')}`

describe('A job that ends', () => {
  it.concurrent(
    'as failed fails the pass with Bedrock’s words; the next push asks again, under another name, once no output of it can come any more',
    async () => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open({}, { ...slow, clock })
      await stage.pass({ mode: 'submit' })
      await stage.emulator.bedrock.fail(stage.emulator.bedrock.jobs[0] ?? '', 'Internal trouble, sorry')

      const failed = await stage.pass({ 'wait-minutes': '0' })

      expect([failed.code, failed.failureCode, stage.creates, failed.log]).toEqual([1, 'job-failed', 1, failed.log])
      expect(failed.annotations).toContainEqual(
        expect.objectContaining({ level: 'error', message: expect.stringMatching(/Internal trouble, sorry/) })
      )
      expect(stage.dirt).toBe('')

      const early = await stage.pass({ 'wait-minutes': '0' })
      await clock.advance(6 * 60_000)
      const takenHome = await stage.pass({ 'wait-minutes': '0' })

      expect([early, takenHome].map(({ failureCode }) => failureCode)).toEqual(['job-failed', 'job-failed'])
      expect(stage.creates).toBe(1)

      const pushed = await stage.pass({ 'wait-minutes': '0' })

      expect([pushed.code, pushed.rows['submitted'], pushed.log]).toEqual([0, 5, pushed.log])
      expect(stage.emulator.bedrock.jobs.map(({ name }) => name.replace(/.*-/, ''))).toEqual(['g1', 'g2'])
    },
    time
  )

  it.concurrent.each(['absent', 'expired'] as const)(
    'as partially completed gives what it has (unprocessed records %s); the rest is asked again',
    async unprocessed => {
      await using stage = await Stage.open({ 'data/shoes.csv': tenRows }, { ...slow, truth: { unprocessed } })
      await stage.pass({ mode: 'submit' })
      await stage.emulator.bedrock.partial(stage.emulator.bedrock.jobs[0] ?? '', 0.5)

      const second = await stage.pass({ 'wait-minutes': '0' })

      expect([second.code, second.rows['submitted'], second.log]).toEqual([0, 5, second.log])
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[1] ?? '')
      const third = await stage.pass()

      expect([third.code, third.outputs['status'], third.rows['answered'], third.log]).toEqual([
        0,
        'done',
        10,
        third.log
      ])
      expect(stage.emulator.books.jobs.map(({ records }) => records)).toEqual([5, 5])
      expect(stage.paidTwice).toBe(0)
    },
    time
  )

  it.concurrent(
    'as expired has cost nothing and is asked again',
    async () => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open({}, { clock, schedule: { Scheduled: hour } })
      await stage.pass({ mode: 'submit' })
      await stage.emulator.bedrock.expire(stage.emulator.bedrock.jobs[0] ?? '')
      await clock.advance(6 * 60_000)

      const second = await stage.pass({ 'wait-minutes': '0' })

      expect([second.code, second.rows['submitted'], second.log]).toEqual([0, 5, second.log])
      expect(stage.emulator.bedrock.jobs).toHaveLength(2)
    },
    time
  )

  it.concurrent(
    'because a human stopped it is left alone, by push and by schedule',
    async () => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open({}, { clock, schedule: { Scheduled: hour } })
      await stage.pass({ mode: 'submit' })
      stage.emulator.bedrock.stop(stage.emulator.bedrock.jobs[0] ?? '')
      await clock.advance(6 * 60_000)

      const pushed = await stage.pass()
      const scheduled = await stage.pass({}, { environment: { event: 'schedule' } })

      expect([pushed.code, pushed.outputs['status'], pushed.log]).toEqual([0, 'waiting', pushed.log])
      expect(pushed.log).toContain('left alone')
      expect([scheduled.outputs['status'], stage.creates]).toEqual(['waiting', 1])
    },
    time
  )

  it.concurrent(
    'with every record refused is no success, and is not paid again by a schedule',
    async () => {
      await using stage = await Stage.open(
        {},
        { answer: () => ({ error: { code: 400, message: 'anthropic_version: Field required' } }) }
      )

      const first = await stage.pass()
      stage.checkout.fresh()

      expect([first.code, first.failureCode, first.log]).toEqual([1, 'too-many-errors', first.log])
      expect(first.summary).toContain('anthropic')
      expect(first.outputs['errors-path']).toBe('generated/shoes.errors.jsonl')
      expect(stage.checkout.read('generated/shoes.errors.jsonl')?.trimEnd().split('\n')).toHaveLength(5)

      const second = await stage.pass({}, { environment: { event: 'schedule' } })

      expect([second.rows['submitted'], stage.creates, second.log]).toEqual([0, 1, second.log])
    },
    time
  )

  it.concurrent(
    'with records that are worth a retry is asked again within the budget, then given up',
    async () => {
      await using stage = await Stage.open({}, { answer: () => ({ error: { code: 500, message: 'try me again' } }) })

      const pass = await stage.pass()

      expect([pass.code, pass.failureCode, pass.log]).toEqual([1, 'too-many-errors', pass.log])
      expect(stage.creates).toBe(3)

      stage.checkout.fresh()
      const again = await stage.pass()

      expect([again.rows['submitted'], stage.creates]).toEqual([0, 3])
    },
    time
  )

  it.concurrent(
    'with lines cut and foreign publishes none of them under a row, and says so',
    async () => {
      const answer: EmulatorOptions['answer'] = (_model, body, recordId) => {
        const question = questionIn(body)
        if (question.includes('Boot')) return { line: `{"recordId":"${recordId}","modelOut\n` }
        if (question.includes('Sandal'))
          return { line: '{"recordId":"zzzzzzzzzzz","modelInput":{},"modelOutput":{}}\n' }
        return { text: `${modelWord}: ${question}` }
      }
      await using stage = await Stage.open(
        { 'spec.yml': spec.replace('minRecordsPerJob: 3', 'minRecordsPerJob: 3, maxErrorRate: 1, retries: 0') },
        { answer }
      )

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.code, pass.rows['answered'], pass.rows['failed'], pass.log]).toEqual([0, 3, 2, pass.log])
      expect(stage.checkout.read('generated/shoes.csv')).not.toMatch(/A-3|A-5/)
      expect(stage.checkout.read('generated/shoes.errors.jsonl')).toMatch(/A-3/)
    },
    time
  )

  it.concurrent(
    'never, with a status that nobody knows, is waited for',
    async () => {
      await using stage = await Stage.open({}, slow)
      await stage.pass({ mode: 'submit' })
      const [job] = stage.emulator.bedrock.jobs
      const strange = {
        ...tell(job!, statusOf(job!), { total: 5, processed: 0, success: 0, error: 0 }),
        status: 'Hibernating'
      }
      stage.emulator.faults.add({
        when: on('ListModelInvocationJobs'),
        do: () => ({
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ invocationJobSummaries: [strange] })
        })
      })

      const waited = await stage.pass({ 'wait-minutes': '0.03' })

      expect([waited.code, waited.outputs['status'], stage.creates, waited.log]).toEqual([0, 'waiting', 1, waited.log])
      expect(waited.summary).toContain('Hibernating')
    },
    time
  )
})

describe('A pass that is killed', () => {
  it.concurrent(
    'by SIGINT during the wait ends with 130 and the ARNs, and the next one collects',
    async () => {
      await using stage = await Stage.open({}, slow)
      let kill: (signal: NodeJS.Signals) => void = () => undefined
      stage.emulator.onRequest((request, phase) => {
        const isWaiting = stage.creates === 1 && request.operation === 'ListObjectsV2' && request.path.includes('od-')
        if (isWaiting && phase === 'answered') setTimeout(() => kill('SIGINT'), 300)
      })

      const killed = await stage.pass({}, { started: how => (kill = how) })

      expect([killed.code, killed.signal, killed.log]).toEqual([130, null, killed.log])
      expect(killed.log).toContain(stage.emulator.bedrock.jobs[0]?.arn)
      expect(killed.failureCode).toBe('interrupted')
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')
      stage.checkout.fresh()
      const next = await stage.pass()

      expect([next.code, next.outputs['status'], stage.creates, next.log]).toEqual([0, 'done', 1, next.log])
      expect(stage.paidTwice).toBe(0)
    },
    time
  )

  it.concurrent.each(['before', 'applied', 'answered'] as const)(
    'outright while it creates the job (%s) pays nothing twice',
    async when => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open({ 'data/shoes.csv': rows }, { clock })
      let kill: (signal: NodeJS.Signals) => void = () => undefined
      const calm = stage.emulator.onRequest(async (request, phase) => {
        if (request.operation !== 'CreateModelInvocationJob' || phase !== when) return undefined
        kill('SIGKILL')
        await new Promise(resolve => setTimeout(resolve, 200))
        return 'drop'
      })

      const killed = await stage.pass({}, { started: how => (kill = how) })

      expect([killed.signal, killed.log]).toEqual(['SIGKILL', killed.log])
      calm()
      const created = stage.emulator.bedrock.jobs.length
      expect(created).toBe(when === 'before' ? 0 : 1)
      await clock.advance(11 * 60_000)
      stage.checkout.fresh()
      const next = await stage.pass({ 'wait-minutes': '0' })
      await clock.advance(hour)
      const last = await stage.pass({ 'wait-minutes': '0' })

      expect([next.code, last.code, last.log]).toEqual([0, 0, last.log])
      expect([next.outputs['status'], last.outputs['status']]).toEqual(
        when === 'before' ? ['waiting', 'done'] : ['done', 'nothing-to-do']
      )
      expect([stage.emulator.bedrock.jobs.length, stage.paidTwice, stage.paidRecords]).toEqual([1, 0, 5])
    },
    time
  )
})
