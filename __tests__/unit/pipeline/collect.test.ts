import { describe, expect, it } from '@jest/globals'
import { Answers } from '../../../src/pipeline/answers.ts'
import type { EndedJob } from '../../../src/pipeline/await-output.ts'
import { collect } from '../../../src/pipeline/collect.ts'
import type { Collected } from '../../../src/pipeline/collect.ts'
import { idList, readIds } from '../../../src/pipeline/id-lists.ts'
import type { Ending } from '../../../src/jobs/state.ts'
import type { JobFacts } from '../../../src/ports.ts'
import { Failure } from '../../../src/problems.ts'
import type { AnswerLine, Outcome } from '../../../src/results/outcome.ts'
import { Outside } from './outside.ts'

const shard = '0123456789abcdef-g1'

function job(outside: Outside, ending: Ending, counts: JobFacts['counts'] = {}): EndedJob {
  const { root } = outside.store.keys
  return {
    jobArn: 'arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl',
    jobName: `shoes-${outside.store.specId}-${shard}`,
    modelId: 'model',
    ending,
    status: ending,
    inputS3Uri: `s3://b/${root}/input/${shard}.jsonl`,
    outputS3Uri: `s3://b/${root}/output/`,
    submittedAt: outside.clock.now(),
    endedAt: outside.clock.now(),
    counts
  }
}

function read(line: AnswerLine): Outcome {
  if ('modelOutput' in line && line.modelOutput['cut'] === true)
    return { kind: 'incomplete', reason: 'max_tokens', stop: 'max-tokens', raw: '', usage: {} }
  if ('modelOutput' in line)
    return { kind: 'answer', value: line.modelOutput, usage: { inputTokens: 2, outputTokens: 3 } }
  if ('error' in line) return { kind: 'error', reason: 'error', message: line.error.message, retryable: false }
  return 'conflict' in line
    ? { kind: 'conflict', reason: 'conflict', retryable: true }
    : { kind: 'missing', reason: 'missing', retryable: true }
}

interface Ready {
  readonly answers: Answers
  readonly ids: readonly string[]
  readonly take: (ending: Ending, counts?: JobFacts['counts'], message?: string) => Promise<Collected | undefined>
  readonly look: (patienceMs: number, more?: Partial<EndedJob>) => Promise<Collected | 'late' | undefined>
}

/** Three questions in one job, whose output is that. */
async function ready(outside: Outside, output?: (ids: readonly string[]) => string): Promise<Ready> {
  const questions = outside.questions(3)
  const ids = [0, 1, 2].map(index => questions.ids.idAt(index))
  const { keys } = outside.store
  await outside.bucket.put(
    keys.ids(shard),
    idList(ids.length, line => ids[line] ?? '')
  )
  if (output !== undefined) await outside.bucket.put(`${keys.root}/output/abcdefghijkl/${shard}.jsonl.out`, output(ids))
  const answers = new Answers(outside.scratch.create('answers'), questions, read)
  const { cloud, store, nameOf, log } = outside
  const work = {
    cloud,
    store,
    nameOf,
    answers,
    usageOf: () => undefined,
    stopBefore: () => Number.NEGATIVE_INFINITY,
    log,
    signal: new AbortController().signal
  }
  const look: Ready['look'] = (patienceMs, more) => collect(work, { ...job(outside, 'completed'), ...more }, patienceMs)
  return {
    answers,
    ids,
    look,
    async take(ending, counts, message) {
      const taken = await look(60_000, { ...job(outside, ending, counts), ...(message !== undefined && { message }) })
      if (taken === 'late') throw new Error('the output is late')
      return taken
    }
  }
}

const good = (id: string, question: number): string =>
  `{"modelInput":{"q":${question}},"modelOutput":{"said":${question}},"recordId":"${id}"}\n`
const all = (ids: readonly string[]): string =>
  ids
    .map((id, question) => good(id, question))
    .reverse()
    .join('')

