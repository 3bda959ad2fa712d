/** What may come over a pass while it waits: signals, credentials that expire, deadlines, output that is late. */
import { describe, expect, it } from '@jest/globals'
import { manualClock } from '../../src/emulator/emulator.ts'
import type { EmulatorOptions } from '../../src/emulator/emulator.ts'
import type { RequestInfo } from '../../src/emulator/faults.ts'
import { modelWord, questionIn, rows, spec, Stage } from './stage.ts'

const time = 120_000
const hour = 3_600_000
const slow: EmulatorOptions = { schedule: { InProgress: hour } }

const on =
  (operation: string, path = '') =>
  (request: RequestInfo): boolean =>
    request.operation === operation && request.path.includes(path)

describe('A pass that waits', () => {
  it.concurrent.each([
    ['Bedrock', (request: RequestInfo) => request.operation === 'ListModelInvocationJobs', 'ExpiredTokenException'],
    ['S3', (request: RequestInfo) => request.service === 's3', 'ExpiredToken']
  ] as const)(
    'ends waiting when %s says that the credentials have expired, and the next one collects',
    async (_who, when, code) => {
      await using stage = await Stage.open({}, slow)
      const created = stage.emulator.onRequest((request, phase) => {
        if (request.operation !== 'CreateModelInvocationJob' || phase !== 'answered') return undefined
        setTimeout(() => stage.emulator.faults.add({ when, do: { status: 400, code, message: 'It is over.' } }), 800)
        return undefined
      })

      const first = await stage.pass()

      expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'waiting', first.log])
      expect(first.summary).toContain('the AWS credentials expired')
      created()
      stage.emulator.faults.clear()
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')

      const second = await stage.pass()

      expect([second.outputs['status'], stage.creates, stage.paidTwice]).toEqual(['done', 1, 0])
    },
    time
  )

  it.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
    'and gets %s ends with 130, says which jobs run, and starts nothing new',
    async signal => {
      await using stage = await Stage.open({}, slow)
      let kill: (signal: NodeJS.Signals) => void = () => undefined
      stage.emulator.onRequest((request, phase) => {
        const isWaiting = stage.creates === 1 && request.operation === 'ListObjectsV2' && request.path.includes('od-')
        if (isWaiting && phase === 'answered') setTimeout(() => kill(signal), 200)
      })

      const killed = await stage.pass({}, { started: how => (kill = how) })

      expect([killed.code, killed.signal, killed.failureCode, killed.log]).toEqual([
        130,
        null,
        'interrupted',
        killed.log
      ])
      expect(killed.log).toContain(`still running: ${stage.emulator.bedrock.jobs[0]?.arn}`)
      expect(stage.creates).toBe(1)
    },
    time
  )

  it.concurrent(
    'tries again by itself what Bedrock refuses for now, and pays once',
    async () => {
      await using stage = await Stage.open()
      const throttled = { status: 429, code: 'ThrottlingException', message: 'Too many requests, please wait.' }
      stage.emulator.faults.add({ when: on('CreateModelInvocationJob'), times: 2, do: throttled })

      const pass = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect([stage.creates, stage.emulator.bedrock.jobs.length, stage.paidTwice]).toEqual([3, 1, 0])
    },
    time
  )

  it.concurrent(
    'for nothing else leaves what was refused for now to the very next pass',
    async () => {
      await using stage = await Stage.open()
      const full = { status: 400, code: 'ServiceQuotaExceededException', message: 'The account has reached the quota.' }
      const calm = stage.emulator.faults.add({ when: on('CreateModelInvocationJob'), do: full })

      const first = await stage.pass({ 'wait-minutes': '0' })
      calm()
      const second = await stage.pass()

      expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'waiting', first.log])
      expect([second.code, second.outputs['status'], second.log]).toEqual([0, 'done', second.log])
      expect([stage.emulator.bedrock.jobs.length, stage.paidTwice]).toEqual([1, 0])
    },
    time
  )
})

