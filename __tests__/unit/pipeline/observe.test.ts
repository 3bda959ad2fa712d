import { describe, expect, it } from '@jest/globals'
import { observe, settleMs } from '../../../src/pipeline/observe.ts'
import { Remembered } from '../../../src/pipeline/remembered.ts'
import { jobNameOf } from '../../../src/jobs/names.ts'
import type { JobFacts, LedgerJob } from '../../../src/ports.ts'
import { Outside } from './outside.ts'

const shard16 = '0123456789abcdef'

/** A job of this spec, over the input of that generation. */
function add(outside: Outside, generation: number, more: Partial<JobFacts> = {}): JobFacts {
  const { store, jobs } = outside
  const job: JobFacts = {
    jobArn: `arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/${String(generation).padStart(12, 'a')}`,
    jobName: jobNameOf('shoes', store.specId, shard16, generation),
    modelId: 'model',
    ending: undefined,
    status: 'InProgress',
    inputS3Uri: `s3://b/${store.keys.input(`${shard16}-g${generation}`)}`,
    outputS3Uri: `s3://b/${store.keys.root}/output/`,
    submittedAt: generation,
    counts: {},
    ...more
  }
  jobs.all.push(job)
  return job
}

function noted(jobArn: string): LedgerJob {
  return { jobArn, jobName: '', status: '' }
}

describe('A look at AWS', () => {
  it('finds the jobs of this spec that read our objects, and no others', async () => {
    await using outside = new Outside()
    const ours = add(outside, 1)
    add(outside, 2, { inputS3Uri: 's3://elsewhere/x.jsonl' })
    add(outside, 3, { jobName: `shoes-${outside.store.specId}-by-hand` })

    const seen = await observe(outside.cloud, outside.store, new Remembered([]))

    expect(seen.jobs).toEqual([ours])
  })

  it('asks for a remembered job that is not listed yet, and believes nothing else of what is remembered', async () => {
    await using outside = new Outside()
    const late = add(outside, 1)
    outside.jobs.hidden.add(late.jobArn)
    const remembered = [
      late.jobArn,
      'arn:aws:bedrock:eu-west-1:123456789012:model-invocation-job/aaaaaaaaaaaa',
      'rubbish'
    ].map(noted)

    const seen = await observe(outside.cloud, outside.store, new Remembered(remembered))

    expect(seen.jobs).toEqual([late])
  })

  it('tells of a remembered job that reads from below another prefix as it does of a listed one', async () => {
    await using outside = new Outside()
    const elsewhere = add(outside, 1, { inputS3Uri: 's3://b/other/x.jsonl' })
    outside.jobs.hidden.add(elsewhere.jobArn)

    const seen = await observe(outside.cloud, outside.store, new Remembered([noted(elsewhere.jobArn)]))

    expect([seen.jobs, seen.foreign]).toEqual([[], [elsewhere]])
  })

  it('counts a staged shard without a job as young until it has settled, and as dead from then on', async () => {
    await using outside = new Outside()
    const { keys } = outside.store
    await outside.bucket.put(keys.input(`${shard16}-g1`), 'x')

    const young = await observe(outside.cloud, outside.store, new Remembered([]))
    outside.clock.time += settleMs + 1000
    const old = await observe(outside.cloud, outside.store, new Remembered([]))

    expect(young.young.map(({ key }) => key)).toEqual([keys.input(`${shard16}-g1`)])
    expect(young.dead).toEqual([])
    expect([old.young, old.dead]).toEqual([[], [keys.input(`${shard16}-g1`)]])
  })

  it('knows the name of every shard that was staged, also where its input is gone', async () => {
    await using outside = new Outside()
    const { keys } = outside.store
    const folder = keys.inputFolder(`${shard16}-g3`)
    await outside.bucket.put(keys.ids(`${shard16}-g1`), 'x')
    await outside.bucket.put(keys.input(`${shard16}-g2`), 'x')
    await outside.bucket.put(`${folder}${shard16}-g3.jsonl`, 'x')
    await outside.bucket.put(`${folder}media/${shard16}.mp4`, 'x')
    outside.clock.time += settleMs + 1000

    const seen = await observe(outside.cloud, outside.store, new Remembered([]))

    expect([...seen.shards].sort()).toEqual([1, 2, 3].map(generation => `${shard16}-g${generation}`))
    expect(seen.dead).toEqual([keys.input(`${shard16}-g2`), `${folder}${shard16}-g3.jsonl`])
  })

  it('knows which jobs were collected, and which runs on demand were not', async () => {
    await using outside = new Outside()
    const { keys } = outside.store
    await outside.bucket.put(keys.answersOf('abcdefghijkl'), '')
    await outside.bucket.put(`${keys.answers}rubbish.jsonl`, '')
    await outside.bucket.put(`${keys.outputs}od-${shard16}-g1/part-1.jsonl.out`, '')
    await outside.bucket.put(`${keys.outputs}od-${shard16}-g2/part-1.jsonl.out`, '')
    await outside.bucket.put(keys.answersOf(`od-${shard16}-g2`), '')

    const seen = await observe(outside.cloud, outside.store, new Remembered([]))

    expect([...seen.collected].sort()).toEqual(['abcdefghijkl', `od-${shard16}-g2`])
    expect(seen.unfinished).toEqual([{ name: `od-${shard16}-g1`, parts: 1, lastPartAt: outside.bucket.now() }])
  })

  it('takes a run for unfinished again when a part comes after its answers were kept', async () => {
    await using outside = new Outside()
    const { keys } = outside.store
    const name = `od-${shard16}-g1`
    await outside.bucket.put(`${keys.outputs}${name}/part-1.jsonl.out`, '')
    await outside.bucket.put(keys.answersOf(name), '')
    outside.clock.time += 2000
    await outside.bucket.put(`${keys.outputs}${name}/part-2.jsonl.out`, '')

    const seen = await observe(outside.cloud, outside.store, new Remembered([]))

    expect([...seen.collected]).toEqual([name])
    expect(seen.unfinished).toMatchObject([{ name, parts: 2 }])
  })
})
