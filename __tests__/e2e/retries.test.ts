/** What is asked again, by whom and when: forced passes, failed jobs, records that failed for now and for good. */
import { describe, expect, it } from '@jest/globals'
import { manualClock } from '../../src/emulator/clock.ts'
import type { EmulatorOptions } from '../../src/emulator/emulator.ts'
import { modelWord, questionIn, rows, spec, Stage } from './stage.ts'

const time = 120_000
const hour = 3_600_000
const slow: EmulatorOptions = { schedule: { InProgress: hour } }
const schedule = { environment: { event: 'schedule' } }
const tolerant = spec.replace('minRecordsPerJob: 3', 'minRecordsPerJob: 3, maxErrorRate: 1')

describe('A pass with force', () => {
  it.concurrent(
    'asks and pays again what is published, each time it is given',
    async () => {
      await using stage = await Stage.open()
      await stage.pass()
      stage.checkout.fresh()

      const forced = await stage.pass({ force: 'true' })
      const again = await stage.pass({ force: 'true' })

      expect([forced.code, forced.outputs['status'], forced.rows['submitted'], forced.log]).toEqual([
        0,
        'done',
        5,
        forced.log
      ])
      expect(forced.summary).toContain('5 forced')
      expect([again.rows['submitted'], stage.creates]).toEqual([5, 3])
    },
    time
  )

  it.concurrent(
    'that ended waiting is gone on with by another one, which pays nothing; a pass without it leaves all as it is',
    async () => {
      await using stage = await Stage.open({}, slow)
      await stage.pass({ 'wait-minutes': '0' })
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')
      await stage.pass()
      stage.checkout.fresh()

      const forced = await stage.pass({ force: 'true', 'wait-minutes': '0' })

      expect([forced.code, forced.outputs['status'], forced.log]).toEqual([0, 'waiting', forced.log])
      expect(forced.log).toContain('a pass with force: true collects them')
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[1] ?? '')

      const plain = await stage.pass()

      expect([plain.outputs['status'], plain.aws]).toEqual(['nothing-to-do', []])

      const collecting = await stage.pass({ force: 'true' })

      expect([collecting.outputs['status'], collecting.rows['submitted'], collecting.log]).toEqual([
        'done',
        0,
        collecting.log
      ])
      expect(stage.creates).toBe(2)
    },
    time
  )
})

describe('A job that failed whole', () => {
  it.concurrent(
    'is never sent again by a schedule, and by a person as often as they start one',
    async () => {
      await using stage = await Stage.open({}, slow)
      await stage.pass({ mode: 'submit' })
      await stage.emulator.bedrock.fail(stage.emulator.bedrock.jobs[0] ?? '', 'The service role cannot be assumed')
      const seen = await stage.pass({}, schedule)

      const scheduled = await stage.pass({}, schedule)

      expect([seen.failureCode, scheduled.code, scheduled.outputs['status'], stage.creates]).toEqual([
        'job-failed',
        0,
        'waiting',
        1
      ])
      expect(scheduled.log).toContain('5 records are left alone')

      const dispatched = await stage.pass({ 'wait-minutes': '0' }, { environment: { event: 'workflow_dispatch' } })

      expect([dispatched.rows['submitted'], stage.creates, dispatched.log]).toEqual([5, 2, dispatched.log])
    },
    time
  )
})