describe('A pass that is stopped while it submits', () => {
  it.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s lets the job under way come to be, and creates no other',
    async signal => {
      const twice = spec.replace('minRecordsPerJob: 3', 'minRecordsPerJob: 1, recordsPerJob: 3')
      await using stage = await Stage.open({ 'spec.yml': twice }, { ...slow, quotas: { minimumRecords: 1 } })
      let kill: (signal: NodeJS.Signals) => void = () => undefined
      stage.emulator.onRequest(async (request, phase) => {
        if (request.operation !== 'CreateModelInvocationJob' || phase !== 'before') return undefined
        kill(signal)
        await new Promise(resolve => setTimeout(resolve, 300))
        return undefined
      })

      const killed = await stage.pass({}, { started: how => (kill = how) })

      expect([killed.code, killed.signal, stage.creates, killed.log]).toEqual([130, null, 1, killed.log])
      expect(killed.log).toContain(stage.emulator.bedrock.jobs[0]?.arn)

      const next = await stage.pass({ 'wait-minutes': '0' })

      expect([next.code, next.rows['submitted'], stage.emulator.bedrock.jobs.length]).toEqual([0, 3, 2])
      expect(stage.paidTwice).toBe(0)
    },
    time
  )
})

describe('A pass that is cancelled while a service hangs', () => {
  const twice = spec.replace('minRecordsPerJob: 3', 'minRecordsPerJob: 1, recordsPerJob: 2')

  it.concurrent.each([
    ['the list of jobs', 'ListModelInvocationJobs', '', 25_000],
    ['a list in S3', 'ListObjectsV2', '', 25_000],
    ['the output of a job', 'GetObject', '.jsonl.out', 25_000],
    ['an answers file', 'PutObject', '/answers/', 25_000],
    ['an output that comes after all', 'GetObject', '.jsonl.out', 4000]
  ])(
    'ends within seven seconds, whatever it waits for: %s; and publishes nothing',
    async (...one) => {
      const [, operation, path, delayMs] = one
      await using stage = await Stage.open({ 'spec.yml': twice }, { ...slow, quotas: { minimumRecords: 1 } })
      await stage.pass({ mode: 'submit' })
      for (const job of stage.emulator.bedrock.jobs) await stage.emulator.bedrock.finish(job)
      const head = stage.remoteHead
      let kill: (signal: NodeJS.Signals) => void = () => undefined
      let killedAt = 0
      stage.emulator.onRequest(async (request, phase) => {
        if (request.operation !== operation || !request.path.includes(path) || phase !== 'before') return undefined
        if (killedAt === 0) {
          killedAt = Date.now()
          kill('SIGINT')
        }
        await new Promise(resolve => setTimeout(resolve, delayMs).unref())
        return undefined
      })

      const killed = await stage.pass({}, { started: how => (kill = how) })
      const took = Date.now() - killedAt

      expect([killed.code, killed.failureCode, killed.log]).toEqual([130, 'interrupted', killed.log])
      expect(took).toBeLessThan(7000)
      expect([stage.remoteHead, stage.dirt]).toEqual([head, ''])
    },
    time
  )
})

