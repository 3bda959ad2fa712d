import { describe, expect, it } from '@jest/globals'
import { drive } from '../../../src/pipeline/drive.ts'
import { settleMs } from '../../../src/pipeline/observe.ts'
import { Watch } from '../../../src/pipeline/watch.ts'
import { endJobs, ready, whileAsleep } from './drives.ts'
import { Outside } from './outside.ts'

const run = 'od-0123456789abcdef-g1'

async function part(outside: Outside, number: number, ids: readonly string[]): Promise<void> {
  const lines = ids.map(id => `{"modelOutput":{"said":1},"recordId":"${id}"}\n`)
  await outside.bucket.put(`${outside.store.keys.outputs}${run}/part-${number}.jsonl.out`, lines.join(''))
}

function answersKept(outside: Outside): string[] {
  return outside.bucket.keys().filter(key => key.startsWith(outside.store.keys.answers))
}

describe('A look', () => {
  it('refuses a folder of a newer schema before anything else is read', async () => {
    await using outside = new Outside()
    await outside.bucket.put(outside.store.keys.lease, '{"schema":9}')
    const lists: string[] = []
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'list') lists.push(key)
    }

    await expect(new Watch(ready(outside, 1).work).look()).rejects.toMatchObject({ code: 'bad-state' })

    expect(lists).toEqual([])
  })

  it('reads the ids of running jobs once, as long as the same jobs run', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    await drive({ ...work, mode: 'submit' })
    const watch = new Watch(work)
    let reads = 0
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'get' && key.endsWith('.ids')) reads++
    }

    const plans = [await watch.look(), await watch.look(), await watch.look()]

    expect(plans.map(plan => plan.counts.wait)).toEqual([3, 3, 3])
    expect(reads).toBe(1)
  })

  it('counts what is in a job whose output is not there yet as in flight, and says so once', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    await drive({ ...work, mode: 'submit' })
    await endJobs(outside, 'completed')
    const [output] = outside.bucket.keys().filter(key => key.endsWith('.out'))
    const text = outside.bucket.textOf(output ?? '') ?? ''
    await outside.bucket.delete(output ?? '')
    const watch = new Watch(work)

    const early = [await watch.look(), await watch.look()]
    const late = [...watch.late.keys()]
    await outside.bucket.put(output ?? '', text)
    const there = await watch.look()

    expect(early.map(plan => plan.counts)).toMatchObject([
      { wait: 3, ask: 0 },
      { wait: 3, ask: 0 }
    ])
    expect(late).toEqual([outside.jobs.all[0]?.jobArn])
    expect(outside.log.warnings.filter(line => line.includes('its output is not yet'))).toHaveLength(1)
    expect(there.counts).toMatchObject({ 'carry over': 3 })
    expect(watch.late.size).toBe(0)
  })

  it('tells of a status that it does not know, once for each job and status', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    await drive({ ...work, mode: 'submit' })
    const watch = new Watch(work)
    const become = (status: string): void => void (outside.jobs.all[0] = { ...outside.jobs.all[0]!, status })

    for (const status of ['InProgress', 'Hibernating', 'Hibernating', 'Dreaming', 'Hibernating']) {
      become(status)
      await watch.look()
    }

    expect(outside.log.warnings).toEqual([
      expect.stringContaining('"Hibernating"'),
      expect.stringContaining('"Dreaming"')
    ])
  })

  it('looks for the output of a job of which Bedrock does not say when it ended, from when it first saw the end', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    await drive({ ...work, mode: 'submit' })
    await endJobs(outside, 'stopped')
    const { endedAt: _, ...job } = outside.jobs.all[0]!
    outside.jobs.all[0] = { ...job, submittedAt: outside.clock.now() - 24 * 3_600_000 }
    const watch = new Watch(work)

    const first = await watch.look()
    outside.clock.time += 6 * 60_000
    const second = await watch.look()

    expect([first.counts.wait, second.counts.leave]).toEqual([3, 3])
  })

  it('does not look for it for ever', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    await drive({ ...work, mode: 'submit' })
    await endJobs(outside, 'stopped')
    const { endedAt: _, ...job } = outside.jobs.all[0]!
    outside.jobs.all[0] = { ...job, submittedAt: outside.clock.now() - 169 * 3_600_000 }

    const plan = await new Watch(work).look()

    expect(plan.counts).toMatchObject({ wait: 0, leave: 3 })
  })

  it('tells at once that a job has failed, while its output may still come', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    await drive({ ...work, mode: 'submit' })
    await endJobs(outside, 'failed')
    const watch = new Watch(work)

    const plan = await watch.look()

    expect(plan.counts).toMatchObject({ wait: 3, ask: 0 })
    expect(watch.failed).toMatchObject([{ jobArn: outside.jobs.all[0]?.jobArn }])
  })

  it('stops a job past its deadline, once, and only where it may pay', async () => {
    await using outside = new Outside()
    const { work } = ready(outside, 3)
    await drive({ ...work, mode: 'submit' })
    const late = { ...work, stopBefore: () => Number.POSITIVE_INFINITY }
    const stopped: string[] = []
    outside.jobs.stop = async jobArn => {
      stopped.push(jobArn)
      outside.jobs.all[0] = { ...outside.jobs.all[0]!, status: 'Stopping' }
      return 'stopping'
    }

    await new Watch({ ...late, submitting: undefined }).look()
    await new Watch({ ...late, mode: 'try' }).look()
    const watch = new Watch(late)
    await watch.look()
    const plan = await watch.look()

    expect(stopped).toEqual([outside.jobs.all[0]?.jobArn])
    // However long it takes to stop: nothing of it is asked meanwhile.
    expect(plan.counts).toMatchObject({ wait: 3, ask: 0 })
  })

  it.each([
    ['batch', 'in a new job, or as belowMinimum says'],
    ['auto', 'on demand, up to limits.onDemandRecords (200) in a pass, and what is more as any other record']
  ] as const)('says with inference: %s that what a late job left is asked %s', async (inference, otherwise) => {
    await using outside = new Outside()
    const { work } = ready(outside, 3, { rules: { inference } })
    await drive({ ...work, mode: 'submit' })

    await new Watch({ ...work, stopBefore: () => Number.POSITIVE_INFINITY }).look()

    expect(outside.log.warnings).toEqual([expect.stringMatching(/is past its deadline and is stopped/)])
    expect(outside.log.warnings[0]).toContain(`what it has not answered is asked ${otherwise}`)
  })

  it('takes what a late job did not come to for no attempt', async () => {
    await using outside = new Outside()
    const more = { rules: { retries: 0, minRecords: 3 }, hasDeadline: true, stopBefore: () => Number.POSITIVE_INFINITY }
    const { work } = ready(outside, 3, more)
    await drive({ ...work, mode: 'submit', stopBefore: () => Number.NEGATIVE_INFINITY })
    await endJobs(outside, 'stopped')
    // Its output may still have come until now.
    outside.clock.time += 10 * 60_000

    const late = { ...work, collecting: { ...work.collecting, stopBefore: more.stopBefore } }
    const plan = await new Watch(late).look()

    expect(plan.counts).toMatchObject({ ask: 3, 'give up': 0 })
  })
})

