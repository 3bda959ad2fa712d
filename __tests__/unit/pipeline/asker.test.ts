import { describe, expect, it } from '@jest/globals'
import { drive } from '../../../src/pipeline/drive.ts'
import type { Asked, Driven } from '../../../src/pipeline/driving.ts'
import { settleMs } from '../../../src/pipeline/observe.ts'
import type { OnDemandReply } from '../../../src/ports.ts'
import { Failure } from '../../../src/problems.ts'
import { endJobs, ready, whileAsleep } from './drives.ts'
import { Outside } from './outside.ts'

const output: OnDemandReply = { kind: 'output', modelOutput: '{"said":1}' }
const small = { minRecords: 1, maxRecords: 2 }
const throttled: OnDemandReply = { kind: 'throttled', code: 429, message: 'slow down' }

/** A cloud that answers on demand, in turn. */
function answering(outside: Outside, reply: (times: number) => OnDemandReply): Outside['cloud'] {
  let times = 0
  return { ...outside.cloud, onDemand: async () => ({ ask: async () => reply(++times) }) }
}

describe('Asking', () => {
  it('holds limits against what the pass asked before, asks now and has in flight', async () => {
    await using outside = new Outside()
    const asked: Asked[] = []
    const { work } = ready(outside, 3, { checkLimits: one => void asked.push(one) })
    whileAsleep(outside, nap => (nap === 1 ? endJobs(outside, 'completed', 'again') : endJobs(outside)))

    await drive(work)

    // Twice a round: before the lease is taken, and under it.
    expect(asked.map(({ before, now }) => [before, now])).toEqual([
      [0, 3],
      [0, 3],
      [3, 3],
      [3, 3]
    ])
  })

  it('counts once what the pass asked and is in flight, and what others did beside it', async () => {
    await using outside = new Outside()
    const other = ready(outside, 2, { mode: 'submit' })
    await drive(other.work)
    // Each pass throws its own dice; here the clock makes the difference.
    outside.clock.time++
    const asked: Asked[] = []
    const { work } = ready(outside, 6, {
      maxActiveJobs: 2,
      rules: small,
      checkLimits: one => void asked.push(one)
    })
    whileAsleep(outside, async nap => {
      // First the other pass's job, later all of them.
      const own = nap === 1 ? outside.jobs.all.splice(1) : []
      await endJobs(outside)
      outside.jobs.all.push(...own)
    })

    await drive(work)

    expect(asked.map(({ before, now, inFlight }) => [before, now, inFlight])).toEqual([
      [0, 4, 2],
      [0, 4, 2],
      [2, 2, 0],
      [2, 2, 0]
    ])
  })

  it('holds limits against all that is to be asked, also what goes another way afterwards', async () => {
    await using outside = new Outside()
    const asked: Asked[] = []
    const checkLimits = (one: Asked): void => {
      asked.push(one)
      throw new Failure('too-expensive', 'too much')
    }
    const rules = { minRecords: 3, maxRecords: 4, inference: 'auto', belowMinimum: 'on-demand' } as const

    await expect(drive(ready(outside, 5, { checkLimits, rules }).work)).rejects.toMatchObject({ code: 'too-expensive' })

    expect(asked).toMatchObject([{ before: 0, now: 4, way: 'batch', later: { batch: 0, onDemand: 1 }, pads: 0 }])
  })

  it('stages nothing where a limit forbids it, and gives the lease back', async () => {
    await using outside = new Outside()
    let checks = 0
    const checkLimits = (): void => {
      if (++checks === 2) throw new Failure('too-expensive', 'too much')
    }

    await expect(drive(ready(outside, 3, { checkLimits }).work)).rejects.toMatchObject({ code: 'too-expensive' })

    expect(outside.bucket.keys()).toEqual([outside.store.keys.lease])
    expect(outside.bucket.textOf(outside.store.keys.lease)).toContain('"released":true')
  })

  it.each([
    ['fail', 'too-few-records'],
    ['hold', undefined]
  ] as const)('with belowMinimum: %s takes no lease for too few', async (belowMinimum, code) => {
    await using outside = new Outside()
    const { work } = ready(outside, 3, { rules: { minRecords: 5, belowMinimum } })

    const outcome = await drive(work).then(
      driven => driven.plan.counts.hold,
      (error: unknown) => (error as Failure).code
    )

    expect(outcome).toBe(code ?? 3)
    expect(outside.bucket.keys()).toEqual([])
  })

  it('fills a job up with records of its own, and asks for no answer to them', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3, { rules: { minRecords: 5, belowMinimum: 'pad' } })
    whileAsleep(outside, () => endJobs(outside))

    const driven = await drive(work)

    expect(driven.collected).toMatchObject([{ tally: { asked: 5, output: 5 } }])
    expect(driven.reasons).toEqual({ new: 3 })
    expect(driven.plan.counts).toMatchObject({ 'carry over': 3 })
    expect(driven.submissions).toMatchObject([{ records: 3, pads: 2, left: 0 }])
  })

  it('tells of padding neither as submitted nor as left, and holds limits against it', async () => {
    await using outside = new Outside()
    const asked: Asked[] = []
    const checkLimits = (one: Asked): void => void asked.push(one)
    const { work } = ready(outside, 3, {
      mode: 'submit',
      maxActiveJobs: 0,
      checkLimits,
      rules: { minRecords: 50, belowMinimum: 'pad' }
    })

    const driven = await drive(work)

    expect(driven.submissions).toMatchObject([{ records: 0, left: 3 }])
    expect(outside.log.warnings).toEqual([expect.stringMatching(/^3 records are left/)])
    expect(asked.map(({ now, pads }) => [now, pads])).toEqual([
      [3, 47],
      [3, 47]
    ])
  })

  it('asks on demand no more in one pass than the spec allows, and sets the rest aside for the next', async () => {
    await using outside = new Outside()
    let asked = 0
    const cloud = answering(outside, () => {
      asked++
      return { kind: 'error', code: 429, message: 'slow down' }
    })
    const few = { inference: 'auto', belowMinimum: 'on-demand', minRecords: 100, onDemandRecords: 7 } as const
    const { work } = ready(outside, 5, { rules: few })

    const driven = await drive({ ...work, collecting: { ...work.collecting, cloud } })

    expect(asked).toBe(5)
    expect(driven.plan.counts).toMatchObject({ 'set aside': 5, 'give up': 0 })
  })

  it('counts what was staged so lately that its job may exist as an active job', async () => {
    await using outside = new Outside()
    const { keys } = outside.store
    const young = '0123456789abcdef-g1'
    await outside.bucket.put(keys.ids(young), '')
    await outside.bucket.put(keys.input(young), 'x')
    const { work } = ready(outside, 2, { maxActiveJobs: 1 })

    await drive({ ...work, mode: 'submit' })
    outside.clock.time += settleMs
    await drive({ ...work, mode: 'submit' })

    expect(outside.jobs.asked).toHaveLength(1)
    expect(outside.log.warnings).toEqual([expect.stringContaining('the quota of active jobs is used up')])
  })

  it('leaves what the quota does not allow until one of its jobs has ended', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 4, { maxActiveJobs: 1, rules: small })
    const created: number[] = []
    whileAsleep(outside, async nap => {
      created.push(outside.jobs.asked.length)
      if (nap === 3) await endJobs(outside)
      if (nap > 5) await endJobs(outside)
    })

    const driven = await drive(work)

    expect(created.slice(0, 4)).toEqual([1, 1, 1, 2])
    expect(driven.plan.counts['carry over']).toBe(4)
  })

  it('deletes inputs that never became a job before it asks elsewhere', async () => {
    await using outside = new Outside()
    const { keys } = outside.store
    const dead = keys.input('0123456789abcdef-g1')
    await outside.bucket.put(dead, 'x')
    outside.clock.time += settleMs + 1000
    const cloud = answering(outside, () => output)
    const { work } = ready(outside, 1, { rules: { inference: 'on-demand' } })

    await drive({ ...work, collecting: { ...work.collecting, cloud } })

    expect(outside.bucket.textOf(dead)).toBeUndefined()
  })

  it('goes on by itself with what was throttled on demand', async () => {
    await using outside = new Outside()
    const cloud = answering(outside, times => (times > 20 ? output : throttled))
    const { work } = ready(outside, 2, { rules: { inference: 'on-demand' } })

    const driven = await drive({ ...work, collecting: { ...work.collecting, cloud } })

    expect(driven.plan.counts['carry over']).toBe(2)
    expect(driven.submissions.length).toBeGreaterThan(1)
    expect(driven.submissions.reduce((sum, one) => sum + one.records, 0)).toBe(2)
  })

  it('gives a service in trouble minutes before it asks the same records again', async () => {
    await using outside = new Outside()
    const started = outside.clock.now()
    const trouble: OnDemandReply = { kind: 'trouble', code: 500, message: 'oops' }
    const isOut = (): boolean => outside.clock.now() - started < 150_000
    const cloud = answering(outside, () => (isOut() ? trouble : output))
    const { work } = ready(outside, 2, { rules: { inference: 'on-demand' } })

    const driven = await drive({ ...work, collecting: { ...work.collecting, cloud } })

    expect(driven.plan.counts).toMatchObject({ 'carry over': 2, 'give up': 0 })
  })

  it('says what it costs at most before anything is created', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3, { mode: 'submit' })
    let before: readonly string[] = []
    outside.jobs.answer = () => {
      before = [...outside.log.lines]
      return undefined
    }

    await drive(work)

    expect(before).toContain('at most $0.03 for 3 records')
  })

  it.each([undefined, 'collect'] as const)(
    'below another prefix is told, also where nothing is paid: mode %s',
    async mode => {
      await using outside = new Outside()
      await drive({ ...ready(outside, 3, { mode: 'submit' }).work })
      outside.jobs.all.splice(0, 1, { ...outside.jobs.all[0]!, inputS3Uri: 's3://b/elsewhere/x.jsonl' })
      const { work } = ready(outside, 3, { mode: mode ?? 'plan', submitting: undefined })

      await drive(work)

      expect(outside.log.warnings).toEqual([
        expect.stringMatching(/runs for this spec below another S3 prefix .*Set s3-uri back/)
      ])
    }
  )

  it('tells of what was asked on demand before another record ended the pass', async () => {
    await using outside = new Outside()
    const told: Driven[] = []
    const cloud = answering(outside, times => {
      if (times === 3) throw new Failure('access-denied', 'no')
      return output
    })
    const { work } = ready(outside, 3, { rules: { inference: 'on-demand' }, broke: driven => told.push(driven) })

    const ended = drive({ ...work, collecting: { ...work.collecting, cloud } })

    await expect(ended).rejects.toMatchObject({ code: 'access-denied' })
    expect(told.map(({ submissions }) => submissions)).toMatchObject([[{ way: 'on-demand', records: 2, left: 1 }]])
    expect(told[0]?.collected).toMatchObject([
      { job: { jobName: told[0]?.submissions[0]?.run }, tally: { asked: 2, output: 2 } }
    ])
  })

  it('lets a person’s word count for records that were left for want of a free job', async () => {
    await using outside = new Outside()
    const { work, answers, questions } = ready(outside, 4, {
      maxActiveJobs: 1,
      rules: { ...small, retry: 'failed', retries: 0 }
    })
    answers.beginJob('before', 0)
    for (const index of questions.needed()) {
      const id = questions.ids.idAt(index)
      answers.take(id, `{"recordId":"${id}","error":{"code":500,"message":"no"}}`)
    }
    whileAsleep(outside, () => endJobs(outside))

    const driven = await drive(work)

    expect(driven.plan.counts).toMatchObject({ 'carry over': 4, 'give up': 0 })
    expect(outside.jobs.asked).toHaveLength(2)
  })

  it('hides nothing of what it did behind a lease that cannot be released', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3, { mode: 'submit' })
    let leases = 0
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'put' && key.endsWith('lease.json') && ++leases > 2) throw new Error('gone')
    }

    const driven = await drive(work)

    expect(driven.created).toHaveLength(1)
    expect(outside.log.warnings).toEqual(['the lease could not be released: gone'])
  })
})