describe('Records that failed', () => {
  it.concurrent(
    'for now are told, and not given up, by a pass that may not retry; the next one that may asks them again',
    async () => {
      let isMended = false
      const answer: EmulatorOptions['answer'] = (_model, body) =>
        /Boot/.test(questionIn(body)) && !isMended
          ? { error: { code: 500, message: 'try me again' } }
          : { text: `${modelWord}: ${questionIn(body)}` }
      const draining = tolerant.replace('belowMinimum: hold', 'belowMinimum: on-demand')
      await using stage = await Stage.open({ 'spec.yml': draining }, { answer })

      const none = await stage.pass({ retry: 'none' })
      stage.checkout.fresh()

      expect([none.code, none.outputs['status'], none.rows['failed'], none.log]).toEqual([0, 'done', 1, none.log])
      expect(stage.checkout.read('generated/shoes.errors.jsonl')).toContain('try me again')
      expect(stage.checkout.read('generated/shoes.lock.json')).not.toContain('A-3')

      const plan = await stage.pass({ mode: 'plan' })

      expect([plan.summary, plan.log]).toEqual([
        expect.stringContaining('**Why questions are asked:** 1 retry.'),
        plan.log
      ])

      isMended = true
      const auto = await stage.pass()
      stage.checkout.fresh()

      expect([auto.code, auto.outputs['status'], auto.rows['submitted'], auto.log]).toEqual([0, 'done', 1, auto.log])
      expect(stage.checkout.read('generated/shoes.csv')).toContain(`A-3,${modelWord}`)
      expect(stage.checkout.read('generated/shoes.errors.jsonl')).toBeUndefined()
    },
    time
  )

  it.concurrent(
    'of one cause are one line of the summary, with their number and what to do',
    async () => {
      const message = '`temperature` and `top_p` cannot both be specified for this model. Please use only one.'
      await using stage = await Stage.open({}, { answer: () => ({ error: { code: 400, message } }) })

      const pass = await stage.pass()

      expect([pass.failureCode, pass.log]).toEqual(['too-many-errors', pass.log])
      const line = pass.summary.split('\n').find(one => /^\|.*cannot both be specified/.test(one))
      expect(line).toMatch(/\b5\b/)
      expect(line).toMatch(/<em>.*temperature.*topP.*<\/em>/)
      expect(pass.log).toMatch(
        /^::error .*5 of 5 rows have no answer.*; all of them: http 400: .*cannot both be specified/m
      )
      expect(stage.creates).toBe(1)
    },
    time
  )

  it.concurrent(
    'by the schema and are read again when it is loosened, are not told as a retry',
    async () => {
      const strict = tolerant.replace(
        'outputs:',
        'answer: {schema: {type: object, properties: {n: {type: integer}}}}\noutputs:'
      )
      await using stage = await Stage.open(
        { 'spec.yml': strict },
        { answer: (_model, body) => ({ text: JSON.stringify({ n: /Boot/.test(questionIn(body)) ? 'many' : 1 }) }) }
      )
      await stage.pass()
      stage.checkout.fresh()
      stage.checkout.commit({ 'spec.yml': strict.replace('type: integer', 'type: [integer, string]') })

      const pass = await stage.pass()

      expect([pass.outputs['status'], pass.rows['submitted'], pass.log]).toEqual(['done', 0, pass.log])
      expect(pass.summary).not.toMatch(/\bretry\b/)
    },
    time
  )

  it.concurrent(
    'for now in a job and for good on demand are given up by every later pass',
    async () => {
      let asked = 0
      await using stage = await Stage.open(
        { 'spec.yml': tolerant.replace('belowMinimum: hold', 'belowMinimum: on-demand') },
        {
          ...slow,
          answer: (_model, body) => {
            if (!/Boot/.test(questionIn(body))) return { text: `${modelWord}: ${questionIn(body)}` }
            return { error: asked++ === 0 ? { code: 500, message: 'later' } : { code: 400, message: 'never' } }
          }
        }
      )
      await stage.pass({ mode: 'submit' })
      await stage.emulator.bedrock.finish(stage.emulator.bedrock.jobs[0] ?? '')
      const retrying = await stage.pass({ mode: 'submit' })
      const times = asked

      const submitting = await stage.pass({ mode: 'submit' })
      const publishing = await stage.pass()

      expect([retrying.rows['submitted'], submitting.rows['submitted'], publishing.rows['submitted']]).toEqual([
        1, 0, 0
      ])
      expect([asked, publishing.outputs['status'], publishing.log]).toEqual([times, 'done', publishing.log])
      expect(stage.checkout.read('generated/shoes.errors.jsonl')).toContain('never')
    },
    time
  )

  it.concurrent(
    'for good on demand are given up, though a person had stopped the job that held them before',
    async () => {
      const clock = manualClock(Date.now())
      await using stage = await Stage.open(
        { 'spec.yml': tolerant.replace('belowMinimum: hold', 'belowMinimum: on-demand') },
        { clock, speed: 1, schedule: { Stopping: 0 }, answer: () => ({ error: { code: 400, message: 'never' } }) }
      )
      await stage.pass({ mode: 'submit' })
      stage.emulator.bedrock.stop(stage.emulator.bedrock.jobs[0] ?? '')
      await clock.advance(10 * 60_000)
      stage.checkout.commit({ 'data/shoes.csv': rows.split('\n').slice(0, 3).join('\n') })
      const retrying = await stage.pass({ mode: 'submit', retry: 'stopped' })

      const publishing = await stage.pass()

      expect([retrying.rows['submitted'], publishing.rows['submitted']]).toEqual([2, 0])
      expect([publishing.outputs['status'], publishing.rows['failed'], publishing.log]).toEqual([
        'done',
        2,
        publishing.log
      ])
    },
    time
  )
})
