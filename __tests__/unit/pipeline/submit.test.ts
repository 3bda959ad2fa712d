import { describe, expect, it } from '@jest/globals'
import { shardNameOf } from '../../../src/jobs/names.ts'
import { settleMs } from '../../../src/pipeline/observe.ts'
import { submit } from '../../../src/pipeline/submit.ts'
import type { Submission, Submitting } from '../../../src/pipeline/submit.ts'
import type { Questions } from '../../../src/pipeline/questions.ts'
import type { LedgerJob } from '../../../src/ports.ts'
import { Failure } from '../../../src/problems.ts'
import { Outside } from './outside.ts'

const role = 'arn:aws:iam::123456789012:role/service'

function run(outside: Outside, questions: Questions, more: Partial<Submitting> = {}): Promise<Submission> {
  const { cloud, store, log } = outside
  const work: Submitting = {
    cloud,
    store,
    account: '123456789012',
    places: { region: 'us-east-1', s3Uri: 's3://b/p', serviceRoleArn: role },
    specName: 'shoes',
    common: { modelId: 'model', invocationType: 'InvokeModel' },
    questions,
    limits: { minRecords: 2, maxRecords: 100, maxBytes: 1e9 },
    freeJobs: 100,
    jobs: outside.jobs.all,
    shards: new Set(),
    mayStillPay: async () => true,
    created: () => undefined,
    deadline: outside.clock.now() + 3_600_000,
    signal: new AbortController().signal,
    log,
    ...more
  }
  return submit(work, Uint32Array.from(questions.needed()))
}

/** That often, and never again. */
function mayPay(times: number): () => Promise<boolean> {
  let left = times
  return async () => left-- > 0
}

