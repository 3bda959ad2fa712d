/** Fewer records than a batch job takes: what each setting of belowMinimum makes of them. */
import { describe, expect, it } from '@jest/globals'
import { modelWord, spec, Stage } from './stage.ts'

const time = 120_000
/** Five rows where Bedrock takes a hundred. */
const few = (setting: string): Record<string, string> => ({ 'spec.yml': spec.replace(/^limits: [^]*$/m, setting) })
const atAws = { quotas: { minimumRecords: 100 } }

describe('belowMinimum', () => {
  it.concurrent(
    'hold asks nothing, and says how many more rows are needed',
    async () => {
      await using stage = await Stage.open(few('belowMinimum: hold\n'), atAws)

      const pass = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'waiting', pass.log])
      expect(pass.rows).toMatchObject({ held: 5, submitted: 0 })
      expect(pass.summary).toContain('95 more are needed')
      expect(stage.emulator.books.effects.filter(({ kind }) => kind.startsWith('job'))).toEqual([])
      expect(stage.dirt).toBe('')
    },
    time
  )

  it.concurrent(
    'fail fails, and pays nothing',
    async () => {
      await using stage = await Stage.open(few('belowMinimum: fail\n'), atAws)

      const pass = await stage.pass()

      expect([pass.code, pass.failureCode, pass.log]).toEqual([1, 'too-few-records', pass.log])
      expect(pass.log).toMatch(/5 of at least 100 records/)
      expect(stage.creates).toBe(0)
    },
    time
  )

  it.concurrent.each(['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'qwen.qwen3-32b-v1:0'])(
    'on-demand, the default, asks %s one record at a time and says what it cost more',
    async model => {
      await using stage = await Stage.open(
        { 'spec.yml': few('')['spec.yml']?.replace(/^model: .*$/m, `model: ${model}`) ?? '' },
        atAws
      )

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(stage.creates).toBe(0)
      expect(pass.aws.filter(({ service }) => service === 'bedrock-runtime')).toHaveLength(5)
      expect(stage.paidTwice).toBe(0)
      expect(pass.summary).toMatch(/5 records were asked on demand.* more than a batch would have cost/)
      expect(stage.checkout.read('generated/shoes.csv')).toContain(`A-5,${modelWord}: Describe Sandal in white.`)

      const again = await stage.pass()

      expect([again.outputs['status'], again.aws, stage.dirt]).toEqual(['nothing-to-do', [], ''])
    },
    time
  )

  it.concurrent(
    'on-demand tells what was asked, and billed, also where the pass breaks off, and the next one pays only the rest',
    async () => {
      await using stage = await Stage.open(few(''), atAws)
      let asked = 0
      const denied = stage.emulator.faults.add({
        when: ({ service }) => service === 'bedrock-runtime' && ++asked === 4,
        do: { status: 403, code: 'AccessDeniedException', message: 'You are not authorized.' }
      })

      const broken = await stage.pass()
      denied()
      stage.checkout.fresh()
      const next = await stage.pass()

      expect([broken.code, broken.failureCode, broken.rows['submitted'], broken.log]).toEqual([
        1,
        'access-denied',
        4,
        broken.log
      ])
      for (const told of [broken.log, broken.summary]) {
        expect(told).toContain('Asked on demand by this pass, and billed: 4 records; their answers are in S3')
        expect(told).not.toContain('Paid by this pass: nothing')
      }
      expect(broken.log).toMatch(/at most \$[\d.]+ for 5 records/)
      expect([next.outputs['status'], next.rows['submitted'], stage.paidTwice, next.log]).toEqual([
        'done',
        1,
        0,
        next.log
      ])
    },
    time
  )

  it.concurrent(
    'on-demand is capped: more records than the cap are held',
    async () => {
      await using stage = await Stage.open(few('limits: {onDemandRecords: 4}\n'), atAws)

      const pass = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.rows['held'], pass.log]).toEqual([0, 'waiting', 5, pass.log])
      expect(pass.aws.filter(({ service }) => service === 'bedrock-runtime')).toEqual([])
    },
    time
  )

  it.concurrent(
    'pad fills the job up with records that are never published',
    async () => {
      await using stage = await Stage.open(few('belowMinimum: pad\n'), atAws)

      const pass = await stage.pass()
      stage.checkout.fresh()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(stage.emulator.books.jobs.map(({ records, errors }) => [records, errors])).toEqual([[100, 0]])
      expect(pass.rows).toMatchObject({ wanted: 5, answered: 5 })
      expect((stage.checkout.read('generated/shoes.csv') ?? '').match(/^A-/gm)).toHaveLength(5)
      expect(stage.paidTwice).toBe(0)

      const again = await stage.pass()

      expect([again.outputs['status'], again.aws, stage.dirt]).toEqual(['nothing-to-do', [], ''])
    },
    time
  )

  it.concurrent.each([
    ['on-demand', 'done', 5, 1],
    ['hold', 'waiting', 4, 0]
  ] as const)(
    '%s decides about what its jobs leave over: no job is sent that Bedrock would refuse',
    async (belowMinimum, status, answered, onDemand) => {
      const uneven = spec
        .replace('minRecordsPerJob: 3', 'minRecordsPerJob: 3, recordsPerJob: 4')
        .replace('belowMinimum: hold', `belowMinimum: ${belowMinimum}`)
      await using stage = await Stage.open({ 'spec.yml': uneven }, { quotas: { minimumRecords: 3 } })

      const pass = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, status, pass.log])
      expect(stage.emulator.bedrock.jobs.map(({ total, history }) => [total, history.at(-1)?.status])).toEqual([
        [4, 'Completed']
      ])
      expect(pass.aws.filter(({ service }) => service === 'bedrock-runtime')).toHaveLength(onDemand)
      expect(pass.rows).toMatchObject({ answered, submitted: answered, held: 5 - answered })
    },
    time
  )

  it.concurrent(
    'pad is foretold by a plan, and held against the limits at its own few tokens',
    async () => {
      await using stage = await Stage.open(few('belowMinimum: pad\nlimits: {maxCostUsd: 0.002}\n'), atAws)

      const plan = await stage.pass({ mode: 'plan' })
      const pass = await stage.pass()

      expect(plan.summary).toContain(
        '5 records would be asked in 1 batch job, filled up with 95 records that nobody reads'
      )
      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'done', pass.log])
      expect(pass.rows).toMatchObject({ submitted: 5 })
    },
    time
  )
})
