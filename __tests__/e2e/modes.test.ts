/** The modes of a pass, and what a later workflow run makes of what an earlier one left. */
import { describe, expect, it } from '@jest/globals'
import { manualClock } from '../../src/emulator/emulator.ts'
import { bucket, spec, Stage } from './stage.ts'

const time = 120_000
const slow = { schedule: { InProgress: 3_600_000 } }
const offline = { environment: { keys: false, idToken: false }, env: { AWS_REGION: '', AWS_DEFAULT_REGION: '' } }

describe('Mode run', () => {
  it.concurrent(
    'ends waiting when the wait is over, says who will collect, and the next pass publishes',
    async () => {
      await using stage = await Stage.open({ '.github/workflows/batch.yml': 'on: push\njobs: {}\n' }, slow)

      const first = await stage.pass({ 'wait-minutes': '0' })

      expect([first.code, first.outputs['status'], first.log]).toEqual([0, 'waiting', first.log])
      expect(first.rows).toMatchObject({ submitted: 5, waiting: 5, answered: 0 })
      expect(first.outputs['changed']).toBe('false')
      expect(first.summary).toMatch(
        /Open:.*5 records are in 1 running jobs?.*nothing will collect this: add a schedule/
      )
      expect(stage.dirt).toBe('')
      const [job] = stage.emulator.bedrock.jobs
      expect(JSON.parse(first.outputs['job-arns'] ?? '')).toEqual([job?.arn])
      expect(first.log).toContain(job?.arn)

      stage.checkout.fresh()
      await stage.emulator.bedrock.finish(job ?? '')
      const second = await stage.pass({}, { environment: { event: 'schedule' } })

      expect([second.code, second.outputs['status'], second.log]).toEqual([0, 'done', second.log])
      expect(stage.creates).toBe(1)
      expect(stage.paidTwice).toBe(0)
    },
    time
  )

  it.concurrent(
    'runs every spec that can be run, and fails for the one that cannot',
    async () => {
      const second = spec.replace('name: shoes', 'name: boots').replace('generated/shoes.csv', 'generated/boots.csv')
      await using stage = await Stage.open({
        'specs/a.yml': spec,
        'specs/b.yml': second.replace('{{ name }}', '{{ nam }}'),
        'specs/c.yml': second.replace('boots', 'clogs').replace('boots', 'clogs')
      })

      const pass = await stage.pass({ spec: 'specs/*.yml' })
      stage.checkout.fresh()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([1, 'failed', pass.log])
      expect(pass.results.map(({ spec: name, status, failureCode }) => [name, status, failureCode])).toEqual([
        ['shoes', 'done', null],
        ['boots', 'failed', 'bad-input'],
        ['clogs', 'done', null]
      ])
      expect(pass.annotations).toContainEqual(
        expect.objectContaining({
          level: 'error',
          file: 'specs/b.yml',
          line: 4,
          message: expect.stringMatching(/nam[^]*name/)
        })
      )
      expect(pass.summary).toContain('## Bedrock batch')
      expect(stage.checkout.read('generated/clogs.csv')).toBeDefined()
      expect(stage.checkout.read('generated/boots.csv')).toBeUndefined()
      expect(pass.outputs['commit-sha']).toBe(stage.remoteHead)
    },
    time
  )
})

describe('Mode plan', () => {
  it.concurrent(
    'tells what would be asked and what it would cost, and only reads',
    async () => {
      await using stage = await Stage.open()

      const pass = await stage.pass({ mode: 'plan' })

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'planned', pass.log])
      expect(pass.log).toContain('5 records would be asked')
      expect(Number(pass.outputs['estimated-cost-usd'])).toBeGreaterThan(0)
      expect(pass.aws.length).toBeGreaterThan(0)
      expect(
        pass.aws.filter(({ method, service }) => service !== 'sts' && method !== 'GET' && method !== 'HEAD')
      ).toEqual([])
      expect(stage.dirt).toBe('')
    },
    time
  )

  it.concurrent(
    'is made from the files alone where nothing names an account',
    async () => {
      await using stage = await Stage.open()

      const pass = await stage.pass({ mode: 'plan', 's3-uri': '', 'service-role-arn': '' }, offline)

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'planned', pass.log])
      expect(pass.log).toContain('Planned from the files alone')
      expect(pass.aws).toEqual([])
    },
    time
  )

  it.concurrent(
    'is made from the files alone, and says why, where AWS is named and there are no credentials',
    async () => {
      await using stage = await Stage.open()

      const pass = await stage.pass({ mode: 'plan' }, { environment: { keys: false, idToken: false } })

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'planned', pass.log])
      expect(pass.log).toContain('5 records would be asked')
      expect(pass.summary).toContain('Planned from the files alone')
      expect(pass.annotations).toContainEqual(
        expect.objectContaining({ level: 'warning', message: expect.stringMatching(/No AWS credentials/) })
      )
    },
    time
  )
})

describe('Modes submit and collect', () => {
  it.concurrent(
    'share the work: the one pays and publishes nothing, the other publishes and never pays',
    async () => {
      await using stage = await Stage.open({}, { truth: { deny: [] }, ...slow })

      const early = await stage.pass({ mode: 'collect', 'service-role-arn': '' })

      expect([early.code, early.outputs['status'], early.log]).toEqual([0, 'waiting', early.log])
      expect(early.log).toContain('5 records still have to be submitted')
      expect(stage.creates).toBe(0)

      const submitted = await stage.pass({ mode: 'submit' })

      expect([submitted.code, submitted.outputs['status'], submitted.rows['submitted'], submitted.log]).toEqual([
        0,
        'waiting',
        5,
        submitted.log
      ])
      expect(stage.dirt).toBe('')
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')

      const collected = await stage.pass({ mode: 'collect', 'service-role-arn': '' })
      stage.checkout.fresh()

      expect([collected.code, collected.outputs['status'], collected.log]).toEqual([0, 'done', collected.log])
      expect(stage.checkout.read('generated/shoes.csv')).toBeDefined()
      expect(stage.creates).toBe(1)
    },
    time
  )
})

describe('Mode stop', () => {
  it.concurrent(
    'stops the jobs; what they left is not asked again until a human says so',
    async () => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open({}, { clock, schedule: { Submitted: 3_600_000 } })
      await stage.pass({ mode: 'submit' })

      const stopped = await stage.pass({ mode: 'stop' })

      expect([stopped.code, stopped.outputs['status'], stopped.log]).toEqual([0, 'done', stopped.log])
      expect(stopped.summary).toContain('shoes: 1 job is being stopped')
      expect(stopped.summary).not.toContain('Rows wanted')
      expect(stage.emulator.bedrock.jobs[0]?.history.map(({ status }) => status)).toContain('Stopping')

      await clock.advance(6 * 60_000)
      const left = await stage.pass()

      expect([left.code, left.outputs['status'], stage.creates, left.log]).toEqual([0, 'waiting', 1, left.log])
      expect(left.log).toContain(
        '5 records are left alone since a person stopped their job: start the workflow with retry: stopped'
      )

      const asked = await stage.pass({ retry: 'stopped', 'wait-minutes': '0' })

      expect([asked.code, asked.rows['submitted'], stage.creates, asked.log]).toEqual([0, 5, 2, asked.log])

      const nothing = await stage.pass({ mode: 'stop', 's3-uri': `s3://${bucket}/elsewhere` })

      expect([nothing.code, nothing.log]).toEqual([0, nothing.log])
    },
    time
  )
})