describe('Submitting', () => {
  it('stages ids before records, then creates a job of exactly that object', async () => {
    await using outside = new Outside()
    const written: string[] = []
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'put') written.push(key.slice(-6))
    }
    const told: LedgerJob[] = []

    const submission = await run(outside, outside.questions(5), { created: job => told.push(job) })

    const [asked] = outside.jobs.asked
    expect(written.map(end => end.replace(/^.*\./, ''))).toEqual(['ids', 'jsonl'])
    expect(asked).toMatchObject({
      roleArn: role,
      modelId: 'model',
      outputS3Uri: `s3://b/${outside.store.keys.root}/output/`
    })
    expect(asked?.jobName).toMatch(/^shoes-[0-9a-f]{8}-[0-9a-f]{16}-g1$/)
    expect(asked?.clientRequestToken).toMatch(/^[0-9a-f]{64}$/)
    const input = outside.bucket.textOf(asked?.inputS3Uri.replace('s3://b/', '') ?? '')
    expect(input?.trimEnd().split('\n')).toHaveLength(5)
    expect(
      outside.bucket
        .textOf(asked?.inputS3Uri.replace('s3://b/', '').replace('.jsonl', '.ids') ?? '')
        ?.trimEnd()
        .split('\n')
    ).toHaveLength(5 + 1)
    expect(submission).toMatchObject({ records: 5, left: 0, jobArns: [outside.jobs.all[0]?.jobArn] })
    expect(told).toEqual([
      { jobArn: outside.jobs.all[0]?.jobArn, jobName: asked?.jobName, status: 'Submitted', records: 5 }
    ])
  })

  it('adopts a job of the same name and object instead of creating one', async () => {
    await using outside = new Outside()
    const questions = outside.questions(3)
    await run(outside, questions)

    const again = await run(outside, questions, { jobs: [] })

    expect(outside.jobs.asked).toHaveLength(1)
    expect(again.jobArns).toEqual([outside.jobs.all[0]?.jobArn])
  })

  it('takes the next number where a job of these bytes has ended', async () => {
    await using outside = new Outside()
    const questions = outside.questions(3)
    await run(outside, questions)
    outside.jobs.all[0] = { ...outside.jobs.all[0]!, ending: 'failed', status: 'Failed' }

    await run(outside, questions)

    expect(outside.jobs.all.map(job => job.jobName.slice(-2))).toEqual(['g1', 'g2'])
  })

  it('cuts into jobs, and leaves to a later pass what the quota does not allow', async () => {
    await using outside = new Outside()

    const submission = await run(outside, outside.questions(9), {
      limits: { minRecords: 2, maxRecords: 3, maxBytes: 1e9 },
      freeJobs: 2
    })

    expect(submission).toMatchObject({ records: 6, left: 3, why: 'the quota of active jobs is used up', again: false })
    expect(outside.jobs.all).toHaveLength(2)
  })

  it('creates nothing once another pass has taken over', async () => {
    await using outside = new Outside()

    const submission = await run(outside, outside.questions(3), { mayStillPay: async () => false })

    expect(submission).toMatchObject({ records: 0, left: 3, why: 'another pass has taken over' })
    expect(outside.jobs.asked).toEqual([])
  })

  it('looks for a job whose creation had no answer, and finds it', async () => {
    await using outside = new Outside()
    outside.jobs.answer = (_times, make) => {
      make()
      return { kind: 'unknown', why: 'no answer' }
    }

    const submission = await run(outside, outside.questions(3))

    expect(submission).toMatchObject({ records: 3, left: 0 })
    expect(outside.jobs.asked).toHaveLength(1)
  })

  it('creates again, with the same name and token, only after a job would surely be listed', async () => {
    await using outside = new Outside()
    outside.jobs.answer = times => (times === 1 ? { kind: 'unknown', why: 'no answer' } : undefined)
    const started = outside.clock.now()

    const submission = await run(outside, outside.questions(3))

    expect(submission.records).toBe(3)
    expect(outside.clock.now() - started).toBeGreaterThanOrEqual(settleMs)
    const [first, second] = outside.jobs.asked
    expect(second).toEqual(first)
  })

  it('writes the input anew before it creates again, so that this try is waited for like the first one', async () => {
    await using outside = new Outside()
    outside.jobs.answer = times => (times === 1 ? { kind: 'unknown', why: 'no answer' } : undefined)
    const written: number[] = []
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'put' && key.endsWith('.jsonl')) written.push(outside.jobs.asked.length)
    }

    await run(outside, outside.questions(3))

    expect(written).toEqual([0, 1])
  })

  it('does so a bounded number of times, and never past the end of the wait', async () => {
    await using outside = new Outside()
    outside.jobs.answer = () => ({ kind: 'unknown', why: 'no answer' })

    const patient = await run(outside, outside.questions(3))
    const hasty = await run(outside, outside.questions(4), { deadline: outside.clock.now() })

    expect([patient.left, patient.why, hasty.left]).toEqual([
      3,
      expect.stringMatching(/^nobody knows yet whether Bedrock created the job shoes-.*-g1; .* \(no answer\)$/),
      4
    ])
    expect(outside.jobs.asked).toHaveLength(3 + 1)
  })

  it('finds by its name a job that was listed too late to be seen before', async () => {
    await using outside = new Outside()
    const questions = outside.questions(3)
    await run(outside, questions)
    const [job] = outside.jobs.all
    outside.jobs.hidden.add(job?.jobArn ?? '')
    const sleep = outside.clock.sleep.bind(outside.clock)
    outside.clock.sleep = async (ms, signal) => {
      if (outside.clock.slept.length === 2) outside.jobs.hidden.clear()
      await sleep(ms, signal)
    }

    const submission = await run(outside, questions, { jobs: [] })

    expect(submission.jobArns).toEqual([job?.jobArn])
    expect(outside.jobs.all).toHaveLength(1)
  })

  const later = { kind: 'later', why: 'ServiceQuotaExceededException: too many' } as const

  it('takes the input away where Bedrock goes on saying later: there is no job, and nothing is in flight', async () => {
    await using outside = new Outside()
    outside.jobs.answer = () => later
    const started = outside.clock.now()

    const submission = await run(outside, outside.questions(3))

    expect(submission).toMatchObject({ records: 0, left: 3, why: later.why, again: true })
    expect(outside.jobs.asked).toHaveLength(4)
    expect(outside.clock.now() - started).toBeLessThan(60_000)
    expect(outside.bucket.keys()).toEqual([])
  })

  it('creates a job that was refused for a moment, with longer pauses', async () => {
    await using outside = new Outside()
    outside.jobs.answer = times => (times <= 2 ? later : undefined)

    const submission = await run(outside, outside.questions(3))

    expect(submission).toMatchObject({ records: 3, left: 0 })
    expect(outside.clock.slept).toEqual([2000, 4000])
  })

  it('does not repeat what was refused for now past the end of the wait', async () => {
    await using outside = new Outside()
    outside.jobs.answer = () => later

    await run(outside, outside.questions(3), { deadline: outside.clock.now() + 3000 })

    expect(outside.jobs.asked).toHaveLength(2)
  })

  it('keeps the input where an earlier try had no answer: its job may still appear', async () => {
    await using outside = new Outside()
    outside.jobs.answer = times => (times === 1 ? { kind: 'unknown', why: 'no answer' } : later)

    const submission = await run(outside, outside.questions(3))

    expect(submission).toMatchObject({ records: 0, left: 3, why: later.why })
    expect(outside.bucket.keys().map(key => key.replace(/^.*\./, ''))).toEqual(['ids', 'jsonl'])
  })

  it.each<[string, (outside: Outside) => Partial<Submitting>]>([
    ['another pass has taken over', () => ({ mayStillPay: mayPay(1) })],
    [
      'it may not delete',
      outside => {
        outside.bucket.trouble = operation => {
          if (operation === 'delete') throw new Failure('access-denied', 's3:DeleteObject')
        }
        return {}
      }
    ]
  ])('keeps the input where %s', async (_what, more) => {
    await using outside = new Outside()
    outside.jobs.answer = () => later

    const submission = await run(outside, outside.questions(3), { deadline: 0, ...more(outside) })

    expect(submission.left).toBe(3)
    expect(outside.bucket.keys()).toHaveLength(2)
  })

  it('never uses a name again under which these bytes were staged, so that a lost Create finds nothing', async () => {
    await using outside = new Outside()
    const questions = outside.questions(3)
    await run(outside, questions)
    const shards = new Set([shardNameOf(outside.jobs.asked[0]?.inputS3Uri ?? '') ?? ''])
    outside.jobs.all.length = 0

    await run(outside, questions, { shards })

    expect(outside.jobs.asked.map(({ jobName }) => jobName.slice(-2))).toEqual(['g1', 'g2'])
    expect(outside.jobs.asked[1]?.inputS3Uri).toMatch(/-g2\.jsonl$/)
  })

  it('leaves nothing staged where Bedrock refuses the job for good', async () => {
    await using outside = new Outside()
    outside.jobs.answer = () => {
      throw new Failure('access-denied', 'bedrock:CreateModelInvocationJob')
    }

    await expect(run(outside, outside.questions(3))).rejects.toMatchObject({ code: 'access-denied' })

    expect(outside.bucket.keys()).toEqual([])
  })

  it('keeps what is staged where an earlier try had no answer and the next is refused for good', async () => {
    await using outside = new Outside()
    outside.jobs.answer = times => {
      if (times === 1) return { kind: 'unknown', why: 'no answer' }
      throw new Failure('access-denied', 'bedrock:CreateModelInvocationJob')
    }

    await expect(run(outside, outside.questions(3))).rejects.toMatchObject({ code: 'access-denied' })

    expect(outside.bucket.keys()).toHaveLength(2)
  })

  it('creates nothing again where another pass has deleted the input meanwhile', async () => {
    await using outside = new Outside()
    outside.jobs.answer = times => {
      if (times > 1) return undefined
      void outside.bucket.delete(outside.bucket.keys().find(key => key.endsWith('.jsonl')) ?? '')
      return { kind: 'unknown', why: 'no answer' }
    }

    const submission = await run(outside, outside.questions(3))

    expect(submission).toMatchObject({ records: 0, left: 3, why: 'another pass has taken over' })
    expect(outside.bucket.keys().map(key => key.replace(/^.*\./, ''))).toEqual(['ids'])
  })

  it('creates no job of what was still being staged when it was cancelled', async () => {
    await using outside = new Outside()
    const cancel = new AbortController()
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'put' && key.endsWith('.jsonl')) cancel.abort()
    }

    const submission = await run(outside, outside.questions(3), { signal: cancel.signal })

    expect(submission).toMatchObject({ records: 0, left: 3, why: 'the pass was cancelled' })
    expect([outside.jobs.asked, outside.bucket.keys()]).toEqual([[], []])
  })

  it('starts nothing new when it is cancelled', async () => {
    await using outside = new Outside()

    const submission = await run(outside, outside.questions(3), { signal: AbortSignal.abort() })

    expect(submission).toMatchObject({ records: 0, left: 3, why: 'the pass was cancelled' })
    expect(outside.bucket.keys()).toEqual([])
  })
})