describe('deadlineHours', () => {
  it.concurrent(
    'stops a job that takes too long, keeps what it answered, and asks the rest on demand',
    async () => {
      const clock = manualClock(Date.now())
      const late = spec.replace('belowMinimum: hold', 'belowMinimum: on-demand\ndeadlineHours: 2')
      await using stage = await Stage.open(
        { 'spec.yml': late },
        { clock, speed: 1, schedule: { Submitted: 0, Validating: 0, Scheduled: 100 * hour, Stopping: 0 } }
      )
      await stage.pass({ mode: 'submit' })
      await clock.advance(1000)
      const early = await stage.pass({ 'wait-minutes': '0' })

      await clock.advance(3 * hour)
      const stopping = await stage.pass({ 'wait-minutes': '0' })
      // What it may still bring is in flight for five minutes.
      await clock.advance(10 * 60_000)
      const drained = await stage.pass({ 'wait-minutes': '0' })

      expect([early.outputs['status'], early.log]).toEqual([
        'waiting',
        expect.not.stringContaining('past its deadline')
      ])
      expect([stopping.code, stopping.log]).toEqual([0, expect.stringContaining('is past its deadline and is stopped')])
      expect([drained.outputs['status'], drained.rows['answered'], drained.log]).toEqual(['done', 5, drained.log])
      expect(drained.aws.filter(({ service }) => service === 'bedrock-runtime')).toHaveLength(5)
      expect([stage.creates, stage.paidTwice]).toEqual([1, 0])
      expect(drained.summary).toContain('their job ran out of time')
    },
    time
  )

  it.concurrent.each([
    ['holds a new row beside them', 'retries: 0', { answered: 5, held: 1 }, 5],
    ['goes beyond the cap into a job, or is held', 'retries: 0, onDemandRecords: 2', { answered: 2, waiting: 4 }, 2]
  ] as const)(
    'asks on demand what was late without retries too, and %s',
    async (_what, limits, expected, onDemand) => {
      const clock = manualClock(Date.now())
      const late = `${spec.replace('minRecordsPerJob: 3', `minRecordsPerJob: 3, ${limits}`)}deadlineHours: 2\n`
      await using stage = await Stage.open(
        { 'spec.yml': late },
        { clock, speed: 1, schedule: { Submitted: 0, Validating: 0, Scheduled: 100 * hour, Stopping: 0 } }
      )
      await stage.pass({ mode: 'submit' })
      await clock.advance(3 * hour)
      await stage.pass({ mode: 'submit' })
      await clock.advance(10 * 60_000)
      stage.checkout.commit({ 'data/shoes.csv': `${rows}N-1,New,red\n` })

      const pass = await stage.pass({ mode: 'submit' })

      expect([pass.code, pass.rows, pass.log]).toEqual([0, expect.objectContaining(expected), pass.log])
      expect(pass.aws.filter(({ service }) => service === 'bedrock-runtime')).toHaveLength(onDemand)
      expect(stage.paidTwice).toBe(0)
    },
    time
  )
})

describe('publish.when: partial', () => {
  it.concurrent(
    'publishes what has come home, says that it is a part, and completes it later',
    async () => {
      const partial = `${spec.replace('minRecordsPerJob: 3', 'minRecordsPerJob: 1, recordsPerJob: 3')}publish: {when: partial}\n`
      await using stage = await Stage.open({ 'spec.yml': partial }, { ...slow, quotas: { minimumRecords: 1 } })
      await stage.pass({ mode: 'submit' })
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')

      const part = await stage.pass({ 'wait-minutes': '0' })
      stage.checkout.fresh()

      expect([part.code, part.outputs['status'], part.log]).toEqual([0, 'partial', part.log])
      expect(stage.checkout.read('generated/shoes.csv')?.match(new RegExp(modelWord, 'g'))).toHaveLength(2)
      expect(JSON.parse(stage.checkout.read('generated/shoes.manifest.json') ?? '')).toMatchObject({ complete: false })

      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[1] ?? '')
      const whole = await stage.pass()
      stage.checkout.fresh()

      expect([whole.outputs['status'], stage.creates, stage.paidTwice]).toEqual(['done', 2, 0])
      expect(stage.checkout.read('generated/shoes.csv')?.match(new RegExp(modelWord, 'g'))).toHaveLength(5)
      expect(JSON.parse(stage.checkout.read('generated/shoes.manifest.json') ?? '')).toMatchObject({ complete: true })
    },
    time
  )
})

describe('Several specs in one step', () => {
  const named = (name: string): string => spec.replaceAll('shoes', name).replace(`data/${name}.csv`, 'data/shoes.csv')

  it.concurrent(
    'have all submitted before any has waited for long, wait once, and are told apart',
    async () => {
      const files = { 'specs/a.yml': named('clogs'), 'specs/b.yml': named('boots'), 'specs/c.yml': 'name: [' }
      await using stage = await Stage.open(files, { schedule: { InProgress: hour } })
      const createdAt: number[] = []
      stage.emulator.onRequest((request, phase) => {
        if (request.operation === 'CreateModelInvocationJob' && phase === 'answered') createdAt.push(Date.now())
        return undefined
      })

      const pass = await stage.pass({ spec: 'specs/*.yml', 'wait-minutes': '0.3' })
      const waited = Date.now() - (createdAt[0] ?? 0)

      expect([pass.code, createdAt.length, pass.log]).toEqual([1, 2, pass.log])
      expect(pass.results.map(({ spec: name, status }) => [name, status])).toEqual([
        ['clogs', 'waiting'],
        ['boots', 'waiting'],
        ['specs/c.yml', 'failed']
      ])
      expect((createdAt[1] ?? 0) - (createdAt[0] ?? 0)).toBeLessThan(10_000)
      expect(waited).toBeLessThan(30_000)
      const groups = [...pass.log.matchAll(/^::group::(\w+)|^::endgroup::/gm)].map(([, name]) => name ?? 'end')
      expect(groups.slice(0, 4)).toEqual(['clogs', 'end', 'boots', 'end'])
      expect(groups.filter((_, number) => number % 2 === 1).every(one => one === 'end')).toBe(true)
    },
    time
  )

  it.concurrent(
    'publish one after the other',
    async () => {
      const files = { 'specs/a.yml': named('clogs'), 'specs/b.yml': named('boots') }
      await using stage = await Stage.open(files)

      const pass = await stage.pass({ spec: 'specs/*.yml', 'wait-minutes': '1' })
      stage.checkout.fresh()

      expect([pass.code, pass.results.map(({ status }) => status), pass.log]).toEqual([0, ['done', 'done'], pass.log])
      expect(stage.checkout.read('generated/clogs.csv')).toBeDefined()
      expect(stage.checkout.read('generated/boots.csv')).toBeDefined()
    },
    time
  )
})