describe('A run on demand without an answers file', () => {
  it('is read while another pass is busy with it, as far as it has come, and left to that pass', async () => {
    await using outside = new Outside()
    const { work, questions } = ready(outside, 3)
    await part(outside, 1, [questions.ids.idAt(0)])
    const watch = new Watch(work)

    const first = await watch.look()
    await part(outside, 2, [questions.ids.idAt(1)])
    const second = await watch.look()

    expect([first.counts['carry over'], second.counts['carry over']]).toEqual([1, 2])
    expect(answersKept(outside)).toEqual([])
    expect([...watch.unfinished.keys()]).toEqual([run])
  })

  it.each([
    ['nobody may pay any more', undefined, 2],
    ['another pass may still be busy', '{"schema":1,"nonce":"x","owner":{"runId":"2"}}', 0],
    ['the lease was released', '{"schema":1,"nonce":"x","owner":{"runId":"2"},"released":true}', 2]
  ])('gets one once it is old and %s', async (_what, lease, kept) => {
    await using outside = new Outside()
    const { work, questions } = ready(outside, 3)
    await part(outside, 1, [questions.ids.idAt(0)])
    outside.clock.time += settleMs + 1000
    if (lease !== undefined) await outside.bucket.put(outside.store.keys.lease, lease)

    const plan = await new Watch(work).look()

    expect(plan.counts['carry over']).toBe(1)
    expect(answersKept(outside)).toHaveLength(kept)
  })

  it('is not kept by a plan, which writes nothing', async () => {
    await using outside = new Outside()
    const { work, questions } = ready(outside, 3, { mode: 'plan' })
    await part(outside, 1, [questions.ids.idAt(0)])
    outside.clock.time += settleMs + 1000

    const plan = await new Watch(work).look()

    expect([plan.counts['carry over'], answersKept(outside)]).toEqual([1, []])
  })

  it('is read again when a part comes from a pass that was believed dead', async () => {
    await using outside = new Outside()
    const { work, questions } = ready(outside, 3)
    await part(outside, 1, [questions.ids.idAt(0)])
    outside.clock.time += settleMs + 1000
    const watch = new Watch(work)

    await watch.look()
    outside.clock.time += 2000
    await part(outside, 2, [questions.ids.idAt(1)])
    const plan = await watch.look()
    const soon = await new Watch(ready(outside, 3).work).look()
    outside.clock.time += settleMs + 1000
    await new Watch(ready(outside, 3).work).look()
    const kept = outside.bucket.textOf(outside.store.keys.answersOf(run)) ?? ''

    expect([plan.counts['carry over'], soon.counts['carry over']]).toEqual([2, 2])
    expect(kept.trimEnd().split('\n')).toHaveLength(2)
  })
})

describe('Answers that came meanwhile', () => {
  it('from another pass are taken over without being asked', async () => {
    await using outside = new Outside()
    const other = ready(outside, 3)
    await drive({ ...other.work, mode: 'submit' })
    const { work } = ready(outside, 3)
    whileAsleep(outside, async nap => {
      if (nap !== 1) return
      await endJobs(outside)
      await drive({ ...other.work, mode: 'collect' })
    })

    const driven = await drive(work)

    expect(driven.plan.counts['carry over']).toBe(3)
    expect(driven.collected).toEqual([])
    expect(driven.recalled).toMatchObject([{ answered: 3, way: 'batch' }])
  })
})
