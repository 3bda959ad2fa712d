/** Limits hold for a pass as a whole, whatever it asks in how many rounds, and refuse before anything is staged. */
import { describe, expect, it } from '@jest/globals'
import { questionIn, spec, Stage } from './stage.ts'

const time = 120_000
const failing = { answer: () => ({ error: { code: 500, message: 'try me again' } }) }

describe('A limit', () => {
  it.concurrent.each([
    ['records', 'maxRecords: 9', /10 records would be asked, limits\.maxRecords is 9/],
    ['dollars', 'maxCostUsd: 0.0011', /limits\.maxCostUsd is 0\.0011/]
  ])(
    'of %s counts the retries of later rounds too',
    async (_what, limit, says) => {
      const limited = spec.replace('minRecordsPerJob: 3', `minRecordsPerJob: 3, ${limit}`)
      await using stage = await Stage.open({ 'spec.yml': limited }, failing)

      const pass = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.log]).toEqual([0, 'waiting', pass.log])
      expect(pass.log).toMatch(says)
      expect(pass.log).toContain('records are left for a later pass')
      expect(stage.creates).toBe(1)
    },
    time
  )

  it.concurrent(
    'of records counts those that only fill a job up',
    async () => {
      const padded = spec.replace(/^limits: [^]*$/m, 'limits: {maxRecords: 99}\nbelowMinimum: pad\n')
      await using stage = await Stage.open({ 'spec.yml': padded }, { quotas: { minimumRecords: 100 } })

      const pass = await stage.pass()

      expect([pass.code, pass.failureCode, pass.log]).toEqual([1, 'too-expensive', pass.log])
      expect(pass.log).toContain('100 records would be asked, limits.maxRecords is 99')
      expect(stage.creates).toBe(0)
    },
    time
  )

  it.concurrent(
    'that is reached after something was asked leaves the rest to a later pass',
    async () => {
      const limited = spec
        .replace('minRecordsPerJob: 3}\nbelowMinimum: hold', 'minRecordsPerJob: 3, maxRecords: 5}')
        .replace('outputs:', 'answer: {labels: [shoe, boot], retryInvalid: 1}\noutputs:')
      await using stage = await Stage.open(
        { 'spec.yml': limited },
        {
          answer: (_model, modelInput) => ({
            text: questionIn(modelInput).includes('Boot') ? 'neither of both' : 'boot'
          })
        }
      )

      const pass = await stage.pass()

      expect([pass.code, pass.outputs['status'], pass.rows, pass.log]).toMatchObject([
        0,
        'waiting',
        { answered: 4, submitted: 5 },
        pass.log
      ])
      expect(pass.summary).toContain('1 record is left for a later pass: 6 records would be asked')
      expect(stage.paidRecords).toBe(5)
    },
    time
  )

  it.concurrent(
    'of dollars counts what is wanted and runs already, and not what runs and nobody wants any more',
    async () => {
      const limited = spec.replace('minRecordsPerJob: 3', 'minRecordsPerJob: 3, maxCostUsd: 0.0011')
      await using stage = await Stage.open({ 'spec.yml': limited }, { schedule: { InProgress: 3_600_000 } })
      const first = await stage.pass({ mode: 'submit' })
      stage.checkout.commit({ 'data/shoes.csv': `sku,name,colour\n${'ABCDE'.replace(/./g, '$&,Shoe $&,red\n')}` })

      const others = await stage.pass({ mode: 'submit' })
      stage.checkout.commit({ 'data/shoes.csv': `sku,name,colour\n${'ABCDEFGH'.replace(/./g, '$&,Shoe $&,red\n')}` })
      const more = await stage.pass({ mode: 'submit' })

      expect([first.code, first.rows['submitted'], first.log]).toEqual([0, 5, first.log])
      expect([others.code, others.rows['submitted'], others.log]).toEqual([0, 5, others.log])
      expect([more.code, more.failureCode, more.log]).toEqual([1, 'too-expensive', more.log])
      expect(stage.creates).toBe(2)
    },
    time
  )
})