describe('Output that comes later than its job’s end', () => {
  it.concurrent(
    'is waited for: it is asked neither again nor given up, and the pass does not fail',
    async () => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open({}, { clock, truth: { outputsLateMs: 10 * 60_000 } })
      await stage.pass({ mode: 'submit' })
      await clock.advance(60_000)

      const early = await stage.pass({ 'wait-minutes': '0' })

      expect([early.code, early.outputs['status'], early.rows['waiting'], early.log]).toEqual([
        0,
        'waiting',
        5,
        early.log
      ])
      expect(early.log).toContain('its output is not yet whole below')
      expect(early.summary).toContain('whose output is not there yet')

      await clock.advance(11 * 60_000)
      const later = await stage.pass({ 'wait-minutes': '0' })

      expect([later.code, later.outputs['status'], later.log]).toEqual([0, 'done', later.log])
      expect([stage.creates, stage.paidTwice]).toEqual([1, 0])
    },
    time
  )

  it.concurrent.each([
    ['partial', { countersLagMs: 60_000 }],
    ['partial', { counters: false }],
    ['stop', { countersLagMs: 60_000 }],
    ['stop', { counters: false }]
  ] as const)(
    'is taken home where the job ended by %s and %j hides what it processed',
    async (how, truth) => {
      const clock = manualClock(Date.now())
      const ten = `sku,name,colour\n${Array.from({ length: 10 }, (_, row) => `T-${row},Shoe ${row},red\n`).join('')}`
      await using stage = await Stage.open(
        { 'data/shoes.csv': ten },
        { clock, speed: 1, schedule: { InProgress: 60_000 }, truth: { outputsLateMs: 20_000, ...truth } }
      )
      await stage.pass({ mode: 'submit' })
      await clock.advance(31_000)
      const [job] = stage.emulator.bedrock.jobs
      if (how === 'partial') await stage.emulator.bedrock.partial(job ?? '', 0.5)
      else stage.emulator.bedrock.stop(job ?? '')
      await clock.advance(1000)

      const early = await stage.pass({ 'wait-minutes': '0' })
      await clock.advance(30_000)
      const later = await stage.pass({ 'wait-minutes': '0', retry: 'all' })

      expect([early.rows['waiting'], stage.paidTwice, early.log]).toEqual([10, 0, early.log])
      expect([later.rows['submitted'], stage.creates, later.log]).toEqual([5, 2, later.log])
    },
    time
  )

  it.concurrent(
    'than an hour counts as missing, and is asked again within the budget',
    async () => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open(
        {},
        {
          clock,
          truth: { outputsLateMs: 1000 * hour },
          answer: (_model, body) => ({ text: `${modelWord}: ${questionIn(body)}` })
        }
      )
      await stage.pass({ mode: 'submit' })
      await clock.advance(2 * hour)

      const pass = await stage.pass({ 'wait-minutes': '0' })

      expect([pass.code, pass.rows['submitted'], pass.log]).toEqual([0, 5, pass.log])
      expect(pass.log).toContain('5 missing')
      expect(stage.creates).toBe(2)
    },
    time
  )
})
