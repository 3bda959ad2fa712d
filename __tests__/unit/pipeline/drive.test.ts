import { describe, expect, it } from '@jest/globals'
import { drive } from '../../../src/pipeline/drive.ts'
import type { Driven } from '../../../src/pipeline/driving.ts'
import type { OnDemandReply } from '../../../src/ports.ts'
import { Failure } from '../../../src/problems.ts'
import { endJobs, ready, whileAsleep } from './drives.ts'
import { Outside } from './outside.ts'

describe('The loop of a pass', () => {
  it('asks, waits for the job, takes it home, and leaves nothing to remember', async () => {
    await using outside = new Outside()
    const { work, saved } = ready(outside, 3)
    whileAsleep(outside, nap => (nap === 2 ? endJobs(outside) : undefined))

    const driven = await drive(work)

    expect(driven.plan.counts).toMatchObject({ 'carry over': 3, wait: 0, ask: 0 })
    expect(driven.collected).toMatchObject([{ way: 'batch', tally: { asked: 3, output: 3 } }])
    expect(driven.submissions).toMatchObject([{ way: 'batch', records: 3, left: 0 }])
    expect(saved.map(jobs => jobs.length)).toEqual([1, 0])
  })

  it('ends when its wait is over, with the job remembered', async () => {
    await using outside = new Outside()
    const { work, saved } = ready(outside, 3)
    const until = outside.clock.now() + 3_600_000

    const driven = await drive(work)

    expect(driven.plan.counts.wait).toBe(3)
    expect(outside.clock.now()).toBe(until)
    expect(saved.at(-1)).toMatchObject([{ jobArn: outside.jobs.all[0]?.jobArn }])
  })

  it.each([
    ['plan', 0],
    ['collect', 0],
    ['submit', 1]
  ] as const)('in mode %s does not wait, and creates %i jobs', async (mode, created) => {
    await using outside = new Outside()
    const { work } = ready(outside, 3, { mode })

    const driven = await drive(work)

    expect(outside.jobs.asked).toHaveLength(created)
    expect(outside.clock.slept).toEqual([])
    expect(driven.created).toHaveLength(created)
    if (mode === 'plan') expect(outside.bucket.keys()).toEqual([])
  })

  it('asks records that failed again within the budget, and then no more', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    whileAsleep(outside, () => endJobs(outside, 'completed', 'try again'))

    const driven = await drive(work)

    expect(outside.jobs.asked).toHaveLength(3)
    expect(driven.plan.counts).toMatchObject({ 'give up': 3 })
    expect(driven.reasons).toEqual({ new: 3, retry: 6 })
  })

  it('counts answers that nobody asks for any more, whoever took them home, until a manifest has them', async () => {
    await using outside = new Outside()
    await drive(ready(outside, 4, { mode: 'submit' }).work)
    await endJobs(outside)

    const counted: number[] = []
    for (const accounted of [false, false, true])
      counted.push((await drive(ready(outside, 3, { accounted: () => accounted }).work)).unwanted)

    expect(counted).toEqual([1, 1, 0])
  })

  it.each([
    ['plan', { new: 3 }],
    ['collect', { new: 3 }]
  ] as const)('in mode %s says why it would ask', async (mode, reasons) => {
    await using outside = new Outside()

    const driven = await drive(ready(outside, 3, { mode }).work)

    expect(driven.reasons).toEqual(reasons)
  })

  it('says why it asked what it was refused, and nothing of what it never looked at', async () => {
    const told: Driven[] = []
    const broke = (driven: Driven): void => void told.push(driven)
    const refused = (): never => {
      throw new Failure('too-expensive', 'no')
    }
    for (const more of [{ checkLimits: refused }, { ledger: { load: refused, note: refused, save: refused } }]) {
      await using outside = new Outside()
      await expect(drive(ready(outside, 3, { broke, ...more }).work)).rejects.toThrow('no')
    }

    expect(told.map(({ reasons }) => reasons)).toEqual([{ new: 3 }, {}])
  })

  it('asks nothing more once a job has failed whole', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    whileAsleep(outside, () => endJobs(outside, 'failed'))

    const driven = await drive(work)

    expect(outside.jobs.asked).toHaveLength(1)
    expect(driven.failedJobs).toHaveLength(1)
  })

  it('waits while another pass submits, then goes on itself', async () => {
    await using outside = new Outside()
    const other = ready(outside, 3, { deadline: 0 })
    const { work } = ready(outside, 3)
    const runUrl = 'https://example.org/2'
    const lease = JSON.stringify({ schema: 1, nonce: 'other', owner: { runId: '2', runAttempt: '1', runUrl } })
    await outside.bucket.put(outside.store.keys.lease, lease)
    whileAsleep(outside, nap => (nap === 3 ? outside.bucket.delete(outside.store.keys.lease) : undefined))

    const held = await drive(other.work)
    const driven = await drive(work)

    expect(held.heldBy).toBe(runUrl)
    expect(driven.heldBy).toBeUndefined()
    expect(outside.log.lines).toContain(`waiting: ${runUrl} is submitting for this spec`)
    expect(outside.jobs.asked).toHaveLength(1)
  })

  it('tries again after a pause what Bedrock refused for now, with nothing else to wait for', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    outside.jobs.answer = times => (times <= 9 ? { kind: 'later', why: 'Throttling' } : undefined)
    whileAsleep(outside, () => endJobs(outside))

    const driven = await drive(work)

    expect(driven.plan.counts).toMatchObject({ 'carry over': 3 })
    expect(outside.jobs.asked).toHaveLength(10)
    expect(outside.log.lines).toContain('waiting: Throttling')
    expect(new Set(outside.jobs.asked.map(({ jobName }) => jobName)).size).toBe(1)
  })

  it('goes on in mode submit with what Bedrock refused for now, as long as the wait lasts', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3, { mode: 'submit' })
    outside.jobs.answer = times => (times <= 9 ? { kind: 'later', why: 'Throttling' } : undefined)

    const driven = await drive(work)

    expect(outside.jobs.asked).toHaveLength(10)
    expect(driven.plan.counts).toMatchObject({ wait: 3, ask: 0 })
    expect(outside.log.lines).toContain('waiting to submit 3 records: Throttling')

    const until = outside.clock.now() + 3_600_000
    const never = ready(outside, 6, { mode: 'submit' })
    outside.jobs.answer = () => ({ kind: 'later', why: 'Throttling' })
    const refused = await drive(never.work)

    expect(refused.plan.counts).toMatchObject({ wait: 3, ask: 3 })
    expect(outside.clock.now()).toBe(until)
  })

  it('waits out a service that stumbles in the middle of its first submission, and tells what it submitted', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 4, { rules: { minRecords: 1, maxRecords: 2 } })
    const list = outside.jobs.list.bind(outside.jobs)
    outside.jobs.answer = times => {
      let broken = times === 1 ? 5 : 0
      outside.jobs.list = async name => {
        if (broken-- > 0) throw new Failure('service-trouble', 'no list')
        return list(name)
      }
      return undefined
    }
    whileAsleep(outside, () => (outside.jobs.all.length === 2 ? endJobs(outside) : undefined))

    const driven = await drive(work)

    expect(driven.plan.counts['carry over']).toBe(4)
    expect(outside.jobs.asked).toHaveLength(2)
    expect(driven.submissions.map(({ records, left, jobArns }) => [records, left, jobArns.length])).toEqual([
      [2, 2, 1],
      [2, 0, 1]
    ])
  })

  it('fails where the service stumbles before anything was asked and the pass may not wait', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 4, { deadline: 0 })
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'put' && key.endsWith('.ids')) throw new Failure('service-trouble', 'S3 is down')
    }

    await expect(drive(work)).rejects.toMatchObject({ code: 'service-trouble' })
  })

  it('waits out a service that stumbles before anything was asked, where it may wait', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 4)
    let times = 0
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'put' && key.endsWith('.ids') && ++times < 4) throw new Failure('service-trouble', 'S3 is down')
    }
    whileAsleep(outside, () => endJobs(outside))

    const driven = await drive(work)

    expect(driven.plan.counts).toMatchObject({ 'carry over': 4, ask: 0 })
    expect(outside.log.warnings.filter(line => line.includes('S3 is down'))).toHaveLength(1)
  })

  it.each(['run', 'submit'] as const)('asks in mode %s what is left over from its jobs by another way', async mode => {
    await using outside = new Outside()
    const rules = { minRecords: 3, maxRecords: 4, inference: 'auto', belowMinimum: 'on-demand' } as const
    const { work } = ready(outside, 5, { mode, rules })
    const reply: OnDemandReply = { kind: 'output', modelOutput: '{"said":1}' }
    const cloud = { ...outside.cloud, onDemand: async () => ({ ask: async () => reply }) }
    whileAsleep(outside, () => endJobs(outside))

    const driven = await drive({ ...work, collecting: { ...work.collecting, cloud } })

    expect(driven.submissions).toMatchObject([
      { way: 'batch', records: 4, left: 0, because: 'a batch job takes 3 records or more' },
      { way: 'on-demand', records: 1, left: 0, because: '1 of at least 3 records for a batch job' }
    ])
    expect(driven.plan.counts).toMatchObject(mode === 'run' ? { 'carry over': 5 } : { 'carry over': 1, wait: 4 })
  })

  it('waits out a service that stumbles, and ends waiting when credentials expire', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    whileAsleep(outside, nap => {
      outside.bucket.trouble = () => {
        if (nap < 4) throw new Failure('service-trouble', 'S3 is down')
        throw new Failure('credentials-expired', 'it is over')
      }
    })

    const driven = await drive(work)

    expect(driven.cutShort).toBe('the AWS credentials expired')
    expect(driven.plan.counts.wait).toBe(3)
    expect(outside.log.warnings.filter(line => line.includes('S3 is down')).length).toBeGreaterThan(0)
  })

  it('waits out trouble at its first look, and tells of it twice: when it begins and when it is over', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    const list = outside.jobs.list.bind(outside.jobs)
    let looks = 0
    outside.jobs.list = async name => {
      if (++looks <= 20) throw new Failure('service-trouble', `try ${looks} to list ${name}`)
      return list(name)
    }
    whileAsleep(outside, nap => (nap > 25 ? endJobs(outside) : undefined))

    const driven = await drive(work)

    expect(driven.plan.counts['carry over']).toBe(3)
    expect(outside.log.warnings).toEqual([expect.stringContaining('try 1 to list')])
    expect(outside.log.lines.filter(line => line === 'the service answers again')).toHaveLength(1)
  })

  it.each([
    ['may not wait', { deadline: 0 }, 'service-trouble'],
    ['only takes home', { mode: 'collect' }, 'service-trouble'],
    ['may not list jobs', {}, 'access-denied']
  ] as const)('fails at its first look where it %s', async (_what, more, code) => {
    await using outside = new Outside()
    const { work } = ready(outside, 3, more)
    outside.jobs.list = async name => {
      throw new Failure(code, `no list of ${name}`)
    }

    await expect(drive(work)).rejects.toMatchObject({ code })

    expect(outside.clock.slept).toEqual([])
  })

  it('fails at its first look when the trouble outlasts the wait', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    const until = outside.clock.now() + 3_600_000
    outside.jobs.list = async () => {
      throw new Failure('service-trouble', 'busy')
    }

    await expect(drive(work)).rejects.toMatchObject({ code: 'service-trouble' })

    expect(outside.clock.now()).toBe(until)
    expect(outside.log.warnings).toHaveLength(1)
  })

  it('tells of what was submitted also where it cannot be looked at afterwards', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    outside.jobs.answer = (_times, make) => {
      const { jobArn } = make()
      const list = outside.jobs.list.bind(outside.jobs)
      outside.jobs.list = async name => {
        outside.jobs.list = list
        throw new Failure('credentials-expired', `no list of ${name}`)
      }
      return { kind: 'created', jobArn }
    }

    const driven = await drive(work)

    expect(driven).toMatchObject({ cutShort: 'the AWS credentials expired', plan: { counts: { wait: 3, ask: 0 } } })
    expect(driven.created).toHaveLength(1)
  })

  it('is interrupted between two looks, and has told what runs', async () => {
    await using outside = new Outside()
    const cancelled = new AbortController()
    const told: Driven[] = []
    const { work } = ready(outside, 3, { signal: cancelled.signal, broke: driven => told.push(driven) })
    whileAsleep(outside, () => cancelled.abort())

    await expect(drive(work)).rejects.toMatchObject({
      code: 'interrupted',
      message: expect.stringMatching(/^still running: arn:aws:bedrock:.*000001$/)
    })

    expect(told).toMatchObject([{ created: [{ jobArn: outside.jobs.all[0]?.jobArn }], plan: { counts: { wait: 3 } } }])
  })

  it('takes no other job home once it is cancelled', async () => {
    await using outside = new Outside()
    const cancelled = new AbortController()
    const { work } = ready(outside, 4, { signal: cancelled.signal, rules: { minRecords: 1, maxRecords: 1 } })
    await drive({ ...work, mode: 'submit' })
    await endJobs(outside)
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'put' && key.startsWith(outside.store.keys.answers)) cancelled.abort()
    }

    await expect(drive(work)).rejects.toMatchObject({ code: 'interrupted' })

    const kept = outside.bucket.keys().filter(key => /answers\/\w+\.jsonl$/.test(key))
    expect(kept).toHaveLength(1)
  })

  it('names what runs where a request is cut off', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    await drive({ ...work, mode: 'submit' })
    whileAsleep(outside, () => {
      outside.bucket.trouble = () => {
        throw new Failure('interrupted', 's3:ListBucket was cut off')
      }
    })

    await expect(drive(work)).rejects.toMatchObject({ message: expect.stringMatching(/^still running: arn:/) })
  })

  it('shows a part as soon as a job has come home while others run', async () => {
    await using outside = new Outside()
    const parts: Driven[] = []
    const rules = { minRecords: 1, maxRecords: 2 }
    const { work } = ready(outside, 4, { rules, soFar: async driven => void parts.push(driven) })
    whileAsleep(outside, async nap => {
      if (nap === 1) {
        const [second] = outside.jobs.all.splice(1)
        await endJobs(outside)
        outside.jobs.all.push(second!)
      }
      if (nap === 4) await endJobs(outside)
    })

    const driven = await drive(work)

    expect(parts.map(part => part.plan.counts['carry over'])).toEqual([2])
    expect(driven.plan.counts['carry over']).toBe(4)
  })
})