describe('Collecting a job', () => {
  it('joins answers by id, keeps them in S3 with their ids, and adds the usage up', async () => {
    await using outside = new Outside()
    const { answers, ids, take } = await ready(outside, all)

    const collected = await take('completed')

    expect(collected).toMatchObject({
      way: 'batch',
      usage: { input: 6, output: 9 },
      remarks: [],
      tally: { asked: 3, output: 3 }
    })
    expect(ids.map((_, index) => answers.standingOf(index))).toEqual(['answer', 'answer', 'answer'])
    expect(answers.outcomeOf(1)).toMatchObject({ value: { said: 1 } })
    const { keys } = outside.store
    expect(await readIds(outside.store, keys.answerIdsOf('abcdefghijkl'))).toEqual(ids)
    const kept = outside.bucket.textOf(keys.answersOf('abcdefghijkl')) ?? ''
    expect(kept.trimEnd().split('\n')).toHaveLength(3)
    expect(kept).not.toContain('modelInput')
  })

  it('publishes neither of two lines that were swapped', async () => {
    await using outside = new Outside()
    const { answers, take } = await ready(outside, ([a = '', b = '', c = '']) => good(a, 1) + good(b, 0) + good(c, 2))

    const collected = await take('completed')

    expect([0, 1, 2].map(index => answers.outcomeOf(index)?.kind)).toEqual(['conflict', 'conflict', 'answer'])
    expect(collected?.tally.conflict).toBe(2)
  })

  it('compares the tokens with those of the manifest, where every line tells its own', async () => {
    await using outside = new Outside()
    const { take } = await ready(outside, all)
    const manifest = { inputTokenCount: 6, outputTokenCount: 10 }
    await outside.bucket.put(
      `${outside.store.keys.root}/output/abcdefghijkl/manifest.json.out`,
      JSON.stringify(manifest)
    )

    expect((await take('completed'))?.remarks).toEqual([
      "Bedrock's manifest counts 10 output tokens, the answers add up to 9."
    ])
  })

  it('compares no tokens where a record failed or two lines came', async () => {
    for (const more of ['{"recordId":"%","error":{"errorCode":400}}\n', good('%', 0)]) {
      await using outside = new Outside()
      const { take } = await ready(outside, ([a = '']) => good(a, 0) + more.replace('%', a))
      await outside.bucket.put(
        `${outside.store.keys.root}/output/abcdefghijkl/manifest.json.out`,
        JSON.stringify({ inputTokenCount: 60, outputTokenCount: 100 })
      )

      expect((await take('completed'))?.remarks.join()).not.toContain('tokens')
    }
  })

  it('says what was odd about the lines', async () => {
    await using outside = new Outside()
    const { take } = await ready(outside, ids => all(ids) + all(ids).replaceAll('"q":', '"other":') + 'oops\n')

    expect((await take('completed'))?.remarks).toEqual([
      expect.stringMatching(/^3 lines came for a record that had one before/),
      expect.stringMatching(/^3 lines came back with a question that is not the one asked/),
      expect.stringMatching(/^1 line came that can be no record's answer \(1 not-json\)/)
    ])
  })

  it('keeps the first good answer of two', async () => {
    await using outside = new Outside()
    const cut = (id: string): string => `{"modelOutput":{"cut":true},"recordId":"${id}"}\n`
    const { answers, take } = await ready(
      outside,
      ([a = '', b = '', c = '']) => cut(a) + good(a, 0) + good(b, 1) + cut(b) + good(c, 2) + good(c, 2)
    )

    const collected = await take('completed')

    expect([0, 1, 2].map(index => answers.outcomeOf(index))).toMatchObject([
      { kind: 'answer', value: { said: 0 } },
      { kind: 'answer', value: { said: 1 } },
      { kind: 'answer', value: { said: 2 } }
    ])
    expect([0, 1, 2].map(index => answers.attemptsOf(index))).toEqual([1, 1, 1])
    expect(collected?.tally).toMatchObject({ output: 3, duplicates: 3 })
    const kept = outside.bucket.textOf(outside.store.keys.answersOf('abcdefghijkl')) ?? ''
    expect(kept.trimEnd().split('\n')).toHaveLength(4)
  })

  it('counts records without a line as missing, and remembers how their job ended', async () => {
    await using outside = new Outside()
    const { answers, take } = await ready(outside, ([a = '']) => good(a, 0))

    const collected = await take('stopped', { processed: 1 })

    expect(collected?.tally).toMatchObject({ output: 1, missing: 2 })
    expect([answers.unprocessed(0), answers.unprocessed(1)]).toEqual([undefined, 'stopped'])
    expect(outside.bucket.textOf(outside.store.keys.answersOf('abcdefghijkl'))).toContain(
      '"missing":true,"ending":"stopped"'
    )
  })

  it('counts no attempt for a job that failed whole', async () => {
    await using outside = new Outside()
    const { answers, take } = await ready(outside)

    await take('failed', {}, 'The service role cannot be assumed')

    expect(outside.clock.slept).toEqual([])
    expect([answers.unprocessed(0), answers.attemptsOf(0), answers.standingOf(0)]).toEqual(['failed', 0, 'none'])
    expect(outside.bucket.textOf(outside.store.keys.answersOf('abcdefghijkl'))).toBe('')
  })

  it('waits for output that appears late', async () => {
    await using outside = new Outside()
    const { answers, take } = await ready(outside)
    const sleep = outside.clock.sleep.bind(outside.clock)
    outside.clock.sleep = async ms => {
      const { keys } = outside.store
      if (outside.clock.slept.length === 2)
        await outside.bucket.put(
          `${keys.root}/output/abcdefghijkl/${shard}.jsonl.out`,
          all([0, 1, 2].map(question => outside.nameOf(`{"q":${question}}`)))
        )
      await sleep(ms)
    }

    await take('completed')

    expect(answers.standingOf(2)).toBe('answer')
  })

  it('calls output late that does not come while it is waited for', async () => {
    await using outside = new Outside()
    const { look } = await ready(outside)

    const first = await look(60_000)
    const waited = outside.clock.slept.reduce((sum, ms) => sum + ms, 0)
    const second = await look(0)

    expect([first, second]).toEqual(['late', 'late'])
    expect(waited).toBe(60_000)
    expect(outside.clock.slept.reduce((sum, ms) => sum + ms, 0)).toBe(waited)
    expect(outside.bucket.keys().filter(key => key.includes('/answers/'))).toEqual([])
  })

  const endings = ['completed', 'partially-completed', 'stopped', 'expired', 'failed'] as const
  const zero = { total: 0, processed: 0, success: 0, error: 0 }

  it.each(endings.flatMap(ending => [{}, zero].map(counts => [ending, counts] as const)))(
    'takes output home that comes a second after the end as %s with the counters %j',
    async (ending, counts) => {
      await using outside = new Outside()
      const { ids, look } = await ready(outside)
      const sleep = outside.clock.sleep.bind(outside.clock)
      outside.clock.sleep = async ms => {
        const { root } = outside.store.keys
        await outside.bucket.put(`${root}/output/abcdefghijkl/${shard}.jsonl.out`, all(ids))
        await sleep(ms)
      }

      const taken = await look(60_000, { ending, counts })

      expect(taken).toMatchObject({ tally: { output: 3, missing: 0 } })
    }
  )

  it.each([
    ['completed', {}, 4, 'late'],
    ['completed', {}, 6, 'late'],
    ['completed', {}, 61, { tally: { missing: 3 } }],
    ['partially-completed', zero, 6, 'late'],
    ['stopped', {}, 4, 'late'],
    ['stopped', zero, 6, { tally: { missing: 3 } }],
    ['stopped', { processed: 1 }, 6, 'late'],
    ['expired', {}, 4, 'late'],
    ['expired', {}, 6, { tally: { missing: 3 } }],
    ['failed', zero, 4, 'late'],
    ['failed', zero, 6, { tally: { asked: 0 } }]
  ] as const)('that ended as %s with the counters %j and has no output %i minutes later', async (...one) => {
    const [ending, counts, minutes, expected] = one
    await using outside = new Outside()
    const { look } = await ready(outside)
    const endedAt = outside.clock.now() - minutes * 60_000

    const taken = await look(0, { ending, counts, endedAt, message: 'Internal trouble' })

    if (expected === 'late') expect(taken).toBe('late')
    else expect(taken).toMatchObject(expected)
  })

  it.each([
    ['its counters', { processed: 3 }, undefined],
    ['its good and bad records', { success: 2, error: 1 }, undefined],
    ['its manifest', {}, '{"processedRecordCount":3}']
  ])('gives an output with fewer lines than %s tell of time, and then takes what there is', async (...one) => {
    const [, counts, manifest] = one
    await using outside = new Outside()
    const { look } = await ready(outside, ([a = '']) => good(a, 0))
    const key = `${outside.store.keys.root}/output/abcdefghijkl/manifest.json.out`
    if (manifest !== undefined) await outside.bucket.put(key, manifest)

    const early = await look(0, { counts })
    const later = await look(0, { counts, endedAt: outside.clock.now() - 360_000 })

    expect(early).toBe('late')
    expect(later).toMatchObject({ tally: { output: 1, missing: 2 } })
  })

  it('counts the records of output that is not there an hour after the end as missing', async () => {
    await using outside = new Outside()
    const { answers, look } = await ready(outside)
    const endedAt = outside.clock.now() - 3_700_000

    const taken = await look(60_000, { endedAt })

    expect(taken).toMatchObject({ tally: { missing: 3 } })
    expect(answers.standingOf(0)).toBe('worth-a-retry')
  })

  it('takes home what was answered where nobody knows any more what was asked', async () => {
    await using outside = new Outside()
    const { take } = await ready(outside, all)
    await outside.bucket.delete(outside.store.keys.ids(shard))

    expect((await take('completed'))?.tally.output).toBe(3)
  })

  it('reads a body that breaks off again, whole', async () => {
    await using outside = new Outside()
    const { answers, take } = await ready(outside, all)
    const get = outside.bucket.get.bind(outside.bucket)
    let broken = 0
    outside.bucket.get = async key => {
      const stored = await get(key)
      if (stored === undefined || !key.endsWith('.jsonl.out') || broken++ > 1) return stored
      return {
        ...stored,
        body: (async function* () {
          for await (const piece of stored.body) yield piece.subarray(0, piece.length - 20)
          if (broken === 1) throw new Error('reset')
        })()
      }
    }

    const collected = await take('completed')

    expect(broken).toBe(3)
    expect(collected?.tally).toMatchObject({ output: 3 })
    expect(answers.attemptsOf(0)).toBe(1)
  })

  it('says what does not add up', async () => {
    await using outside = new Outside()
    const { take } = await ready(outside, all)
    const { root } = outside.store.keys
    await outside.bucket.put(
      `${root}/output/abcdefghijkl/manifest.json.out`,
      '{"totalRecordCount":3,"processedRecordCount":3,"successRecordCount":2,"errorRecordCount":1}'
    )

    const collected = await take('completed')

    expect(collected?.remarks.length).toBeGreaterThan(0)
  })

  it('ends with a Failure where S3 goes on breaking, and keeps no half of the answers', async () => {
    await using outside = new Outside()
    const { take } = await ready(outside, all)
    outside.bucket.trouble = (operation, key) => {
      if (operation === 'get' && key.endsWith('.out')) throw new Failure('service-trouble', 'broken')
    }

    await expect(take('completed')).rejects.toThrow('broken')

    expect(outside.bucket.textOf(outside.store.keys.answersOf('abcdefghijkl'))).toBeUndefined()
  })
})
